"""One value that is too large rejects its entry, whichever door it comes in by, and leaves the others."""

import json

import pytest

from generator.papers.bounds import ENTRIES
from generator.papers.errors import ListingError
from generator.sources import parse
from tests.sources.samples import entry, hint

LONG = "a" * 100_000
FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title><id>http://arxiv.org/api/x</id>
<entry><id>http://arxiv.org/abs/2604.00001v1</id><title>{title}</title></entry>
<entry><id>http://arxiv.org/abs/2604.00002v1</id><title>Goats</title></entry></feed>"""
RSS = """<rss><channel><link>http://rss.arxiv.org/rss/cs.CL</link>
<pubDate>Thu, 02 Apr 2026 00:00:00 -0400</pubDate>
<item><guid>oai:arXiv.org:2604.00001v1</guid><title>{title}</title></item>
<item><guid>oai:arXiv.org:2604.00002v1</guid><title>Goats</title></item></channel></rss>"""
OAI = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><request>x</request><ListRecords>{records}</ListRecords></OAI-PMH>"""
RECORD = """<record><header><datestamp>2026-04-02</datestamp></header><metadata><arXiv><id>{id}</id>
<title>{title}</title></arXiv></metadata></record>"""

DOORS = {
    "text": f"Daily Papers\n\nApr 2, 2026\n\n{LONG}\n· 2 authors\n\nGoats\n· 3 authors\n",
    "JSON Lines": "\n".join(json.dumps({"date": "2026-04-02", "title": title}) for title in (LONG, "Goats")),
    "Hugging Face": json.dumps(
        [entry() | {"title": LONG}, entry(id="2604.00002", title="Goats") | {"title": "Goats"}]
    ),
    "Atom": FEED.format(title=LONG),
    "RSS": RSS.format(title=LONG),
    "OAI-PMH": OAI.format(
        records=RECORD.format(id="2604.00001", title=LONG) + RECORD.format(id="2604.00002", title="Goats")
    ),
}


@pytest.mark.parametrize("door", DOORS)
def test_an_oversized_title_rejects_its_entry_only(door: str) -> None:
    listing = parse(DOORS[door].encode(), hint("2026-04-02.listing"))

    (rejection,) = listing.rejected()
    assert rejection.reason.startswith("title: found ")
    assert len(rejection.text) <= 200
    assert [each.paper.title for each in listing.entries] == ["Goats"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"categories": ["c" * 300]}, "categories: found 300 characters; allowed: at most 100"),
        (
            {"categories": [f"cs.{n}" for n in range(3_000)]},
            "categories: found 3,000 entries; allowed: at most 30",
        ),
        ({"topics": [f"topic {n}" for n in range(500)]}, "topics: found 500 entries"),
        ({"links": [f"https://a.co/{n}" for n in range(500)]}, "links: found 500 entries"),
        ({"links": ["https://a.co/" + "a" * 5_000]}, "link: found 5,013 characters"),
        ({"abstract": " ".join(f"https://a.co/{n}" for n in range(500))}, "links: found 500 entries"),
        ({"abstract": "a" * 1_000_000}, "abstract: found 1,000,000 characters"),
        ({"authors": ["A"] * 30_000}, "authors: found 30,000 entries"),
        ({"authors": ["A" * 900] * 500}, "authors: found 450,000 characters"),
        ({"authors": [{"name": "A", "family": "a" * 2_000}]}, "author's family name: found 2,000 characters"),
        ({"votes": 10**30}, f"votes: found {10**30}; allowed: a whole number from 0 to 1,000,000"),
        ({"doi": "10.1234/" + "1" * 500}, "doi: found 508 characters"),
        ({"arxiv_id": "a" * 300 + "/2401001"}, "id: found 'aaaa"),
        (
            {
                "listed": [
                    f"20{n:02}-{m:02}-{d:02}" for n in range(25) for m in range(1, 13) for d in range(1, 29)
                ]
            },
            "listed: found",
        ),
        ({"published": "0001-01-01"}, "published: found '0001-01-01'"),
        ({"comment": "a" * 5_000}, "comment: found 5,000 characters"),
        ({"journal_ref": "a" * 5_000}, "journal_ref: found 5,000 characters"),
        ({"abstract": "B", "summary": "a" * 50_000}, "summary: found 50,000 characters"),
        ({"submitted_by": "a" * 500}, "submitted_by: found 500 characters"),
        ({"organization": "a" * 500}, "organization: found 500 characters"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_an_oversized_field_rejects_its_row(row: dict[str, object], reason: str) -> None:
    rows = ({"date": "2026-04-02", "title": "Sheep", **row}, {"date": "2026-04-02", "title": "Goats"})

    listing = parse("\n".join(map(json.dumps, rows)).encode(), hint("x.jsonl"))

    (rejection,) = listing.rejected()
    assert rejection.reason.startswith(reason)
    assert [each.paper.title for each in listing.entries] == ["Goats"]


def test_a_listing_of_which_too_much_cannot_be_read_is_none() -> None:
    rows = ['{"title": "Goats"}', *['{"votes": 1}'] * (ENTRIES["rejections"] + 1)]

    with pytest.raises(
        ListingError,
        match="found 10,001 entries that cannot be read; allowed: at most 10,000; title is missing",
    ):
        parse("\n".join(rows).encode(), hint("2026-04-02.jsonl"))


def test_a_namespace_that_is_longer_than_any_is_refused() -> None:
    feed = FEED.format(title="Sheep").replace("<entry>", f'<entry xmlns:x="{"u" * 1_000}">', 1)

    with pytest.raises(ListingError, match="line 2: found a namespace whose name has 1,000 characters"):
        parse(feed.encode(), hint("2026-04-02.xml"))
