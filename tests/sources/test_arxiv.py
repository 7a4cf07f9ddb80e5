from datetime import date

import pytest

from generator.papers.errors import ListingError
from generator.papers.records import Author, Link
from generator.sources.arxiv import authors_in, parse, recognises
from generator.sources.cleaning import Texts

from .samples import ATOM, ATOM_ERROR, DAILY_ATOM, DATA, JSONL, OAI, PAGE, RSS, TEXT, hint, needs_data

DAY = date(2026, 4, 2)


def test_an_answer_of_the_api_gives_all_it_says() -> None:
    listing = parse(ATOM, hint(day=DAY))

    paper, old = (entry.paper for entry in listing.entries)
    assert (listing.source, listing.scope, listing.days) == ("arxiv", "cs.CL", (DAY,))
    assert (paper.id, paper.title) == ("2604.00001", "Counting $n$ Sheep")
    assert paper.abstract == "We count <n> sheep. They are many.\n\nA second paragraph."
    assert paper.authors == (Author("Ada Lamb"), Author("Bo Peep"))
    assert (paper.published, paper.updated) == (date(2026, 3, 31), DAY)
    assert paper.categories == ("cs.CL", "cs.AI")
    assert (paper.doi, paper.journal_ref) == ("10.1000/sheep.7", "J. Sheep 7 (2026) 1-9")
    assert paper.links == (Link("code", "https://github.com/sheep/count"),)
    assert not paper.withdrawn
    assert (old.id, old.title, old.published, old.withdrawn) == ("math/0309136", "An Old Goat", None, True)


@pytest.mark.parametrize(
    ("query", "scope"),
    [
        (b"search_query=cat:astro-ph&amp;id_list=&amp;start=9", "astro-ph"),
        (b"search_query=cat:cs.CL AND ti:sheep&amp;id_list=&amp;start=0", "api"),
        (b"search_query=&amp;id_list=2604.00001&amp;start=0", "api"),
    ],
)
def test_the_scope_is_the_category_if_nothing_else_was_asked(query: bytes, scope: str) -> None:
    data = ATOM.replace(b"search_query=cat:cs.CL&amp;id_list=&amp;start=0", query)

    assert parse(data, hint(day=DAY)).scope == scope


def test_an_announcement_is_an_entry_of_the_feed_s_day() -> None:
    listing = parse(RSS, hint())

    paper, replaced = (entry.paper for entry in listing.entries)
    assert (listing.scope, listing.days, listing.dated_by) == ("cs.CL", (DAY,), "listing")
    assert (paper.id, paper.title, paper.abstract) == ("2604.00001", "Counting $n$ Sheep", "We count sheep.")
    assert paper.authors == (Author("Ada Lamb"), Author("Bo Peep"))
    assert paper.categories == ("cs.CL", "cs.AI")
    assert (paper.doi, paper.journal_ref) == ("10.1000/sheep.7", "J. Sheep 7")
    assert (replaced.id, replaced.abstract, replaced.published) == ("2603.00009", "We count goats.", None)


def test_the_daily_listing_is_the_same_as_atom() -> None:
    listing = parse(DAILY_ATOM, hint())

    (paper,) = (entry.paper for entry in listing.entries)
    assert (listing.scope, listing.days) == ("cs.CL+cs.AI", (DAY,))
    assert (paper.id, paper.abstract, len(paper.authors)) == ("2604.00001", "We count sheep.", 2)


def test_a_daily_listing_says_how_each_paper_is_announced() -> None:
    unsaid = RSS.replace(b"<arxiv:announce_type>new</arxiv:announce_type>", b"")
    unknown = unsaid.replace(b"Announce Type: new", b"Announce Type: sold").replace(
        b"replace-cross", b"replace"
    )

    announced = {
        name: [entry.announced for entry in parse(data, hint(day=DAY)).entries]
        for name, data in {"rss": RSS, "atom": DAILY_ATOM, "u": unsaid, "k": unknown, "api": ATOM}.items()
    }

    assert announced == {
        "rss": ["new", "replace"],
        "atom": ["cross"],
        "u": ["new", "replace"],
        "k": [None, "replace"],
        "api": [None, None],
    }


def test_a_day_without_announcements_is_a_listing() -> None:
    empty = RSS[: RSS.index(b"<item>")] + b"</channel></rss>"

    listing = parse(empty.replace(b"Thu, 02", b"Sat, 04"), hint())

    assert (listing.days, listing.entries, listing.rejections) == ((date(2026, 4, 4),), (), {})


@pytest.mark.parametrize(
    ("found", "broken", "reason"),
    [
        (b"abs/2604.00001v2", b"abs/sheep", "arxiv_id: found"),
        (b"<title>Counting $n$ Sheep</title>", b"", "title is missing"),
        (b"2026-03-31T17:59:46Z", b"March", "published: found 'March'"),
        (b"10.1000/sheep.7", b"none", "doi: found 'none'"),
    ],
)
def test_an_entry_that_is_no_paper_is_rejected_with_its_number_and_reason(
    found: bytes, broken: bytes, reason: str
) -> None:
    listing = parse(ATOM.replace(found, broken), hint(day=DAY))

    (rejection,) = listing.rejections[DAY]
    assert [entry.first for entry in listing.entries] == [2]
    assert rejection.first == 1
    assert reason in rejection.reason


def test_an_announcement_of_another_day_is_rejected() -> None:
    listing = parse(RSS, hint("2026-04-02.xml"))
    other = parse(
        RSS.replace(b"Thu, 02 Apr 2026 00:00:00 -0400", b"Fri, 03 Apr 2026 00:00:00 -0400", 2),
        hint("2026-04-02.xml"),
    )

    assert [len(listing.entries), len(other.entries)] == [2, 1]
    assert "2026-04-03" in next(other.rejected()).reason


BOMB = b"""<!DOCTYPE feed [<!ENTITY a "sheep"><!ENTITY b "&a;&a;&a;&a;">]>
<feed xmlns="http://www.w3.org/2005/Atom"><title>&b;</title></feed>"""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (ATOM, "tells no listing day; give --date"),
        (ATOM[: ATOM.index(b"<entry>")] + b"</feed>", "is empty: no paper was found; correct the query, or"),
        (ATOM_ERROR, "'incorrect id format for xyz'"),
        (ATOM[:900], "x.xml, line [0-9]+: found broken XML in column [0-9]+"),
        (BOMB, "x.xml, line 1: found a document type"),
        (b"<?xml version='1.0'?>\n" + BOMB, "x.xml, line 2: found a document type"),
        (
            RSS.replace(b"cs.CL updates on arXiv.org", b"Feed error for query: cs.XY"),
            "Feed error for query: cs.XY",
        ),
        (RSS.replace(b"rss.arxiv.org", b"rss.example"), "found a feed of 'http://rss.example/rss/cs.CL'"),
        (b"<rss></rss>", "found neither Atom nor an RSS channel"),
        (b"<feed><id>https://arxiv.org/api/x</id></feed>", "found neither Atom nor an RSS channel"),
    ],
)
def test_what_is_no_listing_is_an_error(data: bytes, message: str) -> None:
    with pytest.raises(ListingError, match=message):
        parse(data, hint("x.xml"))


@pytest.mark.parametrize(
    ("data", "known"), [(ATOM, True), (RSS, True), (OAI, False), (PAGE, False), (JSONL, False), (TEXT, False)]
)
def test_feeds_are_told_from_other_listings(data: bytes, known: bool) -> None:
    assert recognises(data) is known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lamb, Bo Peep", ["Ada Lamb", "Bo Peep"]),
        ("Ada Lamb and Bo Peep", ["Ada Lamb", "Bo Peep"]),
        ("Ada Lamb, Bo Peep, and Andy Ram", ["Ada Lamb", "Bo Peep", "Andy Ram"]),
        ("Ada Lamb (1, 2), Bo Peep, Jr. (2) ((1) Meadow, (2) Hill (top))", ["Ada Lamb", "Bo Peep Jr."]),
        ("Ada Lamb,\n  Bo Peep", ["Ada Lamb", "Bo Peep"]),
        ("", []),
    ],
)
def test_authors_stand_in_one_text(text: str, names: list[str]) -> None:
    assert [author.name for author in authors_in(text, Texts())] == names


REAL = [
    ("atom_id_0000.0000.200.xml", ""),
    ("atom_id_0808.05394_1707.08567.200.xml", "1707.08567"),
    ("atom_id_1605.08386.200.xml", "1605.08386"),
    ("atom_id_astro-ph_0601001.200.xml", "astro-ph/0601001"),
    ("atom_id_quant-ph_0201082v1.200.xml", "quant-ph/0201082"),
    (
        "atom_q_testing.200.xml",
        "2202.12139 2405.13786 2005.14124 2204.08348 2302.03287 "
        "1202.4527 2503.05378 1205.1866 2502.07719 1812.11470",
    ),
    ("atom_recent.xml", "2605.08083 2605.08077"),
]


@needs_data
@pytest.mark.parametrize(("name", "ids"), REAL)
def test_real_answers_give_what_an_eye_finds(name: str, ids: str) -> None:
    listing = parse((DATA / "arxiv" / name).read_bytes(), hint(name, DAY))

    assert [entry.paper.id for entry in listing.entries] == ids.split()
    assert not listing.rejections


@needs_data
def test_a_real_paper_gives_what_an_eye_finds() -> None:
    listing = parse((DATA / "arxiv" / "atom_id_astro-ph_0601001.200.xml").read_bytes(), hint(day=DAY))

    (paper,) = (entry.paper for entry in listing.entries)
    assert paper.title.startswith("Frequency of Hot Jupiters and Very Hot Jupiters from the OGLE-III")
    assert [author.name for author in paper.authors] == [
        "Andrew Gould",
        "Susan Dorsher",
        "B. Scott Gaudi",
        "Andrzej Udalski",
    ]
    assert (paper.published, paper.journal_ref) == (date(2006, 1, 2), "ActaAstron.56:1-50,2006")
    assert paper.abstract
    assert "Gould & Morgan (2003)" in paper.abstract


@needs_data
def test_the_real_error_is_quoted() -> None:
    data = (DATA / "arxiv" / "atom_id_abc.400.xml").read_bytes()

    with pytest.raises(ListingError, match="incorrect id format for abc"):
        parse(data, hint(day=DAY))
