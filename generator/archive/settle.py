"""Two changes of one file become one by what they say, where git, which compares lines, leaves them open.

To undo a commit is such a case too: both sides begin with what it left; ours is what came later, theirs what
there was before it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Generic, NamedTuple, TypeVar

from ..papers.merge import ACCOUNT, merge, names
from ..papers.records import Day, Paper, Receipt, Tombstone, ascending
from .pages import DayPage, PaperPage

T = TypeVar("T")
Other = TypeVar("Other")
Page = PaperPage | Tombstone

_SETS = ("listed", "links", "topics", "aliases")
_BY_THEMSELVES = tuple(
    item.name for item in fields(Paper) if item.name not in ("id", "other_names", *_SETS, *ACCOUNT)
)


class OpenError(ValueError):
    """Both sides changed what a person wrote, each in another way."""


class Versions(NamedTuple, Generic[T]):
    """A file, or a part of it: as both sides began with it, and as each left it; None where it is not."""

    base: T | None
    ours: T | None
    theirs: T | None

    def map(self, read: Callable[[T], Other]) -> "Versions[Other]":
        """Give what `read` finds in the versions that are there."""
        return Versions(*(None if version is None else read(version) for version in self))

    def settled(self, both: Callable[[], T | None]) -> T | None:
        """Give what one side made of the base, or `both` where both sides changed it."""
        if self.ours == self.base:
            return self.theirs
        return self.ours if self.theirs in (self.base, self.ours) else both()


def settle_paper(pages: Versions[Page]) -> Page | None:
    """Give the page of a paper; one that a side changed stays though the other deleted it.

    Raises OpenError where both sides edited it.
    """
    _, ours, theirs = pages
    if not isinstance(ours, PaperPage) or not isinstance(theirs, PaperPage):
        return pages.settled(lambda: ours if isinstance(ours, Tombstone) else theirs or ours)
    base = pages.base if isinstance(pages.base, PaperPage) else None
    living = Versions(base, ours, theirs)
    joined = merge(ours.paper, theirs.paper)
    account = living.map(_account).settled(lambda: _account(_better(ours, theirs, joined)))
    values: dict[str, Any] = {
        **{name: _settle_field(living, name, joined) for name in _BY_THEMSELVES},
        **{name: _settle_set(living, name) for name in _SETS},
        **(account or {}),
    }
    digest = values.pop("digest")
    known = {*_united(living.map(lambda page: names(page.paper)))}
    values["other_names"] = ascending(known - {values["title"], values["doi"]})
    values["listed"] = values["listed"] or ours.paper.listed
    return PaperPage(replace(ours.paper, **values), digest, *_people_wrote(living))


def settle_day(pages: Versions[DayPage]) -> DayPage | None:
    """Give the page of a day, None where no receipt is left; raise OpenError where both sides edited it."""
    day = next(page.day.date for page in pages if page)
    lists = pages.map(lambda page: {each.key: each for each in page.day.receipts})
    receipts = (_settle_receipt(versions) for _, versions in _by_key(lists))
    left = tuple(receipt for receipt in receipts if receipt)
    return DayPage(Day(day, left), *_people_wrote(pages)) if left else None


def settle_addresses(lists: Versions[dict[str, str]]) -> dict[str, str]:
    """Give the list of addresses and where each leads."""
    settled = {address: _settle_target(versions) for address, versions in _by_key(lists)}
    return {address: target for address, target in settled.items() if target is not None}


def _settle_receipt(receipts: Versions[Receipt]) -> Receipt | None:
    """Give the receipt of one list; of two new ones ours, with the papers that others had before."""

    def both() -> Receipt | None:
        papers = _united(receipts.map(lambda each: (*each.ids, *each.earlier)))
        receipt = receipts.ours or receipts.theirs
        return receipt and receipt.after(filter(None, receipts), papers)

    return receipts.settled(both)


def _settle_field(pages: Versions[PaperPage], name: str, joined: Paper) -> object:
    return pages.map(lambda page: getattr(page.paper, name)).settled(lambda: getattr(joined, name))


def _settle_set(pages: Versions[PaperPage], name: str) -> tuple[Any, ...]:
    return _united(pages.map(lambda page: getattr(page.paper, name)))


def _settle_target(targets: Versions[str]) -> str | None:
    return targets.settled(lambda: targets.theirs if targets.ours is None else targets.ours)


def _by_key(mappings: Versions[dict[Any, T]]) -> Iterator[tuple[Any, Versions[T]]]:
    """Give what the versions of a mapping have under each key, by key."""
    for key in sorted({key for mapping in mappings for key in mapping or ()}):
        yield key, Versions(*((mapping or {}).get(key) for mapping in mappings))


def _united(sets: Versions[Iterable[Any]]) -> tuple[Any, ...]:
    """Give a set with what either side put into it, and without what either took out."""
    base, ours, theirs = (set(each or ()) for each in sets)
    return ascending((ours | (theirs - base)) - (base - theirs))


def _account(page: PaperPage) -> dict[str, Any]:
    return {**{name: getattr(page.paper, name) for name in ACCOUNT}, "digest": page.digest}


def _better(ours: PaperPage, theirs: PaperPage, joined: Paper) -> PaperPage:
    """Give the page that a person edited, or else that with the account which joined both."""
    if ours.edited and theirs.edited:
        raise OpenError("both sides edited the paper")
    if ours.edited or theirs.edited:
        return ours if ours.edited else theirs
    return ours if all(getattr(ours.paper, name) == getattr(joined, name) for name in ACCOUNT) else theirs


def _people_wrote(pages: Versions[PaperPage] | Versions[DayPage]) -> Iterator[str]:
    """Give own keys and notes; a side that deleted the page changed neither."""
    for name in ("extra", "notes"):
        base, ours, theirs = (page and getattr(page, name) for page in pages)
        texts = Versions(*(base if text is None else text for text in (base, ours, theirs)))
        yield texts.settled(_refuse) or ""


def _refuse() -> str:
    raise OpenError("both sides changed its notes or own keys")
