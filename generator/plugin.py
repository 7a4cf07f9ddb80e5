"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may touch.
Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup: all templates
of `site_theme/` escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
from datetime import UTC, date, datetime
from pathlib import Path

import jinja2
from markupsafe import Markup
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
from .errors import DailyPapersError
from .lead import lead
from .library import Library, read_library
from .names import day_long, day_short, source_name
from .pages import day_name, month_name
from .pending import pending
from .redirect import redirect
from .scaffold import without_scaffold
from .search_address import search_for
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

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the archive, give its pages their addresses, and add the pages that are in no file."""
        try:
            archive = Archive(Path(config.docs_dir))
            for listing in pending(archive, datetime.now(UTC).date()):
                log.warning(
                    "listings/%s is in no receipt yet; run `dailypapers build`, or add it with `dailypapers add`",
                    listing.scope,
                )
            self._library = read_library(archive)
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
        context.update({"view": view, "content": content, **shown})  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Leave out what only Material's script needs."""
        return without_scaffold(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave out what only Material's script needs."""
        return without_scaffold(output_content) if template_name.endswith(".html") else output_content

    def _arrange(self, files: Files, archive: Archive, config: MkDocsConfig) -> Files:
        found = {view.address: view for view in views(self._library)}
        self._newest = max(self._library.days, default=date(1970, 1, 1))
        self._views: dict[str, View] = {}
        sources = _sources(archive)
        for file in list(files):
            if file.src_uri in ("addresses.txt",) or file.src_uri.startswith("listings/"):
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
        return files

    def _place(self, file: File, view: View) -> None:
        file.inclusion = InclusionLevel.NOT_IN_NAV
        self._views[file.src_uri] = view


def _sources(archive: Archive) -> dict[str, str]:
    """Give the address of each page that stands in a file, by the file's path in `content/`."""
    papers = {path: paper_address(paper_id) for paper_id, path in archive.files.items()}
    days = {archive.day_file(day): day_address(day) for day in archive.days()}
    return {path.relative_to(archive.root).as_posix(): address for path, address in (papers | days).items()}
