"""Files in which a browser would find something to run, beside the pages of the site.

Some are known by their endings. Whatever else begins as markup is looked into, whatever it is called: SVG and
other XML hold scripts, and where a server does not know an ending, the browser looks what a file is
(https://mimesniff.spec.whatwg.org/).
"""

import re
from pathlib import Path
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

_RUN = frozenset(
    (
        *(".js", ".mjs", ".cjs", ".wasm", ".htm", ".html", ".shtml", ".xht", ".xhtml", ".mht", ".mhtml"),
        *(".hta", ".xsl", ".xslt", ".svgz", ".swf"),
    )
)
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_SVG = "http://www.w3.org/2000/svg"
_OTHER = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""Namespaces of elements that do something inside SVG too."""
_ELEMENTS = frozenset({"script", "foreignobject", "handler", "listener"})
_HANDLER = re.compile(r"on|base$", re.IGNORECASE)
"""Attributes that run something, or that say what an address means."""
_HERE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
"""An address that asks nobody for anything and runs nothing."""
_STYLE = re.compile(r"@import|url\(\s*(?![\s\"'#])|url\(\s*[\"'](?!#)|\\", re.IGNORECASE)
"""Where a style may ask for another file; what is written with escapes may."""


class _FoundError(Exception):
    """Something runs, or cannot be told from what does."""


def is_active(path: Path) -> bool:
    """Tell whether a browser would, or could, run what a file holds.

    Of markup only an image in SVG is sure to do nothing: without scripts, handlers, other languages,
    stylesheets of its document, and addresses that lead out of it.
    """
    if path.suffix.lower().strip() in _RUN:
        return True
    data = path.read_bytes()
    return _BEGINS.match(data) is not None and not _is_still_image(data)


def _is_still_image(data: bytes) -> bool:
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.CharacterDataHandler = _check_style
    parser.ProcessingInstructionHandler = parser.EntityDeclHandler = _refuse

    def check_root(name: str, attributes: dict[str, str]) -> None:
        if name != f"{_SVG} svg":
            _refuse()
        parser.StartElementHandler = _check
        _check(name, attributes)

    parser.StartElementHandler = check_root
    try:
        parser.Parse(data, True)
    except (_FoundError, ExpatError, ValueError, LookupError):  # the last for an encoding nobody knows
        return False
    return True


def _check(element: str, attributes: dict[str, str]) -> None:
    namespace, _, name = element.rpartition(" ")
    if namespace in _OTHER or name.lower() in _ELEMENTS:
        _refuse()
    for attribute, value in attributes.items():
        local = attribute.rpartition(" ")[2]
        if _HANDLER.match(local) or (local in ("href", "src") and not _HERE.match(value)):
            _refuse()
        if local == "attributeName" and re.search(r"href|^on", value.strip(), re.IGNORECASE):
            _refuse()
        if " " not in attribute:
            _check_style(value)


def _check_style(text: str) -> None:
    if _STYLE.search(text):
        _refuse()


def _refuse(*_: object) -> NoReturn:
    raise _FoundError
