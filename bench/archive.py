"""Adding papers to an archive, and building its site: time, memory, bytes."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generator.doors.sizes import by_kind

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
CORPORA = ("corpus-hf.jsonl.gz", "corpus-arxiv.jsonl.gz")
DAY = "hf_api/2026-05-29.json"


@dataclass(frozen=True)
class Run:
    """What one command cost."""

    seconds: float
    megabytes: float
    """The most memory that any command of this benchmark had had until its end."""


def run(project: Path, *command: str) -> Run:
    """Run a module in a project, and measure it as a whole process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], cwd=project, check=True, capture_output=True)  # noqa: S603
    seconds = time.perf_counter() - start
    return Run(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000)


def make_project(folder: Path) -> Path:
    """Make an empty project with the site's own theme."""
    (folder / "content" / "listings").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "site_theme").symlink_to(ROOT / "site_theme")
    for page in (ROOT / "content").glob("*.md"):
        shutil.copy(page, folder / "content")
    return folder


def bytes_by_kind(site: Path) -> Counter[str]:
    """Add up the bytes of a built site by kind of file."""
    files = (path for path in site.rglob("*") if path.is_file())
    return by_kind({path.relative_to(site).as_posix(): path.stat().st_size for path in files})


def main() -> None:
    """Print what adding and building cost."""
    if not DATA.is_dir():
        sys.exit("The benchmarks need the real data in ../shared/data, which is not here.")
    folder = Path(tempfile.mkdtemp())
    try:
        both, small = make_project(folder / "both"), make_project(folder / "hf")
        rows = []
        hf = run(small, "generator", "add", str(DATA / CORPORA[0]))
        rows.append(("add corpus-hf to an empty archive", 8_506, hf))
        built = run(small, "mkdocs", "build", "--strict")
        rows.append(("build its site", 8_506, built))
        sizes = sorted(page.stat().st_size for page in (small / "site" / "papers").glob("[0-9]*/index.html"))
        shares = bytes_by_kind(small / "site")
        added = run(both, "generator", "add", *(str(DATA / name) for name in CORPORA))
        rows.append(("add both corpora to an empty archive", 38_506, added))
        built = run(both, "mkdocs", "build", "--strict")
        rows.append(("build its site", 38_506, built))
        again = run(both, "generator", "add", *(str(DATA / name) for name in CORPORA))
        rows.append(("add both again", 38_506, again))
        rows.append(("add one more day to both", 50, run(both, "generator", "add", str(DATA / DAY))))
        print("\n| what | papers | seconds | papers a second | peak MB so far |\n|---|---|---|---|---|")
        for name, papers, cost in rows:
            rate = papers / cost.seconds
            print(f"| {name} | {papers:,} | {cost.seconds:.1f} | {rate:,.0f} | {cost.megabytes:,.0f} |")
        total = shares.total()
        print(
            f"\nA paper's page: {median(sizes):,.0f} bytes in the middle, {sizes[-1]:,} at most."
            f" The site: {total / 1e6:,.0f} MB, {total / 8_506:,.0f} bytes a paper:\n"
            "\n| kind of file | bytes a paper |\n|---|---|"
        )
        for kind, size in shares.most_common():
            print(f"| {kind} | {size / 8_506:,.0f} |")
    finally:
        shutil.rmtree(folder)
