"""TeX in text outside formulas, cut into commands, groups and characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .formulas import Formula, segments
from .tex_commands import STYLES

MAX_DEPTH = 20
"""Groups within groups."""

_TOKEN = re.compile(
    r"""
      (?P<path> (?<! [A-Za-z] ) [A-Za-z]:\\ (?: [^\s\\]+ (?: [ ][^\s\\]+ ){0,3} \\ )*+ \S* )
    | (?P<backslashes> \\\\ (?: [\w.$-]+ \\ \S* )? )
    | (?P<address> https?:// [^\s{}\\]* (?: \\ [_%\#&~] [^\s{}\\]* )* )
    | \\ (?P<command> [A-Za-z]+ | [^A-Za-z] )
    | (?P<tie> ~ )
    | (?P<characters> [{}] | (?: (?! https?:// | [A-Za-z]:\\ ) [^\\{}~] )+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Command:
    """What a backslash begins: an accent such as \\', or a word."""

    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands between two braces."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Kept:
    """Characters that are no TeX, whatever they look like: formulas, addresses, paths, line breaks."""

    source: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A space at which no line breaks, written ~."""


Node = str | Command | Group | Kept | Tie


class TooDeepError(Exception):
    """There are more groups within groups than anybody writes."""


def tree(text: str) -> tuple[Node, ...]:
    """Cut text into nodes; a brace without its like is a character. Raises TooDeepError."""
    levels: list[list[Node]] = [[]]
    for node in _nodes(text):
        if node == "{":
            levels.append([])
        elif node == "}" and len(levels) > 1:
            within = levels.pop()
            levels[-1].append(Group(tuple(within)))
        else:
            levels[-1].append(node)
        if len(levels) > MAX_DEPTH:
            raise TooDeepError
    whole, *unclosed = levels
    for within in unclosed:
        whole += [Group(tuple(within))] if _takes_the_rest(whole, unclosed) else ["{", *within]
    return tuple(whole)


def _takes_the_rest(before: list[Node], unclosed: list[list[Node]]) -> bool:
    """Tell whether the one brace that is not closed is a command's: arXiv loses some behind addresses."""
    match before[-1:]:
        case [Command(name)]:
            return len(unclosed) == 1 and name in STYLES and STYLES[name].most == 1
    return False


def formulas(text: str) -> list[str]:
    """Give the sources of the formulas in text."""
    return [segment.source for segment in segments(text) if isinstance(segment, Formula)]


def _nodes(text: str) -> Iterator[Node]:
    for segment in segments(text):
        if isinstance(segment, Formula):
            yield Kept(segment.source)
        else:
            yield from map(_node, _TOKEN.finditer(segment.source))


def _node(match: re.Match[str]) -> Node:
    match match.lastgroup:
        case "command":
            return Command(match["command"])
        case "tie":
            return Tie()
        case "characters":
            return match[0]
        case "address":
            return Kept(re.sub(r"\\(.)", r"\1", match[0]))
        case _:
            return Kept(match[0])
