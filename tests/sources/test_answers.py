import json
from collections.abc import Callable
from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.sources import parse_answers
from generator.sources.listing import Hint

DAY = date(2026, 4, 9)
HINT = Hint("https://example.org/list", date(2026, 4, 10), DAY)


def entry(number: int, **fields: object) -> dict[str, object]:
    return {"paper": {"id": f"2604.{number:05}", "title": f"Paper {number}", **fields}}


def hugging_face(*entries: object) -> bytes:
    return json.dumps(entries).encode()


def oai(content: str) -> bytes:
    return (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><request verb="ListRecords"'
        f' from="{DAY}" until="{DAY}">http://oaipmh.arxiv.org/oai</request>{content}</OAI-PMH>'
    ).encode()


def records(*numbers: int) -> bytes:
    found = (
        f"<record><header><datestamp>{DAY}</datestamp></header><metadata><arXiv><id>2604.{number:05}</id>"
        f"<title>Paper {number}</title><abstract>&lt;/ListRecords&gt;</abstract></arXiv></metadata></record>"
        for number in numbers
    )
    return oai(f"<ListRecords>{''.join(found)}</ListRecords>")


def in_utf_16(page: bytes) -> bytes:
    return page.decode().encode("utf-16")


def with_bom(page: bytes) -> bytes:
    return b"\xef\xbb\xbf" + page


@pytest.mark.parametrize("changed", [bytes, in_utf_16, with_bom])
@pytest.mark.parametrize(
    "pages", [(hugging_face(entry(1), entry(2)), hugging_face(entry(3))), (records(1, 2), records(3))]
)
def test_pages_are_read_as_one_in_whatever_encoding(
    pages: tuple[bytes, bytes], changed: Callable[[bytes], bytes]
) -> None:
    for bodies in ((changed(pages[0]), pages[1]), (pages[0], changed(pages[1]))):
        whole = parse_answers((body, HINT) for body in bodies)

        assert [(each.paper.id, each.first) for each in whole.entries] == [
            ("2604.00001", 1),
            ("2604.00002", 2),
            ("2604.00003", 3),
        ]
        assert whole.days == (DAY,)


def test_rejections_are_numbered_through_and_odd_characters_counted() -> None:
    pages = (
        hugging_face(entry(1), 5),
        hugging_face(entry(2, title="Half \ud83d"), entry(3, title="\ud83d half"), 6),
    )

    whole = parse_answers((body, HINT) for body in pages)

    assert [each.first for each in whole.entries] == [1, 3, 4]
    assert [each.first for each in whole.rejections[DAY]] == [2, 5]
    assert whole.replaced == 2


def test_an_entry_that_moved_to_the_next_page_stands_there_once() -> None:
    pages = (hugging_face(entry(1), entry(2)), hugging_face(entry(2), entry(3)))

    whole = parse_answers((body, HINT) for body in pages)

    assert [each.paper.id for each in whole.entries] == ["2604.00001", "2604.00002", "2604.00003"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (oai('<error code="badResumptionToken">It expired</error>'), "badResumptionToken"),
        (oai('<error code="noRecordsMatch">None</error>'), "no entry on a page after the first"),
        (oai("<ListRecords/>"), "no entry on a page after the first"),
        (b"<OAI-PMH><ListRecords>", "broken XML"),
    ],
)
def test_a_list_whose_next_page_fails_is_not_taken_for_whole(page: bytes, said: str) -> None:
    with pytest.raises(ListingError, match=said):
        parse_answers((body, HINT) for body in (records(1, 2), page))
