"""All that the site holds: its pages, but for those written by hand, and the files beside them."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from .. import search
from ..archive.coverage import Coverage
from ..papers.addresses import day_address
from ..papers.records import Paper
from ..related.topics import Topic
from ..search import Document, Sizes, build
from ..search.files import compact_json
from . import sprite
from .beside import beside
from .card import card_address, cards, draw
from .data.files import data_files, year_files
from .feeds import categories, feeds
from .head import Site
from .kept_vectors import KeptVectors
from .library import Library
from .names import keywords
from .outline import Outline
from .queries import Answer, answers, found
from .redirect import redirect, redirects, withdrawn
from .related import find, newer
from .shown import Keys, of_folder
from .sitemap import robots, sitemap
from .status import status, status_json
from .store import Content, Held, Store, Stores
from .themes import themes_by_day
from .topic_feeds import topic_feeds
from .topic_papers import topic_papers
from .topic_profiles import profiles
from .trends import Trends
from .views import View, views
from .views.single import HomeView, data_view, home_view, lost_view

_WORTH_IT = 1_000
"""Papers below which it takes longer to begin another process than to do without."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where what is not in the archive comes from."""

    scripts: Path
    """Those of the search."""
    cache: Path
    """Of the terms of papers."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the site holds."""

    outline: Outline
    views: Mapping[str, View]
    """Every page that the archive itself makes, by address."""
    keys: Mapping[str, bytes]
    """What each of them shows, as a key."""
    files: Mapping[str, Content]
    """Every file beside the pages: its path, and what it holds."""


def contents(
    library: Library,
    site: Site,
    sources: Sequence[Coverage],
    folders: Folders,
    written: Iterable[str],
    keys: Keys,
    stores: Stores,
) -> Contents:
    """Work out a site; `written` are the addresses of pages written by hand, the home page's "./".

    What is costly and was made before, as `keys` tell, comes from the stores.
    """
    papers, store = papers_of(library), stores.made
    subjects = partial(with_subjects, library, keys)
    index_of = partial(search_index, scripts=folders.scripts, keys=keys, store=stores.index)

    def index_for_others(library: Library) -> None:
        index_of(library)
        stores.index.leave()

    worth_it = len(papers) >= _WORTH_IT
    with beside(store, subjects, index_for_others) if worth_it else nullcontext(lambda: None) as have_store:
        vectors = KeptVectors(folders.cache / "vectors.npz", keys.of("vectors"))
        discovery = find(papers, vectors.of, keys, stores.related)
        vectors.forget_others(papers)
        have_store()
        library = subjects(store)
        library = replace(
            library,
            discovery=discovery,
            profiles=profiles(library.topics, discovery, keys, store),
            answers=_answers(library, site, keys, store),
        )
        judged = status(library, sources)
        years, of_years = year_files(library, site, keys, store)
        made = {view.address: view for view in views(library, site, judged)}
        made["data/"] = data_view(library, site, years)
        home = home_view(library, site, categories(library))
        files: dict[str, Content] = {
            **_redirects(library, site),
            "status.json": status_json(judged),
            "robots.txt": robots(site.url),
            **_sitemap(home, made.values(), written),
            **feeds(library, site),
            **topic_feeds(library, site, keys, store),
            **of_years,
            **data_files(library, site, years),
            **_look(site),
            **_newer(library),
            **_terms(library),
            **_cards(library, site, keys, store),
        }
        shown = {address: keys.of(view.template, view) for address, view in made.items()}
    indexed, sizes = index_of(library)
    files |= indexed
    has_topics = bool(library.settled)
    outline = Outline(site, home, lost_view(site), has_topics, sizes, list(made), list(files))
    return Contents(outline, made, shown, files)


def with_topics(library: Library, keys: Keys, store: Store) -> Library:
    """Give an archive with the papers of its topics."""
    return replace(library, topics=topic_papers(papers_of(library), library.settled, keys, store))


def with_subjects(library: Library, keys: Keys, store: Store) -> Library:
    """Give an archive with its topics, the themes of its days, and what rose."""
    library = with_topics(library, keys, store)
    by_day = {day: library.papers_of(day) for day in library.days}
    settled = library.topics.settled
    rose = Trends(papers_of(library), settled, keys, store)
    return replace(
        library,
        themes=themes_by_day(by_day, settled, keys, store),
        trends=rose.of_months(),
        rose=rose.of_weeks(),
    )


def papers_of(library: Library) -> list[Paper]:
    """Give all papers."""
    return [page.paper for page in library.papers.values()]


def search_index(
    library: Library, scripts: Path, keys: Keys, store: Store
) -> tuple[Mapping[str, Held], Sizes]:
    """Index all papers; what an earlier build indexed comes from a store."""

    def make() -> tuple[Mapping[str, bytes], object]:
        used = []
        found = documents(library)
        paper = dict(zip((each.address for each in found), papers_of(library), strict=True))
        topical = keys.of("settled topics", library.settled)

        def keep(value: object, of: Sequence[Document], make: Callable[[], bytes]) -> bytes:
            follows = [topical, *(paper[each.address] for each in of)] if of else ()
            used.append(key := keys.of("part of the search", value, follows))
            return store.one(key, make)

        topics = [_topic(topic) for topic in library.settled]
        made = build(found, scripts, keep, topics)
        return made.files, [asdict(made.sizes), [key.hex() for key in used]]

    files, (sizes, used) = store.files(
        keys.of("search", of_folder(scripts), papers_of(library), library.settled), make
    )
    store.use([*map(bytes.fromhex, used)])  # a new day will ask for them
    return files, Sizes(**sizes | {"cold": tuple(map(tuple, sizes["cold"]))})


def documents(library: Library) -> list[Document]:
    """Give all papers as the search sees them."""
    topics = {topic.slug: _topic(topic) for topic in library.topics.topics}
    of_paper = library.topics.of_paper
    return [
        _document(paper, tuple([topics[topic.slug] for topic in of_paper.get(paper.id, ())]))
        for paper in papers_of(library)
    ]


def _answers(library: Library, site: Site, keys: Keys, store: Store) -> Sequence[Answer]:
    """Give what the saved queries find; all papers are indexed for it where that is not kept."""
    if not site.queries:
        return ()

    def make() -> bytes:
        return json.dumps(found(site.queries, documents(library))).encode()

    ids = store.one(keys.of("answers", site.queries, papers_of(library), library.settled), make)
    return answers(site.queries, json.loads(ids), library.newest_first)


def _document(paper: Paper, topics: tuple[search.Topic, ...]) -> Document:
    return Document(
        address=f"papers/{paper.id}/",
        title=paper.title,
        abstract=paper.abstract or "",
        authors=tuple(author.name for author in paper.authors),
        topics=(*keywords(paper), *paper.categories),
        arxiv_id=paper.arxiv_id,
        days=paper.listed,
        votes=paper.votes,
        has_code=any(link.kind == "code" for link in paper.links),
        about=topics,
    )


def _topic(topic: Topic) -> search.Topic:
    return search.Topic(topic.slug, (topic.label, *topic.aliases))


def _newer(library: Library) -> Mapping[str, bytes]:
    """Give a file for each day: the newer papers that are related to those first listed on it."""
    return {
        f"{day_address(day)}newer.json": compact_json(shard)
        for day, shard in newer(papers_of(library), library.discovery.lists).items()
    }


def _look(site: Site) -> Mapping[str, str]:
    made = {"assets/colours.css": site.look.colours, sprite.ADDRESS: site.look.sprite}
    return {address: content for address, content in made.items() if content}


def _terms(library: Library) -> Mapping[str, bytes]:
    """Give a file for each day: the weightiest terms of its papers, to order them by."""
    terms = library.discovery.terms
    return {
        f"{day_address(day)}terms.json": terms.shard(day, page.day.ids())
        for day, page in library.days.items()
    }


def _redirects(library: Library, site: Site) -> Mapping[str, str]:
    return {
        f"{address}index.html": redirect(address, target, site.url)
        for address, target in {**redirects(library), **withdrawn(site)}.items()
    }


def _cards(library: Library, site: Site, keys: Keys, store: Store) -> Mapping[str, bytes]:
    return {
        card_address(card.day): store.one(keys.of("card", card), partial(draw, card))
        for card in cards(library, site.name)
    }


def _sitemap(home: HomeView, made: Iterable[View], written: Iterable[str]) -> Mapping[str, str | bytes]:
    """Give the files of the sitemap; a site that does not know its address has none."""
    if not home.site.url:
        return {}
    dated = [(view.address, view.updated) for view in made if view.indexed and not view.canonical]
    dated += [("", home.updated) if address == "./" else (address, None) for address in written]
    return sitemap(((home.site.url + address, day) for address, day in dated), home.site.url)
