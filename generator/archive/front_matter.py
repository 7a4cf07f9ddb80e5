"""The YAML at the top of a page.

It is written here, not by a YAML library, so that its bytes depend on no library's version. Every scalar that
YAML could take for something else stands in double quotes, as JSON writes it. What is written so is read line
by line, in a fifth of the time that PyYAML takes, which reads all the rest: what people wrote.
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
_KEY = re.compile(r"[a-z_]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBER = re.compile(r"0|[1-9]\d{,17}", re.ASCII)
_AUTHOR = re.compile(r'\{name: ("[^"\\]+"), family: ("[^"\\]+")\}')
_DEEPEST = 20
"""Levels of a front matter, and references in it to other parts of it. Ours has two levels, and none."""
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def read(source: str, path: str) -> dict[str, Any]:
    """Read keys and values; raise PageError, naming `path`, where there are none."""
    try:
        if written := _read_written(source):
            return written
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


def _read_written(source: str) -> dict[str, Any] | None:
    """Read keys with a scalar, or a list of items, as `scalar` and `flow` write them; None for anything else.

    What is read is what YAML reads. Raises ValueError for an impossible date.
    """
    front: dict[str, Any] = {}
    items: list[Any] | None = None
    for line in source.removesuffix("\n").split("\n"):
        if line.startswith("- "):
            item = _item(line[2:])
            if items is None or item is None:
                return None
            items.append(item)
            continue
        key, _, text = line.partition(":")
        if items == [] or key in front or key in _RESERVED or not _KEY.fullmatch(key):
            return None
        items = None if text else []
        front[key] = value = _value(text[1:]) if text[:1] == " " else items
        if value is None:
            return None
    return None if items == [] else front


def _item(text: str) -> object:
    if author := _AUTHOR.fullmatch(text):
        name, family = map(_value, author.groups())
        return {"name": name, "family": family} if name and family else None
    kind, colon, rest = text.partition(": ")
    if not colon or text[0] == '"':
        return _value(text)
    value = _value(rest) if _KEY.fullmatch(kind) and kind not in _RESERVED else None
    return None if value is None else {kind: value}


def _value(text: str) -> str | date | int | bool | None:
    """Give what a scalar stands for, None where only YAML can tell."""
    if text[:1] == '"':
        inner = text[1:-1]
        is_plain = text[-1] == '"' and '"' not in inner and "\\" not in inner and inner.isprintable()
        return inner if is_plain and len(text) > 1 else None
    if _PLAIN.fullmatch(text):
        return True if text == "true" else None if text.lower() in _RESERVED else text
    if _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return int(text) if _NUMBER.fullmatch(text) else None


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
