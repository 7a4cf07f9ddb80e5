"""What does not hold in the archive, and the repairs that need no person."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..papers.addresses import addresses_of_day, addresses_of_paper, paper_address
from ..papers.bounds import ENTRIES
from ..papers.errors import PageError
from ..papers.leave_out import unquoted, without
from ..papers.merge import is_disputed
from ..papers.records import Paper, Tombstone, ascending
from ..sources.services import FETCHED, OF_NO_CATEGORY
from .archive import Archive
from .coverage import Coverage, Trouble, stale, troubles
from .git import marked
from .oddities import oddities
from .pages import DayPage, PaperPage
from .readable import Readable, readable
from .recover import merge_open_files, open_files, renew_lists, restore_pages, undone_addresses

REPAIR = "run `dailypapers check --repair`"
"""What to do where no person is needed."""
_QUOTED = 80
"""Characters of an abstract that a remark quotes."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that does not hold."""

    where: str
    """A file of the archive or an address of the site."""
    found: str
    remedy: str
    """What to do."""
    is_remark: bool = False
    """Whether it may be right all the same, so that nothing need be done."""

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; {self.remedy}"


def check_archive(
    archive: Archive,
    sources: Sequence[Coverage] = (),
    today: date | None = None,
    leave_out: Collection[str] = (),
) -> list[Problem]:
    """Give what does not hold in the archive, ordered by file, then in the days it promises, then remarks.

    Promised by `sources` is judged up to the newest receipt, and against `today` what should have come since.
    """
    if files := open_files(archive):
        found = "a merge or a revert stopped there"
        return [Problem(archive.name(path), found, REPAIR) for path in sorted(files)]
    pages = readable(archive)
    problems = [
        *(
            Problem(error.path, error.problem, error.remedy)
            for error in (*pages.unreadable, *_marked(archive))
        ),
        *_stray_files(archive),
        *_absent_papers(archive, pages),
        *_listing_days(archive, pages),
        *_shared_names(archive, pages),
        *_list_of_addresses(archive, pages),
    ]
    return [
        *sorted(problems),
        *_promises(pages, sources, today),
        *_remarks(archive, pages, sources, leave_out),
    ]


def repair_archive(archive: Archive, leave_out: Collection[str] = ()) -> list[str]:
    """Mend what follows from something else; everything else that `check_archive` reports needs a person.

    Files that git could not merge are merged, pages that days name are restored from the last commit, papers
    mirror the days that list them, addresses that the list lacks are entered, and fields that are left out
    now go from pages that were written before. Gives what was done.
    """
    with archive.locked():
        recovered = merge_open_files(archive)
        pages = readable(archive)
        if restored := restore_pages(archive, pages.days.values()):
            pages = readable(archive)
        mirrored = {
            paper_id: replace(page, paper=replace(page.paper, listed=days))
            for paper_id, page, days in _disagreeing(pages)
            if days
        }
        before = dict(archive.addresses)
        archive.write(mirrored.values(), ())
        pages.papers.update(mirrored)
        papers, days = _left_in(pages, leave_out)
        count = archive.write(papers, days)
        pages.days.update({page.day.date: page for page in days})
        whole = [page for page in pages.days.values() if pages.papers.keys() >= {*page.day.ids()}]
        renewed = renew_lists(archive, whole)
        published = _published(pages)
        archive.publish({address: published[address] for address in published.keys() - before.keys()})
        undone = set() if pages.unreadable else {*undone_addresses(archive)} - published.keys()
        tidied = archive.forget(undone)
    entered = [address for address in archive.addresses if address not in before]
    return [
        *recovered,
        *restored,
        *renewed,
        *(
            f"{archive.name(archive.files[paper_id])}: listing days are now {_listed(page.paper.listed)}"
            for paper_id, page in mirrored.items()
        ),
        *([f"{archive.root.name}: pages cleared of what mkdocs.yml leaves out: {count:,}"] if count else []),
        *(f"{_list_name(archive)}: entered {address}" for address in sorted(entered)),
        *([f"{_list_name(archive)}: in order again"] if tidied else []),
    ]


def _marked(archive: Archive) -> Iterator[PageError]:
    """Give the conflicts that git left open in pages by hand; those of the archive's own are unreadable."""
    for path in marked(archive.root):
        try:
            if (archive.root / "papers") not in path.parents:
                archive.read(path)
        except PageError as error:
            yield error


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


def _absent_papers(archive: Archive, pages: Readable) -> Iterator[Problem]:
    for day, page in pages.days.items():
        for paper_id in page.day.ids():
            if paper_id not in archive.files:
                yield Problem(
                    archive.name(archive.day_file(day)),
                    f"names {paper_id}, of which there is no page",
                    "restore that page from the last commit, or add the listing again",
                )


def _listing_days(archive: Archive, pages: Readable) -> Iterator[Problem]:
    for paper_id, page, days in _disagreeing(pages):
        where = archive.name(archive.files[paper_id])
        if days:
            found = f"listed on {_listed(page.paper.listed)}, but the days say {_listed(days)}"
            yield Problem(where, found, REPAIR)
        else:
            yield Problem(
                where,
                f"listed on {_listed(page.paper.listed)}, but no day names it",
                "add its listing again, or take it down with `dailypapers remove`",
            )


def _disagreeing(pages: Readable) -> Iterator[tuple[str, PaperPage, tuple[date, ...]]]:
    """Give the papers whose listing days are not those that name them, with the days that do.

    A day whose page cannot be read counts as naming what says it was listed on it.
    """
    naming: dict[str, set[date]] = defaultdict(set)
    for day, day_page in pages.days.items():
        for paper_id in day_page.day.ids():
            naming[paper_id].add(day)
    for paper_id, page in pages.papers.items():
        if isinstance(page, PaperPage):
            named = ascending(naming[paper_id] | (pages.lost_days & {*page.paper.listed}))
            days = named[: ENTRIES["listed"]]
            if days != page.paper.listed:
                yield paper_id, page, days


def _shared_names(archive: Archive, pages: Readable) -> Iterator[Problem]:
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


def _list_of_addresses(archive: Archive, pages: Readable) -> Iterator[Problem]:
    try:
        yield from _addresses(archive, pages)
    except PageError as error:
        yield Problem(error.path, error.problem, error.remedy)


def _addresses(archive: Archive, pages: Readable) -> Iterator[Problem]:
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
                "restore its page, give a page this alias, or delete the line if its listing was undone",
            )
        elif published[address] != target:
            yield Problem(
                _list_name(archive),
                f"{address} leads to {target or 'a page of its own'},"
                f" but by the pages to {published[address] or 'a page of its own'}",
                "correct the line, or the aliases of the page",
            )
    for address in published.keys() - archive.addresses.keys():
        yield Problem(_list_name(archive), f"{address} is missing", REPAIR)


def _published(pages: Readable) -> dict[str, str]:
    """Give the addresses that the pages answer, and where each leads."""
    aliases: dict[str, str] = {}
    for _, record in _records(pages):
        aliases |= addresses_of_paper(record)
    own = {paper_address(paper_id): "" for paper_id in pages.papers}
    return {**aliases, **own, **{address: "" for day in pages.days for address in addresses_of_day(day)}}


def _records(pages: Readable) -> Iterator[tuple[str, Paper | Tombstone]]:
    for paper_id, page in pages.papers.items():
        yield paper_id, page.paper if isinstance(page, PaperPage) else page


def _promises(pages: Readable, sources: Sequence[Coverage], today: date | None) -> Iterator[Problem]:
    """Judge the promised days; those whose pages cannot be read are reported already."""
    days = {day: page.day for day, page in pages.days.items()}
    judged = [replace(each, holidays=each.holidays | pages.lost_days) for each in sources]
    for trouble in troubles(judged, days, today):
        which = "the day" if trouble.day == trouble.last else "the days"
        remedy = f"{_getting(trouble)}, or enter {which} under holidays in mkdocs.yml"
        yield Problem(f"{_list_of(trouble)}, {trouble.day}", trouble.problem, remedy)
    for trouble in stale(judged, days, today) if today else ():
        remedy = f"{_getting(trouble)}, or set until in mkdocs.yml"
        yield Problem(_list_of(trouble), trouble.problem, remedy)


def _left_in(pages: Readable, leave_out: Collection[str]) -> tuple[list[PaperPage], list[DayPage]]:
    """Give the pages that keep what an archive leaves out, as they are without it."""
    papers = [
        replace(page, paper=bare)
        for page in pages.papers.values()
        if isinstance(page, PaperPage) and (bare := without(page.paper, leave_out)) != page.paper
    ]
    days = [
        replace(page, day=day)
        for page in pages.days.values()
        if (day := unquoted(page.day, leave_out)) != page.day
    ]
    return papers, days


def _remarks(
    archive: Archive, pages: Readable, sources: Sequence[Coverage], leave_out: Collection[str]
) -> Iterator[Problem]:
    papers, kept_days = _left_in(pages, leave_out)
    if count := len(papers) + len(kept_days):
        found = f"pages that keep {', '.join(leave_out)}, which mkdocs.yml leaves out: {count:,}"
        yield Problem(
            archive.root.name, found, f"the site shows none of it; to clear it, {REPAIR}", is_remark=True
        )
    days = {day: page.day for day, page in pages.days.items()}
    for odd in oddities(days, sources):
        remedy = "look at it; git revert undoes a bad list, an entry under holidays in mkdocs.yml accepts it"
        yield Problem(f"{_list_of(odd)}, {odd.day}", odd.problem, remedy, is_remark=True)
    for paper_id, page in pages.papers.items():
        if isinstance(page, PaperPage) and not page.edited and is_disputed(page.paper):
            texts = (
                f"{(text or '')[:_QUOTED]!r}" for text in (page.paper.abstract, page.paper.shortest_abstract)
            )
            found = f"accounts of one rank begin {' and '.join(texts)}; the longest was taken"
            remedy = "correct the text, which then stays, or delete the line `digest` to keep it as it is"
            yield Problem(archive.name(archive.files[paper_id]), found, remedy, is_remark=True)


def _list_of(trouble: Trouble) -> str:
    return f"{trouble.source} {trouble.of_list}".rstrip()


def _getting(trouble: Trouble) -> str:
    services = {source: name for name, source in FETCHED.items()}
    if trouble.source not in services or trouble.of_list in OF_NO_CATEGORY:
        return "add what is missing"
    command = "dailypapers fetch"
    if trouble.of_list:
        command += f" --source {services[trouble.source]} --category {trouble.of_list}"
    if trouble.day == trouble.last:
        return f"run `{command} --date {trouble.day}`"
    return f"run `{command} --since {trouble.day} --until {trouble.last}`"


def _listed(days: Iterable[date]) -> str:
    return ", ".join(map(str, days))


def _list_name(archive: Archive) -> str:
    return archive.name(archive.addresses_file)
