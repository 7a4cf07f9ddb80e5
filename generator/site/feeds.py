"""The feeds of a site: its newest papers, all and by arXiv category, and its lists.

A feed of papers holds whole days, so that who reads it once a day misses nothing. Its times are those of the
data: an entry's day, and seconds that keep the order of the day's list. In a feed of lists an entry is a
day, or a week or month that the archive has gone on from, so that it is told once.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from ..archive.pages import PaperPage
from ..papers.addresses import day_address, paper_address
from ..papers.categories import is_category
from ..papers.days import day_name
from ..papers.records import Paper
from ..text.bidi import balanced
from ..text.linear_math import linear
from ..text.markup import escape
from .feed import Entry, Feed, atom, json_feed
from .head import Site
from .library import Library
from .names import counted, keywords, link_names
from .views.periods import Period, PeriodKind, periods

PAPERS = 100
"""Papers in a feed, unless the newest day alone has more."""

CATEGORIES = 500
"""Categories with a feed, the commonest; arXiv has less than 200. The home page names them all."""

DIGESTS = 20
"""Days, weeks or months in a feed of lists."""

_OF_A_DAY = 100
_OF_A_PERIOD = 20
"""Papers that a digest names before it only counts them; of a week or month the most voted."""

_LATEST = 12 * 3600
"""The second of the day that the first paper of its list has; the others come before it."""


def feeds(library: Library, site: Site) -> Mapping[str, str]:
    """Give the files of all feeds but those of topics, by path.

    Feeds need absolute addresses: a site that does not know its own has none.
    """
    if not site.url:
        return {}
    files: dict[str, str] = {}
    for feed in (Feed(site.name, "feed", entries(library, newest(library))), *_list_feeds(library, site)):
        files |= both(feed, site)
    by_category = _newest(library, _keys)
    for category in categories(library):
        papers = by_category[category.casefold()]
        feed = Feed(f"{category} · {site.name}", f"feeds/{category}", entries(library, papers))
        files[f"{feed.path}.xml"] = atom(feed, site)
    by_query = _newest(library, _queries_of(library))
    for answer in library.answers:
        feed = Feed(
            f"{answer.query.title} · {site.name}",
            answer.feed[1],
            entries(library, by_query.get(answer.query.slug, ())),
            answer.address,
        )
        files |= both(feed, site)
    return files


def both(feed: Feed, site: Site) -> Mapping[str, str]:
    """Give the files of a feed by path, in both forms."""
    return {f"{feed.path}.xml": atom(feed, site), f"{feed.path}.json": json_feed(feed, site)}


def categories(library: Library) -> list[str]:
    """Give the arXiv categories of the archive's papers, in order: those that have a feed of their own.

    Spellings in other cases are one category, the first in code-point order: many disks take their files
    for one.
    """
    papers: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for page in library.papers.values():
        for category in filter(is_category, page.paper.categories):
            key = category.casefold()
            papers[key] += 1
            spelling[key] = min(category, spelling.get(key, category))
    commonest = sorted(papers, key=lambda key: (-papers[key], key))[:CATEGORIES]
    return sorted(spelling[key] for key in commonest)


def newest(library: Library) -> tuple[Paper, ...]:
    """Give the papers of the newest days, each paper once: whole days, the newest always."""
    return _newest(library, lambda _: {""}).get("", ())


def _newest(library: Library, keys: Callable[[Paper], set[str]]) -> dict[str, tuple[Paper, ...]]:
    """Give the papers of the newest days in each group of papers, by what `keys` gives for those in it."""
    groups: dict[str, dict[str, Paper]] = defaultdict(dict)
    full: set[str] = set()
    for day in sorted(library.days, reverse=True):
        more: dict[str, dict[str, Paper]] = defaultdict(dict)
        for paper in _listed(library, day):
            for key in keys(paper) - full:
                if paper.id not in groups[key]:
                    more[key][paper.id] = paper
        for key, papers in more.items():
            if groups[key] and len(groups[key]) + len(papers) > PAPERS:
                full.add(key)
            else:
                groups[key] |= papers
    return {key: tuple(papers.values()) for key, papers in groups.items()}


def _queries_of(library: Library) -> Callable[[Paper], set[str]]:
    """Give what tells the saved queries that find a paper."""
    slugs: dict[str, set[str]] = defaultdict(set)
    for answer in library.answers:
        for paper in answer.papers:
            slugs[paper.id].add(answer.query.slug)
    return lambda paper: slugs.get(paper.id, set())


def _keys(paper: Paper) -> set[str]:
    return {category.casefold() for category in paper.categories}


def _listed(library: Library, day: date) -> list[Paper]:
    return [page.paper for page in library.listed(day) if isinstance(page, PaperPage)]


def entries(library: Library, papers: Sequence[Paper]) -> tuple[Entry, ...]:
    """Give an entry for each paper, dated in the order of the lists."""
    return tuple(_entry(paper, *places(library, paper)) for paper in papers)


def places(library: Library, paper: Paper) -> tuple[int, int]:
    """Give the places of a paper, from 0, in the first and the last list with it."""
    first, last = (library.places.get(day, {}) for day in (paper.listed[0], paper.listed[-1]))
    return first.get(paper.id, 0), last.get(paper.id, 0)


def _entry(paper: Paper, first: int, last: int) -> Entry:
    """Give the entry of a paper by its places. It is updated by a new listing, or a new version."""
    updated = max(filter(None, (paper.listed[-1], paper.updated)))
    return Entry(
        name=paper.id,
        title=linear(paper.title),
        address=paper_address(paper.id),
        published=_moment(paper.listed[0], first),
        updated=_moment(updated, last),
        content=_content(paper),
        external=_arxiv(paper.arxiv_id) if paper.arxiv_id else None,
        authors=tuple(balanced(author.name) for author in paper.authors),
        categories=paper.categories,
        topics=keywords(paper),
        links=tuple((link.kind, link.url) for link in paper.links if link.is_plain),
    )


def _moment(day: date, place: int) -> datetime:
    """Give when a paper is dated by its place in a list of the day, from 0."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return midnight + timedelta(seconds=max(_LATEST - place, 0))


@lru_cache(maxsize=1024)  # each of a paper's categories has a feed with it
def _content(paper: Paper) -> str:
    """Give what an entry says as HTML without MathML, which most feed readers remove."""
    return "".join(_paragraphs(paper))


def _paragraphs(paper: Paper) -> Iterator[str]:
    for paragraph in linear(paper.abstract or "").split("\n\n"):
        if paragraph:
            yield f"<p>{escape(paragraph)}</p>"
    arxiv = [("arXiv:" + paper.arxiv_id, _arxiv(paper.arxiv_id))] if paper.arxiv_id else []
    named = link_names(link for link in paper.links if link.is_plain)
    said = [_link(url, text) for text, url in (*arxiv, *named)]
    said += [counted(paper.votes, "vote")] if paper.votes else []
    if said:
        yield f"<p>{' · '.join(said)}</p>"


def _list_feeds(library: Library, site: Site) -> Iterator[Feed]:
    """Give the feeds in which each entry is the list of a day, a week or a month."""
    days = sorted(library.days, reverse=True)[:DIGESTS]
    yield Feed(
        f"Days · {site.name}",
        "feeds/days",
        tuple(_of_day(library, day, site) for day in days),
        "papers/date/",
    )
    kinds: tuple[tuple[PeriodKind, str], ...] = (("week", "Weeks"), ("month", "Months"))
    for kind, title in kinds:
        ended = periods(library.counts, kind)[:-1][-DIGESTS:]
        yield Feed(
            f"{title} · {site.name}",
            f"feeds/{kind}s",
            tuple(_of_period(library, period, site) for period in reversed(ended)),
            f"papers/{kind}/",
        )


def _of_day(library: Library, day: date, site: Site) -> Entry:
    papers = _listed(library, day)
    return Entry(
        name=day_address(day),
        title=f"{day_name(day)}: {counted(len(papers), 'paper')}",
        address=day_address(day),
        published=_moment(day, 0),
        updated=_moment(day, 0),
        content=_digest(library, papers[:_OF_A_DAY], len(papers), site.url + day_address(day), site),
    )


def _of_period(library: Library, period: Period, site: Site) -> Entry:
    papers = {paper.id: paper for day, _ in period.days for paper in _listed(library, day)}
    voted = sorted(papers.values(), key=lambda paper: -(paper.votes or 0))[:_OF_A_PERIOD]
    return Entry(
        name=period.address,
        title=f"{period.name}: {counted(len(papers), 'paper')}",
        address=period.address,
        published=_moment(period.last, 0),
        updated=_moment(period.last, 0),
        content=_digest(library, voted, len(papers), site.url + period.address, site),
    )


def _digest(library: Library, papers: Sequence[Paper], count: int, address: str, site: Site) -> str:
    """Give papers as a list in HTML, each with its gist; `address` is where all `count` are."""
    items = "".join(f"<li>{_told(library, paper, site)}</li>" for paper in papers)
    if count == len(papers):
        return f"<ol>{items}</ol>"
    return f"<ol>{items}</ol><p>{_link(address, 'All ' + counted(count, 'paper'))}</p>"


def _told(library: Library, paper: Paper, site: Site) -> str:
    """Give a paper in a digest."""
    gist = library.discovery.gists.get(paper.id)
    votes = f" ({counted(paper.votes, 'vote')})" if paper.votes else ""
    title = f"{_link(site.url + paper_address(paper.id), linear(paper.title))}{votes}"
    return f"{title}<br>{escape(linear(gist.text))}" if gist else title


def _link(url: str, text: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>'


def _arxiv(arxiv_id: str) -> str:
    return f"https://arxiv.org/abs/{arxiv_id}"
