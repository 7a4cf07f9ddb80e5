"""The whole archive in memory, as the site shows it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from ..archive.archive import Archive
from ..archive.files import read
from ..archive.pages import DayPage, PaperPage
from ..papers.leave_out import unquoted, without
from ..papers.records import Announced, Paper, Tombstone
from ..papers.wording import in_characters
from ..related.rising import Rising
from ..related.themes import Theme
from ..related.topics import Topic
from .chips import Chip, chips
from .heatmap import Quarter, quarters
from .queries import Answer
from .reader import Reader
from .related import NOTHING, Discovery
from .shown import Keys
from .store import digest
from .topic_papers import NONE, TopicPapers
from .topic_profiles import Profile
from .topics import shared_topics
from .topics_file import topics_in
from .trends import Trend


@dataclass(frozen=True)
class Library:
    """All pages of an archive."""

    papers: Mapping[str, PaperPage]
    """By id."""
    tombstones: Mapping[str, Tombstone]
    """By id."""
    days: Mapping[date, DayPage]
    """Ascending."""
    settled: Sequence[Topic] = ()
    """The topics in the archive's file."""
    topics: TopicPapers = field(default=NONE)
    """Which papers are about them."""
    discovery: Discovery = field(default=NOTHING)
    """What leads from paper to paper, and what each says in a sentence."""
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    """What is told of each topic that has papers, by its slug."""
    themes: Mapping[date, Sequence[Theme]] = field(default_factory=dict)
    """What the papers of each day are about."""
    trends: Sequence[Trend] = ()
    """What rose in each month, ascending."""
    rose: Mapping[date, Sequence[Rising]] = field(default_factory=dict)
    """What rose in each week, by its Monday."""
    answers: Sequence[Answer] = ()
    """What the saved queries find."""

    @cached_property
    def counts(self) -> Mapping[date, int]:
        """How many papers each day lists."""
        return {day: len(self.listed(day)) for day in self.days}

    @cached_property
    def calendar(self) -> Sequence[Quarter]:
        """The quarters that have a list, newest first."""
        return quarters(self.counts)

    @cached_property
    def chips(self) -> Mapping[str, Sequence[Chip]]:
        """The topics and keywords of each paper, by its id."""
        shared = shared_topics(page.paper for page in self.papers.values())
        of_paper = self.topics.of_paper
        return {
            name: chips(page.paper, of_paper.get(name, ()), shared[name])
            for name, page in self.papers.items()
        }

    @property
    def newest(self) -> date | None:
        """The newest day; None where there is none."""
        return max(self.days, default=None)

    @cached_property
    def places(self) -> Mapping[date, Mapping[str, int]]:
        """The places of papers in the list of each day, from 0, by id."""
        return {
            day: {name: place for place, name in enumerate(page.day.ids())} for day, page in self.days.items()
        }

    @property
    def newest_first(self) -> Sequence[Paper]:
        """All papers by the first day that listed them, the newest first, each day's in its order."""
        papers = (page.paper for page in self.papers.values())
        return sorted(
            papers,
            key=lambda paper: (
                -paper.listed[0].toordinal(),
                self.places.get(paper.listed[0], {}).get(paper.id, 0),
                paper.id,
            ),
        )

    def listed(self, day: date) -> list[PaperPage | Tombstone]:
        """Give what a day lists, in its order; papers that are absent are left to `check`."""
        pages = (self.papers.get(name) or self.tombstones.get(name) for name in self.days[day].day.ids())
        return [page for page in pages if page]

    def papers_of(self, day: date) -> list[Paper]:
        """Give the papers that a day lists, in its order."""
        return [page.paper for page in self.listed(day) if isinstance(page, PaperPage)]

    def announced(self, day: date) -> Mapping[str, Announced]:
        """Give how arXiv announced the papers of a day, by id: as the first list with each says."""
        receipts = self.days[day].day.receipts
        return {paper_id: how for receipt in reversed(receipts) for paper_id, how in receipt.announced}


def digests_of(archive: Archive) -> Mapping[str, bytes]:
    """Give the digests of all files that a library is read from, by name."""
    topics = [archive.topics_file] if archive.topics_file.exists() else []
    return {
        archive.name(path): digest(read(path))
        for path in (*archive.files.values(), *archive.day_files(), *topics)
    }


def read_library(
    archive: Archive, leave_out: Collection[str] = (), reader: Reader | None = None, keys: Keys | None = None
) -> Library:
    """Read every page of an archive as it is shown, without the fields that it leaves out.

    `keys` gets to know the papers. Raises PageError for the first page that cannot be read.
    """
    reader, keys = reader or Reader(), keys or Keys(b"")
    papers: dict[str, PaperPage] = {}
    tombstones: dict[str, Tombstone] = {}
    for paper_id, path in archive.files.items():
        page, key = reader.page(path, archive.name(path), partial(_paper, archive, paper_id, leave_out))
        if isinstance(page, Tombstone):
            tombstones[page.id] = page
        else:
            papers[page.paper.id] = page
            keys.know(page.paper, key)
    days = {}
    for day in archive.days():
        path = archive.day_file(day)
        days[day], _ = reader.page(path, archive.name(path), partial(_day, archive, day, leave_out))
    settled: Sequence[Topic] = ()
    if (path := archive.topics_file).exists():
        settled, _ = reader.page(path, archive.name(path), partial(topics_in, archive))
    reader.keep()
    return Library(papers, tombstones, days, settled)


def _paper(archive: Archive, paper_id: str, leave_out: Collection[str], data: bytes) -> PaperPage | Tombstone:
    page = archive.paper_in(paper_id, data)
    if isinstance(page, Tombstone):
        return page
    return replace(page, paper=in_characters(without(page.paper, leave_out)))


def _day(archive: Archive, day: date, leave_out: Collection[str], data: bytes) -> DayPage:
    page = archive.day_in(day, data)
    return replace(page, day=unquoted(page.day, leave_out))
