"""How a fork has its site look, as data for the templates around every page."""

from collections.abc import Sequence
from dataclasses import dataclass

from .colours import PAPER


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the fork's own."""

    address: str
    kind: str = ""
    is_deferred: bool = False
    is_async: bool = False


@dataclass(frozen=True, slots=True)
class Social:
    """A link in the footer."""

    address: str
    name: str
    icon: str
    """The symbol in the sprite; "" where the name is shown."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a fork chose. Addresses are relative to the site's root."""

    logo: str = ""
    """The address of a picture."""
    logo_icon: str = ""
    """The symbol in the sprite, in place of a picture."""
    favicon: str = ""
    """"" for the theme's own."""
    copyright: str = ""
    """HTML."""
    social: Sequence[Social] = ()
    styles: Sequence[str] = ()
    scripts: Sequence[Script] = ()
    scheme: str = ""
    """The scheme to begin with, light or dark; "" for that of the system."""
    can_change: bool = True
    """Whether readers may choose the other scheme."""
    bars: tuple[str, str] = (PAPER["light"], PAPER["dark"])
    """The colour of a browser's own bars, light and dark."""
    colours: str = ""
    """A style sheet; "" where the fork chose no colour."""
    sprite: str = ""
    """SVG with all icons: those of the theme, and those that the fork names."""
    notices: Sequence[str] = ()
    """What is set and cannot be honoured, or only in part."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the header: a page, or a section with entries of its own."""

    title: str
    address: str = ""
    """Relative to the root, or elsewhere; "" for a section."""
    is_elsewhere: bool = False
    entries: Sequence["Entry"] = ()
