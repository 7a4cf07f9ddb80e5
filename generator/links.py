"""Links of a paper: found in its abstract, and told apart by where they lead."""

import re
from urllib.parse import urlsplit

from .markup import urls
from .records import Link, LinkKind, ascending

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


def links_in(text: str) -> tuple[Link, ...]:
    """Give the links that stand in `text`, ascending, each once."""
    return ascending(Link(classify(url), url) for url in urls(text))
