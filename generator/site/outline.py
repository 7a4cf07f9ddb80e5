"""What a build tells of a site besides its pages: that is enough where all of these are as they must be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..search import Sizes
from .head import Site
from .views import View
from .views.single import HomeView, LostView, WrittenView, written_view


@dataclass(frozen=True, slots=True)
class Outline:
    """A site, without the pages that the archive itself makes."""

    site: Site
    home: HomeView
    lost: LostView
    has_topics: bool
    search: Sizes
    """What searches cost readers."""
    pages: Collection[str]
    """The address of every page that the archive itself makes."""
    files: Collection[str]
    """The path of every file beside the pages."""
    shown: Mapping[str, View] = field(default_factory=dict)
    """The pages among these that MkDocs shows, by address."""

    def written(self, address: str, title: str, description: str) -> WrittenView:
        """Give a page written by hand; its description may be ""."""
        return written_view(self.site, self.home.card, address, title, description)
