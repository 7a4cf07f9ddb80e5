"""Saved queries find in Python what the search finds in a browser."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.search import Document, Topic
from generator.search.matching import Papers
from generator.search.saved import QueryError, SavedQuery, check
from tests.search.browser import open_engine
from tests.search.papers import invented, sample
from tests.server import Serve

TOPICS = [Topic("graphs", ("Graph theory", "GT")), Topic("rl", ("Reinforcement learning", "RL"))]
INVENTED = [
    replace(paper, about=(TOPICS[0],)) if number % 3 == 0 else paper
    for number, paper in enumerate(invented(300))
]
SINCE = date(2025, 3, 1)

TEXTS = [
    "", "diffusion", "robust graph learning", "graphs of networks", "Poincaré", "zzzz", "attention zzzz",
    "+diffusion", "+diffusion robust", "diffusion robust", "+title:graph -sparse", "title:graph title:speech",
    "+title:diff*", "robot* -title:robot", "authors:ito", "title: graph networks",
    "+abstract:speech +authors:rao", "authors: Ada Müller", "authors:J_Ito", "topic:cs_CL",
    "topic: Graph Theory", "β-VAE",
]  # fmt: skip

QUOTED = [
    '"look at attention"',
    "“attention once” more",
    '"variational codes" "Poincaré maps"',
    '"codes variational"',
]

OF_REAL_PAPERS = [
    "agents", "language models", "GPT-4", "gpt 4 agents", "fine-tuning", "finetuning", "AIME", "C++",
    "llama 3", "text-to-image", "Qwen2.5", "+agent* -survey", "+title:video diffusion", "vision language",
    "RAG", "reasoning benchmark", "title: language models", "mixture-of-experts",
]  # fmt: skip

FILTERS: Sequence[dict[str, Any]] = [
    {},
    {"since": SINCE},
    {"code": True},
    {"votes": 5},
    {"category": "cs.CL"},
    {"category": "GT"},
]


def _write_pages(folder: Path, documents: Sequence[Document]) -> None:
    """Write what of papers' pages the search looks at for words in quotes."""
    for document in documents:
        file = folder / document.address / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(f'<section class="abstract">{escape(document.abstract)}</section>')


def _searched(page: Page, query: SavedQuery) -> set[str]:
    """Give what the worker finds first: all words as they stand. A blank says that the last is whole."""
    answer = page.evaluate(
        "([text, more]) => ask(text && `${text} `, more)",
        [
            query.text,
            {
                "limit": 100_000,
                "from": query.since and query.since.isoformat(),
                "code": query.code,
                "topic": query.category,
            },
        ],
    )
    # Behind those with a whole name come the others with all of its words.
    everything = answer["all"] is None or answer["named"]
    found = answer["items"] if everything else answer["items"][: answer["all"]]
    is_found = answer["typed"] and not any("Not found as it stands" in note for note in answer["notes"])
    kept = found if is_found else []
    return {item["address"] for item in kept if (item["votes"] or 0) >= query.votes}


def _differences(page: Page, documents: Sequence[Document], texts: Sequence[str]) -> list[object]:
    papers = Papers(documents)
    queries = [SavedQuery("q", "Q", text, **more) for text in texts for more in FILTERS]
    answers = [(query, {*papers.matching(query)}, _searched(page, query)) for query in queries]
    assert any(ours for _, ours, _ in answers)
    return [(query, ours ^ theirs) for query, ours, theirs in answers if ours != theirs]


def test_both_find_the_same_invented_papers(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    page = open_engine(browser, serve, tmp_path, INVENTED, TOPICS)

    assert _differences(page, INVENTED, TEXTS) == []


def test_both_find_the_same_real_papers(browser: Browser, serve: Serve, tmp_path: Path) -> None:
    documents = sample()
    page = open_engine(browser, serve, tmp_path, documents)

    assert _differences(page, documents, [*TEXTS, *OF_REAL_PAPERS]) == []


def test_both_look_at_the_same_texts_for_words_in_quotes(
    browser: Browser, serve: Serve, tmp_path: Path
) -> None:
    _write_pages(tmp_path, INVENTED)
    page = open_engine(browser, serve, tmp_path, INVENTED, TOPICS)

    assert _differences(page, INVENTED, QUOTED) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("of the", "found 'of the'; allowed: a word that is not too common"),
        ("one two three four five six seven", "found 7 words"),
        ("x" * 201, "found 201 characters; allowed: 200"),
        ("arXiv:2508.01234", "one paper; allowed: what finds papers to come"),
        ("robots March 2025", "which tells days; set `from` to a day instead"),
        ("last week robots", "which tells days"),
        ("transfomer~1", "found 'transfomer~1'; allowed: word, .word"),
        ("*net agents", "found '[*]net'"),
        ("agents^2 +memory", "found 'agents\\^2'"),
        ("+fine-tuning", "a sign before each part of a word with hyphens"),
        ("name:agents", "found the field 'name' in 'name:agents'; allowed: abstract, title, authors"),
        ("+the agents", "found '[+]the'; allowed: one word"),
        ("-survey", "asks for nothing"),
        ('+agents "world model"', "found quotes beside signs"),
    ],
)
def test_what_a_saved_query_cannot_say_is_refused(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        check(text)


@pytest.mark.parametrize("text", [*filter(None, TEXTS), *OF_REAL_PAPERS, *QUOTED])
def test_what_is_matched_is_allowed(text: str) -> None:
    check(text)
