"""The archive on disk: `content/` with a page for each paper and day. The only reader and writer of it.

    content/addresses.txt                    every address ever published
    content/format.txt                       the number of the format; 1 where it is missing
    content/listings/                        listings dropped in by hand, as they came
    content/slugs.txt                        every slug that a topic ever had
    content/topics.yml                       its topics; missing where it has none
    content/papers/<YYMM>/<id>.md            a paper, or the tombstone of one
    content/papers/date/<YYYY-MM-DD>.md      a day

Which papers there are is read from file names, and a page only when it is needed: so a day costs what the day
costs, not what the archive costs.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from ..papers.addresses import (
    addresses_of_day,
    addresses_of_paper,
    paper_address,
    read_addresses,
    write_addresses,
)
from ..papers.errors import ArchiveError, PageError, open_conflict
from ..papers.identifiers import arxiv_month, base_of_slug, is_arxiv_id, name_digest, name_digests, slug_bases
from ..papers.merge import names
from ..papers.records import Paper, Tombstone
from ..text.commonmark import unescape
from ..text.plain import conflict_line
from .files import locked, read, remove_unfinished, write
from .format import check_format
from .pages import DayPage, PaperPage, read_day, read_paper, write_day, write_paper, write_tombstone

_NAME = r'(?:"(?:[^"\\\0-\x1f]|\\["\\])*+"|[A-Za-z][\w .()\'/+&-]*+)'
_WRITTEN_HEAD = re.compile(
    rf"---\nid: .+\n(?:title|(?P<removed>removed): .+\ntitle_digest): (?P<name>{_NAME})\n"
    rf"(?:other_(?:names|digests):\n(?P<others>(?:- {_NAME}\n)++))?(?=\w|---\n)"
)
"""The head of a page as the generator writes it, on which its names cost no YAML parser."""
PATIENCE = 60
"""Seconds to wait for a run that writes, or reads all, before it counts as stuck."""
_WRITTEN_DOI = re.compile(r'^doi: (10\.[^\s"\'#]++|"10\.[^"\\\n]++")$', re.MULTILINE)


class Archive:
    """The archive below one folder; see the module for its layout."""

    def __init__(self, root: Path) -> None:
        """Open the archive in `root`; raise ArchiveError for no folder, or a newer format."""
        if not root.is_dir():
            raise ArchiveError(f"{root}: no such folder; `dailypapers init FOLDER` begins an archive")
        check_format(root)
        self.root = root
        self.listings = root / "listings"
        self.days_folder = root / "papers" / "date"
        self._papers_folder = f"{root.as_posix()}/papers"
        self._before = f"{root.parent.as_posix()}/"
        self.addresses_file = root / "addresses.txt"
        self.topics_file = root / "topics.yml"
        self.slugs_file = root / "slugs.txt"

    @cached_property
    def files(self) -> dict[str, Path]:
        """The file of each paper and tombstone, by id."""
        return dict(sorted(self.paper_files()))

    def paper_files(self) -> Iterator[tuple[str, Path]]:
        """Give id and file of each paper and tombstone; where two files claim one id, `check` reports it."""
        for month in _folders(self.root / "papers"):
            if month.name.isdigit():
                for folder, prefix in ((month, ""), *((each, f"{each.name}/") for each in _folders(month))):
                    for path in folder.iterdir():
                        if path.suffix == ".md":
                            yield f"{prefix}{path.stem}", path

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Every address ever published and where it leads, "" for a page of its own."""
        name, known = self.name(self.addresses_file), self.addresses_file.exists()
        return read_addresses(self.read(self.addresses_file), name) if known else {}

    def locate(self, paper_id: str) -> str | None:
        """Give the id of the paper whose address or alias `paper_id` is, or None."""
        target = self.addresses.get(paper_address(paper_id))
        located = target.removeprefix("papers/").removesuffix("/") if target else paper_id
        return located if located in self.files else None

    def paper(self, paper_id: str) -> PaperPage | Tombstone:
        """Read the page of a paper by its id; raise PageError when it cannot be read."""
        return self.paper_in(paper_id, read(self.files[paper_id]))

    def paper_in(self, paper_id: str, data: bytes) -> PaperPage | Tombstone:
        """Read the page of a paper from what its file holds; raise PageError when it cannot be read."""
        path = self.files[paper_id]
        page = read_paper(self.text(data, path), self.name(path))
        written_id = page.id if isinstance(page, Tombstone) else page.paper.id
        if written_id != paper_id:
            raise PageError(
                self.name(path),
                f"its id is {written_id}",
                f"name the file {written_id}.md, or restore the id",
            )
        return page

    def papers(self) -> Iterator[PaperPage | Tombstone]:
        """Read all papers and tombstones, by id."""
        for paper_id in sorted(self.files):
            yield self.paper(paper_id)

    def day(self, day: date) -> DayPage | None:
        """Read the page of a day, or None when the day is not in the archive."""
        path = self.day_file(day)
        return self.day_in(day, read(path)) if path.exists() else None

    def day_in(self, day: date, data: bytes) -> DayPage:
        """Read the page of a day from what its file holds; raise PageError when it cannot be read."""
        path = self.day_file(day)
        page = read_day(self.text(data, path), self.name(path))
        if page.day.date != day:
            raise PageError(
                self.name(path), f"its day is {page.day.date}", "name the file so, or restore the day"
            )
        return page

    def days(self) -> list[date]:
        """Give the days in the archive, ascending."""
        return sorted(map(self.day_of, self.day_files()))

    def day_files(self) -> list[Path]:
        """Give the files that are named like days."""
        return sorted(self.days_folder.glob("????-??-??.md"))

    def day_of(self, path: Path) -> date:
        """Give the day that a file is named after; raise PageError when the calendar has no such day."""
        try:
            return date.fromisoformat(path.stem)
        except ValueError as error:
            raise PageError(
                self.name(path), "its name is not a day of the calendar", "rename the file, or delete it"
            ) from error

    def record_sets(self) -> set[tuple[object, ...]]:
        """Give every record set that a receipt says was read."""
        pages = (self.day(day) for day in self.days())
        return {receipt.record_set for page in pages if page for receipt in page.day.receipts}

    def shown_titles(self, day: date, paper_id: str) -> list[str]:
        """Give the titles under which the page of a day shows a paper, as they were when it was written."""
        shown = re.compile(rf"^1\. \[(.+)\]\(\.\./\d+/{re.escape(paper_id)}\.md\)$", re.MULTILINE)
        return [unescape(title) for title in shown.findall(self.read(self.day_file(day)))]

    def day_file(self, day: date) -> Path:
        """Give the file of a day, whether it exists or not."""
        return self.days_folder / f"{day.isoformat()}.md"

    def slugs(self, key: str) -> list[str]:
        """Give the papers whose slug was made from the title key `key`."""
        if not self._slugs:
            return []
        return list(
            dict.fromkeys(paper_id for base in slug_bases(key) for paper_id in self._slugs.get(base, ()))
        )

    def named(self, name: str) -> list[str]:
        """Give the papers that have or had the title or DOI `name`; reads all heads once."""
        return [paper_id for digest in name_digests(name) for paper_id in self._named.get(digest, ())]

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from writing; hold it from the first reading to the last writing.

        Raises ArchiveError when another run holds it for too long. What a killed run left half written is
        deleted.
        """
        with locked(self.root, PATIENCE):
            remove_unfinished(self.root)
            yield

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Have no run write while this one reads; raises ArchiveError when one does for too long."""
        with ExitStack() as lock:
            with suppress(OSError):  # where no lock can be made, no run writes
                lock.enter_context(locked(self.root, PATIENCE))
            yield

    def write(self, papers: Iterable[PaperPage | Tombstone], days: Iterable[DayPage]) -> int:
        """Write pages: papers, then addresses, then days, whose receipts say that their papers are in.

        Each write is atomic, and the same pages written again change nothing: a killed run can be repeated.
        The addresses of all papers on `days` are seen to, in case a run was killed before it came to them.
        Returns how many files changed.
        """
        pages = list(papers)
        day_pages = sorted(days, key=lambda page: page.day.date)
        changed = sum(self._write_paper(page) for page in pages)
        records = {page.id: page for page in map(_record, pages)}
        for paper_id in {paper_id for page in day_pages for paper_id in page.day.ids()} - records.keys():
            if paper_id in self.files:
                records[paper_id] = _record(self.paper(paper_id))
        addresses: dict[str, str] = {}
        for record in records.values():
            addresses |= addresses_of_paper(record)
        for day_page in day_pages:
            addresses |= addresses_of_day(day_page.day.date)
        changed += self.publish(addresses)
        return changed + sum(self._write_day(page, records) for page in day_pages)

    def publish(self, addresses: Mapping[str, str]) -> bool:
        """Enter addresses into the list of all that were ever published; tell whether that changed it."""
        if addresses.items() <= self.addresses.items():
            return False
        self.addresses.update(addresses)
        return write(self.addresses_file, write_addresses(self.addresses))

    def forget(self, addresses: Collection[str]) -> bool:
        """Take addresses from that list, and write it in order; tell whether that changed it."""
        for address in addresses:
            self.addresses.pop(address, None)
        return self.addresses_file.exists() and write(self.addresses_file, write_addresses(self.addresses))

    def _write_paper(self, page: PaperPage | Tombstone) -> bool:
        if isinstance(page, Tombstone):
            return write(self.files[page.id], write_tombstone(page))
        if page.paper.id not in self.files:
            self.files[page.paper.id] = self._new_file(page.paper)
        return write(self.files[page.paper.id], write_paper(page))

    def _write_day(self, page: DayPage, records: Mapping[str, Paper | Tombstone]) -> bool:
        titles = {}
        for paper_id in page.day.ids():
            record = records.get(paper_id)
            if isinstance(record, Paper):
                path = self.files[paper_id].as_posix().removeprefix(self._papers_folder)
                titles[paper_id] = (record.title, f"..{path}")
        return write(self.day_file(page.day.date), write_day(page, titles))

    def _new_file(self, paper: Paper) -> Path:
        month = arxiv_month(paper.id) if is_arxiv_id(paper.id) else paper.listed[0].strftime("%y%m")
        return Path(f"{self._papers_folder}/{month}/{paper.id}.md")

    @cached_property
    def _slugs(self) -> dict[str, list[str]]:
        slugs = defaultdict(list)
        for paper_id in sorted(self.files):
            if not is_arxiv_id(paper_id):
                for base in {paper_id, base_of_slug(paper_id)}:
                    slugs[base].append(paper_id)
        return slugs

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The papers by the digests of their names."""
        named = defaultdict(list)
        for paper_id in sorted(self.files):
            for digest in self._digests(paper_id):
                named[digest].append(paper_id)
        return named

    def _digests(self, paper_id: str) -> Iterable[str]:
        text = self.read(self.files[paper_id])
        head = _WRITTEN_HEAD.match(text)
        fields = text[: text.find("\n---\n", 3) + 1]
        doi = _WRITTEN_DOI.search(fields)
        if head and (head["others"] or "\nother_" not in text) and (doi or "\ndoi:" not in fields):
            written = _texts(f"- {head['name']}\n{head['others'] or ''}")
            if head["removed"]:
                return written
            return set(map(name_digest, (*written, *(_texts(f"- {doi[1]}") if doi else ()))))
        record = _record(self.paper(paper_id))  # a person wrote this head
        if isinstance(record, Tombstone):
            return record.digests
        return set(map(name_digest, names(record)))

    def name(self, path: Path) -> str:
        """Give a file as messages name it: `content/papers/date/2025-08-06.md`."""
        return path.as_posix().removeprefix(self._before)

    def read(self, path: Path) -> str:
        """Read a file of the archive; raise PageError where it is no text, or git left a conflict open."""
        return self.text(read(path), path)

    def text(self, data: bytes, path: Path) -> str:
        """Give the text that a file of the archive holds; raises as `read` does."""
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise PageError(
                self.name(path), f"not UTF-8 text (byte {error.start})", "save it as UTF-8"
            ) from error
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if line := conflict_line(text):
            raise open_conflict(self.name(path), line)
        return text


def _record(page: PaperPage | Tombstone) -> Paper | Tombstone:
    return page.paper if isinstance(page, PaperPage) else page


def _texts(items: str) -> list[str]:
    """Give the texts of a list in a written head."""
    texts = (item.removeprefix("- ") for item in items.rstrip("\n").split("\n"))
    return [json.loads(text) if text.startswith('"') else text for text in texts]


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(Path(entry) for entry in entries if entry.is_dir())
