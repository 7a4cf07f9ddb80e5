"""The door to MkDocs: hooks that gather arguments and call plain functions.

The archive's pages are read here, not by MkDocs: their text is plain text, which no Markdown parser may
touch. Only a maintainer's notes are Markdown. Two things keep text from a listing from becoming markup:
templates escape what they print, and formulas are rebuilt from an allow-list (see `mathml`).
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
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

from ..archive.archive import Archive
from ..archive.files import locked
from ..archive.recover import refuse_conflicts
from ..papers.errors import ArchiveError, DailyPapersError
from ..search import Budget, BudgetError, check_budget
from ..search.budget import USUAL, Sizes
from ..site.contents import Contents, Folders, contents
from ..site.head import POLICY, Site
from ..site.library import read_library
from ..site.look import Entry, Look
from ..site.reader import Reader
from ..site.shown import Keys
from ..site.store import Store
from ..site.templates import prepare
from ..site.views import View
from .collector import no_collector
from .common import causes, program
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
    paths_of,
    shorten,
    sources_of,
)
from .program import theme
from .publishing import Making, publish
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
    _causes: Mapping[str, bytes]
    """What all pages follow from, as keys by name."""
    _reader: Reader
    _keys: Keys
    """Of what follows from records, whatever the theme and most settings."""
    _store: Store
    _contents: Contents
    """Of the site that is being built."""
    _pages: Mapping[str, View]
    """Its pages that MkDocs does not show, by path."""
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
        chosen = settings(self.config)
        policy = None if self._command == "serve" else POLICY
        site = _site(config, chosen, policy, look(config, self._slashes))
        self._causes, cache = causes(config, self.config, site), None if self._dirty else _kept(config)
        key = Keys(program(self._causes)).of(sorted(chosen.leave_out))
        self._keys, self._store = Keys(key), Store(cache and cache / "made.db")
        self._reader = Reader(cache and cache / "pages.pickle", key)
        self._contents, sources = self._build(files, config, site)
        if self._dirty or _others_see_pages(config, self):
            let_mkdocs_make(files, self._contents, sources, config)
            self._pages = {}
        else:
            files, self._pages = make_ourselves(files, self._contents, sources, config)
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
        self._env, self._menu = env, menu(self._nav, self._contents.library)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view, and what the maintainer wrote."""
        content = Markup(page.content or "")  # noqa: S704 - the maintainer's own Markdown
        context.update(self._given(_view(page, self._contents), content))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the template of the page that answers where there is none its view."""
        context.update(self._given(self._contents.lost))  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site and bring it to its place.

        Not where warnings are errors and there was one: MkDocs ends such a build, but only after this.
        """
        if self._dirty or (config.strict and _warned()):
            self._lock.close()
            return
        keys = self._keys.within(*self._causes.values())
        pages = {path: (view, keys.of(view.template, self._menu, view)) for path, view in self._pages.items()}

        def show(view: View) -> bytes:
            page = self._env.get_template(view.template).render(self._given(view), config=config)
            return page.encode("utf-8", "xmlcharrefreplace")

        files = self._contents.files if self._pages else {}
        published = publish(
            Making(pages, files, show, {name: key.hex() for name, key in self._causes.items()}),
            Path(config.site_dir),
            self._site_dir,
            _kept(config),
            self._store,
            served=self._command == "serve",
        )
        views = self._contents.views
        made = [views.get(path.removesuffix("index.html")) for path in published.made]
        tell_made(made, published.why, published.kept)
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

    def _build(self, files: Files, config: MkDocsConfig, site: Site) -> tuple[Contents, Mapping[str, str]]:
        """Work out the site; give it with the address of each page that stands in a file."""
        chosen = settings(self.config)
        archive = Archive(Path(config.docs_dir))
        with archive.at_rest():
            refuse_conflicts(archive)
            tell_pending(archive, _cache(config), config.strict)
            sources = sources_of(archive)
            library = read_library(archive, chosen.leave_out, self._reader, self._keys)
        tell_no_repository(config)
        drop(files, config, sources)
        shorten(files, self._keys, self._store)
        tell_notices(site)
        built = contents(
            library,
            site,
            chosen.sources,
            Folders(theme() / "assets" / "search", _kept(config)),
            [file.url for file in files.documentation_pages() if file.src_uri not in sources],
            self._keys,
            self._store,
        )
        log.info("%s", built.search)
        _judge(built.search, chosen.search)
        config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own
        files.append(material(config))
        return built, sources

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


def _view(page: Page, built: Contents) -> View:
    if isinstance(page, ArchivePage):
        return page.view
    if page.is_homepage:
        return built.home
    return built.written(page.url, str(page.title), str(page.meta.get("description") or ""))


def _cache(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ".cache"


def _kept(config: MkDocsConfig) -> Path:
    """Give the folder of what builds keep for the next ones."""
    return _cache(config) / "build"
