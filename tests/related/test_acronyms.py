"""Acronyms, and what they stand for."""

import pytest

from generator.related.acronyms import acronyms, definitions

CASES = [
    ("We use reinforcement learning (RL).", [("RL", "reinforcement learning")]),
    ("many large language models (LLMs) are", [("LLM", "large language models")]),
    ("a Mixture-of-Experts (MoE) layer", [("MoE", "Mixture-of-Experts")]),
    ("new text-to-image (T2I) models", [("T2I", "text-to-image")]),
    ("Monte Carlo Tree Search (MCTS)", [("MCTS", "Monte Carlo Tree Search")]),
    ("low-rank adaptation (LoRA)", [("LoRA", "low-rank adaptation")]),
    ("on many islands (Rottnest)", []),
    ("our own method (QUOKKA)", []),
    ("no long form: (RL)", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_defines(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(definitions(text)) == expected


def test_an_acronym_stands_for_what_most_texts_say() -> None:
    machine, medical = "machine translation (MT)", "medical trial (MT)"

    assert acronyms([machine] * 3 + [medical]) == {"mt": "machin translat"}
    assert acronyms([machine] * 2) == {}
    assert acronyms([machine] * 3 + [medical] * 3) == {}
