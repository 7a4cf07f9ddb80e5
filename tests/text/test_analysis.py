from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import Document
from generator.text.analysis import analyse, stop_words, words
from generator.text.stemming import stem
from tests.search.analysis_cases import ANALYSES, STEMS
from tests.search.papers import real, sample
from tests.search.worker import call


@pytest.mark.parametrize(("text", "terms"), ANALYSES)
def test_a_text_has_these_terms(text: str, terms: list[str]) -> None:
    assert analyse(text) == terms


@given(st.text("aZ09.'_- \\", max_size=12))
def test_ascii_is_cut_into_words_as_other_text_is(text: str) -> None:
    assert words(f"{text}, 語") == [*words(text), "語"]


def test_javascript_finds_the_same_terms() -> None:
    found = call("texts => texts.map(analysis.analyse)", [text for text, _ in ANALYSES])

    assert found == [terms for _, terms in ANALYSES]


def test_javascript_finds_the_same_terms_in_real_papers() -> None:
    texts = [text for paper in sample() for text in (paper.title, paper.abstract, *paper.authors)]

    found = call("texts => texts.map(analysis.analyse)", texts)

    assert found == list(map(analyse, texts))


def test_letters_and_digits_are_the_same_in_javascript() -> None:
    """Of the characters that both know: Node's Unicode is newer than Python's."""
    known = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000 and analyse(chr(code))]

    unknown = call("texts => texts.filter((text) => !analysis.analyse(text).length)", known)

    assert unknown == []


def test_stems_are_those_of_lunr_js() -> None:
    stems = call("words => words.map((word) => lunr.stemmer(new lunr.Token(word)).str)", STEMS)

    assert [stem(word) for word in STEMS] == stems


@pytest.mark.parametrize("papers", [sample, partial(real, 3000)], ids=["sample", "corpus"])
def test_stems_of_real_words_are_those_of_lunr_js(papers: Callable[[], list[Document]]) -> None:
    found = sorted({word for paper in papers() for word in words(paper.abstract) if word.isascii()})
    found = [word for word in found if word.isalpha()]

    stems = call("words => words.map((word) => lunr.stemmer(new lunr.Token(word)).str)", found)

    assert [stem(word) for word in found] == stems


def test_stop_words_are_those_of_lunr_js() -> None:
    kept = call("words => words.filter((word) => analysis.termOf(word))", sorted(stop_words()))

    assert kept == []
