"""Papers, pages and days as hypothesis makes them up: everything that records allow, hostile text first."""

from datetime import date
from typing import get_args

import yaml
from hypothesis import strategies as st

from generator.archive.pages import DayPage, PaperPage, digest
from generator.papers.identifiers import RESERVED_SLUGS
from generator.papers.records import (
    LINK_KINDS,
    SOURCES,
    Announced,
    Author,
    DatedBy,
    Day,
    Link,
    Paper,
    Receipt,
    Rejection,
    Tombstone,
    ascending,
)
from generator.text.plain import one_line, paragraphs, replace_forbidden

HOSTILE = (
    "---",
    "...",
    "- item",
    "-",
    "# heading",
    "+ 1",
    "22. point",
    "1) one",
    "===",
    "***",
    "___",
    "~~~",
    "```",
    "    code",
    "no",
    "Yes",
    "null",
    "~",
    "2401.00010",
    "12:30",
    "0x1F",
    "1e3",
    "2025-08-06",
    "key: value",
    "a #comment",
    "&anchor *alias !tag %directive @at `tick`",
    "{{ config }}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "</title><script>",
    "<think>",
    "&amp; &lt;",
    "[x](javascript:alert(1))",
    "![x](y)",
    "| a | b |",
    "snake_case _emphasis_ __strong__ a_",
    "~~gone~~",
    "back\\slash \\* \\\\ end\\",
    "$\\text{<script>}$",
    "\\(x_i\\) \\[y\\]",
    "$5 and $6",
    "https://example.org/a_b_c?d=1&e=2",
    "www.example.org",
    "<!-- notes: what stands below this line is yours and stays -->",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\u202eright to left\u202c",
    "\U0001f600\U0001f1e9\U0001f1ea",
    "e\u0301 \ufeff \u200b",
    "\"double\" 'single'",
)


def _allowed(text: str) -> str:
    return replace_forbidden(text)[0]


_raw = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=12), min_size=1, max_size=4).map(" ".join)
lines = _raw.map(_allowed).map(one_line).filter(bool)
"""Text on one line, as titles are."""
abstracts = st.lists(_raw, min_size=1, max_size=3).map("\n\n".join).map(_allowed).map(paragraphs).filter(bool)
words = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True)
slugs = words.filter(lambda text: text not in RESERVED_SLUGS)
arxiv_ids = st.from_regex(
    r"[0-9]{2}(0[1-9]|1[0-2])\.[0-9]{5}|(math|hep-th)/[0-9]{2}0[1-9][0-9]{3}", fullmatch=True
)
addresses = slugs | arxiv_ids
days = st.dates(date(1991, 1, 1), date(2199, 12, 31))
urls = st.builds("https://{}.org/{}".format, words, st.text("abc/?#&=%~_.()'*{}[]é", max_size=12))
links = st.builds(Link, st.sampled_from(LINK_KINDS), urls)
authors = st.builds(Author, lines, st.none() | lines)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    paper_id = draw(addresses)
    return Paper(
        id=paper_id,
        title=draw(lines),
        listed=ascending(draw(st.lists(days, min_size=1, max_size=3))),
        source=draw(st.sampled_from(SOURCES)),
        abstract=draw(st.none() | abstracts),
        authors=tuple(draw(st.lists(authors, max_size=3))),
        arxiv_id=draw(st.none() | arxiv_ids),
        doi=draw(st.none() | st.just("10.48550/arXiv.1706.03762")),
        published=draw(st.none() | days),
        updated=draw(st.none() | days),
        withdrawn=draw(st.booleans()),
        categories=tuple(draw(st.lists(lines, max_size=2))),
        comment=draw(st.none() | lines),
        journal_ref=draw(st.none() | lines),
        links=ascending(draw(st.lists(links, max_size=3))),
        topics=ascending(draw(st.lists(lines, max_size=3))),
        summary=draw(st.none() | lines),
        votes=draw(st.none() | st.integers(0, 10**6)),
        submitted_by=draw(st.none() | lines),
        organization=draw(st.none() | lines),
        cite_key=draw(st.none() | words),
        other_names=ascending(draw(st.lists(lines, max_size=2))),
        shortest_abstract=draw(st.none() | lines),
        aliases=ascending(alias for alias in draw(st.lists(addresses, max_size=2)) if alias != paper_id),
    )


keys = st.from_regex(r"my_[a-z]{1,8}", fullmatch=True)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | days | _raw.map(_allowed),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
    max_leaves=4,
)
extras = st.dictionaries(keys, values, max_size=2).map(lambda extra: yaml.safe_dump(extra) if extra else "")
notes = st.just("") | _raw.map(_allowed).map(lambda text: text.replace("\r", " ").strip() + "\n")


@st.composite
def paper_pages(draw: st.DrawFn) -> PaperPage:
    paper = draw(papers())
    return PaperPage(paper, digest(paper), draw(extras), draw(notes))


rejections = st.builds(
    lambda first, more, reason, text: Rejection(first, first + more, reason, text),
    st.integers(1, 999),
    st.integers(0, 9),
    lines,
    lines,
)


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    ids = draw(st.lists(addresses, unique=True, max_size=6))
    how = st.none() | st.sampled_from(get_args(Announced))
    split = draw(st.integers(0, len(ids)))
    return Receipt(
        source=draw(st.sampled_from(SOURCES)),
        scope=draw(lines),
        sha256=draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True)),
        received=draw(st.integers(0, 200)),
        ids=tuple(ids[:split]),
        rejections=tuple(draw(st.lists(rejections, max_size=2))),
        dated_by=draw(st.sampled_from(get_args(DatedBy))),
        earlier=tuple(ids[split:]),
        first_seen=draw(st.none() | st.just("2025-08-06T09:30:00Z")),
        announced=tuple((paper_id, said) for paper_id in ids if (said := draw(how))),
        partial=draw(st.booleans()),
    )


@st.composite
def day_pages(draw: st.DrawFn) -> DayPage:
    by_key = {each.key: each for each in draw(st.lists(receipts(), max_size=2))}
    day = Day(draw(days), tuple(by_key[key] for key in sorted(by_key)))
    return DayPage(day, draw(extras), draw(notes))


digests = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)
tombstones = st.builds(
    Tombstone, addresses, lines, digests, st.just(()), st.lists(digests, max_size=2).map(ascending)
)
