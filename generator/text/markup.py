"""Plain text of a listing as HTML that is safe to show.

A title or an abstract is text: whatever looks like markup in it is shown literally. Only two things are more
than their characters: formulas become MathML, and addresses in abstracts become links.
"""

import re
from collections.abc import Iterator

from generator.text.bidi import balanced
from generator.text.formulas import Formula, segments
from generator.text.linear_math import linear
from generator.text.mathml import mathml
from generator.text.plain import replace_forbidden

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}  # the ampersand first


def escape(text: str) -> str:
    """Write text as HTML, for content and attribute values; characters that HTML forbids become U+FFFD."""
    text, _ = replace_forbidden(text)
    for character, reference in _ESCAPED.items():
        text = text.replace(character, reference)
    return text


def inline(text: str) -> str:
    """Write a title as HTML: text, and formulas as MathML."""
    return "".join(formula or escape(source) for source, formula in _rendered(balanced(text)))


def paragraphs(text: str, marked: slice = slice(0)) -> str:
    """Write an abstract as HTML: a ``<p>`` for each run of lines, with formulas as MathML and links.

    What is `marked`, a part of one of the runs that cuts no formula, stands in a ``<mark>``.
    """
    if not text[marked]:
        return "".join(f"<p>{_linked(block)}</p>" for block in _blocks(text) if block.strip())
    *before, begins = _blocks(text[: marked.start])
    ends, *after = _blocks(text[marked.stop :])
    middle = f"<p>{_linked(begins)}<mark>{_linked(text[marked])}</mark>{_linked(ends)}</p>"
    return "".join((*map(paragraphs, before), middle, *map(paragraphs, after)))


def _blocks(text: str) -> list[str]:
    return re.split(r"\n\s*\n", text)


def urls(text: str) -> tuple[str, ...]:
    """List the http and https URLs that paragraphs() links, in the order of the text, each once."""
    if not _MAYBE_ADDRESS.search(text):
        return ()
    matches = (
        url for source, formula in _rendered(text) if not formula for _, url in _addresses(source) if url
    )
    return tuple(dict.fromkeys(matches))


def plain(text: str, limit: int = 200) -> str:
    """Put text on one line without markup, cut after a word: at most `limit` characters with the ellipsis."""
    line = _line(text[: 4 * limit])  # the rest is nearly always cut off, and formulas are costly
    if len(line) <= limit and len(text) > 4 * limit:
        line = _line(text)
    if len(line) <= limit:
        return line
    kept = line[:limit]
    words, space, _ = kept.rpartition(" ")
    return (words if space else kept[:-1]).rstrip(" ,;:.") + "…"


def _line(text: str) -> str:
    return " ".join(linear(text).split())


def _rendered(text: str) -> Iterator[tuple[str, str | None]]:
    """Give each segment's source, and its MathML if it is a formula that has one."""
    for segment in segments(text):
        yield (
            segment.source,
            mathml(segment.tex, display=segment.display) if isinstance(segment, Formula) else None,
        )


def _linked(text: str) -> str:
    return "".join(
        formula or "".join(_link(*address) for address in _addresses(source))
        for source, formula in _rendered(text)
    )


def _link(source: str, url: str | None) -> str:
    return f'<a href="{escape(url)}" rel="nofollow">{escape(source)}</a>' if url else escape(source)


# A host is dotted labels and a top-level domain (RFC 1123), with no user name before it. A bracket belongs to
# an address that opens it. TeX sources escape some characters (`\_`); in a link they stand for themselves.
_CHARACTER = r"(?: [\w!%&'*+,./:;=?@~\#-] | \\ [_%\#&~] )"
_ADDRESS = re.compile(
    rf"""
    (?= [hgw] )
    (?: https?:// | (?<! [\w./@~-] ) (?= (?: www\. )? (?: github\.com | huggingface\.co ) / \w ) )
    (?: [a-z0-9] (?: [a-z0-9-]{{0,61}} [a-z0-9] )? \. ){{1,10}} [a-z]{{2,24}}
    (?! [\w@-] | \.\w | : [^\s@/]{{0,64}} @ )
    (?: : \d{{1,5}}+ (?! \d ) )?
    (?: [/?\#] (?: {_CHARACTER} | \( {_CHARACTER}*+ \) )*+ )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


_MAYBE_ADDRESS = re.compile(
    r"://|\.com/|\.co/", re.IGNORECASE
)  # most texts have none, and need no closer look


def _addresses(text: str) -> Iterator[tuple[str, str | None]]:
    """Cut text at its web addresses: pieces, each with the URL to link it to if it is an address."""
    if "/" not in text:
        yield text, None
        return
    end = 0
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?'*")
        yield text[end : match.start()], None
        url = re.sub(r"\\(.)", r"\1", address)
        yield address, url if "://" in url[:8] else f"https://{url}"
        end = match.start() + len(address)
    yield text[end:], None
