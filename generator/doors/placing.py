"""Which files are in the site, and at which address.

MkDocs is told of all of them, so that pages written by hand may link to them.
"""

import logging
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from pygments.lexer import Lexer  # type: ignore[import-untyped]
from pygments.lexers.css import CssLexer  # type: ignore[import-untyped]
from pygments.lexers.javascript import JavascriptLexer  # type: ignore[import-untyped]

from ..archive.archive import Archive
from ..archive.format import FORMAT_FILE
from ..papers.addresses import day_address, paper_address
from ..search.scripts import SOURCES, code
from ..site.active import is_active
from ..site.contents import Contents
from ..site.outline import Outline
from ..site.shown import Keys
from ..site.store import Store, bytes_of
from ..site.views import View
from ..text.markup import escape
from ..text.plain import printable
from .program import theme

_LEXERS = {".js": JavascriptLexer, ".css": CssLexer}

log = logging.getLogger("mkdocs.plugins.dailypapers")


class ArchivePage(Page):
    """A page that shows a view. MkDocs reads nothing from its file, and only notes pass the Markdown parser.

    Most pages have no notes: to set up a parser for each of them would take longer than to show the page.
    """

    def __init__(self, view: View, file: File, config: MkDocsConfig) -> None:
        """Make the page of a file, which has its address by now."""
        super().__init__(None, file, config)
        self.view = view

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would have read from the file."""
        self.markdown = self.view.notes
        self.meta = {"title": escape(self.view.title), "template": self.view.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the notes into HTML."""
        if self.view.notes:
            super().render(config, files)
        else:
            self.content, self.present_anchor_ids = "", set()


def drop(files: Files, config: MkDocsConfig, pages: Container[str]) -> None:
    """Leave out what is no part of the site, in `docs_dir` and in the themes below the project's own.

    `pages` are the files of the archive: they are read, not published.
    """
    below = {*config.theme.dirs} - {*own_dirs(config)}
    unused = {"addresses.txt", "slugs.txt", "topics.yml", FORMAT_FILE, *SOURCES}
    for file in list(files):
        if file.src_dir in below or file.src_uri in unused or file.src_uri.startswith("listings/"):
            files.remove(file)
        elif file.src_uri not in pages and (why := _unwanted(file, config)):
            log.info("%s is not published: %s", printable(file.src_uri), why)
            files.remove(file)


def shorten(files: Files, keys: Keys, store: Store) -> None:
    """Leave comments out of the program's own scripts and style sheets; what a fork made of one stays."""
    for file in files:
        lexer = _LEXERS.get(PurePath(file.src_uri).suffix)
        if not (lexer and file.src_uri.startswith("assets/")):
            continue
        own = theme() / file.src_uri
        if own.is_file():
            text = own.read_bytes()
            if file.content_bytes == text:
                key = keys.of("shortened", lexer.name, text)
                file.content_bytes = store.one(key, partial(_shortened, text, lexer))


def _shortened(text: bytes, lexer: type[Lexer]) -> bytes:
    return code(text.decode(), lexer).encode()  # type: ignore[arg-type] # a class is hashable


def _unwanted(file: File, config: MkDocsConfig) -> str | None:
    """Say why a file of `docs_dir` is published only where mkdocs.yml names it, or None."""
    scripts = map(str, config.extra_javascript)
    named = {*config.extra_css, *scripts, *config.extra_templates, *_in_nav(config.nav)}
    if file.src_dir != config.docs_dir or file.src_uri in named:
        return None
    if not file.src_uri.isprintable():
        return "its name holds control characters"
    if Path(config.docs_dir, file.src_uri).resolve() != Path(config.docs_dir).resolve() / file.src_uri:
        return "it is a symbolic link, or lies below one"
    if not file.is_documentation_page() and is_active(Path(config.docs_dir, file.src_uri)):
        return "a browser would run it; name it under extra_javascript, extra_templates or nav in mkdocs.yml"
    return None


def _in_nav(nav: object) -> Iterator[str]:
    """Give the files and addresses that a navigation names, whatever they are called there."""
    if isinstance(nav, str):
        yield nav
    for each in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _in_nav(each)


def material(config: MkDocsConfig) -> File:
    """Give Material's style sheet, from the installed package; only pages written by hand load it."""
    sheets = [
        path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.css")
    ]
    text = "".join(path.read_text("utf-8") for path in sheets[-1:])
    return File.generated(config, "assets/material.css", content=re.sub(r"/\*# sourceMappingURL.*", "", text))


class _MadeFile(File):
    """A page or a file that the archive makes itself: MkDocs only knows of it."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        pass


class MadeFiles(Files):
    """The files of a site, and those that the archive makes: MkDocs meets one where a link names it."""

    def __init__(self, files: Files, made: Mapping[str, str], config: MkDocsConfig) -> None:
        """Take the others, and the path of each that is made, by the file in `docs_dir` that links name."""
        super().__init__(file for file in files if file.src_uri not in made)
        self.made, self._config = made, config

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file that a link names."""
        return super().get_file_from_path(path) or self._get_made(PurePath(path).as_posix())

    def _get_made(self, source: str) -> File | None:
        if source not in self.made:
            return None
        folders = self._config.docs_dir, self._config.site_dir, self._config.use_directory_urls
        file = _MadeFile(source, *folders, dest_uri=self.made[source], inclusion=InclusionLevel.NOT_IN_NAV)
        self.append(file)
        return file


def paths_of(files: Files) -> Mapping[str, str]:
    """Give the file in `docs_dir` that links name, by the path of each file in the site."""
    made = files.made if isinstance(files, MadeFiles) else {}
    return {file.dest_uri: file.src_uri for file in files} | {path: source for source, path in made.items()}


def shown_by_mkdocs(
    views: Mapping[str, View], sources: Mapping[str, str], config: MkDocsConfig
) -> Mapping[str, View]:
    """Give the pages with notes, which are Markdown, and those that `nav` names, by address."""
    named = {*_in_nav(config.nav)}
    by_source = _by_source(views, sources).items()
    return {
        address: views[address] for source, address in by_source if views[address].notes or source in named
    }


def make_ourselves(
    files: Files, outline: Outline, sources: Mapping[str, str], config: MkDocsConfig
) -> MadeFiles:
    """Give the files of the site; of what is the archive's own, MkDocs makes only the pages that it shows."""
    made = {path: path for path in outline.files}
    for source, address in _by_source(outline.pages, sources).items():
        if view := outline.shown.get(address):
            _show(view, source, files, config)
        else:
            made[source] = path_of(address)
    return MadeFiles(files, made, config)


def let_mkdocs_make(files: Files, built: Contents, sources: Mapping[str, str], config: MkDocsConfig) -> None:
    """Have MkDocs show and copy all, since other plugins want to see what it does."""
    for source, address in _by_source(built.views, sources).items():
        _show(built.views[address], source, files, config)
    for path, content in built.files.items():
        _put(files, File.generated(config, path, content=bytes_of(content)))


def path_of(address: str) -> str:
    """Give the path of the page at an address."""
    return f"{address}index.html"


def _by_source(pages: Iterable[str], sources: Mapping[str, str]) -> Mapping[str, str]:
    """Give the address of each page by the file in `docs_dir` that it has, or would have."""
    in_files = {address: source for source, address in sources.items()}
    return {in_files.get(address, f"{address}index.md"): address for address in pages}


def _show(view: View, source: str, files: Files, config: MkDocsConfig) -> None:
    """Have MkDocs show a page at its address."""
    file = files.get_file_from_path(source)
    if not file:
        file = File.generated(config, source, content="")
        files.append(file)
    file.dest_uri = path_of(view.address)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.page = ArchivePage(view, file, config)


def _put(files: Files, file: File) -> None:
    """Add a file in the place of one of the same name."""
    if known := files.get_file_from_path(file.src_uri):
        files.remove(known)
    files.append(file)


def sources_of(archive: Archive) -> dict[str, str]:
    """Give the address of each page that stands in a file, by the file's path in `content/`."""
    papers = {path: paper_address(paper_id) for paper_id, path in archive.files.items()}
    days = {archive.day_file(day): day_address(day) for day in archive.days()}
    root = f"{archive.root.as_posix()}/"
    return {path.as_posix().removeprefix(root): address for path, address in (papers | days).items()}


def own_dirs(config: MkDocsConfig) -> list[str]:
    """Give the folders of templates above those of the theme that mkdocs.yml names, the first first."""
    beside = Path(config.config_file_path).parent / "site_theme"
    folders = [config.theme.custom_dir, str(beside) if beside.is_dir() else None, str(theme())]
    return [*dict.fromkeys(folder for folder in folders if folder)]
