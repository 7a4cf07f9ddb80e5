"""The topics of an archive, in `content/topics.yml`: proposed by the program, settled by people.

A list, in which each topic has a slug, its address for ever, and a label; aliases, the day it was first seen
on, `merged_into` with the slug of another one, or `withdrawn: true`. What is proposed is put at the end, and
what stands there is never touched, so that every edit and comment of a person stays. Beside it,
`content/slugs.txt` has every slug that a topic ever had, one a line, so that none is lost or used again.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml
from slugify import slugify

from ..archive.archive import Archive
from ..archive.files import read, write
from ..papers.errors import PageError
from ..related.phrases import key_of
from ..related.topics import Topic

if TYPE_CHECKING:  # it needs NumPy, which most commands do without
    from ..related.proposals import Proposal

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml reads the same, more slowly
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_HEAD = """\
# The topics of this archive. `dailypapers topics` adds new ones at the end; all else is yours: labels,
# aliases, `merged_into: <slug>`, `withdrawn: true`. A slug is an address for ever: withdraw a topic, but
# do not delete it.
"""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
"""Characters of a slug, a label or an alias."""
_PLAIN = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*", re.ASCII)
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_ALLOWED = "slug, label, aliases, first_seen, merged_into, withdrawn"


def topics_of_archive(archive: Archive) -> list[Topic]:
    """Read the topics of an archive, in the order of the file; raise PageError when they cannot be read."""
    file = archive.topics_file
    return topics_in(archive, read(file)) if file.exists() else []


def topics_in(archive: Archive, data: bytes) -> list[Topic]:
    """Read the topics of an archive from what their file holds; raise PageError when they cannot be read."""
    file = archive.topics_file
    return read_topics(archive.text(data, file), archive.name(file))


def published_slugs(archive: Archive) -> set[str]:
    """Read every slug that a topic ever had; raise PageError, naming the line, for what is none."""
    file = archive.slugs_file
    lines = archive.read(file).splitlines() if file.exists() else []
    for number, line in enumerate(lines, 1):
        if not _SLUG.fullmatch(line):
            where = f"{archive.name(file)}, line {number}"
            raise PageError(where, f"found {line[:80]!r}, which is no slug", "delete the line")
    return set(lines)


def publish_slugs(archive: Archive, topics: Iterable[Topic]) -> list[str]:
    """Enter the slugs of topics into the list of all that topics ever had; give those that it lacked."""
    published = published_slugs(archive)
    new = sorted({topic.slug for topic in topics} - published)
    if new or published:
        write(archive.slugs_file, "".join(f"{slug}\n" for slug in sorted(published.union(new))))
    return new


def read_topics(text: str, name: str) -> list[Topic]:
    """Read the list; raise PageError, naming the file `name` and the line, for what is no topic."""
    try:
        root = yaml.compose(text, _Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}, line {mark.line + 1}" if mark else name
        raise PageError(
            where, "it is not YAML", "put the value in double quotes, or see to the indent"
        ) from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise PageError(_where(name, root), "found no list of topics", "begin each topic with `- slug: `")
    lines: dict[str, str] = {}
    topics = []
    for node in root.value:
        topic = _topic(node, name)
        if topic.slug in lines:
            problem = f"the slug {topic.slug} is that of {lines[topic.slug]} too"
            raise PageError(_where(name, node), problem, "give one of them another slug")
        lines[topic.slug] = _where(name, node)
        topics.append(topic)
    _check_merged(topics, lines)
    _check_phrases(topics, lines)
    return topics


def added(
    text: str, proposals: Iterable["Proposal"], name: str, published: Collection[str] = ()
) -> tuple[str, list[Topic]]:
    """Give the list with the topics that are new among those proposed, and these.

    Slugs that were `published` once stand for what they stood for, whether or not the list still has them.
    """
    known = read_topics(text, name)
    keys = {key for topic in known for key in (*topic.keys, key_of(topic.slug))}
    slugs = {topic.slug for topic in known} | {*published}
    new: list[Topic] = []
    for proposal in proposals:
        topic = Topic(_slug(proposal.label), proposal.label, proposal.aliases, proposal.first)
        if topic.slug not in slugs and keys.isdisjoint(topic.keys):
            keys.update(topic.keys)
            slugs.add(topic.slug)
            new.append(topic)
    if not new:
        return text, []
    start = text if not text or text.endswith("\n") else f"{text}\n"
    return (start or _HEAD) + "".join(map(write_topic, new)), new


def write_topic(topic: Topic) -> str:
    """Write an entry of the list."""
    lines = [f"- slug: {_scalar(topic.slug)}", f"label: {_scalar(topic.label)}"]
    if topic.aliases:
        lines.append(f"aliases: [{', '.join(map(_scalar, topic.aliases))}]")
    if topic.first:
        lines.append(f"first_seen: {topic.first}")
    if topic.merged_into:
        lines.append(f"merged_into: {_scalar(topic.merged_into)}")
    if topic.withdrawn:
        lines.append("withdrawn: true")
    return "\n  ".join(lines) + "\n"


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _RESERVED
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _slug(label: str) -> str:
    return slugify(label, max_length=_LONGEST, word_boundary=True) or "topic"


def _topic(node: yaml.Node, name: str) -> Topic:
    if not isinstance(node, yaml.MappingNode):
        raise PageError(_where(name, node), "found no topic", "write `- slug: ` and, below it, `label: `")
    values: dict[str, Any] = {}
    for key, value in node.value:
        read = _FIELDS.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if read is None:
            found = key.value if isinstance(key, yaml.ScalarNode) else "a list"
            raise PageError(_where(name, key), f"found the key {str(found)[:40]!r}", f"allowed: {_ALLOWED}")
        try:
            values[_NAMES.get(key.value, key.value)] = read(value)
        except ValueError as error:
            raise PageError(
                _where(name, value), f"{key.value} is no such thing", f"allowed: {error}"
            ) from error
    for needed in ("slug", "label"):
        if needed not in values:
            raise PageError(_where(name, node), f"a topic has no {needed}", f"add `{needed}: ` to it")
    if values.get("withdrawn") and values.get("merged_into"):
        raise PageError(_where(name, node), "a topic is merged and withdrawn", "delete one of the two lines")
    return Topic(**values)


def _read_slug(node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or len(node.value) > _LONGEST or not _SLUG.fullmatch(node.value):
        raise ValueError(f"a to z, digits and single hyphens, {_LONGEST} characters at most")
    return str(node.value)


def _read_label(node: yaml.Node) -> str:
    text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    if not (0 < len(text) <= _LONGEST and text.isprintable() and key_of(text)):
        raise ValueError(f"words that are no mere stop words, {_LONGEST} characters at most, in one line")
    return str(text)


def _read_aliases(node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise ValueError("a list such as [RL, reinforcement learning]")
    return tuple(map(_read_label, node.value))


def _read_day(node: yaml.Node) -> date:
    try:
        return date.fromisoformat(node.value)
    except (TypeError, ValueError) as error:
        raise ValueError("a day such as 2025-08-06") from error


def _read_flag(node: yaml.Node) -> bool:
    if not isinstance(node, yaml.ScalarNode) or node.value not in ("true", "false"):
        raise ValueError("true or false")
    return bool(node.value == "true")


_FIELDS: Mapping[str, Callable[[yaml.Node], Any]] = {
    "slug": _read_slug,
    "label": _read_label,
    "aliases": _read_aliases,
    "first_seen": _read_day,
    "merged_into": _read_slug,
    "withdrawn": _read_flag,
}
_NAMES = {"first_seen": "first"}


def _check_merged(topics: Sequence[Topic], lines: Mapping[str, str]) -> None:
    """Raise PageError where a topic is merged into none, a withdrawn one, or in a circle into itself."""
    known = {topic.slug: topic for topic in topics}
    for topic in topics:
        seen = {topic.slug}
        for slug in _ways(topic, known):
            if slug not in known or known[slug].withdrawn or slug in seen:
                why = (
                    "itself"
                    if slug in seen
                    else f"{slug}, which is {'withdrawn' if slug in known else 'no topic'}"
                )
                remedy = "name the slug of a topic that is there, or write `withdrawn: true`"
                raise PageError(lines[topic.slug], f"{topic.slug} is merged into {why}", remedy)
            seen.add(slug)


def _ways(topic: Topic, known: Mapping[str, Topic]) -> Iterator[str]:
    while topic.merged_into:
        yield topic.merged_into
        topic = known[topic.merged_into]


def _check_phrases(topics: Sequence[Topic], lines: Mapping[str, str]) -> None:
    """Raise PageError where one phrase means two topics; those that are withdrawn mean none."""
    known = {topic.slug: topic for topic in topics}
    meant: dict[str, tuple[str, str]] = {}
    for topic in topics:
        end = [topic.slug, *_ways(topic, known)][-1]
        for phrase in (topic.label, *topic.aliases) if not topic.withdrawn else ():
            other, slug = meant.setdefault(key_of(phrase), (end, topic.slug))
            if other != end:
                problem = f"{phrase!r} of {topic.slug} means {slug} too"
                remedy = "take it from the label or the aliases of one, or merge one into the other"
                raise PageError(lines[topic.slug], problem, remedy)


def _where(name: str, node: yaml.Node) -> str:
    return f"{name}, line {node.start_mark.line + 1}"
