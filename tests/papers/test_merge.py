from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.bounds import ENTRIES
from generator.papers.merge import ACCOUNT, UNIONS, agree, left_out, merge, same_paper
from generator.papers.records import SOURCES, Author, Link, Paper, ascending
from tests.archives import paper

days = st.sampled_from([date(2025, 8, 5), date(2025, 8, 6), date(2025, 8, 7)])
texts = st.sampled_from(["a", "b", "ab", "abc", "abd"])
links = st.builds(
    Link, st.sampled_from(["code", "project"]), st.sampled_from(["https://a.org/", "https://b.org/"])
)
accounts = st.builds(
    Paper,
    id=st.just("paper"),
    title=texts,
    listed=st.lists(days, min_size=1).map(ascending),
    source=st.sampled_from(SOURCES),
    abstract=st.none() | texts,
    authors=st.lists(st.builds(Author, texts, st.none() | texts), max_size=2).map(tuple),
    doi=st.none() | st.sampled_from(["10.1000/1", "10.1000/2"]),
    published=st.none() | days,
    updated=st.none() | days,
    withdrawn=st.booleans(),
    categories=st.lists(texts, max_size=2).map(tuple),
    comment=st.none() | texts,
    journal_ref=st.none() | texts,
    links=st.lists(links, max_size=3).map(ascending),
    topics=st.lists(texts, max_size=3).map(ascending),
    summary=st.none() | texts,
    votes=st.none() | st.integers(0, 3),
    submitted_by=st.none() | texts,
    organization=st.none() | texts,
)
"""Accounts of one paper from a small world, so that many fields are equal."""


@given(accounts, accounts)
def test_merge_is_commutative(one: Paper, other: Paper) -> None:
    assert merge(one, other) == merge(other, one)


@given(accounts, accounts, accounts)
def test_merge_is_associative(one: Paper, other: Paper, third: Paper) -> None:
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@given(accounts)
def test_merge_is_idempotent(one: Paper) -> None:
    assert merge(one, one) == one


@given(accounts, accounts, accounts)
def test_a_union_keeps_its_first_whatever_the_order(one: Paper, other: Paper, third: Paper) -> None:
    with patch.dict(ENTRIES, {"listed": 2, "links": 1, "topics": 1}):
        one, other, third = map(_cut, (one, other, third))
        both = merge(one, other)

        assert both == merge(other, one) == merge(both, other)
        assert merge(both, third) == merge(one, merge(other, third))
        assert left_out(one, other) == sum(
            len({*getattr(one, name), *getattr(other, name)}) - len(getattr(both, name)) for name in UNIONS
        )


def _cut(account: Paper) -> Paper:
    kept: dict[str, Any] = {name: getattr(account, name)[: ENTRIES[name]] for name in UNIONS}
    return replace(account, **kept)


BEST_FIRST = [
    paper("Title", "By arXiv.", source="arxiv", updated=date(2025, 8, 2)),
    paper(
        "Title", "By arXiv, an earlier version and a longer text.", source="arxiv", updated=date(2025, 8, 1)
    ),
    paper("Title", "By Hugging Face, which is longer than both.", source="huggingface"),
    paper("Title", "By a file.", source="jsonl"),
    paper("Title", "By a text, the longer."),
    paper("Title", "By a text, shorter."),
    paper("Title", "By b text, shorter."),
    paper("Title", None, source="arxiv"),
]


@pytest.mark.parametrize("better", range(len(BEST_FIRST) - 1))
def test_the_best_account_is_taken_whole(better: int) -> None:
    best, *others = BEST_FIRST[better:]
    for other in others:
        merged = merge(other, best)
        assert all(getattr(merged, name) == getattr(best, name) for name in ACCOUNT)


def test_every_other_field_is_joined() -> None:
    one = paper("Title", "Text.", votes=3, links=(Link("code", "https://a.org/"),), comment="8 pages")
    other = replace(
        one,
        votes=5,
        links=(Link("project", "https://b.org/"),),
        comment="9 pages",
        listed=(date(2025, 8, 9),),
        topics=("sheep",),
        categories=("cs.CL", "cs.AI"),
        authors=(Author("Ada Lovelace"),),
    )

    merged = merge(one, other)

    assert merged.votes == 5
    assert merged.links == (*one.links, *other.links)
    assert merged.comment == "8 pages"
    assert merged.listed == (*one.listed, *other.listed)
    assert merged.topics == ("sheep",)
    assert merged.categories == ("cs.CL", "cs.AI")


def test_the_known_papers_address_and_cite_key_stay() -> None:
    known = replace(paper("Title", "Text."), cite_key="ada-2025-title")
    seen = replace(
        paper("Title", "Text.", arxiv_id="2508.00001", source="arxiv"), cite_key="other-2025-title"
    )

    merged = merge(known, seen)

    assert (merged.id, merged.cite_key) == ("title", "ada-2025-title")
    assert (merged.arxiv_id, merged.aliases) == ("2508.00001", ("2508.00001",))


TEXT = "We count sheep with few parameters and many fields."


@pytest.mark.parametrize(
    ("known", "seen", "same"),
    [
        (paper("A", TEXT, arxiv_id="2508.00001"), paper("B", "Else.", arxiv_id="2508.00001"), True),
        (paper("A", TEXT, arxiv_id="2508.00001"), paper("A", TEXT, arxiv_id="2508.00002"), False),
        (paper("A", TEXT, arxiv_id="2508.00001"), paper("A", TEXT), True),
        (paper("A", TEXT), paper("A", TEXT.replace("few", "fewer")), True),
        (paper("A", TEXT), paper("A", "Wool, yarn and knitting patterns."), False),
        (paper("A", TEXT), paper("a!", None), True),
        (paper("A", None), paper("B", None), False),
        (paper("\U0001f600", None), paper("---", None), False),
        (paper("word " * 30 + "one", None), paper("word " * 30 + "two", None), False),
    ],
)
def test_what_is_the_same_paper(known: Paper, seen: Paper, same: bool) -> None:
    assert same_paper(known, seen) is same
    assert same_paper(seen, known) is same


@given(st.text(min_size=1), st.text(min_size=1))
def test_agreement_is_symmetric_and_of_each_with_itself(one: str, other: str) -> None:
    assert agree(one, one)
    assert agree(one, other) == agree(other, one)


def test_merging_many_accounts_does_not_depend_on_their_order() -> None:
    merged = set()
    for first, *others in permutations(BEST_FIRST[:5]):
        result = first
        for other in others:
            result = merge(result, other)
        merged.add(replace(result, id="title"))

    assert len(merged) == 1
