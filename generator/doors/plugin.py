"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may
touch. Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup:
templates escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Literal

import jinja2
from markupsafe import Markup
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..archive.files import locked
from ..archive.recover import refuse_conflicts
from ..papers.errors import ArchiveError, DailyPapersError
from ..search import Budget, BudgetError, check_budget
from ..search.budget import USUAL, Sizes
from ..site.head import POLICY, Site
from ..site.look import Entry, Look
from ..site.outline import Outline
from ..site.shown import Keys
from ..site.templates import prepare
from ..site.views import View
from .archive_part import ArchivePart
from .collector import no_collector
from .ledger import ARCHIVE
from .look import look, menu
from .notices import (
    tell_made,
    tell_no_repository,
    tell_notices,
    tell_pending,
    tell_placeholder,
    tell_script,
)
from .placing import (
    ArchivePage,
    drop,
    let_mkdocs_make,
    make_ourselves,
    material,
    own_dirs,
    path_of,
    paths_of,
    shorten,
)
from .publishing import NOTHING, Making, Place, place, publish
from .settings import Settings, settings
from .sizes import tell_size
from .staging import beside
from .written import MadeLinks, finished, without_scripts

log = logging.getLogger("mkdocs.plugins.dailypapers")

_SEEING = (
    "files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context",
    "post_page",
)  # fmt: skip
"""Events in which a plugin sees pages. Where another one does, MkDocs shows all of them."""

_NO_CONTENT = Markup()


class DailyPapers(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Show the archive in `docs_dir`."""

    config_scheme = (
        ("sources", Type(list, default=[])),
        ("leave_out", Type(list, default=[])),
        ("citation_abstract", Type(bool, default=False)),
        ("readers", Type(dict, default={})),
        ("daily_papers", Type(bool, default=False)),
        ("email", Type(dict, default={})),
        ("queries", Type(dict, default={})),
        ("search_budget", Type(dict, default={})),
    )

    _command: Literal["build", "gh-deploy", "serve"] = "build"
    _dirty = False
    _lock = ExitStack()
    """Holds the site, while it is built, and leaves nothing half built."""
    _slashes = True
    """Whether the maintainer wants addresses that end in one, as all do."""
    _site_dir: Path
    """Where the site belongs, while it is built beside it."""
    _place: Place
    _part: ArchivePart
    _mkdocs_makes_all: bool
    """Whether MkDocs shows all pages and copies all files, since others see them."""
    _links: MadeLinks
    _env: jinja2.Environment
    _nav: Navigation
    _menu: Sequence[Entry]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is done: live reload puts a script into each page, which the policy forbids."""
        self._command, self._dirty = command, dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have the site built beside the one that is there, so that a build that fails takes nothing away."""
        tell_placeholder(config, self._command)
        self._links = MadeLinks()
        config.markdown_extensions.append(self._links)
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        self._slashes, config.use_directory_urls = config.use_directory_urls, True
        _set_theme(config)
        self._site_dir = Path(config.site_dir).resolve()  # where a link leads to
        if not self._dirty:
            if self._command != "serve":  # which shows a folder that nobody else has
                self._begin(self._site_dir)
            config.site_dir = str(beside(self._site_dir))
            self._lock.callback(rmtree, config.site_dir, ignore_errors=True)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the archive, give its pages their addresses, and add what is in no file."""
        try:
            with no_collector():
                return self._on_files(files, config)
        except DailyPapersError as error:
            raise PluginError(str(error)) from error

    def _on_files(self, files: Files, config: MkDocsConfig) -> Files:
        chosen, cache = settings(self.config), _kept(config)
        policy = None if self._command == "serve" else POLICY
        site = _site(config, chosen, policy, look(config, self._slashes))
        self._place = place(self._site_dir, cache, served=self._command == "serve")
        self._mkdocs_makes_all = self._dirty or _others_see_pages(config, self)
        outline = self._place.ledger.with_suffix(".outline")
        part = self._part = ArchivePart(config, self.config, site, cache, outline, self._dirty)
        self._lock.callback(part.stores.leave)
        with part.archive.at_rest():
            refuse_conflicts(part.archive)
            tell_pending(part.archive, _cache(config), config.strict)
            tell_no_repository(config)
            drop(files, config, part.sources)
            shorten(files, part.keys, part.stores.made)
            tell_notices(site)
            pages = files.documentation_pages()
            written = [file.url for file in pages if file.src_uri not in part.sources]
            part.prepare(written, None if self._mkdocs_makes_all else self._place.found)
        log.info("%s", part.outline.search)
        _judge(part.outline.search, chosen.search)
        config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own
        files.append(material(config))
        if self._mkdocs_makes_all:
            let_mkdocs_make(files, part.all(), part.sources, config)
        else:
            files = make_ourselves(files, part.outline, part.sources, config)
        self._links.know(paths_of(files))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the header's entries; their titles are known when the pages are read."""
        self._nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have the links of the page that is about to be read understood from where it lies."""
        self._links.page = page.file.src_uri
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Have the page whole without a script."""
        inert = without_scripts(html or "")
        if inert != (html or ""):
            tell_script(page.file.src_uri)
        return finished(inert)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Have templates print what views hold."""
        prepare(env)
        self._env, self._menu = env, menu(self._nav, self._part.outline.has_topics)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view, and what the maintainer wrote."""
        content = Markup(page.content or "")  # noqa: S704 - the maintainer's own Markdown
        context.update(self._given(_view(page, self._part.outline), content))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the template of the page that answers where there is none its view."""
        context.update(self._given(self._part.outline.lost))  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site and bring it to its place.

        Not where warnings are errors and there was one: MkDocs ends such a build, but only after this.
        """
        if self._dirty or (config.strict and _warned()):
            self._lock.close()
            return
        part = self._part
        causes = {**part.follows, "the menu": Keys(b"").of(self._menu).hex()}
        if self._mkdocs_makes_all:
            del causes[ARCHIVE]
        try:
            published = publish(
                partial(self._making, config), causes, Path(config.site_dir), self._place, part.stores
            )
        except DailyPapersError as error:
            raise PluginError(str(error)) from error
        if part.contents and published.all_kept:
            part.keep()
        views = part.contents.views if part.contents else part.outline.shown
        pages = map(path_of, part.outline.pages)
        made = [views.get(path.removesuffix("index.html")) for path in published.made]
        tell_made(made, published.why, len({*pages, *published.shown}) - len(made))
        tell_size(published.sizes)
        config.site_dir = str(self._site_dir)
        self._lock.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Say in one line what a full disk, or a folder that cannot be written, kept from being built."""
        self._lock.close()
        if isinstance(error, OSError):
            where = error.filename or self._site_dir
            remedy = "see to the folder's permissions and the disk's space, then build again"
            raise PluginError(f"{where}: {error.strerror or error}; {remedy}") from error

    def _begin(self, site: Path) -> None:
        """Keep other builds from the same site."""
        self._lock.close()
        try:
            self._lock.enter_context(locked(site))
        except ArchiveError as error:
            raise PluginError(str(error)) from error

    def _making(self, config: MkDocsConfig) -> Making:
        """Give what the archive makes itself; nothing where MkDocs does."""
        if self._mkdocs_makes_all:
            return NOTHING
        made = self._part.all()
        keys = self._part.keys.within(*self._part.causes.values(), self._menu)

        def show(view: View) -> bytes:
            page = self._env.get_template(view.template).render(self._given(view), config=config)
            return page.encode("utf-8", "xmlcharrefreplace")

        pages = {
            path_of(address): (view, keys.of(made.keys[address])) for address, view in made.views.items()
        }
        return Making(pages, made.files, show)

    def _given(self, view: View, content: Markup = _NO_CONTENT) -> dict[str, object]:
        """Give what every template gets."""
        return {"view": view, "menu": self._menu, "content": content}


def _others_see_pages(config: MkDocsConfig, own: DailyPapers) -> bool:
    methods = (method for event in _SEEING for method in config.plugins.events[event])
    return any(getattr(method, "__self__", None) is not own for method in methods)


def _set_theme(config: MkDocsConfig) -> None:
    """Have the program's theme above that of mkdocs.yml, and above both what a project overrides."""
    below = [folder for folder in config.theme.dirs if folder not in own_dirs(config)]
    config.theme.dirs[:] = [*own_dirs(config), *below]


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


def _site(config: MkDocsConfig, chosen: Settings, policy: str | None, look: Look) -> Site:
    return Site(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        repository=config.extra.get("repository") or "",
        citation_abstract=chosen.citation_abstract,
        readers=chosen.readers,
        daily_papers=chosen.daily_papers,
        queries=chosen.queries,
        withdrawn_queries=chosen.withdrawn_queries,
        policy=policy,
        look=look,
    )


def _view(page: Page, outline: Outline) -> View:
    if isinstance(page, ArchivePage):
        return page.view
    if page.is_homepage:
        return outline.home
    return outline.written(page.url, str(page.title), str(page.meta.get("description") or ""))


def _cache(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".cache"


def _kept(config: MkDocsConfig) -> Path:
    """Give the folder of what builds keep for the next ones."""
    return _cache(config) / "build"
