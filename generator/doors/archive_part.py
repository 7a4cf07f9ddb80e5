"""The part of a site that its archive makes: outlined for MkDocs, and worked out once somebody needs it.

The outline is kept by a build that ends well, and is enough where all that the archive made of the same is
there. A build that fails leaves none: the next one works out all, and keeps nothing of what is gone.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from pickle import UnpicklingError

from mkdocs.config.defaults import MkDocsConfig

from ..archive.archive import Archive
from ..archive.kept import keep, recall
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


class ArchivePart:
    """What the archive in `docs_dir` makes of a site."""

    outline: Outline
    contents: Contents | None = None
    """All of it, once it is worked out."""
    follows: Mapping[str, str]
    """What it follows from, but for the menu, as keys by name."""

    def __init__(
        self,
        config: MkDocsConfig,
        given: Mapping[str, object],
        site: Site,
        cache: Path,
        outline: Path,
        dirty: bool,
    ) -> None:
        """Take MkDocs' settings and the plugin's, the folder of what builds keep, the file of the outline.

        A dirty build keeps no page.
        """
        self._config, self._site, self._cache, self._dirty = config, site, cache, dirty
        self._chosen, self._outline_file = settings(given), outline
        self.causes = causes(config, given, site)
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
        kept = recall(self._outline_file, self._outline_key)
        if kept and found and found.own(self.follows) is not None:
            with suppress(UnpicklingError):
                self.outline = unpickled(kept)
                return
        self._work_out()

    def keep(self) -> None:
        """Keep the outline for the next build, once the site is there and nothing else is kept."""
        keep(self._outline_file, pickled(self.outline), self._outline_key)

    def all(self) -> Contents:
        """Give all of the part, worked out by now: another menu, say, changes each page.

        Raises ArchiveError where the archive is no more what was told in outline.
        """
        if self.contents:
            return self.contents
        told = self._held
        with self.archive.at_rest(), no_collector():
            made = self._work_out()
        if self._held != told:
            where = f"{self._config.docs_dir} changed while its site was built"
            raise ArchiveError(f"{where}; build again when nobody writes to it")
        return made

    def _work_out(self) -> Contents:
        """Read the archive and work out its part."""
        with suppress(OSError):
            self._outline_file.unlink()
        reader = Reader(None if self._dirty else self._cache / "pages", self.keys.of(), self._held)
        library = read_library(self.archive, self._chosen.leave_out, reader, self.keys)
        self._know(reader.digests)
        folders = Folders(theme() / "assets" / "search", self._cache)
        self.contents = made = contents(
            library, self._site, self._chosen.sources, folders, self._written, self.keys, self.stores
        )
        self.outline = replace(made.outline, shown=shown_by_mkdocs(made.views, self.sources, self._config))
        return made

    def _know(self, held: Mapping[str, bytes]) -> None:
        """Take the digests of the archive's files, by name."""
        self._held = held
        archive = self.keys.of(sorted(held.items()), self._written)
        self.follows = {name: key.hex() for name, key in (*self.causes.items(), (ARCHIVE, archive))}

    @property
    def _outline_key(self) -> bytes:
        return self.keys.of("outline", self.follows)
