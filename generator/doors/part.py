"""The part of a site that its archive makes: outlined for MkDocs, and worked out once somebody needs it.

The outline is kept from build to build, and is enough where all that the archive made of the same is there.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..archive.archive import Archive
from ..papers.errors import ArchiveError
from ..site.contents import Contents, Folders, contents
from ..site.head import Site
from ..site.library import digests_of, read_library
from ..site.outline import Outline
from ..site.pickled import pickled, unpickled
from ..site.reader import Reader
from ..site.shown import Keys
from ..site.store import Stores
from .collector import no_collector
from .common import causes, program
from .ledger import ARCHIVE, Standing
from .placing import shown_by_mkdocs, sources_of
from .program import theme
from .settings import settings

_OF_EARLIER_VERSIONS = ("pages.pickle", "related.json")
"""Nobody reads these, and workflows would keep them from run to run."""


class Part:
    """What the archive in `docs_dir` makes of a site."""

    outline: Outline
    contents: Contents | None = None
    """All of it, once it is worked out."""
    follows: Mapping[str, str]
    """What it follows from, but for the menu, as keys by name."""

    def __init__(
        self, config: MkDocsConfig, own: Mapping[str, object], site: Site, cache: Path, dirty: bool
    ) -> None:
        """Take the settings, which `own` are the plugin's of; a dirty build keeps nothing in the cache."""
        self._config, self._site, self._cache, self._dirty = config, site, cache, dirty
        self._chosen = settings(own)
        self.causes = causes(config, own, site)
        self.keys = Keys(Keys(program(self.causes)).of(sorted(self._chosen.leave_out)))
        """Of what follows from records, whatever the theme and most settings."""
        self.stores = Stores.within(None if dirty else cache)
        for name in _OF_EARLIER_VERSIONS:
            with suppress(OSError):
                (cache / name).unlink()
        self.archive = Archive(Path(config.docs_dir))

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The address of each page that stands in a file, by the file's path in `docs_dir`."""
        return sources_of(self.archive)

    def prepare(self, written: Sequence[str], found: Standing | None) -> None:
        """Outline the part, worked out where the site that was found does not have all of it as it must be.

        `written` are the addresses of pages by hand; `found` is None where MkDocs makes all pages. Nobody
        may write to the archive meanwhile.
        """
        self._written = written
        self._know(digests_of(self.archive))
        kept = found and found.own(self.follows) is not None and self.stores.made.get(self._outline_key)
        if kept:
            self.outline = unpickled(kept)
        else:
            self.work_out()

    def work_out(self) -> Contents:
        """Read the archive and work out its part."""
        reader = Reader(None if self._dirty else self._cache / "pages", self.keys.of(), self._held)
        library = read_library(self.archive, self._chosen.leave_out, reader, self.keys)
        self._know(reader.digests)
        folders = Folders(theme() / "assets" / "search", self._cache)
        self.contents = made = contents(
            library, self._site, self._chosen.sources, folders, self._written, self.keys, self.stores
        )
        self.outline = replace(made.outline, shown=shown_by_mkdocs(made.views, self.sources, self._config))
        self.stores.made.put(self._outline_key, pickled(self.outline))
        return made

    def all(self) -> Contents:
        """Give all of the part, worked out by now: another menu, say, changes each page.

        Raises ArchiveError where the archive is no more what was told in outline.
        """
        if self.contents:
            return self.contents
        told = self._held
        with self.archive.at_rest(), no_collector():
            made = self.work_out()
        if self._held != told:
            where = f"{self._config.docs_dir} changed while its site was built"
            raise ArchiveError(f"{where}; build again when nobody writes to it")
        return made

    def _know(self, held: Mapping[str, bytes]) -> None:
        """Take the digests of the archive's files, by name."""
        self._held = held
        archive = self.keys.of(sorted(held.items()), self._written)
        self.follows = {name: key.hex() for name, key in (*self.causes.items(), (ARCHIVE, archive))}

    @property
    def _outline_key(self) -> bytes:
        return self.keys.of("outline", self.follows)
