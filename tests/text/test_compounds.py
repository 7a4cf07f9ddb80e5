import pytest

from generator.text.analysis import words
from generator.text.compounds import Compounds
from tests.search.compound_cases import COMPOUNDS
from tests.search.papers import real, sample
from tests.search.worker import call


@pytest.mark.parametrize(("text", "terms"), COMPOUNDS)
def test_a_text_has_these_extra_terms(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


def _terms(text: str) -> list[str]:
    return sorted(extra.term for extra in Compounds().of(text))


def _differing(texts: list[str]) -> list[str]:
    found = call("texts => texts.map((text) => compounds.termsOf(text))", texts)
    return [text for text, here in zip(texts, found, strict=True) if sorted(here) != _terms(text)]


def test_javascript_finds_the_same_extra_terms() -> None:
    assert _differing([text for text, _ in COMPOUNDS]) == []


def test_javascript_finds_the_same_extra_terms_in_sampled_papers() -> None:
    assert _differing([text for paper in sample() for text in (paper.title, paper.abstract)]) == []


def test_javascript_finds_the_same_terms_in_all_real_titles() -> None:
    titles = [paper.title for paper in real()]

    found = call("texts => texts.map(analysis.words)", titles)

    assert found == list(map(words, titles))
    assert _differing(titles) == []
