"""How templates print what views hold: all is escaped, and a name that no view has is an error."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import BytecodeCache, Environment, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from ..papers.addresses import day_address, month_address, paper_address, topic_address, trend_address
from ..papers.days import day_heading, day_long, day_name, day_short, days_span, month_name
from ..related.gist import Gist
from ..text import markup
from ..text.bidi import balanced
from ..text.lead import lead
from .names import announcements, counted, link_names, list_name, source_name
from .search_address import search_for, search_for_phrase


@pass_context
def _url(context: Context, address: str) -> str:
    link: str = context["view"].link(address)
    return link


def _inline(text: str) -> Markup:
    return Markup(markup.inline(text))  # noqa: S704 - it escapes


def _paragraphs(text: str, gist: Gist | None = None) -> Markup:
    marked = slice(gist.start, gist.end) if gist else slice(0)
    return Markup(markup.paragraphs(text, marked))  # noqa: S704 - it escapes


def _address_lines(address: str) -> Markup:
    """Write an address that may be broken after its slashes, and not within a word."""
    return Markup("/<wbr>").join(address.split("/"))


def _shown(value: object) -> object:
    """Give a value as it is printed: no text turns around what stands behind it."""
    return balanced(value) if type(value) is str else value


FILTERS: Mapping[str, Callable[..., Any]] = {
    "url": _url,
    "day_name": day_name,
    "counted": counted,
    "day_long": day_long,
    "day_heading": day_heading,
    "days_span": days_span,
    "day_short": day_short,
    "month_name": month_name,
    "list_name": list_name,
    "announcements": announcements,
    "source_name": source_name,
    "link_names": link_names,
    "day_address": day_address,
    "paper_address": paper_address,
    "topic_address": topic_address,
    "lead": lead,
    "search_for": search_for,
    "search_for_phrase": search_for_phrase,
    "month_address": month_address,
    "trend_address": trend_address,
    "balanced": balanced,
    "address_lines": _address_lines,
    "inline": _inline,
    "paragraphs": _paragraphs,
    "zip": zip,
}


class _Compiled(BytecodeCache):
    """Templates as they were compiled, for who builds again in the same process, as `serve` does."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)  # unless the template is another by now

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def prepare(env: Environment) -> None:
    """Have the templates of an environment print so. None but the project's own are used in it."""
    env.autoescape = True
    env.undefined = StrictUndefined
    env.finalize = _shown
    env.trim_blocks = env.lstrip_blocks = True
    env.filters.update(FILTERS)
    env.bytecode_cache = _COMPILED
