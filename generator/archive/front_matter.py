"""The YAML at the top of a page.

It is written here, not by a YAML library, so that its bytes depend on no library's version; PyYAML reads it.
Every scalar that YAML could take for something else stands in double quotes, as JSON writes it.
"""

import json
import re
from collections.abc import Container, Mapping
from datetime import date
from typing import Any

import yaml

from ..papers.errors import PageError

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml reads the same, more slowly
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_quote = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN = re.compile(r"[A-Za-z][\w.()'/+-]*(?: (?=[^ ])[\w.()'/+&-]+)*|https?://[\w./~%+-]+", re.ASCII)
_DEEPEST = 20
"""Levels of a front matter, and references in it to other parts of it. Ours has two levels, and none."""
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def read(source: str, path: str) -> dict[str, Any]:
    """Read keys and values; raise PageError, naming `path`, where there are none."""
    try:
        if _is_tangled(source):
            problem = f"the front matter has more than {_DEEPEST} levels or aliases; write it out"
            raise PageError(path, problem)
        front = yaml.load(source, Loader)
    except yaml.YAMLError as error:
        where = (
            f", line {error.problem_mark.line + 2}"
            if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark
            else ""
        )
        raise PageError(
            path + where, "the front matter is not YAML", "put the value in double quotes"
        ) from error
    except ValueError as error:  # an impossible date such as 2025-02-30
        raise PageError(path, f"the front matter holds an impossible value: {error}") from error
    if not isinstance(front, dict):
        raise PageError(path, "the front matter is not a list of keys and values")
    return front


def others(front: Mapping[str, object], known: Container[str], source: str) -> str:
    """Give the lines of the front matter in `source` that hold other keys than the `known` ones.

    What a person wrote stays as it is, comments above it too; only where it cannot stand alone, as when it is
    all on one line with our own keys, it is written anew.
    """
    extra = {key: value for key, value in front.items() if key not in known}
    if not extra:
        return ""
    mapping: Any = yaml.compose(source, Loader)
    keys = [key for key, _ in mapping.value]
    starts = [_commented(source, key.start_mark.index) for key in keys] + [len(source)]
    lines = "".join(
        source[start:end]
        for key, start, end in zip(keys, starts, starts[1:], strict=False)
        if key.value in extra
    )
    try:
        if yaml.load(lines, Loader) == extra:
            return lines
    except (yaml.YAMLError, RecursionError):  # a part that another refers to, or itself
        pass
    return yaml.safe_dump(extra, allow_unicode=True, sort_keys=False, width=10**9)


def _commented(source: str, start: int) -> int:
    """Give the place where the comments above the line at `start` begin."""
    while start and source[before := source.rfind("\n", 0, start - 1) + 1] == "#":
        start = before
    return start


def scalar(value: object) -> str:
    """Write a value so that YAML reads it as the same."""
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _RESERVED
        return value if plain else flow(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)


def flow(text: str) -> str:
    """Write a text in quotes, as it may stand inside a list or a mapping on one line."""
    return _quote(text).replace("\ufeff", r"\ufeff")


def _is_tangled(source: str) -> bool:
    """Tell whether YAML nests too deep for its loader, which crashes, or refers to itself too often.

    Levels of aliases multiply: ten of them, each named nine times in the next, are 10^9 values.
    """
    depth = aliases = 0
    for event in yaml.parse(source, Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        aliases += isinstance(event, yaml.AliasEvent)
        if max(depth, aliases) > _DEEPEST:
            return True
    return False
