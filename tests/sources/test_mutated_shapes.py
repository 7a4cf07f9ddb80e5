"""Files in mutated shapes are read whole or refused, and in time that grows with them."""

import json
from collections.abc import Callable, Iterator, Set
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.papers.errors import ListingError
from generator.papers.identifiers import parse_arxiv_id
from generator.sources import parse
from generator.sources.jsonl import KEYS
from tests.cpu_time import grows_too_fast

from . import foreign
from .foreign import ABSTRACT, SHAPES, TLDR
from .samples import hint

BESIDE = KEYS | {"comment", "comments", "citationStyles", "full_text"}
"""What stands under keys of ours is shown there; texts beside the paper's own may speak of other papers."""


def texts(value: object, but_for: Set[str]) -> Iterator[str]:
    """Give the texts in a record, but for those under some keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key in value if key not in but_for for text in texts(value[key], but_for))


renamed = st.sampled_from(
    ["id", "arxiv_id", "arXivId", "url", "summary", "abstract", "description", "AI", "paper", "key", "title"]
)
retyped: st.SearchStrategy[Callable[[Any], object]] = st.sampled_from(
    [lambda value: [value], lambda value: {"value": value}, lambda _: None, lambda _: 5, str]
)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a record in a shape, or in two, with keys renamed, dropped and added and values retyped."""
    record = dict(draw(st.sampled_from(list(SHAPES.values()))))
    for _ in range(draw(st.integers(0, 3))):
        key = draw(st.sampled_from(sorted(record)))
        match draw(st.sampled_from(["rename", "drop", "add", "retype", "mix"])):
            case "rename":
                record[draw(renamed)] = record.pop(key)
            case "drop":
                del record[key]
            case "add":
                record[draw(renamed)] = draw(st.sampled_from(["2604.00001", ABSTRACT, TLDR, 7]))
            case "retype":
                record[key] = draw(retyped)(record[key])
            case "mix":
                other = draw(st.sampled_from(list(SHAPES.values())))
                record |= {name: other[name] for name in draw(st.sets(st.sampled_from(sorted(other))))}
        record = record or {"title": "Sheep"}
    return record


@settings(deadline=None, max_examples=400)
@given(st.lists(mutated(), min_size=1, max_size=3), st.none() | st.integers(0, 3000))
def test_mutated_shapes_are_read_whole_or_refused(records: list[dict[str, Any]], cut: int | None) -> None:
    lines = [json.dumps({"title": "Goats"}), *map(json.dumps, records)]
    lines[-1] = lines[-1][:cut]

    try:
        read = parse("\n".join(lines).encode(), hint("2026-04-02.jsonl"))
    except ListingError:
        return

    read_or_rejected = [each.first for each in read.entries] + [each.first for each in read.rejected()]
    numbers = [*read_or_rejected, *read.furniture]
    assert sorted(numbers) == [number for number, line in enumerate(lines, 1) if line or number < len(lines)]
    for entry in read.entries:
        record, found = json.loads(lines[entry.first - 1]), entry.paper
        assert set(map(parse_arxiv_id, texts(record, BESIDE - {"arxiv_id"}))) <= {None, found.arxiv_id}
        held = any("sleeps nor counts" in text for text in texts(record, BESIDE - {"abstract", "summary"}))
        assert found.abstract or not held
        assert found.abstract != TLDR or TLDR in (record.get("abstract"), record.get("summary"))


FRAGMENTS = (
    "1107.1234",
    "/0309136",
    "arxiv",
    "10.1000/",
    "doi: ",
    "https://arxiv.org/abs/",
    "https://aclanthology.org/",
    "openalex.org/W1",
    " and ",
    ", ",
    "cs.CL ",
    '{"paper" ',
    '"paper"  ',
    '{"a":',
    "[ ",
    "{",
    "{}",
    "\n",
    '{"a": 1} and what stands beside it\n',
    "數",
)
HOLDERS: tuple[Callable[[str], str], ...] = (
    lambda text: "{" + text,
    lambda text: '[{"a": 1}, ' + text,
    lambda text: json.dumps({"title": "Sheep", "id": text, "url": text, "abs": text, "description": text}),
    lambda text: json.dumps({"title": "Sheep", text: text, "summary": text, "AI": {text: text}}),
    lambda text: json.dumps({**foreign.ARXIV_PY, "categories": text, "authors": text, "pdf_url": text}),
    lambda text: json.dumps({**foreign.ACL, "author": text, "doi": text, "url": None}),
    lambda text: json.dumps({**foreign.KAGGLE, "versions": [{"created": text}], "authors_parsed": [[text]]}),
    lambda text: json.dumps({**foreign.OPENALEX, "abstract_inverted_index": {text: [0]}, "id": text}),
)


def read(text: str) -> None:
    with suppress(ListingError):
        parse(text.encode(), hint("2026-04-02.jsonl"))


@pytest.mark.parametrize("holder", range(len(HOLDERS)))
def test_time_grows_with_the_text_and_no_faster(holder: int) -> None:
    for fragment in FRAGMENTS:
        short, long = (HOLDERS[holder](fragment * (size // len(fragment))) for size in (1 << 16, 1 << 18))
        assert not grows_too_fast(partial(read, short), partial(read, long), floor=0.01), fragment
