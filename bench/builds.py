"""What it costs to build a large archive, whole and from day to day, beside stock MkDocs with Material.

Run by `make bench`, or alone: `python -m bench.builds [papers]`. Prints the table of bench/RESULTS.md.
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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.archive import CORPORA, ROOT, bytes_by_kind, make_project
from bench.related import corpus, enlarged
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
_NEW_DAY = date(2026, 6, 15)
_OF_A_DAY = 45


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


def new_day(papers: Sequence[Paper], folder: Path) -> tuple[Path, Path]:
    """Write a list of a day that no paper was on, as JSON Lines and as copied text, in words of abstracts."""
    chance = random.Random(20260615)  # noqa: S311 - nothing secret
    words = [word for paper in papers[:2000] for word in (paper.abstract or "").split()]
    rows = [
        {
            "date": str(_NEW_DAY),
            "arxiv_id": f"2606.{11_000 + number}",
            "title": f"On {' '.join(chance.choices(words, k=6))}",
            "abstract": f"{' '.join(chance.choices(words, k=150))}.",
            "authors": [author.name for author in chance.choice(papers).authors][:20],
        }
        for number in range(_OF_A_DAY)
    ]
    lines, text = folder / "day.jsonl", folder / "day.txt"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    entries = "\n\n".join(f"{row['title']} once more\n\n{row['abstract']}" for row in rows)
    text.write_text(f"Daily Papers\n\nJun 16, 2026\n\n{entries}\n")
    return lines, text


def measured(papers: Sequence[Paper], folder: Path, stock: bool) -> None:
    """Print what building an archive of some papers costs."""
    lines = folder / "papers.jsonl"
    lines.write_text("".join(jsonl(papers)))
    project = make_project(folder / "archive")
    rows = [("add all to an empty archive", cost(project, "generator", "add", str(lines)))]
    first = None
    if stock:
        first = cost(make_stock(folder / "stock", papers), "mkdocs", "build", "--quiet")
        rows.append(("stock MkDocs with Material, the same papers", first))
        rows.append(("cold, without related papers and gists", cost(project, "bench.bare_build")))
        shutil.rmtree(project / ".cache")
    rows.append(("cold, everything", cost(project, "mkdocs", "build", "--quiet")))
    rows.append(("nothing changed", cost(project, "mkdocs", "build", "--quiet")))
    shutil.rmtree(project / "site")
    rows.append(
        ("nothing changed, no site, as a workflow builds", cost(project, "mkdocs", "build", "--quiet"))
    )
    day, text = new_day(papers, folder)
    rows.append(("add a day, JSON Lines", cost(project, "generator", "add", str(day))))
    rows.append(("one day more", cost(project, "mkdocs", "build", "--quiet")))
    rows.append(("add a day, copied text", cost(project, "generator", "add", str(text))))
    print(f"\n| {len(papers):,} papers | seconds | CPU | stock is 1 | MB of memory |\n|---|---|---|---|---|")
    for name, each in rows:
        ratio = f"{each.seconds / first.seconds:.2f}" if first else "-"
        print(f"| {name} | {each.seconds:.1f} | {each.cpu:.1f} | {ratio} | {each.megabytes:,.0f} |")
    sizes = bytes_by_kind(project / "site")
    print(f"\nThe site: {sizes.total() / 1e6:,.0f} MB, {sizes.total() / len(papers):,.0f} bytes a paper.")
    for kind, size in sizes.most_common():
        print(f"- {kind}: {size / len(papers):,.0f}")


def main() -> None:
    """Print the tables."""
    names = ("mkdocs", "mkdocs-material", "jinja2")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    print(f"\n{date.today()}, Python {platform.python_version()}, {packages}, {os.cpu_count()} processors")
    papers = corpus(CORPORA)
    for number in map(int, sys.argv[1:] or ("38506", "100000")):
        folder = Path(tempfile.mkdtemp())
        try:
            measured(enlarged(papers[:number], number), folder, number <= len(papers))
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
