"""The feed of each topic: its newest papers in whole days, each with its gist; kept from build to build."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from functools import partial

from ..papers.addresses import topic_address
from ..papers.records import Paper
from ..related.topics import Topic
from ..text.linear_math import linear
from ..text.markup import escape
from .feed import Feed
from .feeds import PAPERS, both, entries, places
from .head import Site
from .library import Library
from .names import counted
from .shown import Keys
from .store import Files, Held, Store
from .topic_papers import feed_path

_OF_A_TOPIC = 10
"""Papers in a feed, and the rest of the last one's day: a site has hundreds of these feeds."""


def topic_feeds(library: Library, site: Site, keys: Keys, store: Store) -> Mapping[str, Held]:
    """Give the files of the feeds of topics that have papers, by path; none for a site without an address."""
    files: dict[str, Held] = {}
    common = keys.of("feeds of topics", astuple(site))
    for topic in library.topics.topics if site.url else ():
        if papers := _newest(library.topics.papers.get(topic.slug, ())):
            listed = [places(library, paper) for paper in papers]
            key = keys.of(common, topic.slug, topic.label, papers, listed)
            made, _ = store.files(key, partial(_made, library, site, topic, papers))
            files |= made
    return files


def _newest(papers: Sequence[Paper]) -> Sequence[Paper]:
    last = papers[min(len(papers), _OF_A_TOPIC) - 1].listed[0] if papers else None
    return [paper for paper in papers if last and paper.listed[0] >= last][:PAPERS]


def _made(library: Library, site: Site, topic: Topic, papers: Sequence[Paper]) -> tuple[Files, None]:
    each = zip(entries(library, papers), papers, strict=True)
    told = [replace(entry, content=_in_short(library, paper)) for entry, paper in each]
    told.sort(key=lambda entry: entry.updated, reverse=True)
    title = f"{topic.label} · {site.name}"
    feed = Feed(title, feed_path(topic), tuple(told), topic_address(topic.slug))
    return {path: text.encode() for path, text in both(feed, site).items()}, None


def _in_short(library: Library, paper: Paper) -> str:
    gist = library.discovery.gists.get(paper.id)
    said = (gist and linear(gist.text), paper.votes and counted(paper.votes, "vote"))
    return "".join(f"<p>{escape(text)}</p>" for text in said if text)
