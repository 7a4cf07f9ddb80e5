"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may
touch. Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup:
templates escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
import re
from collections.abc import Container, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..archive.archive import Archive
from ..archive.format import FORMAT_FILE
from ..archive.pending import pending
from ..archive.recover import refuse_conflicts
from ..papers.addresses import day_address, paper_address
from ..papers.errors import ArchiveError, DailyPapersError
from ..search import Budget, BudgetError, check_budget
from ..search.budget import USUAL, Sizes
from ..search.scripts import SOURCES, code
from ..site.active import is_active
from ..site.contents import Contents, Folders, contents
from ..site.head import POLICY, Site
from ..site.library import read_library
from ..site.templates import prepare
from ..site.views import View
from ..text.markup import escape
from ..text.plain import printable
from .look import look, menu
from .program import theme
from .settings import Settings, settings
from .staging import beside, put_in_place
from .written import MadeLinks, finished

log = logging.getLogger("mkdocs.plugins.dailypapers")

PLACEHOLDER = ".example"
"""The end of host names that nobody has (RFC 2606); that of the address in a new mkdocs.yml."""


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


class DailyPapers(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Show the archive in `docs_dir`."""

    config_scheme = (
        ("sources", Type(list, default=[])),
        ("leave_out", Type(list, default=[])),
        ("citation_abstract", Type(bool, default=False)),
        ("daily_papers", Type(bool, default=False)),
        ("email", Type(dict, default={})),
        ("queries", Type(dict, default={})),
        ("search_budget", Type(dict, default={})),
    )

    _command: Literal["build", "gh-deploy", "serve"] = "build"
    _dirty = False
    _site_dir: Path | None = None
    """Where the site belongs, while it is built beside it."""
    _contents: Contents
    """Of the site that is being built."""
    _links: MadeLinks

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is done: live reload puts a script into each page, which the policy forbids."""
        self._command, self._dirty = command, dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have the site built beside the one that is there, so that a build that fails takes nothing away."""
        _tell_placeholder(config, self._command)
        self._links = MadeLinks()
        config.markdown_extensions.append(self._links)
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        _set_theme(config)
        self._site_dir = None
        if self._command != "serve" and not self._dirty:
            self._site_dir = Path(config.site_dir)
            config.site_dir = str(beside(self._site_dir))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the archive, give its pages their addresses, and add what is in no file."""
        try:
            self._contents = _build(
                files, config, settings(self.config), None if self._command == "serve" else POLICY
            )
        except DailyPapersError as error:
            raise PluginError(str(error)) from error
        self._links.know(files)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have the links of the page that is about to be read understood from where it lies."""
        self._links.page = page.file.src_uri
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have the page whole without a script."""
        return finished(html) if html else html

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Have templates print what views hold."""
        prepare(env)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view, and what the maintainer wrote."""
        given = {
            "view": _view(page, self._contents),
            "menu": menu(nav),
            "content": Markup(page.content or ""),  # noqa: S704 - the maintainer's own Markdown
        }
        context.update(given)  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the template of the page that answers where there is none its view."""
        given = {"view": self._contents.lost, "menu": menu(context["nav"])}
        context.update(given)  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site, now that it is whole, in the place of the one before.

        Not where warnings are errors and there was one: MkDocs ends such a build, but only after this.
        """
        if self._site_dir and not (config.strict and _warned()):
            put_in_place(Path(config.site_dir), self._site_dir)
            config.site_dir = str(self._site_dir)

    def on_build_error(self, *, error: Exception) -> None:
        """Say in one line what a full disk, or a folder that cannot be written, kept from being built."""
        if isinstance(error, OSError):
            where = f"{error.filename}: " if error.filename else ""
            remedy = "see to the folder's permissions and the disk's space, then build again"
            raise PluginError(f"{where}{error.strerror or error}; {remedy}") from error


def _build(files: Files, config: MkDocsConfig, chosen: Settings, policy: str | None) -> Contents:
    """Work out the site, and tell MkDocs of all that is in it."""
    archive = Archive(Path(config.docs_dir))
    refuse_conflicts(archive)
    _tell_pending(archive, config)
    _tell_no_repository(config)
    sources = _sources(archive)
    _drop(files, config, sources)
    _shorten_scripts(files)
    site = _site(config, chosen, policy)
    _tell_notices(site)
    built = contents(
        read_library(archive, chosen.leave_out),
        site,
        chosen.sources,
        Folders(theme() / "assets" / "search", _cache(config)),
        [file.url for file in files.documentation_pages() if file.src_uri not in sources],
    )
    log.info("%s", built.search)
    _judge(built.search, chosen.search)
    _place(files, built.views, sources, config)
    files.append(_material(config))
    _add(files, built.files, config)
    return built


def _set_theme(config: MkDocsConfig) -> None:
    """Have the program's theme above that of mkdocs.yml, and above both what a project overrides."""
    below = [folder for folder in config.theme.dirs if folder not in _own_dirs(config)]
    config.theme.dirs[:] = [*_own_dirs(config), *below]


def _own_dirs(config: MkDocsConfig) -> list[str]:
    """Give the folders of templates above those of the theme that mkdocs.yml names, the first first."""
    beside = Path(config.config_file_path).parent / "site_theme"
    folders = [config.theme.custom_dir, str(beside) if beside.is_dir() else None, str(theme())]
    return [*dict.fromkeys(folder for folder in folders if folder)]


def _warned() -> bool:
    """Tell whether MkDocs, or what continues it, has counted a warning in this build."""
    handlers = (each for name in ("mkdocs", "properdocs") for each in logging.getLogger(name).handlers)
    return any(each.get_counts() for each in handlers if hasattr(each, "get_counts"))


def _judge(sizes: Sizes, budget: Budget | None) -> None:
    """Raise BudgetError where searches cost more than the maintainer allows; say so where nothing is set."""
    try:
        check_budget(sizes, budget or USUAL)
    except BudgetError as error:
        if budget:
            raise
        log.info("%s", error)


def _tell_placeholder(config: MkDocsConfig, command: str) -> None:
    """Say that the site does not know its address; raise PluginError where it is about to be published so."""
    if not (urlsplit(config.site_url or "").hostname or "").endswith(PLACEHOLDER):
        return
    told = f"site_url is {config.site_url}, which is nobody's; set SITE_URL, or site_url in mkdocs.yml"
    if command == "gh-deploy":
        raise PluginError(f"{told}, before the site is published: its pages name it as their address")
    log.info("%s, before you publish the site", told)


def _tell_no_repository(config: MkDocsConfig) -> None:
    """Say why pages have no link for reports.

    The remote of a clone is not asked: builds of one commit are the same in every clone.
    """
    if not config.extra.get("repository"):
        log.info(
            "repository is unset, so no page has a link to report or correct a paper; set REPOSITORY_URL, "
            "or repository below extra in mkdocs.yml, to the web address of the archive's repository"
        )


def _site(config: MkDocsConfig, chosen: Settings, policy: str | None) -> Site:
    return Site(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        repository=config.extra.get("repository") or "",
        citation_abstract=chosen.citation_abstract,
        daily_papers=chosen.daily_papers,
        queries=chosen.queries,
        withdrawn_queries=chosen.withdrawn_queries,
        policy=policy,
        look=look(config),
    )


def _tell_notices(site: Site) -> None:
    """Say what is set that pages cannot honour, in one notice."""
    if site.look.notices:
        log.info("Set in mkdocs.yml, and not or only partly honoured:\n  %s", "\n  ".join(site.look.notices))


def _tell_pending(archive: Archive, config: MkDocsConfig) -> None:
    """Warn of listings that are not in; raise ArchiveError for one where warnings are errors."""
    for listing in pending(archive, datetime.now(UTC).date(), _cache(config) / "listings"):
        problem = f"listings/{listing.scope} is in no receipt yet; `dailypapers build` adds it"
        if config.strict:
            raise ArchiveError(problem)
        log.warning("%s", printable(problem))


def _drop(files: Files, config: MkDocsConfig, pages: Container[str]) -> None:
    """Leave out what is no part of the site, in `docs_dir` and in the themes below the project's own.

    `pages` are the files of the archive: they are read, not published.
    """
    below = {*config.theme.dirs} - {*_own_dirs(config)}
    unused = {"addresses.txt", FORMAT_FILE, *SOURCES}
    for file in list(files):
        if file.src_dir in below or file.src_uri in unused or file.src_uri.startswith("listings/"):
            files.remove(file)
        elif file.src_uri not in pages and (why := _unwanted(file, config)):
            log.info("%s is not published: %s", printable(file.src_uri), why)
            files.remove(file)


def _shorten_scripts(files: Files) -> None:
    """Leave the comments out of the program's own scripts; what a fork made of one stays as it is."""
    for file in files:
        own = theme() / file.src_uri
        if file.src_uri.startswith("assets/") and own.suffix == ".js" and own.is_file():
            script = own.read_bytes()
            if file.content_bytes == script:
                file.content_string = code(script.decode())


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


def _material(config: MkDocsConfig) -> File:
    """Give Material's style sheet, from the installed package; only pages written by hand load it."""
    sheets = [
        path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.css")
    ]
    text = "".join(path.read_text("utf-8") for path in sheets[-1:])
    return File.generated(config, "assets/material.css", content=re.sub(r"/\*# sourceMappingURL.*", "", text))


def _place(files: Files, views: Mapping[str, View], sources: Mapping[str, str], config: MkDocsConfig) -> None:
    """Give each page of the archive its address, and add those that are in no file."""
    in_no_file = dict(views)
    for path, address in sources.items():
        if file := files.get_file_from_path(path):
            file.dest_uri = f"{address}index.html"
            _show(in_no_file.pop(address), file, config)
    for address, view in in_no_file.items():
        file = File.generated(config, f"{address}index.md", content="")
        files.append(file)
        _show(view, file, config)


def _show(view: View, file: File, config: MkDocsConfig) -> None:
    file.inclusion = InclusionLevel.NOT_IN_NAV
    file.page = ArchivePage(view, file, config)


def _add(files: Files, beside: Mapping[str, str | bytes | Path], config: MkDocsConfig) -> None:
    """Add what readers do not open as pages: search index, feeds, sitemap, redirects, social cards."""
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own
    for path, content in beside.items():
        if isinstance(content, Path):
            files.append(File.generated(config, path, abs_src_path=str(content)))
        else:
            files.append(File.generated(config, path, content=content))


def _view(page: Page, built: Contents) -> View:
    if isinstance(page, ArchivePage):
        return page.view
    if page.is_homepage:
        return built.home
    return built.written(page.url, str(page.title), str(page.meta.get("description") or ""))


def _sources(archive: Archive) -> dict[str, str]:
    """Give the address of each page that stands in a file, by the file's path in `content/`."""
    papers = {path: paper_address(paper_id) for paper_id, path in archive.files.items()}
    days = {archive.day_file(day): day_address(day) for day in archive.days()}
    return {path.relative_to(archive.root).as_posix(): address for path, address in (papers | days).items()}


def _cache(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".cache"
