"""A fork's settings of Material for MkDocs, read: what is honoured, and a notice of what cannot be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..site.colours import ACCENT, PAPER, PRIMARY, Colours, faults, style_sheet
from ..site.look import Entry, Look, Script, Social
from ..site.sprite import Icon, icon, shown_in, sprite

NOT_HONOURED = {
    "theme.features": "this theme has its own navigation, search and code blocks",
    "theme.font": "the policy forbids fonts of other hosts; set --sans, --serif and --mono in extra_css",
    "theme.language": "the texts of this theme are English only, and pages say so (lang=en)",
    "theme.direction": "the texts of this theme run from left to right",
    "theme.icon": "only icon.logo is used",
    "repo_url": "set repository below extra, for links to report a paper",
    "plugins.search": "the archive has a search of its own; without this one, builds take less time",
    "pymdownx.superfences": "diagrams are drawn by a script of another host; their code is shown",
    "extra.analytics": "the policy forbids scripts of other hosts",
    "extra.consent": "nothing is kept that needs consent",
    "extra.alternate": "the site has one language",
    "extra.version": "the site has one version",
    "extra.generator": "pages name no generator",
    "extra.homepage": "the name leads to the home page",
    "extra.status": "the header shows no page status",
    "extra.annotate": "code has no annotations",
    "extra.tags": "tags have no icons",
    "extra.scope": "what readers choose is kept a site",
}
"""Settings of Material and MkDocs that do nothing here, and why."""

_SLASHES = "use_directory_urls false: addresses of an archive are for ever, and end in a slash"
_OF_THE_THEME = frozenset(
    {"name", "locale", "custom_dir", "static_templates", "palette", "logo", "favicon"}
    | {name.removeprefix("theme.") for name in NOT_HONOURED}
)
_FOREIGN = "the policy forbids other hosts; keep the file in content/"
_MATERIALS_FAVICON = "assets/images/favicon.png"
_CUSTOM = re.compile(r"--md-(primary|accent)-fg-color\s*:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})(?=[\s;}])")


def look(config: MkDocsConfig, slashes: bool = True) -> Look:
    """Read how a fork has its site look; `slashes` is what it set `use_directory_urls` to."""
    palettes = _palettes(config)
    schemes, unknown = _schemes(palettes, _custom(config))
    first, can_change = _scheme(palettes)
    logo, social = _logo(config), [*_social(config)]
    (styles, foreign_styles), (scripts, foreign) = _own(config.extra_css), _own(config.extra_javascript)
    notices = [
        *_ignored(config),
        *([] if slashes else [_SLASHES]),
        *(f"extra_css {address}: {_FOREIGN}" for address in foreign_styles),
        *(f"extra_javascript {address}: {_FOREIGN}" for address in foreign),
        *(_no_icon(link) for link, found in social if not found),
        *unknown,
        *faults(schemes),
    ]
    return Look(
        logo=str(config.theme.get("logo") or ""),
        logo_icon=logo.name if logo else "",
        favicon=_favicon(config),
        copyright=config.copyright or "",
        social=tuple(link for link, _ in social),
        styles=tuple(map(str, styles)),
        scripts=tuple(map(_script, scripts)),
        scheme=first,
        can_change=can_change,
        bars=_bars(schemes),
        colours=style_sheet(schemes),
        sprite=sprite(_shown(config), filter(None, (logo, *(found for _, found in social)))),
        notices=tuple(notices),
    )


def menu(nav: Navigation, has_topics: bool) -> Sequence[Entry]:
    """Give the header's entries: topics, where there are some, and those of `nav`.

    The home page is left out, to which the site's name leads.
    """
    topics = [Entry("Topics", "topics/")] if has_topics else []
    items = (item for item in nav.items if not (isinstance(item, Page) and item.is_homepage))
    return [*topics, *map(_entry, items)]


def _entry(item: StructureItem) -> Entry:
    if isinstance(item, Section):
        return Entry(item.title, entries=[_entry(child) for child in item.children])
    if isinstance(item, Link):
        return Entry(item.title or item.url, item.url, is_elsewhere=True)
    assert isinstance(item, Page)  # noqa: S101 - there is no other kind
    return Entry(str(item.title), item.url)


def _favicon(config: MkDocsConfig) -> str:
    """Give the address of the fork's own icon, "" where only Material's is set."""
    value = config.theme.get("favicon")
    return str(value) if value and value != _MATERIALS_FAVICON else ""


def _palettes(config: MkDocsConfig) -> Sequence[Mapping[str, Any]]:
    given = config.theme.get("palette") or []
    return [given] if isinstance(given, dict) else [one for one in given if isinstance(one, dict)]


def _scheme(palettes: Sequence[Mapping[str, Any]]) -> tuple[str, bool]:
    """Give the scheme to begin with, and whether readers may change it."""
    named = [_name(palette) for palette in palettes if palette.get("scheme") or palette.get("media")]
    if not named:
        return "", True
    can_change = any(palette.get("toggle") for palette in palettes)
    follows = any("prefers-color-scheme" in str(palette.get("media", "")) for palette in palettes)
    return ("" if follows and len({*named}) > 1 else named[0]), can_change


def _name(palette: Mapping[str, Any]) -> str:
    return "dark" if palette.get("scheme") == "slate" else "light"


def _schemes(
    palettes: Sequence[Mapping[str, Any]], custom: Mapping[str, str]
) -> tuple[Mapping[str, Colours], Sequence[str]]:
    """Give the colours of each scheme, the first entry's of each, and what of them is not known."""
    schemes: dict[str, Colours] = {}
    unknown = []
    for palette in palettes:
        if palette.get("scheme") not in (None, "default", "slate"):
            unknown.append(
                f"palette.scheme {palette['scheme']}: default and slate are known; shown as default"
            )
        primary, accent = (_colour(palette.get(kind), kind, custom) for kind in ("primary", "accent"))
        for kind, colour in (("primary", primary), ("accent", accent)):
            if palette.get(kind) and not colour:
                unknown.append(_no_colour(kind, str(palette[kind])))
        for name in (_name(palette),) if palette.get("scheme") else ("light", "dark"):
            schemes.setdefault(name, Colours(primary, accent or primary))
    return schemes, [*dict.fromkeys(unknown)]


def _no_colour(kind: str, name: str) -> str:
    if name == "custom":
        return f"palette.{kind} custom: no --md-{kind}-fg-color with a colour like #4051b5 is in extra_css"
    return f"palette.{kind} {name}: no colour of Material has this name"


def _colour(name: object, kind: str, custom: Mapping[str, str]) -> str | None:
    if name == "custom":
        return custom.get(kind)
    return (PRIMARY if kind == "primary" else ACCENT).get(str(name).replace(" ", "-").lower())


def _custom(config: MkDocsConfig) -> Mapping[str, str]:
    """Find the colours that `custom` means, in the fork's style sheets."""
    files = [Path(config.docs_dir, str(address)) for address in _own(config.extra_css)[0]]
    found = [_CUSTOM.findall(file.read_text("utf-8")) for file in files if file.is_file()]
    return {kind: _long(colour) for colours in found for kind, colour in colours}


def _long(colour: str) -> str:
    digits = colour[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def _bars(schemes: Mapping[str, Colours]) -> tuple[str, str]:
    chosen = {name: colours.primary for name, colours in schemes.items() if colours.primary}
    any_chosen = next(iter(chosen.values()), None)
    light, dark = (chosen.get(name) or any_chosen or PAPER[name] for name in ("light", "dark"))
    return light, dark


def _own(addresses: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
    """Part addresses of the site itself from those of other hosts."""
    own = [one for one in addresses if not (urlsplit(str(one)).netloc or urlsplit(str(one)).scheme)]
    return own, [one for one in addresses if one not in own]


def _script(given: Any) -> Script:
    if isinstance(given, str):
        return Script(given, "module" if given.endswith(".mjs") else "")
    return Script(str(given), given.type or "", bool(given.defer), bool(getattr(given, "async", False)))


def _shown(config: MkDocsConfig) -> Sequence[Icon]:
    """Give the icons of the theme itself, in the order in which its style sheet has them."""
    sheets = (Path(folder, "assets/archive.css") for folder in config.theme.dirs)
    sheet = next(sheet for sheet in sheets if sheet.is_file())
    return [_known(name, config) for name in shown_in(sheet.read_text("utf-8"))]


def _known(name: str, config: MkDocsConfig) -> Icon:
    if not (found := icon(name, config.theme.dirs)):
        remedy = "install the version that requirements.txt names"
        raise PluginError(f"archive.css shows {name}, an icon that this Material has not; {remedy}")
    return found


def _logo(config: MkDocsConfig) -> Icon | None:
    """Give the icon that is the logo, where there is no picture."""
    icons = config.theme.get("icon")
    chosen = icons.get("logo") if isinstance(icons, dict) else None
    return icon(str(chosen), config.theme.dirs) if chosen and not config.theme.get("logo") else None


def _social(config: MkDocsConfig) -> Iterator[tuple[Social, Icon | None]]:
    for given in config.extra.get("social") or []:
        found = icon(str(given.get("icon") or ""), config.theme.dirs)
        address = str(given.get("link") or "")
        name = str(given.get("name") or urlsplit(address).hostname or address)
        yield Social(address, name, found.name if found else ""), found


def _no_icon(link: Social) -> str:
    return f"extra.social {link.address}: its icon is not among Material's; its name is shown"


def _ignored(config: MkDocsConfig) -> Iterator[str]:
    """Tell of each setting that does nothing here."""
    for name, why in NOT_HONOURED.items():
        if told := _told(name, _value(config, name)):
            yield f"{name} {told}: {why}"
    for name in sorted({*config.theme} - _OF_THE_THEME):
        yield f"theme.{name}: Material has no such setting, or this theme has no use for it"


def _value(config: MkDocsConfig, name: str) -> object:
    where, _, key = name.rpartition(".")
    holders: Mapping[str, Mapping[str, Any]] = {
        "": config,
        "theme": config.theme,
        "extra": config.extra,
        "plugins": {name.removeprefix("material/"): True for name in config.plugins},
        "pymdownx": {"superfences": _diagrams(config)},
    }
    return holders[where].get(key)


def _diagrams(config: MkDocsConfig) -> Sequence[str]:
    fences = config.mdx_configs.get("pymdownx.superfences", {}).get("custom_fences") or ()
    return [fence["name"] for fence in fences if fence.get("name") == "mermaid"]


def _told(name: str, value: object) -> str:
    """Say what a setting is set to, in few words; "" where that is nothing, or what holds anyway."""
    if name == "theme.icon":
        return ", ".join(sorted({*value} - {"logo"})) if isinstance(value, dict) else ""
    if value in (None, False, "", [], {}, "en"):
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else "is set"
