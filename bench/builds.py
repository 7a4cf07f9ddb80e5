"""What it costs to build a large archive, whole and from day to day, beside stock MkDocs with Material.

Run by `make bench`, or alone: `python -m bench.builds [papers…]`. Without numbers it renews bench/RESULTS.md.
"""

import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.archive import CORPORA, ROOT, bytes_by_kind, make_project
from bench.related import corpus, enlarged
from generator.papers.days import month_before
from generator.papers.records import Paper
from generator.site.data.jsonl import jsonl

_STOCK = """site_name: Papers
site_url: https://papers.example/
theme: {name: material, font: false}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""
_RUN = """import os, subprocess, sys
_, status, used = os.wait4(subprocess.Popen(sys.argv[1:], stdout=2).pid, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(bool(status))"""
"""Run by a small process: the system counts the memory of the one that begins another as the other's."""
_OF_A_DAY = 45

SIZES = (10_000, 38_506, 100_000)
"""Papers of the archives that are measured."""
RESULTS = Path(__file__).with_name("RESULTS.md")
STOCK = "stock MkDocs with Material"
BARE = "cold, without related papers, gists, topics and trends"
WHOLE = "cold, everything"


@dataclass(frozen=True)
class Cost:
    """What a command cost."""

    seconds: float
    cpu: float
    megabytes: float
    """The most memory of its own process at once; those that it begins have copies of the same."""


def cost(project: Path, *command: str) -> Cost:
    """Run a module in a project."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    begin = time.perf_counter()
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _RUN, sys.executable, "-m", *command],
        cwd=project,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    seconds = time.perf_counter() - begin
    cpu, kilobytes = map(float, told.stdout.splitlines()[-1].split())
    return Cost(seconds, cpu, kilobytes / 1000)


def make_stock(folder: Path, papers: Iterable[Paper]) -> Path:
    """Make a project of MkDocs with Material that shows the same papers, and no more than these."""
    days = defaultdict(list)
    (folder / "docs" / "papers").mkdir(parents=True)
    (folder / "docs" / "days").mkdir()
    for paper in papers:
        day, authors = paper.listed[0], ", ".join(author.name for author in paper.authors)
        name, title = paper.id.replace("/", "-"), paper.title.translate(_NO_BRACKETS)
        days[day].append(f"1. [{title}](../papers/{name}.md)")
        text = f"# {paper.title}\n\n{authors}\n\n{paper.abstract}\n\nListed on [{day}](../days/{day}.md).\n"
        front = f"---\ntitle: {json.dumps(paper.title)}\n---\n"
        (folder / "docs" / "papers" / f"{name}.md").write_text(front + text)
    for day, lines in days.items():
        (folder / "docs" / "days" / f"{day}.md").write_text("\n".join([f"# {day}", "", *lines, ""]))
    index = [f"- [{day}](days/{day}.md)" for day in sorted(days)]
    (folder / "docs" / "index.md").write_text("\n".join(["# Papers", "", *index, ""]))
    (folder / "mkdocs.yml").write_text(_STOCK)
    return folder


_NO_BRACKETS = str.maketrans("[]", "()")


def new_day(papers: Sequence[Paper], day: date, folder: Path) -> tuple[Path, Path]:
    """Write a list of a day that no paper was on, as JSON Lines and as copied text, in words of abstracts.

    The text lists other papers, a day later.
    """
    chance = random.Random(str(day))  # noqa: S311 - nothing secret
    words = [word for paper in papers[:2000] for word in (paper.abstract or "").split()]
    rows = [
        {
            "date": str(day),
            "arxiv_id": f"{day:%y%m}.{10_000 + 100 * day.day + number}",
            "title": f"On {' '.join(chance.choices(words, k=6))}",
            "abstract": f"{' '.join(chance.choices(words, k=150))}.",
            "authors": [author.name for author in chance.choice(papers).authors][:20],
        }
        for number in range(_OF_A_DAY)
    ]
    lines, text = folder / "day.jsonl", folder / "day.txt"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    entries = "\n\n".join(f"{row['title']} once more\n\n{row['abstract']}" for row in rows)
    text.write_text(f"Daily Papers\n\n{day + timedelta(days=1):%b %d, %Y}\n\n{entries}\n")
    return lines, text


def costs(papers: Sequence[Paper], folder: Path) -> Iterator[tuple[str, Cost]]:
    """Give what adding papers and building their site costs, stock MkDocs with Material the first."""
    lines = folder / "papers.jsonl"
    lines.write_text("".join(jsonl(papers)))
    project = make_project(folder / "archive")
    build = ("mkdocs", "build", "--quiet")
    yield STOCK, cost(make_stock(folder / "stock", papers), *build)
    yield "add all to an empty archive", cost(project, "generator", "add", str(lines))
    yield BARE, cost(project, "bench.bare_build")
    shutil.rmtree(project / ".cache")
    yield "propose its topics", cost(project, "generator", "topics")
    yield WHOLE, cost(project, *build)
    yield "nothing changed", cost(project, *build)
    newest = max(paper.listed[-1] for paper in papers)
    day, text = new_day(papers, newest + timedelta(days=1), folder)
    yield "add a day, JSON Lines", cost(project, "generator", "add", str(day))
    yield "one day more", cost(project, *build)
    yield "add a day, copied text", cost(project, "generator", "add", str(text))
    shutil.rmtree(project / "site")
    yield "one day more, no site, as a workflow builds", cost(project, *build)
    month, _ = new_day(papers, month_before(newest, -1), folder)
    cost(project, "generator", "add", str(month))
    yield "the first day of a month more", cost(project, *build)


def table(papers: Sequence[Paper], folder: Path) -> Iterator[str]:
    """Give the lines that tell of an archive of some papers."""
    yield f"\n## {len(papers):,} papers\n"
    yield "| | seconds | CPU seconds | seconds, stock being 1 | MB of memory |\n|---|---|---|---|---|"
    found: dict[str, Cost] = {}
    for name, each in costs(papers, folder):
        found[name] = each
        ratio = each.seconds / found[STOCK].seconds
        yield f"| {name} | {each.seconds:.1f} | {each.cpu:.1f} | {ratio:.2f} | {each.megabytes:,.0f} |"
    more = (found[WHOLE].cpu - found[BARE].cpu) / len(papers)
    yield f"\nRelated papers, gists, topics and trends: {more * 1000:.2f} ms of CPU a paper."
    site = folder / "archive" / "site"
    sizes = bytes_by_kind(site)
    pages = [page.stat().st_size for page in (site / "papers").glob("[0-9]*/index.html")]
    kinds = ", ".join(f"{kind} {size / len(papers):,.0f}" for kind, size in sizes.most_common())
    total = sizes.total()
    yield f"\nThe site: {total / 1e6:,.0f} MB, {total / len(papers):,.0f} bytes a paper: {kinds}."
    yield f"A paper's page: {median(pages):,.0f} bytes in the middle."


def report(numbers: Iterable[int]) -> Iterator[str]:
    """Give the lines that tell of archives of some sizes."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "jinja2"))
    yield "# What builds cost\n"
    yield (
        f"{date.today()}, Python {platform.python_version()}, {packages}; {os.cpu_count()} processors,"
        f" {platform.system()} on {platform.machine()}. Made by `python -m bench.builds`."
    )
    yield (
        "\nStock shows the same papers by MkDocs with Material alone: title, authors and abstract,"
        " and a list of each day. All that is a paper's besides, the archive makes beyond that."
    )
    papers = corpus(CORPORA)
    for number in numbers:
        folder = Path(tempfile.mkdtemp())
        try:
            yield from table(enlarged(papers[:number], number), folder)
        finally:
            shutil.rmtree(folder)


def main() -> None:
    """Print the tables, and keep those of the usual sizes."""
    told = []
    for line in report([*map(int, sys.argv[1:])] or SIZES):
        print(line, flush=True)
        told.append(line)
    if not sys.argv[1:]:
        RESULTS.write_text("\n".join([*told, ""]))


if __name__ == "__main__":
    main()
