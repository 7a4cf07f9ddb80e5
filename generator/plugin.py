"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may
touch. Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup: all
templates of `site_theme/` escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

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

from . import markup
from .addresses import day_address, month_address, paper_address, week_address, week_of
from .archive import Archive
from .card import cached, card_address, cards
from .errors import DailyPapersError
from .feed import feeds
from .head import POLICY, Head, Site, home_head, page_head, view_head
from .lead import lead
from .library import read_library
from .names import day_long, day_short, source_name
from .pages import day_name, month_name
from .pending import pending
from .redirect import redirect
from .search_address import search_for
from .settings import settings
from .sitemap import robots, sitemap
from .status import status, status_json, status_views
from .tidy import tidy
from .views import View, home, redirects, views

log = logging.getLogger("mkdocs.plugins.dailypapers")

_FILTERS = {
    "day_name": day_name,
    "day_long": day_long,
    "day_short": day_short,
    "month_name": month_name,
    "source_name": source_name,
    "week_of": week_of,
    "day_address": day_address,
    "week_address": week_address,
    "month_address": month_address,
    "paper_address": paper_address,
    "lead": lead,
    "search_for": search_for,
    "plain": markup.plain,
    "inline": lambda text: Markup(markup.inline(text)),  # noqa: S704 - markup escapes
    "paragraphs": lambda text: Markup(markup.paragraphs(text)),  # noqa: S704 - markup escapes
}


class DailyPapers(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Show the archive in `docs_dir`."""

    config_scheme = (("sources", Type(list, default=[])), ("leave_out", Type(list, default=[])))

    _policy: str | None = POLICY

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Leave out the policy where live reload puts a script into each page."""
        self._policy = None if command == "serve" else POLICY

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the settings."""
        try:
            self._settings = settings(self.config)
        except DailyPapersError as error:
            raise PluginError(str(error)) from error
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the archive, give its pages their addresses, and add the pages that are in no file."""
        try:
            archive = Archive(Path(config.docs_dir))
            for listing in pending(archive, datetime.now(UTC).date(), self._settings):
                log.warning(
                    "listings/%s is in no receipt yet; run `dailypapers build`, which adds it",
                    listing.scope,
                )
            self._library = read_library(archive, self._settings)
        except DailyPapersError as error:
            raise PluginError(str(error)) from error
        return self._arrange(files, archive, config)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Make the templates of the project's own theme folder escape what they print; Material's do not."""
        own = Path(config.theme.custom_dir or "")
        env.autoescape = lambda name: name is not None and (own / name).is_file()
        env.trim_blocks = env.lstrip_blocks = True  # half of a page would be the indentation of templates
        env.filters.update(_FILTERS)
        return env

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the maintainer's notes only, which are Markdown."""
        view = self._views.get(page.file.src_uri)
        return None if view is None else f"\n{view.notes}"

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set what MkDocs would have read from the front matter."""
        view = self._views.get(page.file.src_uri)
        page.update_date = (view.updated if view else self._newest).isoformat()
        if view:
            page.meta = {
                "title": markup.escape(view.title),
                "description": markup.escape(markup.plain(view.description)),
                "template": view.template,
                "lastmod": view.updated,
            }
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view."""
        view = self._views.get(page.file.src_uri)
        shown = {**(view.data if view else {}), **(home(self._library) if page.is_homepage else {})}
        content = Markup(page.content or "")  # noqa: S704 - escaped text and the maintainer's own notes
        head = {"head": self._head(page, view), "policy": self._policy}
        context.update({"view": view, "content": content, **head, **shown})  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the templates that belong to no page what they need: the 404 page and the sitemap."""
        given = {
            "head": page_head(self._site, "Page not found", None),
            "policy": self._policy,
            "sitemap": Markup(self._sitemap),  # noqa: S704 - XML that escapes what it holds
        }
        context.update(given)  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Leave out what the theme's base template writes and no page needs."""
        return tidy(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Do the same for the 404 page."""
        return tidy(output_content) if template_name.endswith(".html") else output_content

    def _head(self, page: Page, view: View | None) -> Head:
        if view:
            card = card_address(view.updated) if view.updated in self._library.days else None
            return view_head(self._site, view, card)
        if page.is_homepage:
            return home_head(self._site, card_address(self._newest) if self._library.days else None)
        return page_head(self._site, str(page.title), page.url, page.meta.get("description"))

    def _arrange(self, files: Files, archive: Archive, config: MkDocsConfig) -> Files:
        made = (*views(self._library), *status_views(self._library, self._settings.sources))
        found = {view.address: view for view in made}
        self._newest = max(self._library.days, default=date(1970, 1, 1))
        self._views: dict[str, View] = {}
        sources = _sources(archive)
        for file in list(files):
            if file.src_uri == "addresses.txt" or file.src_uri.startswith("listings/"):
                files.remove(file)
            elif file.src_uri in sources:
                view = found.pop(sources[file.src_uri])
                file.dest_uri = f"{view.address}index.html"
                self._place(file, view)
        for address, view in found.items():
            file = File.generated(config, f"{address}index.md", content="")
            files.append(file)
            self._place(file, view)
        for address, target in redirects(self._library).items():
            page = redirect(address, target, config.site_url or "")
            files.append(File.generated(config, f"{address}index.html", content=page))
        report = status_json(status(self._library, self._settings.sources))
        files.append(File.generated(config, "status.json", content=report))
        self._add_for_programs(files, config)
        return files

    def _add_for_programs(self, files: Files, config: MkDocsConfig) -> None:
        """Add what readers do not open themselves: feeds, sitemap, robots.txt and social cards."""
        self._site = Site(config.site_name, config.site_description or "", config.site_url or "")
        url = self._site.url
        newest = max(self._library.days, default=None)
        shown = [(file, self._views.get(file.src_uri)) for file in files.documentation_pages()]
        dated = [
            (urljoin(url, file.url), view.updated if view else newest if file.url == "./" else None)
            for file, view in shown
            if view is None or view.indexed
        ]
        maps = sitemap(dated, url) if url else {"sitemap.xml": ""}
        self._sitemap = maps["sitemap.xml"]
        parts = {name: text for name, text in maps.items() if name != "sitemap.xml"}
        for path, text in {**feeds(self._library, self._site), **parts, "robots.txt": robots(url)}.items():
            files.append(File.generated(config, path, content=text))
        cache = Path(config.config_file_path).parent / ".cache" / "cards"
        for card in cards(self._library, self._site.name):
            picture = str(cached(card, cache).resolve())
            files.append(File.generated(config, card_address(card.day), abs_src_path=picture))

    def _place(self, file: File, view: View) -> None:
        file.inclusion = InclusionLevel.NOT_IN_NAV
        self._views[file.src_uri] = view


def _sources(archive: Archive) -> dict[str, str]:
    """Give the address of each page that stands in a file, by the file's path in `content/`."""
    papers = {path: paper_address(paper_id) for paper_id, path in archive.files.items()}
    days = {archive.day_file(day): day_address(day) for day in archive.days()}
    return {path.relative_to(archive.root).as_posix(): address for path, address in (papers | days).items()}
