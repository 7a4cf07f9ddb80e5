"""What a reader types is read alike in Python and in JavaScript."""

from collections.abc import Sequence

import pytest

from generator.search.budget import RESULTS
from generator.search.typed import kept, named_in, spaced_field, uses_syntax, whole_name
from generator.text.analysis import words
from tests.identifier_cases import NO_IDENTIFIERS, PASTED, SPELLINGS
from tests.search.compound_cases import COMPOUNDS
from tests.search.papers import sample
from tests.search.worker import call

TYPED = [
    "graph models", "A* search", "Q*", "R^2", "GPT-4", "https://x.org", "+graph", "graph -models",
    "title:graph", "title:", "transf*", "*former", "grahp~1", "graph^2", "title: graph models",
    "author:Yuchen_Li", "authors: Yuchen Li", "+topic:Language_Models", "author:Li",
    "title:graph_models", "topics: a b c", "gpt 4 agents", "llama v3.1 70b", "gemma 3", "deepseek r1",
    "text-to-image", "c++ and C#", "o1-mini, Qwen2.5", "AIME", "Poincaré-GAN", "é:x", "_a_:b", "a - b",
    "x:y", "视觉-语言 模型",
]  # fmt: skip

READ = """texts => texts.map((text) => [
  syntax.usesSyntax(text), syntax.wholeName(text),
  compounds.typedIn(text).map(({ start, end, term }) => [start, end, term]),
  analysis.words(text).map(compounds.kept),
])"""


def _here(text: str) -> list[object]:
    name = whole_name(text)
    named = sorted([each.start, each.end, each.term] for each in named_in(text))
    return [uses_syntax(text), name and {"field": name[0], "name": name[1]}, named, [*map(kept, words(text))]]


def _differing(texts: Sequence[str]) -> list[str]:
    there = call(READ, texts)
    return [
        text
        for text, (*said, named, own) in zip(texts, there, strict=True)
        if _here(text) != [*said, sorted(named), own]
    ]


def test_an_identifier_is_known_in_every_spelling() -> None:
    cases: dict[str, str | None] = dict([*SPELLINGS, *PASTED, *((text, None) for text in NO_IDENTIFIERS)])

    found = call("texts => texts.map(identifierIn)", list(cases))

    assert dict(zip(cases, found, strict=True)) == cases


def test_both_read_the_same_in_what_people_type() -> None:
    assert _differing([*TYPED, *(text for text, _ in COMPOUNDS)]) == []


def test_both_read_the_same_in_titles() -> None:
    titles = [paper.title for paper in sample()]

    assert _differing([*titles, *map(str.lower, titles)]) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [("title: graph models", "+title:graph +title:models"), ("titles:graph", "titles:graph"), ("a b", "a b")],
)
def test_a_field_before_several_words_is_for_each(text: str, written: str) -> None:
    assert spaced_field(text) == written


def test_a_list_shows_as_many_results() -> None:
    assert call("() => messages.PAGE", None) == RESULTS
