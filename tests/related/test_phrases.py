"""The phrases of a paper."""

from collections.abc import Callable

import pytest
from hypothesis import given

from generator.related.phrases import key_of, phrases
from tests.cpu_time import grows_too_fast
from tests.related.papers import real
from tests.strategies import lines

SAME = [
    ("vision-language model", "Vision Language Models"),
    ("mixture of experts", "Mixture-of-Experts"),
    ("chain‑of‑thought", "chain of thought"),
    ("LLMs", "LLM"),
    ("VLAs", "vla"),
    ("Poincaré embeddings", "Poincare embedding"),
]
OTHER = [("AIME", "aims"), ("on-policy distillation", "policy distillation"), ("GPT-4", "GPT-5")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_a_phrase_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_phrases_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


CASES = {
    "nothing over a stop word": ("quokkas with wombats", {"quokka", "wombat"}),
    "nothing over a comma": ("quokkas, wombats", {"quokka", "wombat"}),
    "nothing over a verb of papers": ("quokkas outperform wombats", {"quokka", "wombat"}),
    "two words over an of": ("mob of quokkas", {"mob", "quokka", "mob quokka"}),
    "no more than two over an of": (
        "a big mob of quokkas",
        {"big", "big mob", "mob", "mob quokka", "quokka"},
    ),
    "what starts a compound": ("on-island", {"on", "on island", "island"}),
    "what a compound goes over": ("text-to-image", {"text", "text imag", "imag"}),
    "nothing of formulas": (r"quokkas $\mathcal{Q}$ wombats", {"quokka", "wombat"}),
    "nothing": ("", set()),
}


@pytest.mark.parametrize(("text", "keys"), CASES.values(), ids=CASES.keys())
def test_the_phrases_of_a_text_are(text: str, keys: set[str]) -> None:
    assert phrases("", text).abstract.keys() == keys


def test_a_phrase_is_written_as_within_a_sentence() -> None:
    found = phrases("", "Flow Matching is new. We use flow matching.").abstract["flow match"]

    assert (found.written, found.times, found.inside) == ("flow matching", 2, True)


def test_a_paper_is_about_what_its_title_says_what_it_repeats_and_what_stands_alone() -> None:
    abstract = "We count shy quokkas, a shy quokka on islands with rare wombat holes."

    about = phrases("Flow Matching", abstract).about()

    assert {"flow match", "flow", "shi quokka", "quokka", "rare wombat hole"} <= about
    assert not {"wombat", "wombat hole"} & about


@given(title=lines, abstract=lines)
def test_any_phrase_is_found_under_the_key_of_how_it_is_written(title: str, abstract: str) -> None:
    for part in phrases(title, abstract):
        for key, phrase in part.items():
            assert key
            assert phrase.times >= 1
            assert phrase.written in title or phrase.written in abstract


def test_the_phrases_of_real_papers_have_the_keys_of_how_they_are_written() -> None:
    for paper in real()[:60]:
        for part in phrases(paper.title, paper.abstract):
            for key, phrase in part.items():
                assert set(key.split()) >= set(key_of(phrase.written).split())


def test_wanted_phrases_are_those_of_all() -> None:
    paper = real()[0]
    every = phrases(paper.title, paper.abstract)
    wanted = set(list(every.abstract)[::7])

    found = phrases(paper.title, paper.abstract, wanted)

    assert found.abstract == {key: phrase for key, phrase in every.abstract.items() if key in wanted}


def test_a_long_abstract_takes_no_longer_than_it_is_long() -> None:
    def work(count: int) -> Callable[[], object]:
        return lambda: phrases("", "quokka island-of-" * count)

    assert not grows_too_fast(work(600), work(6_000), most=40, floor=0.005)
