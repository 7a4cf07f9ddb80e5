"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may
touch. Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup: all
templates of `site_theme/` escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import jinja2
from markupsafe import Markup
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext, url_filter

from ..archive.archive import Archive
from ..archive.pages import day_name, month_name
from ..archive.pending import pending
from ..papers.addresses import (
    day_address,
    month_address,
    paper_address,
    relative_address,
)
from ..papers.errors import ArchiveError, DailyPapersError
from ..papers.names import (
    counted,
    day_heading,
    day_long,
    day_short,
    days_span,
    link_names,
    list_name,
    source_name,
)
from ..site.card import card_address
from ..site.head import POLICY, Head, Site, home_head, lost_head, page_head, view_head
from ..site.library import read_library
from ..site.products import UNUSED, Folders, files_beside, newest, pages, shown, sitemaps
from ..site.search_address import search_for
from ..site.views import View
from ..text import markup
from ..text.lead import lead
from .settings import settings

log = logging.getLogger("mkdocs.plugins.dailypapers")


@jinja2.pass_context
def _url(context: TemplateContext, address: str) -> str:
    """Write an address for the page it stands on. MkDocs' own filter keeps all that it ever saw in memory."""
    page = context["page"]
    if page and address[:1].isalnum() and "://" not in address:
        return relative_address(address, page.url)
    return url_filter(context, address)


_FILTERS = {
    "url": _url,
    "day_name": day_name,
    "counted": counted,
    "day_long": day_long,
    "day_heading": day_heading,
    "days_span": days_span,
    "day_short": day_short,
    "month_name": month_name,
    "list_name": list_name,
    "source_name": source_name,
    "link_names": link_names,
    "day_address": day_address,
    "month_address": month_address,
    "paper_address": paper_address,
    "lead": lead,
    "search_for": search_for,
    "inline": lambda text: Markup(markup.inline(text)),  # noqa: S704 - markup escapes
    "paragraphs": lambda text: Markup(markup.paragraphs(text)),  # noqa: S704 - markup escapes
}


_GZIP_DAYS = date(1970, 1, 1), date(2106, 2, 6)
"""MkDocs stamps `sitemap.xml.gz` with its pages' newest day, in 32 bits: RFC 1952, MTIME."""


class ArchivePage(Page):
    """A page that shows a view. MkDocs reads nothing from its file, and only notes pass the Markdown parser.

    Most pages have no notes: to set up a parser for each of them would take longer than to show the page.
    """

    def __init__(self, view: View, file: File, config: MkDocsConfig) -> None:
        """Make the page of a file, which has its address by now."""
        super().__init__(None, file, config)
        self.view = view
        self.update_date = _update_date(view.updated)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would have read from the file."""
        self.markdown = self.view.notes
        self.meta = {"title": markup.escape(self.view.title), "template": self.view.template}

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
        ("search_budget", Type(dict, default={})),
    )

    _policy: str | None = POLICY

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Leave out the policy where live reload puts a script into each page."""
        self._policy = None if command == "serve" else POLICY

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the archive, give its pages their addresses, and add what is in no file."""
        try:
            self._read(config)
            self._place(files, config)
            self._add(files, config)
        except DailyPapersError as error:
            raise PluginError(str(error)) from error
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Have templates escape what they print: by the base template, all that are used are the project's own."""
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.filters.update(_FILTERS)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Date the pages written by hand, which show the archive's newest day."""
        if not isinstance(page, ArchivePage):
            page.update_date = _update_date(newest(self._library))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view."""
        view = _view(page)
        given = {
            **shown(self._library, self._site, view, page.is_homepage),
            "view": view,
            "content": Markup(page.content or ""),  # noqa: S704 - the maintainer's own Markdown
            "head": self._head(page, view),
            "policy": self._policy,
        }
        context.update(given)  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the templates that belong to no page what they need: the 404 page and the sitemap."""
        given = {
            "head": lost_head(self._site),
            "policy": self._policy,
            "sitemap": Markup(self._sitemap),  # noqa: S704 - XML that escapes what it holds
        }
        context.update(given)  # type: ignore[typeddict-item]
        return context

    def _read(self, config: MkDocsConfig) -> None:
        self._settings = settings(self.config)
        self._site = Site(config.site_name, config.site_description or "", config.site_url or "")
        self._archive = Archive(Path(config.docs_dir))
        for listing in pending(self._archive, datetime.now(UTC).date(), self._settings):
            problem = f"listings/{listing.scope} is in no receipt yet; `dailypapers build` adds it"
            if config.strict:
                raise ArchiveError(problem)
            log.warning(problem)
        self._library = read_library(self._archive, self._settings)

    def _place(self, files: Files, config: MkDocsConfig) -> None:
        """Give each page of the archive its address; add pages that are in no file; drop what is no page."""
        found = dict(pages(self._library, self._settings))
        sources = _sources(self._archive)
        for file in list(files):
            if file.src_uri == "addresses.txt" or file.src_uri.startswith(("listings/", *UNUSED)):
                files.remove(file)
            elif file.src_uri in sources:
                view = found.pop(sources[file.src_uri])
                file.dest_uri = f"{view.address}index.html"
                file.inclusion = InclusionLevel.NOT_IN_NAV
                file.page = ArchivePage(view, file, config)
        for address, view in found.items():
            file = File.generated(
                config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.page = ArchivePage(view, file, config)
            files.append(file)

    def _add(self, files: Files, config: MkDocsConfig) -> None:
        """Add what readers do not open as pages: search index, feeds, sitemap, redirects, social cards."""
        folders = Folders(
            theme=Path(config.theme.custom_dir or ""),
            cache=Path(config.config_file_path).parent / ".cache" / "cards",
        )
        places = ((file.url, _view(file.page)) for file in files.documentation_pages())
        maps = dict(sitemaps(places, self._library, self._site))
        self._sitemap = maps.pop("sitemap.xml")
        beside = files_beside(self._library, self._settings, self._site, folders)
        for path, content in (*maps.items(), *beside):
            if isinstance(content, Path):
                files.append(File.generated(config, path, abs_src_path=str(content)))
            else:
                files.append(File.generated(config, path, content=content))

    def _head(self, page: Page, view: View | None) -> Head:
        if view:
            card = card_address(view.updated) if view.updated in self._library.days else None
            return view_head(self._site, view, card)
        card = card_address(newest(self._library)) if self._library.days else None
        if page.is_homepage:
            return home_head(self._site, card)
        return page_head(self._site, str(page.title), page.url, card, page.meta.get("description"))


def _view(page: Page | None) -> View | None:
    return page.view if isinstance(page, ArchivePage) else None


def _sources(archive: Archive) -> dict[str, str]:
    """Give the address of each page that stands in a file, by the file's path in `content/`."""
    papers = {path: paper_address(paper_id) for paper_id, path in archive.files.items()}
    days = {archive.day_file(day): day_address(day) for day in archive.days()}
    return {path.relative_to(archive.root).as_posix(): address for path, address in (papers | days).items()}


def _update_date(day: date) -> str:
    first, last = _GZIP_DAYS
    return min(max(day, first), last).isoformat()
