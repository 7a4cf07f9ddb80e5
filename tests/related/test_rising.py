"""What rises in a month."""

from collections.abc import Sequence
from datetime import date

from generator.papers.records import Paper
from generator.related.rising import MONTHS, Rising, Texts, rising

WORDS = (
    "wool",
    "yarn",
    "loom",
    "dye",
    "felt",
    "knit",
    "purl",
    "thread",
    "spindle",
    "card",
    "comb",
    "fleece",
    "lamb",
    "ewe",
    "ram",
    "shear",
)


def papers(month: int, titles: Sequence[str], abstract: str = "It is warm.") -> list[Paper]:
    day = date(2025 + month // 12, month % 12 + 1, 2)
    return [
        Paper(f"p{month}-{number}", title, (day,), "text", abstract=abstract)
        for number, title in enumerate(titles)
    ]


def plain(number: int) -> list[str]:
    """Give titles that share nothing."""
    return [f"{WORDS[at % 16]}s near {WORDS[at // 16 % 16]}s {at}" for at in range(number)]


def year() -> list[list[Paper]]:
    return [papers(month, plain(40)) for month in range(MONTHS)]


def rose(
    titles: Sequence[str], before: Sequence[Sequence[Paper]] = (), abstract: str = "It is warm."
) -> list[Rising]:
    now = papers(MONTHS, [*titles, *plain(40)], abstract)
    return rising([*(before or year()), now], [], Texts())


def test_a_phrase_of_several_titles_that_is_new_rises() -> None:
    (found,) = rose([f"{word}: Counting with Quokka Harnesses" for word in WORDS[:6]])

    assert found.phrase == "Quokka Harnesses"
    assert found.counts == (*[0] * MONTHS, 6)
    assert found.first == "p12-0"


def test_what_few_papers_name_does_not() -> None:
    assert rose([f"{word}: Counting with Quokka Harnesses" for word in WORDS[:4]]) == []


def test_what_one_title_alone_names_does_not() -> None:
    titles = ["Counting with Quokka Harnesses", *(f"Lone {word}" for word in WORDS[:6])]

    assert rose(titles, abstract="We need a quokka harness.") == []


def test_what_was_as_usual_before_does_not() -> None:
    titles = [f"{word}: Counting with Quokka Harnesses" for word in WORDS[:6]]
    before = [papers(month, [*titles, *plain(40)]) for month in range(MONTHS)]

    assert rose(titles, before) == []


def test_of_phrases_that_lie_in_one_another_the_surest_stands_for_all() -> None:
    titles = [f"{word}: Counting with Small Quokka Harnesses" for word in WORDS[:6]]

    assert len(rose(titles)) == 1


def test_words_that_say_how_a_paper_works_are_no_phrase() -> None:
    assert rose([f"{word}: A Systematic Study" for word in WORDS[:6]]) == []


def test_no_phrase_goes_over_a_stop_word_or_a_comma() -> None:
    titles = [f"{word} of Quokkas with Harnesses" for word in WORDS[:6]]

    assert [each.phrase for each in rose(titles, abstract="Quokka, harness.")] == []


def test_the_first_paper_may_be_older_than_the_year() -> None:
    older = [Paper("old", "A Quokka Harness", (date(2020, 1, 1),), "text")]
    now = papers(MONTHS, [*(f"{word}: Quokka Harness" for word in WORDS[:6]), *plain(40)])

    (found,) = rising([*year(), now], older, Texts())

    assert found.first == "old"
