"""Pages written by hand: links to what is made, formulas as MathML, boxes of tasks, and no scripts."""

import re
from collections.abc import Mapping
from html import unescape
from posixpath import dirname, join, normpath, relpath
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ..text.mathml import mathml

_FORMULA = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.DOTALL)
"""What `pymdownx.arithmatex` with `generic: true` writes of a formula."""


_DATA = r"""\s+type=["'](?:math/tex|application/(?:ld\+)?json)\b"""
_SCRIPT = re.compile(rf"<script(?=[\s/>])(?!{_DATA})", re.IGNORECASE)
"""The beginning of a script that is not plainly data."""
_PAGE_IN_PAGE = re.compile(r"<iframe(?=[\s/](?:(?!</iframe).)*srcdoc)", re.IGNORECASE | re.DOTALL)

_BOX = '<input type="checkbox" disabled'
"""What `pymdownx.tasklist` writes; nothing else says what such a box means."""


class MadeLinks(Extension):  # type: ignore[misc] # Markdown has no types
    """Has links to addresses of the site, such as `papers/week/`, lead to the page that is made for them.

    MkDocs knows links to files only, and warns of every other.
    """

    page: str = ""
    """The file of the page that is being read, relative to `docs_dir`."""
    made: dict[str, str]
    """The file of each address, relative to the site's root."""

    def __init__(self) -> None:
        """Begin without any address."""
        super().__init__()
        self.made = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        """Look at links before MkDocs does."""
        md.treeprocessors.register(_MadeLinks(self), "made_links", 1)

    def know(self, sources: Mapping[str, str]) -> None:
        """Take the files by their paths in the site; those that answer without a name of their own count."""
        ends = "index.html"
        self.made = {
            path.removesuffix(ends): source for path, source in sources.items() if path.endswith(ends)
        }

    def target(self, link: str) -> str:
        """Give a link as MkDocs understands it; one that leads to no address of the site stays."""
        scheme, host, path, query, anchor = urlsplit(link)
        if scheme or host or not path.endswith("/") or path.startswith("/"):
            return link
        address = normpath(join(dirname(self.page), path)) + "/"
        if not (file := self.made.get("" if address == "./" else address)):
            return link
        return urlunsplit(("", "", relpath(file, dirname(self.page) or "."), query, anchor))


class _MadeLinks(Treeprocessor):  # type: ignore[misc]
    def __init__(self, links: MadeLinks) -> None:
        super().__init__()
        self.links = links

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            element.set("href", self.links.target(element.get("href", "")))


def without_scripts(html: str) -> str:
    """Give a page's HTML with each script made data, and each page in it shut off from scripts.

    The policy forbids scripts that stand in a page, but not files of the site, and a browser runs one
    whatever it is called. Of two attributes of one name the first counts.
    """
    return _PAGE_IN_PAGE.sub("<iframe sandbox", _SCRIPT.sub("<script type=text/plain", html))


def finished(html: str) -> str:
    """Give a page's HTML with MathML for the formulas that `arithmatex` marked, and names for boxes of tasks.

    A formula that cannot be converted stays as it is.
    """
    return _FORMULA.sub(_formula, html).replace(_BOX, f'{_BOX} aria-label="Done"')


def _formula(found: re.Match[str]) -> str:
    return mathml(unescape(found[3]).strip(), display=found[2] == "[") or found[0]
