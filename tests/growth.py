"""What each parser and each output makes of a long text of fragments that its own patterns look for.

A text is a fragment again and again; of one such as `before§unit§after` only the unit is repeated.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import NamedTuple

from generator.archive.pages import DayPage, PaperPage, read_paper
from generator.fetch.answers import fault, wait_asked_for
from generator.papers.addresses import read_addresses
from generator.papers.citation import bibtex, cite_key
from generator.papers.errors import DailyPapersError
from generator.papers.identifiers import is_address, parse_arxiv_id, slug
from generator.papers.merge import agree
from generator.papers.records import Author, Day, Link, Paper, Receipt
from generator.search.codec import write_words
from generator.search.documents import Document
from generator.search.postings import invert
from generator.search.stored import stored_fields
from generator.site.card import Card, draw
from generator.site.feeds import feeds
from generator.site.head import Site
from generator.site.library import Library
from generator.site.names import link_names
from generator.site.search_address import search_for
from generator.site.views.papers import PaperView
from generator.sources import parse
from generator.sources.arxiv import authors_in, doi_in
from generator.sources.cleaning import Texts, excerpt
from generator.sources.dates import read_date
from generator.sources.fields import load, read_day
from generator.sources.links import classify, links_in
from generator.sources.listing import Hint
from generator.sources.withdrawn import is_withdrawn
from generator.text import commonmark, markup
from generator.text.analysis import analyse
from generator.text.formulas import segments
from generator.text.lead import lead
from generator.text.linear_math import linear
from generator.text.mathml import mathml
from generator.text.plain import paragraphs, replace_forbidden
from generator.text.stemming import stem
from generator.text.tex import readable

DAY = date(2025, 8, 6)
SITE = Site("An Archive", "What it holds.", "https://archive.example/")

_FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title><id>http://arxiv.org/api/x</id>'
ATOM = f"{_FEED}{{}}</feed>"
ENTRY = "<entry><id>http://arxiv.org/abs/2508.00001v1</id><title>A</title>{}</entry>"
_CHANNEL = "<link>http://rss.arxiv.org/rss/cs.CL</link><pubDate>Wed, 06 Aug 2025 00:00:00 -0400</pubDate>"
RSS = f"<rss><channel>{_CHANNEL}<item><guid>2508.00001</guid><title>A</title>{{}}</item></channel></rss>"
OAI = "<OAI-PMH><request/><ListRecords>{}</ListRecords></OAI-PMH>"
RECORD = "<record><header><datestamp>2025-08-06</datestamp></header><metadata>{}</metadata></record>"
TEXT = "Daily Papers\n\nAug 6\n\n{}"
ROW = '{{"date": "2025-08-06", "title": "A"{}}}'
PAGE = "---\nid: a\ntitle: A\nlisted:\n- 2025-08-06\nsource: text\n{}\n---\n"


class Case(NamedTuple):
    """One function and what it is fed."""

    name: str
    run: Callable[[str], object]
    fragment: str

    def text(self, size: int) -> str:
        """Give a text of about so many characters."""
        parts = self.fragment.split("§")
        before, unit, after = parts if len(parts) == 3 else ("", self.fragment, "")
        return before + unit * (size // len(unit)) + after

    def work(self, size: int) -> Callable[[], object]:
        """Give a function that feeds it such a text, whether it takes or refuses it."""
        text = self.text(size)

        def work() -> None:
            with suppress(DailyPapersError, ValueError):
                self.run(text)

        return work


def _parse(text: str) -> object:
    return parse(text.encode(), Hint("2025-08-06.listing", date(2025, 9, 1)))


def _paper(**fields: object) -> Paper:
    """Give a paper that may hold more than any: a function may be fed it all the same."""
    paper = Paper(id="a", title="A", listed=(DAY,), source="text", abstract="B")
    for name, value in fields.items():
        object.__setattr__(paper, name, value)
    return paper


def _by(text: str) -> Paper:
    author = Author("A")
    object.__setattr__(author, "name", f"A {text}")
    return _paper(title=text, authors=(author,), published=DAY)


def _library(papers: Iterable[Paper]) -> Library:
    pages = {paper.id: PaperPage(paper, "") for paper in papers}
    receipt = Receipt("text", "x", "0" * 64, len(pages), tuple(pages))
    return Library(pages, {}, {DAY: DayPage(Day(DAY, (receipt,)))})


def _feeds(text: str) -> object:
    return feeds(_library([_paper(title=text, abstract=text)]), SITE)


def _feeds_of_categories(text: str) -> object:
    """Write the feeds of papers that have ten categories each, most of them their own."""
    words = [f"{word}{'x' * (n % 97)}.{'y' * (n % 89)}a" for n, word in enumerate(text.split())]
    tens = (tuple(words[first : first + 10]) for first in range(0, len(words), 10))
    return feeds(_library(_paper(id=f"p-{n}", categories=ten) for n, ten in enumerate(tens)), SITE)


def _head(text: str) -> object:
    paper = _by(text)
    view = PaperView(
        site=SITE, address="papers/a/", title=text, description=text, updated=DAY, paper=paper, place=None
    )
    return view.head.script()


def _document(text: str) -> Document:
    return Document("papers/a/", text, text, (text,), (text,), None, (DAY,), None, False)


def _link(url: str) -> object:
    return link_names([Link(classify(url), url)])


def _authors_in(text: str) -> object:
    return authors_in(text, Texts())


def _is_withdrawn(text: str) -> object:
    return is_withdrawn(text, text)


def _fault(text: str) -> object:
    return fault(text.encode(), "json"), fault(text.encode(), "xml")


def _wait(text: str) -> object:
    return wait_asked_for({"Retry-After": text, "RateLimit": text}, datetime.now(UTC))


def _read_paper(text: str) -> object:
    return read_paper(text, "a.md")


def _draw(text: str) -> object:
    return draw(Card(text, DAY, 1, (text,)))


WORDS = ("a", "a ", "1.", "A-_", "'", "é", "中", "\u0301\u0327", "İα ", "\u00a0")
FORMULAS = (
    "$", "$$", "$ ", "$a b$", "\\", "\\(", "\\(a", "\\[", "\\$", "$\\$", "$\\a ", "$1", "{", "$a§ \n§",
)  # fmt: skip
ADDRESSES = (
    "://", "http://", "https://a.co/", "https://a.co/(", "https://a.co/\\_", "www.", "github.com/", "a.",
    "a-", "/", "https://a-", "https://a.", "https://a.co/a?b=&",
)  # fmt: skip
MARKUP = (
    "&", "<", "<a ", "<!--", "*", "`", "[", "](", "|", "~", "#", "1. ", "\n# ", "\n\n", "&#39;", "\ufffe",
)  # fmt: skip
SPACES = (" ", "\n", "\n  ", "a\n  b ", ".\n  ", "a\n  b §://§", "\u2028", "\t", "\r\n", "a\n\nb ", "- \n")

_TEXTS = (
    "a-\n", "A title\n\nAn abstract.\n\n", "Aug 6\n\n", "Subscribe\n", "Submitted by a\n", "· 3 authors\n",
    "<a b='", '"a":', " ", "Submitted by\na\n1\nA title\n· 3 authors\n", "An abstract.\n\n",
)  # fmt: skip
_LINES = (
    '{"title": "A title"', " ",
    *(ROW.format(each) for each in ("", ', "arxiv_id": "2508.00001"', ', "votes": -1')),
)  # fmt: skip
_FIELDS = (
    '"authors": [§"A", §"B"]', '"topics": [§"A", §"B"]', '"links": [§"https://a.co/", §"https://b.co/"]',
    '"categories": [§"cs.CL", §"cs.AI"]', '"listed": [§"2025-08-05", §"2025-08-06"]',
    '"abstract": "§\\n  ://§"', '"doi": "§10.1234/§"', '"arxiv_id": "§a-§"', '"x": §{"a": §1',
    '"votes": §1§', '"title": "§é§"',
)  # fmt: skip
_ELEMENTS = (
    "§<entry></entry>§", "§<a>§", "<a §b='1' §/>", f"§{ENTRY.format('')}§", "<!-- §-§ -->",
    '<a xmlns="§u§"/>',
    *map(ENTRY.format, (
        "<summary>§&amp;§</summary>", "§<author><name>A</name></author>§", "<summary>§a\n  ://§</summary>",
        '§<category term="cs.CL"/>§', "<published>§2025-08-06§</published>",
    )),
)  # fmt: skip
_ITEMS = (
    "<description>§arXiv:§</description>", "<description>§arXiv: Announce Type: §</description>",
    "<description>a§\n§</description>", "<dc.creator>§, §</dc.creator>", "<pubDate>§Wed, 06 Aug §</pubDate>",
)  # fmt: skip
_RECORDS = (
    f"§{RECORD.format('<arXiv/>')}§",
    *map(RECORD.format, (
        "<arXiv><id>2508.00001</id><authors>§A and §</authors></arXiv>",
        "<arXiv><id>2508.00001</id><title>A</title><categories>§cs.CL §</categories></arXiv>",
        "<dc>§<identifier>a</identifier>§</dc>",
    )),
)  # fmt: skip
_FRONTS = (
    "x: §[§", "§- §a", "x: §a §", "§# a\n§x: 1", "topics:§\n- a topic§", "authors:§\n- An author§",
    "summary: §a§", "x: {§a: {§", "§? §a",
)  # fmt: skip
_ROWS: tuple[tuple[str, Callable[..., object], Iterable[str]], ...] = (
    ("commonmark.escape", commonmark.escape, (*MARKUP, *WORDS, "\\", "_a", "1)")),
    ("commonmark.unescape", commonmark.unescape, ("\\", "\\*", "a")),
    ("lead", lead, (*FORMULAS, *SPACES, "a. ", "A. B", "e.g. ")),
    ("linear_math.linear", linear, FORMULAS),
    ("tex.readable", readable, (*FORMULAS, "\\'", "{\\", "\\emph{", "\\v{c}", "}")),
    ("mathml.segments", segments, FORMULAS),
    ("mathml.mathml", mathml, FORMULAS),
    ("markup.inline", markup.inline, (*FORMULAS, *MARKUP)),
    ("markup.paragraphs", markup.paragraphs, (*FORMULAS, *MARKUP, *ADDRESSES, *SPACES)),
    ("markup.urls", markup.urls, (*FORMULAS, *ADDRESSES)),
    ("markup.plain", markup.plain, (*FORMULAS, *SPACES, *WORDS)),
    #
    ("records.replace_forbidden", replace_forbidden, (*MARKUP, *SPACES, "\0", "a\0")),
    ("records.paragraphs", paragraphs, SPACES),
    ("records.Link", _link, map("https://§{}§".format, ("a", "a.", "[", "@", ":", "/", "é", "a/"))),
    ("identifiers.parse_arxiv_id", parse_arxiv_id, ("a", "a-", "a.", "1", "arxiv:", "https://", "v1")),
    ("identifiers.is_address", is_address, ("a", "a-", "-", "a/", "1")),
    ("identifiers.slug", lambda text: slug(text, text), (*WORDS, *MARKUP, "&#x27;", "1,", "&amp;")),
    ("merge.agree", lambda text: agree(text, text[::-1]), WORDS),
    ("citation.cite_key", lambda text: cite_key(_by(text)), WORDS),
    ("citation.bibtex", lambda text: bibtex(_by(text), ""), (*WORDS, "$", "$a b$", "# %")),
    (
        "addresses.read_addresses",
        lambda text: read_addresses(text, "addresses.txt"),
        ("papers/a/\n", " ", "\n", "a b\n"),
    ),
    #
    ("cleaning.paragraphs", Texts().paragraphs, (*SPACES, *ADDRESSES, "a\n  b §.)§", "\0\n  ")),
    ("cleaning.excerpt", excerpt, SPACES),
    ("links.links_in", links_in, ADDRESSES),
    ("links.classify", classify, map("https://a.co/§{}§".format, ("a", "a/", "datasets/", "github.io"))),
    ("dates.read_date", read_date, ("Wed, ", "Aug ", "6 ", "2025-", " ", "th")),
    ("fields.read_day", read_day, ("2025-08-06", "0", "T", ":00")),
    ("fields.load", load, ("[", '{"a":', '"', "\\u0041", "1", "[1,", "null,")),
    ("arxiv.authors_in", _authors_in, (",", ", ", " and ", " ", "\u00a0", "(", "(1), ", "A, Jr., ")),
    ("arxiv.is_withdrawn", _is_withdrawn, ("withdrawn ", "this paper is ", "paper ", " ")),
    ("arxiv.doi_in", doi_in, ("10.", "10.1234/", "10.1234/,", "1", " ")),
    ("parse text", _parse, (TEXT.format(f"§{each}§") for each in _TEXTS)),
    (
        "parse an abstract",
        _parse,
        (TEXT.format(f"A\n\n§{each}§.") for each in (*ADDRESSES, *FORMULAS, "a", "a-\n")),
    ),
    ("parse JSON Lines", _parse, map("{}\n".format, _LINES)),
    ("parse a row of JSON Lines", _parse, (ROW.format(f", {each}") for each in _FIELDS)),
    ("parse Hugging Face", _parse, ("[§[§]", '[§{"paper": {"id": "2508.00001"}}, §1]', '[§"an entry", §1]')),
    ("parse Atom", _parse, map(ATOM.format, _ELEMENTS)),
    ("parse RSS", _parse, map(RSS.format, _ITEMS)),
    ("parse OAI-PMH", _parse, map(OAI.format, _RECORDS)),
    #
    (
        "answers.fault",
        _fault,
        ("<!doctype html>§<title§", "<!doctype html>§<title> §", "<?", "<?a?>", " ", "["),
    ),
    ("answers.wait_asked_for", _wait, ("1", "Wed, ", "t=", ";t=1", " ", "06 ", ":")),
    ("pages.read_paper", _read_paper, ("---\n", f"{PAGE.format('')}§\\§", *map(PAGE.format, _FRONTS))),
    #
    ("card.draw", _draw, ("a", "a ", ".", ". ", "é", "\u0301", "中", " ")),
    ("feed.feeds", _feeds, ("$", "$a b$", "&", "\n\n")),
    ("feed.feeds of categories", _feeds_of_categories, ("a-category ",)),
    ("head.view_head", _head, ("$", "$a b$", "<", "a ")),
    ("search_address.search_for", lambda text: search_for(text, "authors"), (*WORDS, "a_", ": ")),
    #
    ("analysis.analyse", analyse, (*WORDS, "\\'", "{\\", "\\ss", "a'")),
    ("stemming.stem", stem, ("y", "yb", "ational", "ing", "ss", "e", "b", "a", "ab")),
    ("codec.write_words", lambda text: write_words(sorted(text.split())), ("a ", "ab ", "a")),
    ("postings.invert", lambda text: invert([_document(text)]), ("a ", "é", "1.", "\u0301\u0327")),
    ("stored.stored_fields", lambda text: stored_fields([_document(text)]), ("a ", "a", "$a b$")),
)

CASES = [Case(name, run, fragment) for name, run, fragments in _ROWS for fragment in dict.fromkeys(fragments)]
