from dataclasses import replace
from datetime import date
from functools import reduce
from itertools import permutations
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.papers.bounds import ENTRIES
from generator.papers.merge import UNIONS, agree, is_disputed, left_out, merge, same_paper
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
    other_names=st.sets(st.sampled_from(["b-side", "10.1000/3"])).map(ascending),
)
"""Accounts of one paper from a small world, so that many fields are equal."""
papers = st.lists(accounts, min_size=1, max_size=3).map(lambda told: reduce(merge, told))
"""What archives make of such accounts."""


@given(papers, papers)
def test_merge_is_commutative(one: Paper, other: Paper) -> None:
    assert merge(one, other) == merge(other, one)


@given(papers, papers, papers)
def test_merge_is_associative(one: Paper, other: Paper, third: Paper) -> None:
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@given(papers)
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


ACCOUNT = ("title", "abstract", "authors", "published", "updated", "withdrawn", "source")
BEST_FIRST = [
    paper("Title", "By arXiv.", source="arxiv", updated=date(2025, 8, 2)),
    paper(
        "Title", "By arXiv, an earlier version and a longer text.", source="arxiv", updated=date(2025, 8, 1)
    ),
    paper("Title", "By Hugging Face, which is longer than both.", source="huggingface"),
    paper("Title", "By a file.", source="jsonl"),
    paper("Title", "By a text, the longer.", authors=(Author("Bob", "A"),)),
    paper("Title", "By a text, the longer.", authors=(Author("Bob", "B"),)),
    paper("Title", "By a text, the longer.", authors=(Author("Bob", "B"),), published=date(2025, 8, 1)),
    paper(
        "Title",
        "By a text, the longer.",
        authors=(Author("Bob", "B"),),
        published=date(2025, 8, 2),
        withdrawn=True,
    ),
    paper("Title", "By a text, the longer.", authors=(Author("Bob", "B"),), published=date(2025, 8, 2)),
    paper("Title", "By a text, the longer.", authors=(Author("Ada"),)),
    paper("Title", "By a text, the longer.", authors=(Author("Bob"),)),
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


def test_family_names_are_kept_from_the_account_that_tells_them_apart() -> None:
    known = paper("Title", "A text.", source="arxiv", authors=(Author("Jan van der Berg"),))
    seen = paper("Title", "Text.", source="arxiv", authors=(Author("Jan van der Berg", "van der Berg"),))

    assert merge(known, seen).authors == merge(seen, known).authors == seen.authors


def test_of_two_like_accounts_one_that_says_withdrawn_counts() -> None:
    known = paper("Title", "Text.", source="arxiv")
    seen = replace(known, withdrawn=True)

    assert merge(known, seen).withdrawn
    assert merge(seen, known).withdrawn


MONDAY, TUESDAY = (date(2025, 8, 4), date(2025, 8, 5))
CODE, PROJECT = Link("code", "https://a.org/"), Link("project", "https://b.org/")


@pytest.mark.parametrize(
    ("field", "one", "other", "joined"),
    [
        ("listed", (TUESDAY,), (MONDAY,), (MONDAY, TUESDAY)),
        ("links", (PROJECT,), (CODE,), (CODE, PROJECT)),
        ("topics", ("sheep",), ("fields",), ("fields", "sheep")),
        ("votes", 3, 5, 5),
        ("votes", 0, None, 0),
        ("arxiv_id", "2508.00001", None, "2508.00001"),
        ("categories", ("cs.CL", "cs.AI"), ("cs.LG",), ("cs.CL", "cs.AI")),
        ("categories", (), ("cs.LG",), ("cs.LG",)),
        ("doi", "10.1000/10", "10.1000/9", "10.1000/10"),
        ("comment", "9 pages", "8 pages", "8 pages"),
        ("journal_ref", "J. Sheep 7", "J. Sheep", "J. Sheep 7"),
        ("summary", "Counted.", "Sheep were counted.", "Sheep were counted."),
        ("submitted_by", "ada", "bob", "ada"),
        ("organization", "Meadow", None, "Meadow"),
        ("cite_key", "ada-2025-title", None, "ada-2025-title"),
        ("aliases", ("old",), ("older",), ("old", "older")),
    ],
)
def test_every_other_field_is_joined(field: str, one: object, other: object, joined: object) -> None:
    account = paper("Title", "Text.")
    with_one, with_other = (replace(account, **{field: value}) for value in (one, other))  # type: ignore[arg-type]

    assert getattr(merge(with_one, with_other), field) == joined
    assert getattr(merge(with_other, with_one), field) == joined


def test_the_known_papers_address_and_cite_key_stay() -> None:
    known = replace(paper("Title", "Text."), cite_key="ada-2025-title")
    seen = replace(
        paper("Title", "Text.", arxiv_id="2508.00001", source="arxiv"), cite_key="other-2025-title"
    )

    merged = merge(known, seen)

    assert (merged.id, merged.cite_key) == ("title", "ada-2025-title")
    assert (merged.arxiv_id, merged.aliases) == ("2508.00001", ("2508.00001",))
    assert merge(merged, known).aliases == merge(replace(merged, aliases=()), known).aliases == merged.aliases
    assert merge(replace(seen, aliases=("title",)), merged).aliases == ("title",)


def test_titles_and_dois_that_another_account_gave_are_kept() -> None:
    first = paper("Old Title", "Text.", source="huggingface", doi="10.1000/1")
    second = paper("New Title", "Text.", source="arxiv", doi="10.48550/arXiv.2508.00001")

    merged = merge(first, second)

    assert (merged.title, merged.doi) == (second.title, second.doi)
    assert merged.other_names == ("10.1000/1", "Old Title")
    assert merge(merged, first) == merged


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
        (paper(r"Poincar\'e \emph{maps}", None), paper("Poincaré maps", None), True),
        (paper("A_B c", None), paper("ab C", None), True),
        (paper("A", None), paper("B", None), False),
        (paper("A", TEXT, other_names=("B",)), paper("b!", None), True),
        (paper("A", TEXT, other_names=("B",)), paper("B", "Wool, yarn and knitting patterns."), False),
        (paper("\U0001f600", None), paper("---", None), False),
        (paper("word " * 30 + "one", None), paper("word " * 30 + "two", None), False),
    ],
)
def test_what_is_the_same_paper(known: Paper, seen: Paper, same: bool) -> None:
    assert same_paper(known, seen) is same
    assert same_paper(seen, known) is same


@pytest.mark.parametrize(("shared", "same"), [(10, True), (6, True), (5, False), (0, False)])
def test_abstracts_agree_from_six_tenths_of_their_words_on(shared: int, same: bool) -> None:
    words = [f"Word{number}" for number in range(20)]

    assert agree(" ".join(words[:10]), " ".join(words[10 - shared : 20 - shared]).upper()) is same


@given(st.text(min_size=1), st.text(min_size=1))
def test_agreement_is_symmetric_and_of_each_with_itself(one: str, other: str) -> None:
    assert agree(one, one)
    assert agree(one, other) == agree(other, one)


@pytest.mark.parametrize(("beginning", "are_one"), [(9_999, False), (10_000, True)])
def test_only_the_first_10000_characters_of_abstracts_are_compared(beginning: int, are_one: bool) -> None:
    assert agree("x" * beginning + "y", "x" * beginning + "z") is are_one


def test_a_word_agrees_as_often_as_it_stands_in_both_abstracts() -> None:
    assert agree("spam spam spam", "spam spam")
    assert not agree("spam spam spam spam spam", "spam spam")


def test_merging_many_accounts_does_not_depend_on_their_order() -> None:
    merged = set()
    for first, *others in permutations(BEST_FIRST[:5]):
        result = first
        for other in others:
            result = merge(result, other)
        merged.add(replace(result, id="title"))

    assert len(merged) == 1


SPAM = "SPAM " * 99 + "SPAM"
LONG = " ".join(f"word{number}" for number in range(100))
DISPUTED = [
    ([TEXT, SPAM], SPAM, TEXT, True),
    ([TEXT, "Spam."], TEXT, "Spam.", True),
    ([TEXT, SPAM, "Eggs."], SPAM, "Eggs.", True),
    ([TEXT, TEXT.replace("few", "fewer")], TEXT.replace("few", "fewer"), TEXT, False),
    ([LONG, LONG[:100]], LONG, LONG[:100], False),
    ([LONG, LONG + " more"], LONG + " more", None, False),
    ([TEXT, TEXT], TEXT, None, False),
    ([TEXT, None], TEXT, None, False),
    (["x" * 401, "y" * 500], "y" * 500, "x" * 400, True),
]


@pytest.mark.parametrize(("abstracts", "taken", "shortest", "disputed"), DISPUTED)
def test_the_shortest_abstract_of_equal_accounts_is_kept_beside_the_longest(
    abstracts: list[str | None], taken: str, shortest: str | None, disputed: bool
) -> None:
    for order in permutations(paper("A", each, arxiv_id="2508.00001") for each in abstracts):
        merged = reduce(merge, order)

        assert (merged.abstract, merged.shortest_abstract) == (taken, shortest)
        assert is_disputed(merged) is disputed


def test_a_paper_without_an_abstract_is_not_disputed() -> None:
    assert not is_disputed(paper("A", None, shortest_abstract="Spam."))


def test_a_paper_keeps_as_many_other_names_as_it_may_have() -> None:
    names = ascending(f"Name {number}" for number in range(ENTRIES["other_names"]))

    merged = merge(paper("A", TEXT, other_names=names), paper("Z", None))

    assert merged.other_names == names


@pytest.mark.parametrize("better", [{"source": "arxiv"}, {"updated": date(2025, 8, 9)}])
def test_an_account_that_stands_higher_ends_a_dispute(better: dict[str, Any]) -> None:
    spam, told = (paper("A", text, arxiv_id="2508.00001", source="huggingface") for text in (SPAM, TEXT))

    for best in (told, spam):
        for order in permutations([told, spam, replace(best, **better)]):
            assert reduce(merge, order).shortest_abstract is None
