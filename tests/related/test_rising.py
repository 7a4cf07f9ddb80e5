"""What rises in a month."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Paper
from generator.related.reasons import Said
from generator.related.rising import Rising, Texts, firsts, rising, subjects
from generator.related.topics import Settled, Topic, phrase_terms

MONTHS = 12
NOTHING = Settled()
QUOKKAS = Topic("quokkas", "Quokka gear", ("quokka harness",))

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
    titles: Sequence[str],
    before: Sequence[Sequence[Paper]] = (),
    abstract: str = "It is warm.",
    settled: Settled = NOTHING,
) -> list[Rising]:
    now = papers(MONTHS, [*titles, *plain(40)], abstract)
    return rising([*(before or year()), now], Texts(), settled)


def about(topics: Sequence[Topic], count: int, *more: Topic) -> Settled:
    """Have so many papers of the last month be about topics; `more` have none."""
    return Settled([*topics, *more], {f"p{MONTHS}-{number}": topics for number in range(count)})


def test_a_phrase_of_several_titles_that_is_new_rises() -> None:
    (found,) = rose([f"{word}: Counting with Quokka Harnesses" for word in WORDS[:6]])

    assert found == Rising("Quokka Harnesses", None, (*[0] * MONTHS, 6))


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

    assert [each.name for each in rose(titles, abstract="Quokka, harness.")] == []


def test_a_topic_rises_under_its_own_name_and_no_phrase_that_means_it_beside_it() -> None:
    titles = [f"{word}: Counting with Quokka Harnesses" for word in WORDS[:6]]

    assert rose(titles, settled=about([QUOKKAS], 5)) == [Rising("Quokka gear", "quokkas", (*[0] * MONTHS, 5))]


def test_what_was_withdrawn_rises_as_no_phrase() -> None:
    titles = [f"{word}: Counting with Quokka Harnesses" for word in WORDS[:6]]
    withdrawn = Topic("quokkas", "Quokka harness", withdrawn=True)

    assert rose(titles, settled=about([], 0, withdrawn)) == []


def test_a_topic_that_titles_do_not_name_does_not_rise() -> None:
    assert rose(plain(6), settled=about([QUOKKAS], 6)) == []


def test_a_phrase_around_a_topic_that_rises_more_surely_says_nothing_more() -> None:
    titles = [*[f"{word}: Quokka Harness" for word in WORDS[:3]], *["Quokka Harness Designs"] * 6]

    assert [each.name for each in rose(titles, settled=about([QUOKKAS], 9))] == ["Quokka gear"]


def test_the_first_paper_may_be_older_than_the_year() -> None:
    older = [Paper("old", "A Quokka Harness", (date(2020, 1, 1),), "text"), *papers(3, ["Gear"])]
    now = papers(MONTHS, [f"{word}: Quokka Harness" for word in WORDS[:6]])
    rises = [Rising("Quokka Harnesses", None, (6,)), Rising("Quokka gear", "quokkas", (6,))]
    settled = Settled([QUOKKAS], {older[1].id: [QUOKKAS], now[0].id: [QUOKKAS]})

    found = firsts(rises, [*older, *now], Texts(), settled)

    assert found == {"Quokka Harnesses": "old", "Quokka gear": older[1].id}


WORDLIKE = st.text(st.sampled_from("aZé'’-.:/+#2β語"), min_size=1, max_size=6)


@given(st.lists(WORDLIKE, min_size=1, max_size=8))
def test_a_phrase_is_known_again_by_what_it_is_called(words: list[str]) -> None:
    for run in Said(Paper("p", " ".join(words), (date(2025, 1, 1),), "text")).runs:
        for terms, written, _ in subjects(run):
            assert phrase_terms(written) == terms
