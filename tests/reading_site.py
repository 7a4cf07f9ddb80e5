"""An invented archive with every kind of page, and a sample of the real one, built once for many tests."""

import gzip
import json
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from generator.archive.add import Addition
from generator.archive.archive import Archive
from generator.archive.remove import remove
from generator.papers.records import Author, Link, Paper, Rejection
from generator.sources import parse
from generator.sources.listing import Entry, Hint, Listing
from tests.sites import ROOT, build_here

DATA = ROOT.parent / "shared" / "data"
DAYS = (date(2026, 4, 16), date(2026, 4, 17), date(2026, 4, 20))
DAY = "papers/date/2026-04-16/"
BIG_DAY = "papers/date/2026-04-17/"
PAPER = "papers/2604.00100/"
WITH_LONG_FORMULA = "papers/2604.00101/"
WITH_MANY_AUTHORS = "papers/2604.00305/"
WITH_RELATED = "papers/2604.00300/"
REMOVED = "papers/2604.00108/"
WITH_LITTLE = "papers/2604.00109/"
PAGES = (
    "",
    DAY,
    f"{BIG_DAY}2/",
    PAPER,
    WITH_LONG_FORMULA,
    WITH_MANY_AUTHORS,
    WITH_LITTLE,
    WITH_RELATED,
    "papers/week/2026-W17/",
    "papers/month/2026-04/",
    "papers/year/2026/",
    "papers/",
    "papers/date/",
    "papers/week/",
    "papers/month/",
    "papers/year/",
    "papers/date/2026-04-18/",
    REMOVED,
    "queries/",
    "queries/remembering/",
    "topics/",
    "topics/remembering/",
    "topics/remembering/2026/",
    "topics/forgetting/",
    "trends/",
    "trends/2026-04/",
    "status/",
    "starred/",
    "search/",
    "about/",
    "404.html",
)
"""One page of each kind, and the papers that have much, little, a formula too long for any screen, a gist."""

TOPICS = """\
- {slug: remembering, label: Remembering}
- {slug: long-contexts, label: Long contexts}
- {slug: memory-cells, label: Memory cells}
- {slug: forgetting, label: Forgetting, withdrawn: true}
"""
CELLS = (120, 140, 212)
"""Papers about memory cells, on both pages of the day that is split."""
LONG_AGO = date(2026, 1, 12)
"""A day so long before the others that the archive is old enough to tell what rises."""

QUERIES = """      queries: {remembering: {title: Remembering, query: '"memory cells"'}}\n"""

ABSTRACT = (
    "Large models forget what they have read, and they forget it faster the longer the text becomes. "
    "We mend this with a memory of $O(\\log n)$ cells, which a small model fills while the large one reads. "
    "On seven tasks the memory keeps what matters, at a tenth of the cost of reading again. "
)
GIST = "In this paper, we propose a memory of $O(\\log n)$ cells for remembering with long contexts."
AUTHORS = {104: 12, 305: 90}
"""How many authors a paper has, where they are not nine."""
LONG_FORMULA = "$" + " + ".join(f"x_{{{number}}}" for number in range(60)) + "$"


RISEN_DAY = "papers/date/2026-02-16/"
TOPIC = "topics/quokka-harnesses/"
WITH_FORMULAS = "papers/2602.00200/"
FORMULAS = r"Bounds of $\tilde{O}(\sqrt{\frac{n}{\epsilon}})$ for $\pi_\theta$ in quokka harnesses"
IN_CHARACTERS = "Bounds of Õ(√(n/ϵ)) for π_θ in quokka harnesses"
"""A title, and how it stands where a page has no markup."""
_WITH_FORMULAS = (
    r"We bound $\frac{a}{\sqrt{b}}$ in $\tilde{O}(n)$. "
    + "We look at many things that are not asked for here, one after the other. " * 5
    + r"At last a wombat runs in $\mathcal{O}(\sqrt{\frac{n}{\epsilon}})$ where $\pi_\theta$ walks. "
    + "We look at many things that are not asked for here, one after the other."
)
_TOPICS = """- {slug: quokka-harnesses, label: Quokka harnesses, aliases: [QH]}
- {slug: lone-walks, label: Lone walks}
- {slug: sheep, label: Sheep, withdrawn: true}
"""


@dataclass(frozen=True)
class Sample:
    """A built site to weigh."""

    site: Path
    day: str
    """The address of a day that shows 40 papers or more."""
    papers: tuple[Path, ...]
    """The pages of papers that stand for many."""


def invented(project: Path) -> Path:
    """Build an invented archive of three days, one of them split, and one long ago; returns its site."""
    _prepare(project)
    (project / "content" / "topics.yml").write_text(TOPICS)
    archive = Archive(project / "content")
    _add(archive, Listing("huggingface", "daily_papers", (LONG_AGO,), tuple(_long_ago())))
    for day, numbers in zip(DAYS, (range(100, 112), range(110, 215), range(300, 306)), strict=True):
        entries = tuple(Entry(replace(_paper(number), listed=(day,)), number, number) for number in numbers)
        rejections = (Rejection(7, 8, "an entry without a title", "<b>Lost</b>"),)
        _add(archive, Listing("huggingface", "daily_papers", (day,), entries, {day: rejections}))
    again = tuple(Entry(replace(_paper(number), listed=DAYS[2:]), number, number) for number in (300, 301))
    _add(archive, Listing("jsonl", "again.jsonl", DAYS[2:], again))
    remove(archive, "2604.00108", "Its authors asked for it.")
    return _build(project)


def risen(project: Path) -> Path:
    """Build an archive of a year and four days, in the last of which a topic rose; returns its site."""
    _prepare(project)
    (project / "content/topics.yml").write_text(_TOPICS)
    archive = Archive(project / "content")
    quokkas = [f"Quokka harnesses of tale {_letters(number)}" for number in range(110)]
    lists = {
        date(2025, 1, 15): _walks(1),
        date(2025, 6, 16): _walks(2),
        date(2025, 12, 15): _walks(3),
        date(2026, 2, 16): [_told(number, title) for number, title in enumerate(quokkas)],
        date(2026, 2, 17): [_told(number, FORMULAS, _WITH_FORMULAS) for number in (200, 201)],
    }
    for day, papers in lists.items():
        entries = tuple(
            Entry(replace(paper, listed=(day,)), place, place) for place, paper in enumerate(papers, 1)
        )
        _add(archive, Listing("huggingface", "daily_papers", (day,), entries))
    return _build(project)


def sample(project: Path) -> Sample:
    """Build a sample of the real archive: every hundredth paper, and six days, the last of 42."""
    _prepare(project)
    with gzip.open(DATA / "corpus-hf.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [line for number, line in enumerate(lines) if number % 100 == 0]
    days, today = sorted((DATA / "hf_api").glob("2026-05-2[0-8].json")), date(2026, 5, 29)
    archive = Archive(project / "content")
    for data, hint in (
        ("".join(rows).encode(), Hint("corpus.jsonl", today)),
        *((day.read_bytes(), Hint(day.name, today)) for day in days),
    ):
        _add(archive, parse(data, hint))
    site = _build(project)
    ids = [json.loads(row)["arxiv_id"] for row in rows]
    return Sample(
        site, "papers/date/2026-05-28/", tuple(site / "papers" / name / "index.html" for name in ids)
    )


def _prepare(project: Path) -> None:
    (project / "content").mkdir()
    (project / "site_theme").symlink_to(ROOT / "site_theme")
    settings = (ROOT / "mkdocs.yml").read_text()
    settings = settings.replace("from: 2026-11-23", f"from: {DAYS[0]}")
    (project / "mkdocs.yml").write_text(settings.replace("      sources:", f"{QUERIES}      sources:", 1))
    for name in ("index.md", "about.md"):
        shutil.copy(ROOT / "content" / name, project / "content")


def _add(archive: Archive, listing: Listing) -> None:
    addition = Addition(archive)
    addition.add(listing)
    addition.write()


def _build(project: Path) -> Path:
    environment = {
        "SITE_URL": "http://127.0.0.1/archive/",
        "REPOSITORY_URL": "https://github.com/owner/archive",
    }
    with patch.dict(os.environ, environment):
        return build_here(project)


def _long_ago() -> Iterator[Entry]:
    for number in range(1, 7):
        name = f"2601.{number:05}"
        paper = Paper(name, f"Sorting {number}", (LONG_AGO,), "huggingface", arxiv_id=name)
        yield Entry(replace(paper, abstract="We sort."), number, number)


def _paper(number: int) -> Paper:
    name = f"2604.{number:05}"
    if number == 109:
        return Paper(id=name, title="Little is known", listed=DAYS[:1], source="huggingface")
    last = f" {GIST}" if number in (102, 300) else " Memory cells." if number in CELLS else ""
    letters = "".join(random.Random(number).choices("abcdefghijklmnopqrstuvwxyz     ", k=600))
    return Paper(
        id=name,
        arxiv_id=name,
        title=f"Remembering {number} with <think> and $\\alpha$",
        # A text that no gzip makes small stands for what real abstracts differ in.
        abstract=f"See {LONG_FORMULA}." if number == 101 else f"{ABSTRACT}{' '.join(letters.split())}.{last}",
        authors=tuple(
            Author(f"Ada Writer{chr(97 + place % 26) * (1 + place // 26)}")
            for place in range(AUTHORS.get(number, 9))
        ),
        listed=DAYS[:1],
        source="huggingface",
        published=date(2026, 4, 14),
        updated=date(2026, 4, 15),
        categories=("cs.CL",),
        links=(Link("code", "https://github.com/owner/memory"),),
        topics=("long context", "memory"),
        summary="A small model keeps what a large one forgets.",
        votes=99 if number == 140 else 12,
    )


def _walks(nth: int) -> list[Paper]:
    return [_told(1000 * nth + number, f"Lone walk {_letters(1000 * nth + number)}") for number in range(10)]


def _told(number: int, title: str, abstract: str = "A harness holds a quokka.") -> Paper:
    return Paper(
        id=f"2602.{number:05}",
        arxiv_id=f"2602.{number:05}",
        title=title,
        abstract=abstract,
        authors=(Author("Ada Writer"),),
        listed=DAYS[:1],
        source="huggingface",
        published=date(2026, 2, 12),
        topics=(r"$\ell_{1/2}$ norms",) if "$" in title else (),
        votes=number,
    )


def _letters(place: int) -> str:
    """Give a, b, ... z, aa, bb, ..."""
    return chr(97 + place % 26) * (1 + place // 26)
