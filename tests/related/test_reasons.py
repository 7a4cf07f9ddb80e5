"""Why two papers are related."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.records import Paper
from generator.related.reasons import Said, line, named, words
from generator.text.analysis import analyse
from tests.cpu_time import grows_too_fast
from tests.related.papers import invented, real
from tests.strategies import lines


def why(paper: Paper, other: Paper, *shared: str) -> str | None:
    return named(Said(paper), other, line(Said(other)), shared) or words(Said(paper), shared)


CASES = {
    "a phrase of both": (
        "Speech Recognition for Quokkas", "On speech recognition", "speech recognit", "Speech Recognition",
    ),
    "the longest": (
        "Automatic Speech Recognition", "automatic speech recognition", "recognit speech automat",
        "Automatic Speech Recognition",
    ),
    "as the newer one writes it": (
        "Text-to-Speech", "text to speech: text-to-speech", "text speech", "Text-to-Speech",
    ),
    "two words": ("Speech of Quokkas", "Quokkas; the speech", "speech quokka", "Speech · Quokkas"),
    "no phrase across a comma": (
        "Speech, Recognition", "speech recognition", "speech recognit", "Speech · Recognition",
    ),
    "a word that says nothing else": (
        "RIR-Mega-Speech: Speech", "speech, rir", "speech rir", "Speech · RIR",
    ),
    "the parts of a word": ("RIR-Speech", "speech, rir", "speech rir", "Speech · RIR"),
    "no number": ("Quokkas; 4, 5 and Q", "quokkas; 4, 5, q", "4 5 q quokka", "Quokkas"),
    "no phrase without a weighty word": (
        "Batch size; quokka, island, wombat", "batch size, quokka", "quokka island wombat batch size",
        "quokka · island",
    ),
    "no word that stands between names": (
        "Improving Speech", "improving speech", "speech improv", "Speech",
    ),
    "nothing of formulas": (
        "$\\mathcal{O}$ of Quokkas", "quokkas $\\mathcal{O}$", "mathcal quokka", "Quokkas",
    ),
    "nothing at all": ("$\\mathcal{O}$", "$\\mathcal{O}$", "mathcal", None),
}  # fmt: skip
"""Two titles, the terms that they share, and the reason."""


@pytest.mark.parametrize(("title", "other", "shared", "expected"), CASES.values(), ids=CASES.keys())
def test_a_reason_is(title: str, other: str, shared: str, expected: str | None) -> None:
    assert why(invented("one", title), invented("other", other), *shared.split()) == expected


def test_an_author_of_both_stands_beside_a_word() -> None:
    paper = invented("one", "Speech of Quokkas", author="Ada Lovelace")
    other = invented("other", "Quokkas; the speech", author="Ada Lovelace")

    assert why(paper, other, "quokka", "speech") == "Ada Lovelace · Quokkas"


def test_a_phrase_comes_before_an_author() -> None:
    paper = invented("one", "Quokka Speech", author="Ada Lovelace")

    assert why(paper, paper, "quokka", "speech") == "Quokka Speech"


@given(title=lines, other=lines, author=st.sampled_from(["", "Ada Lovelace"]))
def test_any_reason_is_in_both_papers(title: str, other: str, author: str) -> None:
    paper, second = invented("one", title, author=author), invented("other", other, author=author)
    shared = [term for term in dict.fromkeys(analyse(title)) if term in analyse(other)]

    found = why(paper, second, *shared)

    said = (found or "").removeprefix(f"{author} · " if author else "")
    assert set(analyse(said)) <= {*analyse(title)} & {*analyse(other)}


def test_a_long_abstract_takes_no_longer_than_it_is_long() -> None:
    def work(count: int) -> Callable[[], object]:
        one, two = (invented(name, "Quokkas", "quokka island " * count + name) for name in ("one", "two"))
        return lambda: why(one, two, "quokka", "island")

    assert not grows_too_fast(work(1_400), work(14_000), most=40, floor=0.005)


def test_the_reasons_of_real_papers_are_in_both() -> None:
    papers = real()
    for paper in papers[:40]:
        for other in papers[40:60]:
            theirs = {*analyse(other.title), *analyse(other.abstract or "")}
            mine = dict.fromkeys([*analyse(paper.title), *analyse(paper.abstract or "")])
            found = why(paper, other, *(term for term in mine if term in theirs))
            assert set(analyse(found or "")) <= theirs
