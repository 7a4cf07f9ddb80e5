"""What may happen to a project between two builds: to what it holds, to its caches, to its site."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import time_machine

from tests.sites import ROOT, build_here, call

Change = Callable[[Path], None]

QUOKKAS = '{"date": "%s", "title": "Of quokkas", "abstract": "They smile at all who come by."}\n'
TOPICS = """\
- {slug: wool, label: Wool, aliases: [clouds]}
- {slug: rivers, label: The rivers}
- {slug: sheep, label: Sheep}
"""
QUERIES = "  - dailypapers:\n      queries: {wool: {title: Of wool, query: wool}}\n"
HOOK = """\
def on_page_content(html, **_):
    return f"{html}<p>Seen.</p>"
"""
OTHERS = {
    "generator/site/names.py": ('return f"{number:,} {noun}', 'return f"{number:,} such {noun}'),
    "generator/site/card.py": ("_GREY = 100", "_GREY = 90"),
    "generator/related/lists.py": ("CLOSE = 0.27", "CLOSE = 0.99"),
    "generator/search/shards.py": ("SIZE = 3_900", "SIZE = 200"),
    "generator/site/library.py": ("(without(page.paper,", "(without(replace(page.paper, title='Goats'),"),
}
"""What another version of the program has in the place of what this one has."""


def lines(day: str, *numbers: int, votes: int = 1) -> str:
    """Give papers of a day as JSON Lines; they speak of the same, so that they are related."""
    return "".join(
        json.dumps(
            {
                "date": day,
                "arxiv_id": f"2508.{number:05}",
                "title": f"Sheep {number} and the wool of {'clouds' if number % 2 else 'rivers'}",
                "abstract": f"We study sheep and their wool. In field {number} they are woollier.",
                "authors": ["Ada Lovelace", f"Author {number}"],
                "upvotes": votes,
                "github": f"https://github.com/sheep/{number}",
            }
        )
        + "\n"
        for number in numbers
    )


def add(text: str) -> Change:
    def added(project: Path) -> None:
        listing = project.parent / "more.jsonl"
        listing.write_text(text)
        call(project, "add", str(listing))

    return added


def edit(pattern: str, old: str, new: str) -> Change:
    def edited(project: Path) -> None:
        for path in sorted(project.glob(pattern)):
            text = path.read_text()
            path.write_text(text if new and new in text else text.replace(old, new))

    return edited


def put(name: str, text: str) -> Change:
    def written(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text)

    return written


def drop(name: str) -> Change:
    return lambda project: (project / name).unlink(missing_ok=True)


def change_nothing(project: Path) -> None:
    pass


def remove_paper(project: Path) -> None:
    paper = project / "content/papers/2508/2508.00002.md"
    if "\nremoved: " not in paper.read_text():
        call(project, "remove", "2508.00002", "--reason", "Asked for.")


def see_all_pages(project: Path) -> None:
    """Have another plugin see all pages, so that MkDocs makes them."""
    put("hook.py", HOOK)(project)
    edit("mkdocs.yml", "docs_dir: content\n", "docs_dir: content\nhooks: [hook.py]\n")(project)


IN_THE_PROJECT = [
    change_nothing,
    add(lines("2025-08-08", 5, 6, 7)),
    add(lines("2025-08-06", 8)),
    add(lines("2025-08-07", 1, 3, votes=90)),
    add(QUOKKAS % "2025-08-08"),
    add((QUOKKAS % "2025-08-09").replace("{", '{"arxiv_id": "2508.00099", ')),
    drop("content/papers/date/2025-08-09.md"),
    edit("content/papers/2508/2508.00001.md", "woollier", "thicker"),
    edit("content/papers/2508/2508.00003.md", "stays -->\n", "stays -->\n\nRead *this*.\n"),
    edit("content/papers/2508/2508.00001.md", "source: ", "aliases: [first-sheep]\nsource: "),
    remove_paper,
    put("content/topics.yml", TOPICS),
    edit("content/topics.yml", "label: Wool", "label: Fleece"),
    edit("content/topics.yml", "label: Sheep", "label: Sheep, merged_into: wool"),
    edit("content/topics.yml", "label: The rivers", "label: The rivers, withdrawn: true"),
    put("content/more.md", "# More\n\nOf [sheep](papers/2508/2508.00001.md).\n"),
    edit("content/more.md", "sheep", "other sheep"),
    drop("content/more.md"),
    edit("content/about.md", "archive", "collection"),
    edit("content/about.md", "title: About", "title: Of us all"),
    put("content/robots.txt", "User-agent: *\n"),
    change_nothing,
    drop("content/robots.txt"),
    put("content/notes.txt", "Of wool."),
    edit("site_theme/paper.html", "</article>", "<hr></article>"),
    edit("site_theme/partials/periods.html", "columns", "columns more"),
    drop("site_theme/paper.html"),
    put("site_theme/assets/more.css", "p { color: red }"),
    drop("site_theme/assets/more.css"),
    edit("site_theme/assets/archive.css", "{", "{ --more: 1; "),
    edit("site_theme/assets/*.js", "// @ts-check", "// @ts-check\nconsole.log(1);"),
    put("content/topics.yml", TOPICS),
    edit("mkdocs.yml", "Daily Papers Archive", "Papers of Sheep"),
    edit("mkdocs.yml", "permanent and searchable", "lasting"),
    edit("mkdocs.yml", "https://daily-papers.example/daily-papers/", "https://sheep.example/"),
    edit("mkdocs.yml", "# leave_out: [votes, summary", "leave_out: [votes] # [summary"),
    edit("mkdocs.yml", "from: 2026-11-23", "from: 2025-08-01"),
    edit("mkdocs.yml", "  - about.md\n", "  - about.md\n  - Weeks: papers/week/index.md\n"),
    edit("mkdocs.yml", "  - dailypapers:\n", QUERIES),
    edit("mkdocs.yml", "query: wool", "query: clouds"),
    edit("mkdocs.yml", "{title: Of wool, query: clouds}", "withdrawn"),
    see_all_pages,
    edit("mkdocs.yml", "hooks: [hook.py]\n", ""),
]  # fmt: skip


def kept(project: Path) -> list[Path]:
    return [path for path in sorted((project / ".cache/build").rglob("*")) if path.is_file()]


def damage_caches(project: Path) -> None:
    for path in kept(project):
        data = bytearray(path.read_bytes())
        for place in random.Random(len(data)).sample(range(len(data)), min(len(data), 40)):
            data[place] ^= 255
        path.write_bytes(data)


def lose_half_of_the_caches(project: Path) -> None:
    for number, path in enumerate(kept(project)):
        if number % 2:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def put_folders_in_the_place_of_caches(project: Path) -> None:
    for path in kept(project):
        path.unlink()
        (path / "folder").mkdir(parents=True)


def put_a_file_in_the_place_of_the_cache(project: Path) -> None:
    shutil.rmtree(project / ".cache/build", ignore_errors=True)
    (project / ".cache/build").touch()


def clear_the_cache(project: Path) -> None:
    shutil.rmtree(project / ".cache", ignore_errors=True)


def swap_what_is_kept(project: Path) -> None:
    """Have each key in the stores lead to what another one made."""
    for file in (project / ".cache/build").glob("*.db"):
        with sqlite3.connect(file) as database:
            rows = database.execute("SELECT key, data FROM made ORDER BY key").fetchall()
            database.executemany(
                "UPDATE made SET data = ? WHERE key = ?",
                [(data, key) for (key, _), (_, data) in zip(rows, rows[1:] + rows[:1], strict=True)],
            )
        database.close()


def leave_a_journal(project: Path) -> None:
    """Leave beside the store what another one would be rolled back by."""
    other = Path(tempfile.mkdtemp(dir=project.parent)) / "made.db"
    if (project / ".cache/build/made.db").is_file():
        shutil.copy(project / ".cache/build/made.db", other)
        database = sqlite3.connect(other)
        database.execute("PRAGMA cache_size = 1")
        database.execute("UPDATE made SET data = zeroblob(length(data))")
        shutil.copy(f"{other}-journal", project / ".cache/build/made.db-journal")
        database.close()


def take_a_foreign_cache(project: Path) -> None:
    other = Path(tempfile.mkdtemp(dir=project.parent)) / "project"
    shutil.copytree(project, other)
    edit("content/papers/2508/*.md", "Sheep", "Goats")(other)
    build_here(other)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    shutil.copytree(other / ".cache", project / ".cache")


def build_with_another_version(project: Path) -> None:
    """Have a program that makes, finds and reads other things build the project."""
    other = Path(tempfile.mkdtemp(dir=project.parent))
    for name in ("generator", "site_theme"):
        shutil.copytree(ROOT / name, other / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, (old, new) in OTHERS.items():
        text = (other / name).read_text()
        assert old in text, name
        (other / name).write_text(text.replace(old, new))
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(other)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert b" such paper" in (project / "site/papers/index.html").read_bytes()


def build_in_another_year(project: Path) -> None:
    with time_machine.travel(date(2001, 1, 1)):
        build_here(project)


IN_THE_CACHE = [
    damage_caches,
    lose_half_of_the_caches,
    put_folders_in_the_place_of_caches,
    put_a_file_in_the_place_of_the_cache,
    clear_the_cache,
    swap_what_is_kept,
    leave_a_journal,
    take_a_foreign_cache,
    build_with_another_version,
    build_in_another_year,
]  # fmt: skip


def set_the_clock_back(project: Path) -> None:
    """Change a page and a file of the site, and have them look as they did."""
    for pattern, old, new in (
        ("content/papers/2508/*.md", "wool", "loow"),
        ("site/papers/*/index.html", "Sheep", "Shoop"),
    ):
        for path in sorted(project.glob(pattern)):
            stat = path.stat()
            path.write_text(path.read_text().replace(old, new))
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def spoil_the_site(project: Path) -> None:
    for number, path in enumerate(sorted((project / "site").rglob("*.html"))):
        if number % 3 == 0:
            path.unlink()
        elif number % 3 == 1:
            path.write_text("Spoilt")
    (project / "site/foreign").mkdir(parents=True, exist_ok=True)
    (project / "site/papers/2508.00001/index.html").unlink(missing_ok=True)
    (project / "site/papers/2508.00001/index.html/empty").mkdir(parents=True, exist_ok=True)
    (project / "site/foreign/page.html").write_text("Foreign")


def link_within_the_site(project: Path) -> None:
    """Put links in the place of a folder and of files, and a file in the place of a folder."""
    elsewhere = Path(tempfile.mkdtemp(dir=project.parent))
    for name in ("papers/2508.00003", "papers/2508.00001/index.html", "index.html", "feeds"):
        path = project / "site" / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == "feeds":
            path.touch()
        else:
            path.symlink_to(elsewhere)


def lose_the_site(project: Path) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)


IN_THE_SITE = [set_the_clock_back, spoil_the_site, link_within_the_site, lose_the_site]
