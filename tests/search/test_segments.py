import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from generator.search import Document, build
from generator.search.documents import ENOUGH
from generator.search.kept import make_anew
from generator.search.postings import invert
from generator.search.segments import NEWER, segments
from tests.search.papers import SCRIPTS, invented

PAPERS = invented(ENOUGH + 300)


class Kept(dict[str, bytes]):
    """Keeps what was made, by what it follows from."""

    def __call__(self, value: object, of: Sequence[Document], make: Callable[[], bytes]) -> bytes:
        asked = repr((value, of))
        if asked not in self:
            self[asked] = make()
        return self[asked]

    @property
    def finished(self) -> int:
        """How many times finished months were indexed."""
        return sum("finished months" in asked for asked in self)


def test_a_new_day_changes_only_files_of_newer_papers() -> None:
    before, after = (build(papers, SCRIPTS).files for papers in (PAPERS[:-10], PAPERS))

    changed = {name.rpartition("/")[2] for name in after if before.get(name) != after[name]}

    newer = {name for name in changed if name.startswith(NEWER)}
    assert newer
    assert {re.split("[-.]", name)[0] for name in changed - newer} <= {
        "texts", "facts", "votes", "facets", "labels", "suggestions", "manifest",
    }  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        lambda paper: replace(paper, votes=999),
        lambda paper: replace(paper, has_code=not paper.has_code),
        lambda paper: replace(paper, days=(*paper.days, date(2026, 1, 1))),
    ],
)
def test_what_no_word_follows_from_leaves_the_finished_months_as_they_are(
    change: Callable[[Document], Document],
) -> None:
    kept = Kept()

    for papers in (PAPERS[:-10], PAPERS, [change(PAPERS[0]), *PAPERS[1:]]):
        assert build(papers, SCRIPTS, kept) == build(papers, SCRIPTS)

    assert kept.finished == 1


def test_another_word_or_a_new_month_has_the_finished_months_made_again() -> None:
    kept = Kept()
    late = replace(PAPERS[-1], address="papers/z/", days=(date(2025, 1, 1),))

    for papers in (PAPERS, [replace(PAPERS[0], title="Quokkas"), *PAPERS[1:]], [*PAPERS, late]):
        assert build(papers, SCRIPTS, kept) == build(papers, SCRIPTS)

    assert kept.finished == 3


def test_a_young_archive_has_one_segment() -> None:
    standing, newer = segments(PAPERS[:ENOUGH], make_anew)

    assert standing.papers == newer.papers == ENOUGH
    assert not any(newer.tables.values())


@pytest.mark.parametrize(
    ("standing", "newer", "term", "kept"),
    [
        (["A GPT-5 test."] * 3, ["Of GPT-5."], "gpt5", True),
        (["A GPT-5 test."] * 2, ["Of GPT-5."], "gpt5", True),
        (["A GPT-5 test."], ["Of GPT-5."], "gpt5", False),
        ([], ["Of GPT-5."] * 3, "gpt5", True),
        (["By AIME."], ["By AIME."], "aim'aime", True),
        (["We aim."] * 50, ["By AIME."], "aim'aime", False),
        (["We finetune."], ["We fine-tune."], "finetun", True),
        (["We fine-tune."] * 3, ["We finetune."], "tune", True),
    ],
)
def test_newer_papers_are_spelled_as_all_papers_up_to_them(
    standing: list[str], newer: list[str], term: str, kept: bool
) -> None:
    known = invert([*map(_saying, standing)]).known

    terms = invert([*map(_saying, newer)], len(standing), known).terms

    assert (term in terms) == kept


def _saying(abstract: str) -> Document:
    return replace(PAPERS[0], abstract=abstract)
