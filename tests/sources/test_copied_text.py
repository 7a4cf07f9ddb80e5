import re
from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.sources import parse
from generator.sources.copied_text import MAX_BYTES
from generator.sources.listing import Hint

from .foreign_samples import FOREIGN
from .reading_text import NAMED, TODAY, UNNAMED, read

ASKED = Hint("list.txt", TODAY, date(2025, 8, 6))


def test_replaced_characters_are_counted() -> None:
    assert read("Daily Papers\n\nAug 6\n\nA\x01 Title\x1b\n").replaced == 2


@pytest.mark.parametrize(
    ("data", "hint", "message"),
    [
        (b"", NAMED, "2025-08-06.txt: the listing is empty; save it again"),
        (b" \n\t\n", NAMED, "the listing is empty"),
        ("\u00a0\n".encode(), NAMED, "nothing but blank lines"),
        (
            b"\x89PNG\r\n\x1a\n\xff",
            NAMED,
            "line 1: found bytes that are not UTF-8 text (byte 0); save it as UTF-8",
        ),
        (b"A title\nAug\x00 6", NAMED, "line 2: found binary data"),
        (b"x" * (MAX_BYTES + 1), NAMED, "10,000,001 bytes; a text listing has at most 10,000,000; split it"),
        (b"A Title\n\nAn abstract.", UNNAMED, "list.txt: found no list of papers in this text"),
        (b"No day.", UNNAMED, "list.txt: found no list of papers in this prose"),
        (b"Daily Papers\n\nAug 6\n", NAMED, "found no paper, only the page around 2025-08-06"),
        (
            b"Aug 7\n\nA Title",
            NAMED,
            '2025-08-06.txt, line 1: "Aug 7" is 2025-08-07, but the file\'s name says',
        ),
        (b"Aug 6\n\nA\n\nAug 7\n\nB", UNNAMED, 'line 5: found two days, "Aug 6" in line 1 and "Aug 7"'),
        (b"Aug 6, 2024\n\nA\n\nAug 6, 2025", UNNAMED, "line 5: found two days"),
        (b"Aug 6, 2262\n\nA", UNNAMED, "list.txt: the list is of 2262-08-06, which has not come"),
        (b"5", NAMED, "2025-08-06.txt: found a JSON value in no known format"),
        (b"null\n", NAMED, "found a JSON value"),
        (b'Z"title": "Sheep"}', NAMED, "found markup or JSON in 1 of 1 lines"),
        (b"=html>\n<p>Sheep</p>\n<p>Goats</p>", NAMED, "found markup or JSON in 2 of 3 lines"),
        (b"Aug 6\n\nA", Hint("2025-08-06.HTML", TODAY), "found a file named 2025-08-06.HTML"),
    ],
)
def test_what_is_no_listing_is_one_clear_error(data: bytes, hint: Hint, message: str) -> None:
    with pytest.raises(ListingError) as caught:
        parse(data, hint)

    assert message in str(caught.value)
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", str(caught.value))


@pytest.mark.parametrize("hint", [NAMED, ASKED], ids=["named", "asked"])
@pytest.mark.parametrize("name", FOREIGN)
def test_another_kind_of_text_is_refused_by_its_name_and_told_what_to_give(name: str, hint: Hint) -> None:
    text, kind = FOREIGN[name]

    with pytest.raises(ListingError) as caught:
        read(text, hint)

    assert kind in str(caught.value)
    assert re.search(r"; (?:give|known are|a text listing has one day)", str(caught.value))


@pytest.mark.parametrize("name", FOREIGN)
def test_another_kind_of_text_is_none_for_having_a_day(name: str) -> None:
    with pytest.raises(ListingError):
        read(f"Aug 6, 2025\n\n{FOREIGN[name][0]}", UNNAMED)
