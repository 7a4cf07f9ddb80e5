"""What papers say, day by day: analysed once, and what keys of it follow from."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.papers.records import Paper
from generator.related import rising
from generator.related.rising import Texts, line_of
from generator.site import said
from generator.site.said import SaidByDay
from generator.site.shown import Keys
from generator.site.store import Store

DAY = date(2025, 1, 30)
END = date(2025, 2, 2)
PAPERS = [
    Paper(
        f"{day}-{number}", f"Sheep {day} of {number}", (DAY + timedelta(day),), "text", "Goats, no quokkas."
    )
    for day in range(4)
    for number in range(3)
]


def by_day(papers: list[Paper], store: Store | None = None) -> SaidByDay:
    return SaidByDay(papers, Keys(b""), store or Store())


def changed(place: int, **changes: object) -> list[Paper]:
    paper = replace(PAPERS[place], **changes)  # type: ignore[arg-type]
    return [*PAPERS[:place], paper, *PAPERS[place + 1 :]]


def test_lines_are_those_of_each_paper_alone_kept_or_not() -> None:
    store = Store()

    for _ in range(2):
        texts = by_day(PAPERS, store)
        assert [*map(texts.line, PAPERS)] == [*map(line_of, PAPERS)] == [*map(Texts().line, PAPERS)]


def test_a_new_day_is_all_that_is_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: list[Paper] = []

    def line(paper: Paper) -> str:
        analysed.append(paper)
        return line_of(paper)

    monkeypatch.setattr(said, "line_of", line)
    store = Store()
    for papers in (PAPERS[:9], PAPERS):
        [*map(by_day(papers, store).line, papers)]

    assert analysed == PAPERS


@pytest.mark.parametrize("changes", [{"votes": 9}, {"listed": (DAY, END)}, {"topics": ("Wool",)}])
def test_votes_and_later_listings_are_nothing_that_a_paper_says(changes: dict[str, object]) -> None:
    assert by_day(changed(0, **changes)).until(END) == by_day(PAPERS).until(END)


@pytest.mark.parametrize("changes", [{"title": "Wool"}, {"abstract": None}, {"id": "wool"}])
def test_what_was_said_before_a_day_follows_from_nothing_after_it(changes: dict[str, object]) -> None:
    until = by_day(PAPERS).until(END)

    assert by_day(changed(2, **changes)).until(END) != until
    assert by_day(changed(8, **changes)).until(END) != until
    assert by_day(changed(9, **changes)).until(END) == by_day(PAPERS[:9]).until(END) == until


@pytest.mark.parametrize("few", [0, 100])
def test_many_phrases_are_found_as_few_are(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rising, "_FEW", few)

    named = Texts().naming(PAPERS, ["goat", "sheep 2", "quokka", "no quokka", "goat quokka"])

    of_two = {paper.id for paper in PAPERS if paper.title.startswith("Sheep 2")}
    everywhere = {paper.id for paper in PAPERS}
    assert named == {
        "goat": everywhere,
        "sheep 2": of_two,
        "quokka": everywhere,
        "no quokka": set(),
        "goat quokka": set(),
    }
