"""Links of a paper: found in its abstract, and told apart by where they lead."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from ..papers.records import Link, LinkKind, ascending
from ..text.markup import urls

_KINDS: tuple[tuple[str, LinkKind], ...] = (
    (r"(huggingface\.co|hf\.co)/datasets/[^/]+", "dataset"),
    (r"(huggingface\.co|hf\.co)/spaces/[^/]+/", "demo"),
    (r"(huggingface\.co|hf\.co)/(papers|blog|docs|learn|posts|collections|organizations)(/|$)", "other"),
    (r"(huggingface\.co|hf\.co)/[^/]+/[^/]+", "model"),
    (r"(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)/[^/]+/[^/]+", "code"),
    (r"anonymous\.4open\.science/r/", "code"),
    (r"(zenodo\.org/(records?|doi)/|kaggle\.com/datasets/|figshare\.com/)", "dataset"),
    (r"[^/]+\.(github|gitlab)\.io(/|$)", "project"),
    (r"sites\.google\.com/", "project"),
)


def classify(url: str) -> LinkKind:
    """Tell what an http or https address leads to, as far as the address itself shows.

    >>> classify("https://huggingface.co/datasets/allenai/c4")
    'dataset'
    """
    parts = urlsplit(url)
    place = (parts.hostname or "").removeprefix("www.") + parts.path
    return next((kind for pattern, kind in _KINDS if re.match(pattern, place)), "other")


def link_to(url: str) -> Link:
    """Give the link to an address, of the kind that it shows; raise RecordError when it is none."""
    return Link(classify(Link("other", url).url), url)


def links_in(text: str) -> tuple[Link, ...]:
    """Give the links that stand in `text`, ascending, each once."""
    if "/" not in text:  # as every address has; most texts have none, and need no closer look
        return ()
    return ascending(Link(classify(url), url) for url in urls(text))


def links_of(stated: Iterable[Link], *texts: str | None) -> tuple[Link, ...]:
    """Give the links that a source states and those in `texts`; an address is of the kind that is stated."""
    told = set(stated)
    addresses = {link.url for link in told}
    links = {link for text in texts if text for link in links_in(text) if link.url not in addresses}
    return ascending(told | links)
