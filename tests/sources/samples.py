"""Invented listings in the shapes of the real ones, and where the real ones are."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.sources.listing import Hint

DATA = Path(__file__).parents[3] / "shared" / "data"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the real listings of ../shared/data are not here")


def hint(name: str = "listing", day: date | None = None) -> Hint:
    return Hint(name, today=date(2026, 6, 1), day=day)


def entry(**paper: object) -> dict[str, object]:
    """One entry of an answer of the Daily Papers API; `paper` replaces fields of its paper."""
    fields = {
        "id": "2604.00001",
        "title": "Counting Sheep with times Transformers and a\n  Very Long Title",
        "summary": "We count sheep.\nThey are\nmany.\n  Code: https://github.com/sheep/count.",
        "authors": [{"name": "Ada Lamb", "hidden": False}, {"name": "Bo Peep", "hidden": True}],
        "publishedAt": "2026-03-31T23:30:00.000Z",
        "upvotes": 0,
    }
    return {
        "title": "Counting Sheep with $\\times$ Transformers and a\n  Very Long Title",
        "publishedAt": "2026-04-02T11:00:00.000Z",
        "submittedBy": {"name": "shepherd", "fullname": "A. Shepherd"},
        "paper": {**fields, **paper},
    }


API = json.dumps([entry(), entry(id="2604.00002", title="Goats")], indent=1).encode()

PAGE = (
    b"<!doctype html>\n<html><body>\n"
    b'<div data-target="Header" data-props="{&quot;wide&quot;:true}"></div>\n'
    b'<div data-target="DailyPapers" data-props="'
    + json.dumps({"date": "2026-04-01T00:00:00.000Z", "dailyPapers": json.loads(API)})
    .replace("&", "&amp;")
    .replace('"', "&quot;")
    .encode()
    + b'"></div>\n</body></html>\n'
)

ATOM = b"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/abc</id>
  <title>arXiv Query: search_query=cat:cs.CL&amp;id_list=&amp;start=0&amp;max_results=2</title>
  <updated>2026-04-03T00:00:00Z</updated>
  <entry>
    <id>http://arxiv.org/abs/2604.00001v2</id>
    <title>Counting $n$ Sheep</title>
    <updated>2026-04-02T23:00:00Z</updated>
    <published>2026-03-31T17:59:46Z</published>
    <summary>  We count &lt;n&gt; sheep.
They are many.
  A second paragraph.</summary>
    <category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="I.2.7" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category term="cs.CL"/>
    <arxiv:comment>9 pages, code at https://github.com/sheep/count</arxiv:comment>
    <arxiv:journal_ref>J. Sheep 7 (2026) 1-9</arxiv:journal_ref>
    <arxiv:doi>10.1000/sheep.7</arxiv:doi>
    <author><name>Ada Lamb</name><arxiv:affiliation>Meadow</arxiv:affiliation></author>
    <author><name>Bo Peep</name></author>
  </entry>
  <entry>
    <id>http://arxiv.org/abs/math.GT/0309136v1</id>
    <title>An Old
  Goat</title>
    <summary>This paper has been withdrawn by the author.</summary>
    <author><name>Billy</name></author>
  </entry>
</feed>
"""

ATOM_ERROR = b"""<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/</id><title>Results</title><entry>
<id>https://arxiv.org/api/errors#incorrect_id_format_for_xyz</id><title>Error</title>
<summary>incorrect id format for xyz</summary></entry></feed>"""

RSS = b"""<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
<channel>
  <title>cs.CL updates on arXiv.org</title>
  <link>http://rss.arxiv.org/rss/cs.CL</link>
  <lastBuildDate>Thu, 02 Apr 2026 04:00:11 +0000</lastBuildDate>
  <pubDate>Thu, 02 Apr 2026 00:00:00 -0400</pubDate>
  <item>
    <title>Counting $n$ Sheep</title>
    <link>https://arxiv.org/abs/2604.00001</link>
    <description>arXiv:2604.00001v1 Announce Type: new
Abstract: We count sheep.</description>
    <guid isPermaLink="false">oai:arXiv.org:2604.00001v1</guid>
    <category>cs.CL</category>
    <category>cs.AI</category>
    <pubDate>Thu, 02 Apr 2026 00:00:00 -0400</pubDate>
    <arxiv:announce_type>new</arxiv:announce_type>
    <dc:creator>Ada Lamb (Meadow), Bo Peep</dc:creator>
    <arxiv:journal_reference>J. Sheep 7</arxiv:journal_reference>
    <arxiv:DOI>10.1000/sheep.7</arxiv:DOI>
  </item>
  <item>
    <title>Goats, Again</title>
    <link>https://arxiv.org/abs/2603.00009</link>
    <description>arXiv:2603.00009v4 Announce Type: replace-cross
Abstract: We count goats.</description>
    <guid isPermaLink="false">oai:arXiv.org:2603.00009v4</guid>
    <category>cs.LG</category>
    <pubDate>Thu, 02 Apr 2026 00:00:00 -0400</pubDate>
    <arxiv:announce_type>replace-cross</arxiv:announce_type>
    <dc:creator>Billy</dc:creator>
  </item>
</channel>
</rss>
"""

DAILY_ATOM = b"""<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns="http://www.w3.org/2005/Atom">
  <id>http://rss.arxiv.org/atom/cs.CL+cs.AI</id>
  <title>cs.CL, cs.AI updates on arXiv.org</title>
  <updated>2026-04-02T04:00:11Z</updated>
  <entry>
    <id>oai:arXiv.org:2604.00001v1</id>
    <title>Counting $n$ Sheep</title>
    <updated>2026-04-02T04:00:11Z</updated>
    <link href="https://arxiv.org/abs/2604.00001" rel="alternate" type="text/html"/>
    <summary>arXiv:2604.00001v1 Announce Type: cross
Abstract: We count sheep.</summary>
    <category term="cs.CL"/>
    <published>2026-04-02T00:00:00-04:00</published>
    <arxiv:announce_type>cross</arxiv:announce_type>
    <dc:creator>Ada Lamb, Bo Peep</dc:creator>
  </entry>
</feed>
"""

_OAI = """<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<responseDate>2026-04-03T12:00:00Z</responseDate>
<request verb="ListRecords" {asked}>http://oaipmh.arxiv.org/oai</request>
{answer}
</OAI-PMH>
"""

_RECORD = """<record><header><identifier>oai:arXiv.org:{id}</identifier>
<datestamp>2026-04-02</datestamp></header>
<metadata>{metadata}</metadata></record>"""

_DELETED = """<record><header status="deleted"><identifier>oai:arXiv.org:2604.00009</identifier>
<datestamp>2026-04-02</datestamp></header></record>"""

_ARXIV = """<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>math/0309136</id><created>2003-09-08</created>
<updated>2026-04-01</updated><authors><author><keyname>Lamb</keyname><forenames>Ada</forenames><suffix>Jr.</suffix>
</author><author><keyname>The Flock</keyname></author></authors><title>Counting
  Sheep</title><categories>math.GT cs.CG</categories><comments>9 pages</comments>
<journal-ref>J. Sheep 7</journal-ref><doi>10.1000/sheep.7 10.1000/sheep.8</doi>
<abstract>  We count
sheep.
  Twice.</abstract></arXiv>"""

_RAW = """<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>2604.00002</id><submitter>Ada</submitter>
<version version="v1"><date>Tue, 31 Mar 2026 17:57:34 GMT</date><source_type>D</source_type></version>
<version version="v2"><date>Thu, 2 Apr 2026 01:00:00 GMT</date><source_type>I</source_type></version>
<title>Goats</title><authors>Ada Lamb (1), Bo Peep, Jr. (2) ((1) Meadow, (2) Hill)</authors>
<categories>cs.CL</categories><abstract>  We count goats.</abstract></arXivRaw>"""

_DC = """<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Cows</dc:title><dc:creator>Lamb, Ada</dc:creator>
<dc:creator>The Flock</dc:creator><dc:subject>Computer Science - Computation and Language</dc:subject>
<dc:description>  We count cows.</dc:description><dc:description>Comment: 12 pages</dc:description>
<dc:date>2026-03-30</dc:date><dc:date>2026-04-01</dc:date>
<dc:identifier>http://arxiv.org/abs/2604.00003</dc:identifier>
<dc:identifier>J. Cows 8, 1-2</dc:identifier><dc:identifier>doi:10.1000/cows.8</dc:identifier></oai_dc:dc>"""


def oai(answer: str, asked: str = "") -> bytes:
    return _OAI.format(answer=answer, asked=asked).encode()


OAI = oai(
    "<ListRecords>"
    + _RECORD.format(id="math/0309136", metadata=_ARXIV)
    + _RECORD.format(id="2604.00002", metadata=_RAW)
    + _RECORD.format(id="2604.00003", metadata=_DC)
    + _DELETED
    + '<resumptionToken cursor="0" completeListSize="9">646|4</resumptionToken></ListRecords>',
    'set="cs:cs:CL"',
)

JSONL = b"""{"date": "2026-04-02", "title": "Sheep", "abstract": "We count\\nsheep.", "authors": ["Ada Lamb"]}

{"date": "2026-04-02", "arxiv_id": "2604.00002", "title": "Goats", "upvotes": 3}
{"date": "2026-04-03", "title": ["Cows"]}
"""

TEXT = b"""Daily Papers
Aug 6

Counting Sheep

We count sheep.
"""
