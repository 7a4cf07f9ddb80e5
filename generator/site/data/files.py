"""The archive as files for programs, a year's papers in a file, the days, and how to read them.

A year's file holds the papers that were listed in that year, with their days in it: a new day changes no
file of a year before, unless it lists a paper of that year again that has changed.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from importlib.resources import files

from ...papers.addresses import day_address
from ...papers.citation import bibtex
from ...papers.records import Paper
from ..head import Site
from ..library import Library
from ..packed import packed
from ..shown import Keys
from ..store import Files, Held, Store
from .daily_papers import daily_papers, daily_papers_path
from .jsonl import jsonl

SCHEMAS = {
    name: (files(__package__) / name).read_text("utf-8")
    for name in ("paper.schema.json", "days.schema.json", "status.schema.json")
}
"""Of a line of papers, of the days, and of the status (https://json-schema.org/draft/2020-12)."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of one year's papers."""

    name: str
    year: int
    papers: int
    size: int
    """In bytes."""
    sha256: str


def year_files(
    library: Library, site: Site, keys: Keys, store: Store
) -> tuple[Sequence[DataFile], Mapping[str, Held]]:
    """Give the files of each year's papers, the newest year first, and what they hold, by path.

    They are made where `store` has them not.
    """
    years: list[DataFile] = []
    contents: dict[str, Held] = {}
    for year, papers in sorted(_by_year(library).items(), reverse=True):
        files, told = store.files(keys.of("year", site.url, papers), partial(_pack, year, papers, site))
        years += [DataFile(name, year, len(papers), **told[name]) for name in files]
        contents |= {f"data/{name}": content for name, content in files.items()}
    return years, contents


def _pack(year: int, listed: Sequence[tuple[Paper, tuple[date, ...]]], site: Site) -> tuple[Files, object]:
    """Give the files of a year's papers, and the size and checksum of each."""
    papers = [replace(paper, listed=days) for paper, days in listed]
    texts = {
        f"papers-{year}.jsonl": jsonl(papers),
        f"papers-{year}.bib": _apart(bibtex(paper, site.url) for paper in papers),
    }
    made = {f"{name}.gz": packed(name, parts, _newest(papers)) for name, parts in texts.items()}
    told = {name: {"size": len(data), "sha256": sha256(data).hexdigest()} for name, data in made.items()}
    return made, told


def _apart(entries: Iterable[str]) -> Iterator[str]:
    """Give entries with an empty line between them; each ends its own."""
    for number, entry in enumerate(entries):
        yield f"\n{entry}" if number else entry


def data_files(library: Library, site: Site, years: Sequence[DataFile]) -> Mapping[str, str]:
    """Give all other files by path; `years` are those of `year_files`."""
    return {
        **{f"data/{name}": schema for name, schema in SCHEMAS.items()},
        "data/SHA256SUMS": _sums(years),
        "api/days.json": _days(library),
        **(daily_papers(library) if site.daily_papers else {}),
        "llms.txt": _guide(library, site, years),
    }


def _by_year(library: Library) -> Mapping[int, Sequence[tuple[Paper, tuple[date, ...]]]]:
    """Give the papers of each year with their listing days in it, in the order of the lists."""
    years: dict[int, dict[str, tuple[Paper, tuple[date, ...]]]] = defaultdict(dict)
    for day in sorted(library.days):
        for paper_id in library.days[day].day.ids():
            if page := library.papers.get(paper_id):
                listed = tuple(each for each in page.paper.listed if each.year == day.year)
                years[day.year].setdefault(paper_id, (page.paper, listed or (day,)))
    return {year: tuple(papers.values()) for year, papers in years.items()}


def _newest(papers: Sequence[Paper]) -> date:
    return max(paper.listed[-1] for paper in papers)


def _days(library: Library) -> str:
    days = [
        {
            "date": day.isoformat(),
            "address": day_address(day),
            "papers": [paper_id for paper_id in library.days[day].day.ids() if paper_id in library.papers],
        }
        for day in sorted(library.days)
    ]
    return json.dumps({"days": days}, separators=(",", ":")) + "\n"


def _sums(years: Sequence[DataFile]) -> str:
    """Give the checksums of these files and of the schemas, as `sha256sum --check` reads them."""
    sums = {name: sha256(schema.encode()).hexdigest() for name, schema in SCHEMAS.items()}
    sums |= {file.name: file.sha256 for file in years}
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def _queries(library: Library, root: str) -> str:
    """Name the saved queries, a line each."""
    named = (
        f"- {answer.query.title}, a saved query ({answer.said}): {root}{answer.address}\n"
        for answer in library.answers
    )
    return "".join(named)


def _daily_papers(site: Site) -> str:
    """Name the files of days in the shape of Hugging Face's answers, where there are any."""
    path = daily_papers_path("<YYYY-MM-DD>")
    said = f"- {site.url}{path}: a day, in the shape of Hugging Face's api/daily_papers\n"
    return said if site.daily_papers else ""


def _guide(library: Library, site: Site, years: Sequence[DataFile]) -> str:
    """Give `llms.txt`, which tells programs that read text where everything is (https://llmstxt.org)."""
    days, root = sorted(library.days), site.url
    span = f" from {days[0]} to {days[-1]}" if days else ""
    names = "\n".join(f"- [{file.name}]({root}data/{file.name}): {file.papers:,} papers" for file in years)
    topics = f"- Topics: {root}topics/, each at {root}topics/<slug>/\n" if library.settled else ""
    return f"""# {site.name}

> {site.description}

Papers: {len(library.papers):,}; days: {len(days):,}{span}. Each page names its source.

## Pages

- A paper: {root}papers/<arXiv identifier>/
- A day's list: {root}papers/date/<YYYY-MM-DD>/, the newest at {root}papers/date/latest/
- A week: {root}papers/week/<YYYY-Www>/
- A month: {root}papers/month/<YYYY-MM>/
- A year: {root}papers/year/<YYYY>/
{topics}- Search: {root}search/?q=<words>
{_queries(library, root)}
## Data

- [days.json]({root}api/days.json): each day and the papers on it
{_daily_papers(site)}- [status.json]({root}status.json): how complete the archive is
- [feed.json]({root}feed.json): the newest lists
- [paper.schema.json]({root}data/paper.schema.json): what a line of JSON Lines says
- [SHA256SUMS]({root}data/SHA256SUMS): checksums of all these files
{names}
"""
