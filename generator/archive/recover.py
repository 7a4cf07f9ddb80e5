"""Files that git could not merge, and pages that were lost, as far as they need no person."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ..papers.addresses import addresses_of_day, addresses_of_paper, read_addresses, write_addresses
from ..papers.errors import ArchiveError
from .archive import Archive
from .files import write
from .git import changed_papers, committed_pages, marked, reverted_pages, stage, unmerged
from .pages import DayPage, PaperPage, read_day, read_paper
from .settle import OpenError, T, Versions, settle_addresses, settle_day, settle_paper


def refuse_conflicts(archive: Archive) -> None:
    """Raise PageError for a page or a list of addresses in which git left a conflict open.

    Where git is not installed, pages tell it when they are read.
    """
    if archive.addresses_file.exists():
        read_addresses(archive.read(archive.addresses_file), archive.name(archive.addresses_file))
    for path in marked(archive.root):
        archive.read(path)


def open_files(archive: Archive) -> dict[Path, Versions[str]]:
    """Give the list of addresses, and the pages of papers and days, on which a merge or a revert stopped."""
    files = unmerged(archive.root).items()
    return {
        path: versions
        for path, versions in files
        if path == archive.addresses_file or _is_page(archive, path)
    }


def merge_open_files(archive: Archive) -> list[str]:
    """Merge those files; gives what was done.

    Raises ArchiveError where only a person can merge what people wrote, PageError for a page that cannot be
    read; then nothing was written.
    """
    files = open_files(archive)
    lists = files.pop(archive.addresses_file, None)
    of_days = {path: files.pop(path) for path in [*files] if path.parent == archive.days_folder}
    days = {path: _settle(archive, path, texts, read_day, settle_day) for path, texts in of_days.items()}
    papers = {path: _settle(archive, path, texts, read_paper, settle_paper) for path, texts in files.items()}
    left = [page for page in days.values() if page]
    for paper_id in {paper_id for page in left for paper_id in page.day.ids()} & archive.files.keys():
        if archive.files[paper_id] not in files:
            archive.paper(paper_id)  # a page that cannot be read is named before anything is written
    if lists:
        read = partial(read_addresses, path=archive.name(archive.addresses_file))
        write(archive.addresses_file, write_addresses(settle_addresses(lists.map(read))))
    restored = restore_pages(archive, left)
    archive.write(filter(None, papers.values()), left)
    for path, page in {**days, **papers}.items():
        if page is None:
            path.unlink(missing_ok=True)
    merged = [*papers, *days, *([archive.addresses_file] if lists else [])]
    stage(archive.root, merged)
    return [*restored, *(f"{archive.name(path)}: merged" for path in sorted(merged))]


def undone_addresses(archive: Archive) -> Iterator[str]:
    """Give the addresses of what a revert that is not committed yet takes away, also those still answered.

    The list of addresses takes the lines of both sides where git merges it, so a revert leaves them there.
    """
    for path, text in reverted_pages(archive.root).items():
        name = archive.name(path)
        if path.parent == archive.days_folder:
            yield from addresses_of_day(read_day(text, name).day.date)
        else:
            page = read_paper(text, name)
            yield from addresses_of_paper(page.paper if isinstance(page, PaperPage) else page)


def restore_pages(archive: Archive, days: Iterable[DayPage]) -> list[str]:
    """Restore pages that days name and that are not there from the last commit; gives what was done."""
    absent = {paper_id for page in days for paper_id in page.day.ids()} - archive.files.keys()
    pages = committed_pages(archive.root, absent)
    for paper_id, (path, text) in pages.items():
        write(path, text)
        archive.files[paper_id] = path
    stage(archive.root, (path for path, _ in pages.values()))
    return [f"{archive.name(path)}: restored from the last commit" for path, _ in pages.values()]


def renew_lists(archive: Archive, days: Iterable[DayPage]) -> list[str]:
    """Have days show the titles of papers whose pages a revert or a merge changed; gives what was done."""
    changed = changed_papers(archive.root)
    files = {archive.day_file(page.day.date): page for page in days if not changed.isdisjoint(page.day.ids())}
    before = {path: path.read_bytes() for path in files}
    archive.write((), files.values())
    return [
        f"{archive.name(path)}: lists its papers anew" for path in files if path.read_bytes() != before[path]
    ]


def _is_page(archive: Archive, path: Path) -> bool:
    return path.suffix == ".md" and archive.root / "papers" in path.parents


def _settle(
    archive: Archive,
    path: Path,
    texts: Versions[str],
    read: Callable[[str, str], T],
    settle: Callable[[Versions[T]], T | None],
) -> T | None:
    name = archive.name(path)
    try:
        return settle(texts.map(lambda text: read(text, name)))
    except OpenError as error:
        raise ArchiveError(f"{name}: {error}; merge it by hand, `git add` it, and repeat this") from error
