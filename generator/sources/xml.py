"""XML, read safely: a document type declaration, and with it every entity of a document's own, is refused."""

from collections.abc import Collection, Iterable
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from ..papers.errors import ListingError, RecordError
from .listing import decode


class _DeclaredError(Exception):
    """The document declares its type."""


class _Builder(TreeBuilder):
    def doctype(self, name: str, *_: object) -> None:
        raise _DeclaredError(name)


def parse_xml(data: bytes, name: str) -> Element:
    """Give the root element of a document; raise ListingError, naming the line, if broken or refused."""
    text = decode(data, name)
    parser = XMLParser(target=_Builder())  # noqa: S314 - without a declaration there are no entities
    try:
        parser.feed(text)
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise ListingError(
            name, f"found broken XML in column {column + 1} ({error}); fetch or save it again", line
        ) from error
    except _DeclaredError as error:
        line = text.count("\n", 0, max(text.find("<!DOCTYPE"), 0)) + 1
        raise ListingError(
            name, f"found a document type ({error}), which no source sends; fetch it again", line
        ) from error
    return root


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def entries_of(lists: Iterable[Element], entry: Collection[str], furniture: Collection[str]) -> list[Element]:
    """Give what lists are made of: their entries, and whatever else holds elements and is no known furniture.

    So an entry under another name is not lost, but rejected by who reads it.
    """
    children = (child for each in lists for child in each)
    return [
        child
        for child in children
        if local_name(child) in entry or (len(child) and local_name(child) not in furniture)
    ]


def require_entry(element: Element, entry: Collection[str]) -> None:
    """Raise RecordError for an element that is no entry."""
    if local_name(element) not in entry:
        raise RecordError("element", local_name(element), " or ".join(entry))


def text_of(element: Element | None) -> str:
    """Give all text inside an element, "" for none."""
    return "" if element is None else "".join(element.itertext())


def quote(element: Element) -> str:
    """Give the text of an element for its rejection, its name where it has no text."""
    return text_of(element).strip() or element.tag
