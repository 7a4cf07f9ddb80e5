"""What does not hold in the archive and in the built site, and the two repairs that cannot be wrong."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..fetch.endpoints import FETCHED
from ..papers.addresses import addresses_of_day, addresses_of_paper, paper_address
from ..papers.bounds import ENTRIES
from ..papers.errors import PageError
from ..papers.records import Paper, Tombstone, ascending
from ..site.dead_links import dead_links
from .archive import Archive
from .coverage import Coverage, Trouble, stale, troubles
from .pages import DayPage, PaperPage

_REPAIR = "run `dailypapers check --repair`"
_RESTORE = "restore it from the last commit"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that does not hold."""

    where: str
    """A file of the archive or an address of the site."""
    found: str
    remedy: str
    """What to do."""

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; {self.remedy}"


class _Pages(NamedTuple):
    """All that can be read of an archive."""

    papers: dict[str, PaperPage | Tombstone]
    days: dict[date, DayPage]
    unreadable: list[PageError]
    lost_days: set[date]
    """Days whose pages cannot be read."""


def check_archive(
    archive: Archive, sources: Sequence[Coverage] = (), today: date | None = None
) -> list[Problem]:
    """Give what does not hold in the archive, ordered by file, then what does not in the days it promises.

    Promised by `sources` is judged up to the newest receipt, and against `today` what should have come since.
    """
    pages = _read(archive)
    problems = [
        *(
            Problem(error.path, error.problem.partition("; ")[0], _remedy(error))
            for error in pages.unreadable
        ),
        *_stray_files(archive),
        *_absent_papers(archive, pages),
        *_listing_days(archive, pages),
        *_shared_names(archive, pages),
        *_addresses(archive, pages),
    ]
    return [*sorted(problems), *_promises(pages, sources, today)]


def repair_archive(archive: Archive) -> list[str]:
    """Make papers' listing days mirror the days, and enter the addresses that the list lacks.

    Gives what was done. Everything else that `check_archive` reports needs a person.
    """
    with archive.locked():
        pages = _read(archive)
        mirrored = {
            paper_id: replace(page, paper=replace(page.paper, listed=days))
            for paper_id, page, days in _disagreeing(pages)
            if days
        }
        before = dict(archive.addresses)
        archive.write(mirrored.values(), ())
        published = _published(pages)
        archive.publish({address: published[address] for address in published.keys() - before.keys()})
    entered = [address for address in archive.addresses if address not in before]
    return [
        *(
            f"{archive.name(archive.files[paper_id])}: listing days are now {_listed(page.paper.listed)}"
            for paper_id, page in mirrored.items()
        ),
        *(f"{_list_name(archive)}: entered {address}" for address in sorted(entered)),
    ]


def check_site(archive: Archive, site: Path) -> list[Problem]:
    """Give what does not hold in the built site: links that lead nowhere, addresses that answer no more."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    unanswered = (
        Problem(address, "published once, and no page of the site answers it", "build the site again")
        for address in sorted(archive.addresses)
        if f"{address}index.html" not in files
    )
    dead = (Problem(link.page, link.problem, "correct the link") for link in dead_links(site, files))
    return [*unanswered, *dead]


def _read(archive: Archive) -> _Pages:
    pages = _Pages({}, {}, [], set())
    for paper_id in archive.files:
        try:
            pages.papers[paper_id] = archive.paper(paper_id)
        except PageError as error:
            pages.unreadable.append(error)
    for path in archive.day_files():
        try:
            day = archive.day_of(path)
        except PageError as error:
            pages.unreadable.append(error)
            continue
        try:
            page = archive.day(day)
        except PageError as error:
            pages.unreadable.append(error)
            pages.lost_days.add(day)
            continue
        if page:
            pages.days[day] = page
    return pages


def _remedy(error: PageError) -> str:
    return error.problem.partition("; ")[2] or _RESTORE


def _stray_files(archive: Archive) -> Iterator[Problem]:
    """Find pages that nothing reads: those in no month's folder, and those whose id another page has."""
    known = {*archive.files.values(), *archive.day_files()}
    of_papers = {path: paper_id for paper_id, path in archive.paper_files()}
    for path in (archive.root / "papers").rglob("*.md"):
        if path in of_papers and path not in known:
            other = archive.name(archive.files[of_papers[path]])
            yield Problem(archive.name(path), f"{other} has the same id", "delete one of the two")
        elif path not in known:
            yield Problem(
                archive.name(path),
                "neither the page of a paper nor of a day",
                "move it to papers/<YYMM>/<id>.md, or out of papers/",
            )


def _absent_papers(archive: Archive, pages: _Pages) -> Iterator[Problem]:
    for day, page in pages.days.items():
        for paper_id in page.day.ids():
            if paper_id not in archive.files:
                yield Problem(
                    archive.name(archive.day_file(day)),
                    f"names {paper_id}, of which there is no page",
                    "restore that page from the last commit, or add the listing again",
                )


def _listing_days(archive: Archive, pages: _Pages) -> Iterator[Problem]:
    for paper_id, page, days in _disagreeing(pages):
        where = archive.name(archive.files[paper_id])
        if days:
            found = f"listed on {_listed(page.paper.listed)}, but the days say {_listed(days)}"
            yield Problem(where, found, _REPAIR)
        else:
            yield Problem(
                where,
                f"listed on {_listed(page.paper.listed)}, but no day names it",
                "add its listing again, or take it down with `dailypapers remove`",
            )


def _disagreeing(pages: _Pages) -> Iterator[tuple[str, PaperPage, tuple[date, ...]]]:
    """Give the papers whose listing days are not those that name them, with the days that do.

    A day whose page cannot be read counts as naming what says it was listed on it.
    """
    naming: dict[str, set[date]] = defaultdict(set)
    for day, page in pages.days.items():
        for paper_id in page.day.ids():
            naming[paper_id].add(day)
    for paper_id, found in pages.papers.items():
        if isinstance(found, PaperPage):
            named = ascending(naming[paper_id] | (pages.lost_days & {*found.paper.listed}))
            days = named[: ENTRIES["listed"]]
            if days != found.paper.listed:
                yield paper_id, found, days


def _shared_names(archive: Archive, pages: _Pages) -> Iterator[Problem]:
    """Find names that must be one paper's own, and are two papers'."""
    owners: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for paper_id, record in _records(pages):
        for alias in (record.id, *record.aliases):
            owners["address", alias][paper_id] = None
        if isinstance(record, Paper) and record.arxiv_id:
            owners["arXiv identifier", record.arxiv_id][paper_id] = None
    for (kind, name), papers in owners.items():
        if len(papers) > 1:
            first, *others = (archive.name(archive.files[paper_id]) for paper_id in papers)
            yield Problem(
                first,
                f"shares the {kind} {name} with {', '.join(others)}",
                "remove it from all but one, or merge the pages",
            )


def _addresses(archive: Archive, pages: _Pages) -> Iterator[Problem]:
    """Compare the list of addresses with the pages."""
    published = _published(pages)
    lost = {paper_address(paper_id) for paper_id in archive.files.keys() - pages.papers.keys()}
    lost |= {address for day in pages.lost_days for address in addresses_of_day(day)}
    for address, target in archive.addresses.items():
        if address in lost or target in lost:
            continue
        if address not in published:
            yield Problem(
                _list_name(archive),
                f"{address} was published once, and no page answers it",
                "restore its page, or give a page this alias",
            )
        elif published[address] != target:
            yield Problem(
                _list_name(archive),
                f"{address} leads to {target or 'a page of its own'},"
                f" but by the pages to {published[address] or 'a page of its own'}",
                "correct the line, or the aliases of the page",
            )
    for address in published.keys() - archive.addresses.keys():
        yield Problem(_list_name(archive), f"{address} is missing", _REPAIR)


def _published(pages: _Pages) -> dict[str, str]:
    """Give the addresses that the pages answer, and where each leads."""
    aliases: dict[str, str] = {}
    for _, record in _records(pages):
        aliases |= addresses_of_paper(record)
    own = {paper_address(paper_id): "" for paper_id in pages.papers}
    return {**aliases, **own, **{address: "" for day in pages.days for address in addresses_of_day(day)}}


def _records(pages: _Pages) -> Iterator[tuple[str, Paper | Tombstone]]:
    for paper_id, page in pages.papers.items():
        yield paper_id, page.paper if isinstance(page, PaperPage) else page


def _promises(pages: _Pages, sources: Sequence[Coverage], today: date | None) -> Iterator[Problem]:
    """Judge the promised days; those whose pages cannot be read are reported already."""
    days = {day: page.day for day, page in pages.days.items()}
    judged = [replace(each, holidays=each.holidays | pages.lost_days) for each in sources]
    for trouble in troubles(judged, days, today):
        which = "the day" if trouble.day == trouble.last else "the days"
        remedy = f"{_getting(trouble)}, or enter {which} under holidays in mkdocs.yml"
        yield Problem(f"{trouble.source}, {trouble.day}", trouble.problem, remedy)
    for trouble in stale(judged, days, today) if today else ():
        remedy = f"{_getting(trouble)}, or set until in mkdocs.yml"
        yield Problem(trouble.source, trouble.problem, remedy)


def _getting(trouble: Trouble) -> str:
    if trouble.source not in FETCHED.values():
        return "add what is missing"
    if trouble.day == trouble.last:
        return f"run `dailypapers fetch --date {trouble.day}`"
    return f"run `dailypapers fetch --since {trouble.day} --until {trouble.last}`"


def _listed(days: Iterable[date]) -> str:
    return ", ".join(map(str, days))


def _list_name(archive: Archive) -> str:
    return archive.name(archive.addresses_file)
