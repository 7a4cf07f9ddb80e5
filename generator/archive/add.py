"""Listings meet the archive: which pages they add and change, worked out before anything is written."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..papers.bounds import ENTRIES
from ..papers.citation import cite_key
from ..papers.errors import ArchiveError
from ..papers.identifiers import (
    is_arxiv_id,
    name_digests,
    parse_arxiv_id,
    suffixed_slug,
    title_key,
    title_keys,
)
from ..papers.leave_out import UNQUOTED, unquoted_receipt, without
from ..papers.merge import ACCOUNT, left_out, merge, names, same_paper
from ..papers.records import Announced, Day, Paper, Receipt, Rejection, Tombstone, ascending, list_of
from ..papers.wording import heading_in_characters
from ..sources.listing import Entry, Listing
from .archive import Archive
from .pages import DayPage, PaperPage, digest
from .record_set import by_day, read_by_day, record_set

_OF_ONE_DOI = 20
"""Papers of one DOI above which it says nothing about any of them."""


@dataclass
class Tally:
    """What became of the entries of some listings."""

    received: int = 0
    """Entries that are papers, repetitions included."""
    new: list[str] = field(default_factory=list)
    """Papers that the archive did not have."""
    relisted: list[str] = field(default_factory=list)
    """Papers that it had, now listed on one more day."""
    changed: list[str] = field(default_factory=list)
    """Papers that it had on that day, of which the listing says more."""
    unchanged: int = 0
    repeated: int = 0
    """Entries of a paper that an earlier entry of the same day had named."""
    removed: int = 0
    """Entries of papers that were taken down; they stay so."""
    rejected: list[tuple[str, Rejection]] = field(default_factory=list)
    """With the name of the listing."""
    replaced: int = 0
    """Characters that HTML forbids."""
    ignored: set[str] = field(default_factory=set)
    """Names of keys that were not looked at."""
    left_out: int = 0
    """Listing days, links and topics of papers that have as many as a paper may."""
    days: list[date] = field(default_factory=list)
    """Days that gained a receipt or got another."""
    inferred: set[date] = field(default_factory=set)
    """Those of them whose year no listing, name or option gave."""
    partial: set[date] = field(default_factory=set)
    """Those of them that gained a part of a list."""


class Addition:
    """Listings on their way into an archive; nothing is written before `write`."""

    def __init__(self, archive: Archive, leave_out: Collection[str] = (), tally: Tally | None = None) -> None:
        """Take the archive, the fields that it leaves out, and a tally to go on with."""
        self.tally = tally or Tally()
        self._archive = archive
        self._leave_out = leave_out
        self._pages: dict[str, PaperPage | Tombstone] = {}
        """Papers as they will be, by id: those that were looked at."""
        self._changed: set[str] = set()
        """Ids of the papers to write."""
        self._days: dict[date, DayPage] = {}
        """Days to write."""
        self._aliases: dict[str, str] = {}
        """Aliases of papers to write, and whose they are."""
        self._titles: dict[str, dict[str, None]] = defaultdict(dict)
        """Papers to write, by the keys of all their titles."""
        self._unidentified: dict[str, dict[str, None]] = defaultdict(dict)
        """Those of them without an arXiv identifier."""
        self._dois: dict[str, dict[str, None]] = defaultdict(dict)
        """Those by their DOI, in small letters."""

    def add(self, listing: Listing) -> None:
        """Merge a listing; one that the archive already has changes nothing."""
        self.tally.received += len(listing.entries)
        self.tally.replaced += listing.replaced
        self.tally.ignored.update(listing.ignored)
        self.tally.rejected += [(listing.scope, rejection) for rejection in listing.rejected()]
        entries = by_day(listing)
        for day in listing.days:
            read = record_set(entries[day])
            if self._has_day(listing, day, read):
                self.tally.unchanged += len(entries[day])
            else:
                self._add_day(listing, day, entries[day], read)

    def has(self, listing: Listing) -> bool:
        """Tell whether the receipts say that a listing is in, so that adding it would change nothing."""
        return self.has_read(listing, read_by_day(listing))

    def has_read(self, listing: Listing, read: Mapping[date, str]) -> bool:
        """Tell the same by the record set of each day; the listing's own entries are not looked at."""
        return all(self._has_day(listing, day, each) for day, each in read.items())

    def write(self) -> int:
        """Write what the listings changed; returns how many files changed."""
        pages = (_with_cite_key(self._pages[name]) for name in sorted(self._changed))
        return self._archive.write(pages, self._days.values())

    def _add_day(self, listing: Listing, day: date, entries: list[Entry], read: str) -> None:
        ids: dict[str, Announced | None] = {}
        for entry in entries:
            seen = without(entry.paper, self._leave_out)
            paper_id = self._add_paper(seen if seen.listed == (day,) else replace(seen, listed=(day,)), ids)
            ids.setdefault(paper_id, entry.announced)
        partial = day in listing.partial
        ordered = tuple(sorted(ids) if partial else ids)
        receipt = Receipt(
            source=listing.source,
            scope=listing.scope,
            sha256=read,
            received=len(entries),
            ids=ordered,
            rejections=listing.rejections.get(day, ()),
            dated_by=listing.dated_by,
            first_seen=listing.retrieved.isoformat() if listing.retrieved else None,
            announced=tuple((paper_id, how) for paper_id in ordered if (how := ids[paper_id])),
            partial=partial,
        )
        page = self._day(day) or DayPage(Day(day, ()))
        received = receive(page.day, unquoted_receipt(receipt, self._leave_out))
        self._days[day] = replace(page, day=received)
        if received is page.day:
            return
        self.tally.days.append(day)
        if listing.dated_by == "today":
            self.tally.inferred.add(day)
        if partial:
            self.tally.partial.add(day)

    def _add_paper(self, seen: Paper, listed: Iterable[str]) -> str:
        """Merge one paper and give its id."""
        known = self._find(seen)
        seen = self._without_others_addresses(seen, known)
        return self._add_new(seen) if known is None else self.merge(known, seen, listed)

    def _without_others_addresses(self, seen: Paper, known: str | None) -> Paper:
        """Give an account without the aliases that lead to another paper than `known`."""
        free = tuple(alias for alias in seen.aliases if self._locate(alias) in (None, known))
        return seen if free == seen.aliases else replace(seen, aliases=free)

    def merge(self, known: str, seen: Paper, listed: Iterable[str] = ()) -> str:
        """Merge an account of the paper with the id `known`, and give that id.

        `listed` are the papers that the same list has already named.
        """
        page = self._page(known)
        if isinstance(page, Tombstone):
            self.tally.removed += 1
            return known
        seen = heading_in_characters(seen)
        merged = merge(page.paper, seen)
        self.tally.left_out += left_out(page.paper, seen)
        if page.edited:
            kept = {name: getattr(page.paper, name) for name in (*ACCOUNT, "shortest_abstract")}
            others = {*names(merged)} - {page.paper.title, merged.doi}
            merged = replace(merged, **kept, other_names=ascending(others))
        if known in listed:
            self.tally.repeated += 1
        elif merged == page.paper:
            self.tally.unchanged += 1
        elif merged.listed != page.paper.listed:
            self.tally.relisted.append(known)
        else:
            self.tally.changed.append(known)
        if merged != page.paper:
            self._keep(replace(page, paper=merged, digest=page.digest if page.edited else digest(merged)))
        return known

    def _add_new(self, seen: Paper) -> str:
        paper_id = suffixed_slug(seen.title, seen.abstract) if self._locate(seen.id) else seen.id
        paper = heading_in_characters(seen if seen.id == paper_id else replace(seen, id=paper_id))
        if paper.arxiv_id not in (None, paper_id):
            paper = replace(paper, aliases=ascending((*paper.aliases, paper.arxiv_id)))
        self._keep(PaperPage(paper, digest(paper)))
        self.tally.new.append(paper_id)
        return paper_id

    def _keep(self, page: PaperPage) -> None:
        """Keep a paper to be written, so that later entries meet it as if it were."""
        self._pages[page.paper.id] = page
        self._changed.add(page.paper.id)
        self._aliases.update(dict.fromkeys(page.paper.aliases, page.paper.id))
        for key in map(title_key, (page.paper.title, *page.paper.other_names)):
            self._titles[key][page.paper.id] = None
            if not page.paper.arxiv_id:
                self._unidentified[key][page.paper.id] = None
        if page.paper.doi and not page.paper.arxiv_id:
            self._dois[page.paper.doi.lower()][page.paper.id] = None

    def _locate(self, paper_id: str) -> str | None:
        """Give the id of the paper whose address or alias `paper_id` is, or None."""
        if paper_id in self._pages:
            return paper_id
        return self._aliases.get(paper_id) or self._archive.locate(paper_id)

    def _find(self, seen: Paper) -> str | None:
        """Give the id of the paper that `seen` is an account of, or None."""
        identifier = seen.arxiv_id or parse_arxiv_id(seen.doi or "")
        known = self._locate(identifier) if identifier else None
        if known:
            return known
        ranked = [(_rank(self._page(candidate), seen), candidate) for candidate in self._candidates(seen)]
        fitting = [(rank, candidate) for rank, candidate in ranked if rank is not None]
        return min(fitting, key=lambda each: each[0])[1] if fitting else None

    def _candidates(self, seen: Paper) -> dict[str, None]:
        """Give the papers that have or had the title of `seen`, and those of its DOI.

        Of a paper with an arXiv identifier only those that can be had without reading all heads, and none of
        those that are new and have one too. Raises ArchiveError where they are too many.
        """
        candidates = dict.fromkeys(
            paper_id for key in title_keys(seen.title) for paper_id in self._archive.slugs(key)
        )
        if not seen.arxiv_id:
            candidates |= dict.fromkeys(self._archive.named(seen.title))
            candidates |= self._of_doi(seen.doi) if seen.doi else {}
        candidates |= (self._unidentified if seen.arxiv_id else self._titles)[title_key(seen.title)]
        if len(candidates) > ENTRIES["titled"]:
            raise ArchiveError(
                f"found {len(candidates):,} papers titled {seen.title[:80]!r}, each of which one more could "
                f"be; allowed: {ENTRIES['titled']:,}; leave them out, or give their arXiv identifiers"
            )
        return candidates

    def _of_doi(self, doi: str) -> dict[str, None]:
        """Give the papers of a DOI without an arXiv identifier; none where it is that of a whole volume."""
        papers = dict.fromkeys(self._archive.named(doi)) | self._dois[doi.lower()]
        if len(papers) > _OF_ONE_DOI:
            return {}
        pages = {paper_id: self._page(paper_id) for paper_id in papers}
        return {
            paper_id: None
            for paper_id, page in pages.items()
            if isinstance(page, Tombstone) or not page.paper.arxiv_id
        }

    def _page(self, paper_id: str) -> PaperPage | Tombstone:
        if paper_id not in self._pages:
            self._pages[paper_id] = self._archive.paper(paper_id)
        return self._pages[paper_id]

    def _day(self, day: date) -> DayPage | None:
        return self._days.get(day) or self._archive.day(day)

    def _has_day(self, listing: Listing, day: date, read: str) -> bool:
        """Tell whether a receipt says that the record set `read` is in, and it is."""
        wanted = (listing.source, list_of(listing.source, listing.scope), read, day in listing.partial)
        if listing.dated_by == "today" and listing.entries and wanted in self._record_sets:
            return True  # a day without a year must not move when its text is read another year
        page = self._day(day)
        return page is not None and any(
            receipt.record_set == wanted
            and _rejects_the_same(receipt.rejections, listing.rejections.get(day, ()))
            and all(paper_id in self._pages or paper_id in self._archive.files for paper_id in receipt.ids)
            for receipt in page.day.receipts
        )

    @cached_property
    def _record_sets(self) -> set[tuple[object, ...]]:
        return self._archive.record_sets()


def _rejects_the_same(before: Sequence[Rejection], now: Sequence[Rejection]) -> bool:
    """Tell whether the same was rejected; another version of the program may say it in other words.

    A quote that went with a paper which was taken down is not brought back.
    """
    return len(before) == len(now) and all(
        (old.first, old.last) == (new.first, new.last) and old.text in (new.text, UNQUOTED)
        for old, new in zip(before, now, strict=True)
    )


def _with_cite_key(page: PaperPage | Tombstone) -> PaperPage | Tombstone:
    """Give a page its paper's cite key, once; when all listings are in, so that their order is no matter."""
    if isinstance(page, Tombstone) or page.paper.cite_key:
        return page
    return replace(page, paper=replace(page.paper, cite_key=cite_key(heading_in_characters(page.paper))))


def _rank(page: PaperPage | Tombstone, seen: Paper) -> int | None:
    """Tell how well a page fits an account: 0 by its title, 1 by another, 2 taken down; None not at all."""
    if isinstance(page, Tombstone):
        return 2 if _is_of(page, seen) else None
    if not same_paper(page.paper, seen):
        return None
    return int(title_key(page.paper.title) != title_key(seen.title))


def _is_of(tombstone: Tombstone, seen: Paper) -> bool:
    """Tell whether `seen` is an account of a paper that was taken down, by its names, now or at first."""
    if seen.arxiv_id and any(map(is_arxiv_id, (tombstone.id, *tombstone.aliases))):
        return False  # it would have been found by its identifier
    first = tombstone.id in (*title_keys(seen.title), suffixed_slug(seen.title, seen.abstract))
    return first or any(digest in tombstone.digests for name in names(seen) for digest in name_digests(name))


def receive(day: Day, receipt: Receipt) -> Day:
    """Give `day` with a receipt; it replaces an earlier one of its key, whose papers stay on the day.

    The day stays as it is where the receipt tells nothing that an earlier one did not: a short list that
    somebody saved of a full day, as an answer of a search is.
    """
    before = [other for other in day.receipts if other.key == receipt.key]
    if any(_is_less(receipt, other) for other in before):
        return day
    others = [other for other in day.receipts if other.key != receipt.key]
    receipt = receipt.after(before, (paper for other in before for paper in (*other.ids, *other.earlier)))
    return replace(day, receipts=tuple(sorted((*others, receipt), key=lambda each: each.key)))


def _is_less(receipt: Receipt, other: Receipt) -> bool:
    """Tell whether a list of Hugging Face has some of the papers of another and no more.

    One that was fetched is the whole list as it is now, so it may be the shorter.
    """
    by_hand = receipt.source == "huggingface" and not receipt.partial and receipt.first_seen is None
    return by_hand and {*receipt.ids} < {*other.ids}
