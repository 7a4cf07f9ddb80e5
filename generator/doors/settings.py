"""What a fork sets for the generator in `mkdocs.yml`, under `plugins: dailypapers:`.

sources:                      # each source, and the days it promises to have a list for
  - source: huggingface       # or arxiv, text, jsonl
    from: 2025-08-06          # the first promised day
    until: 2025-12-31         # the last one; left out while the source goes on
    days: weekdays            # or all
    holidays: [2025-12-25]    # days without a list, or to be taken as they are
    categories: [cs.CL]       # for arxiv: whose daily lists
leave_out: [votes, summary]   # fields that are neither kept nor shown
citation_abstract: true       # whole abstracts in the heads of pages, for reference managers; 1.4 kB a page
readers:                      # where else papers of arXiv can be read
  alphaXiv: https://www.alphaxiv.org/abs/{id}
daily_papers: true            # a file a day in the shape of Hugging Face's api/daily_papers; 1.9 kB a paper
email:                        # for `dailypapers digest`
  from: digest@example.org    # who sends it
  to: papers@example.org      # mostly a mailing list, which keeps the subscribers
  unsubscribe: https://example.org/leave # or mailto:...; without it a mail to the sender
queries:                      # searches with a page and feeds of their own: see queries.py
  agents: {title: Agents, query: agents memory, from: 2025-01-01, votes: 10, code: true, category: cs.CL}
search_budget:                # bytes, gzipped, that a first search may cost a reader, or the build fails
  median: 120000              # over a fixed set of queries
  worst: 200000
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from ..archive.coverage import Coverage
from ..papers.categories import is_category
from ..papers.errors import SettingsError
from ..papers.leave_out import OPTIONAL
from ..papers.records import SOURCES
from ..search.budget import USUAL, Budget
from ..search.saved import SavedQuery
from ..site.digest import Mailing
from .queries import read_queries

_MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*", re.ASCII)
_LEAVE = re.compile(r"(?:https://|mailto:)[!-;=?-~]+")

_READER = re.compile(r"https://[!-;=?-z|~]+\{id\}[!-;=?-z|~]*")

_SOURCE_KEYS = frozenset({"source", "from", "until", "days", "holidays", "categories"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a fork sets for the generator."""

    sources: tuple[Coverage, ...] = ()
    leave_out: tuple[str, ...] = ()
    citation_abstract: bool = False
    readers: tuple[tuple[str, str], ...] = ()
    """Names of sites, and their addresses with `{id}` in the place of an arXiv identifier."""
    daily_papers: bool = False
    email: Mailing | None = None
    """None where nothing is sent."""
    search: Budget | None = None
    """None where the maintainer sets none: an index over the usual one is told, and no error."""
    queries: tuple[SavedQuery, ...] = ()
    withdrawn_queries: tuple[str, ...] = ()
    """Names of queries that have no page any more, and had one."""


DEFAULTS = Settings()
"""What holds where nothing is set: nothing promised, nothing left out."""


def read_settings(project: Path) -> Settings:
    """Read the settings of the project in a folder; without `mkdocs.yml` nothing is set.

    Raises SettingsError when they cannot be understood.
    """
    plugins = _read(project).get("plugins")
    for plugin in [plugins] if isinstance(plugins, dict) else plugins or []:
        if isinstance(plugin, dict) and "dailypapers" in plugin:
            return settings(plugin["dailypapers"] or {})
    return DEFAULTS


def read_site_url(project: Path) -> str:
    """Give the address of the site with a trailing slash, "" where `mkdocs.yml` tells none."""
    url = str(_read(project).get("site_url") or "")
    return url if url.endswith("/") or not url else f"{url}/"


def read_site_name(project: Path) -> str:
    """Give the name of the site, "" where `mkdocs.yml` tells none."""
    return str(_read(project).get("site_name") or "")


def _read(project: Path) -> Mapping[str, Any]:
    """Read `mkdocs.yml` and what it inherits; a project without one has nothing."""
    file = project / "mkdocs.yml"
    if not file.exists():
        return {}
    try:
        with file.open("rb") as source:
            config = yaml_load(source, get_yaml_loader(_Loader))
    except (ConfigurationError, TypeError, ValueError) as error:
        raise SettingsError(f"{file}: {error}") from error
    return config if isinstance(config, dict) else {}


def settings(values: Mapping[str, Any]) -> Settings:
    """Read the plugin's settings; raise SettingsError, naming the entry, for what cannot be understood."""
    sources, leave_out = values.get("sources") or [], values.get("leave_out") or []
    if not isinstance(sources, list):
        raise SettingsError(f"mkdocs.yml: sources: found {sources!r}; allowed: a list, one entry a source")
    if not isinstance(leave_out, list) or not all(name in OPTIONAL for name in leave_out):
        raise SettingsError(f"mkdocs.yml: leave_out: found {leave_out!r}; allowed: {', '.join(OPTIONAL)}")
    coverages = tuple(_source(number, entry) for number, entry in enumerate(sources, 1))
    for name, count in Counter(coverage.source for coverage in coverages).items():
        if count > 1:
            raise SettingsError(
                f"mkdocs.yml: sources: found {name} {count} times; allowed: one entry a source"
            )
    return Settings(
        coverages,
        tuple(leave_out),
        _flag(values, "citation_abstract"),
        _readers(values.get("readers") or {}),
        _flag(values, "daily_papers"),
        _mailing(values.get("email") or {}),
        _budget(values.get("search_budget") or {}),
        *read_queries(values.get("queries") or {}, leave_out),
    )


def _mailing(values: object) -> Mailing | None:
    where = "mkdocs.yml: email"
    if not isinstance(values, dict) or not values.keys() <= {"from", "to", "unsubscribe"}:
        raise SettingsError(f"{where}: found {values!r}; it takes from and to, and may take unsubscribe")
    if not values:
        return None
    for name in ("from", "to"):
        if not _MAILBOX.fullmatch(str(values.get(name))):
            raise SettingsError(f"{where}: {name}: found {values.get(name)!r}; allowed: list@example.org")
    unsubscribe = str(values.get("unsubscribe") or "")
    if unsubscribe and not _LEAVE.fullmatch(unsubscribe):
        raise SettingsError(
            f"{where}: unsubscribe: found {unsubscribe!r}; allowed: an address with https:// or mailto:"
        )
    return Mailing(values["from"], values["to"], unsubscribe)


def _readers(values: object) -> tuple[tuple[str, str], ...]:
    where = "mkdocs.yml: readers"
    if not isinstance(values, dict):
        raise SettingsError(f"{where}: found {values!r}; allowed: names, each with an address")
    for name, address in values.items():
        if not _READER.fullmatch(str(address)):
            raise SettingsError(
                f"{where}: {name}: found {address!r}; allowed: an address such as https://example.org/{{id}}"
            )
    return tuple((str(name), address) for name, address in values.items())


def _flag(values: Mapping[str, Any], name: str) -> bool:
    value = values.get(name) or False
    if not isinstance(value, bool):
        raise SettingsError(f"mkdocs.yml: {name}: found {value!r}; allowed: true, false")
    return value


def _budget(values: object) -> Budget | None:
    if not isinstance(values, dict) or not values.keys() <= {"median", "worst"}:
        raise SettingsError(f"mkdocs.yml: search_budget: found {values!r}; it may take median and worst")
    for value in values.values():
        if type(value) is not int or value < 1:
            raise SettingsError(f"mkdocs.yml: search_budget: found {value!r}; allowed: a number of bytes")
    return replace(USUAL, **values) if values else None


def _source(number: int, entry: object) -> Coverage:
    where = f"mkdocs.yml: sources, entry {number}"
    if not isinstance(entry, dict) or not {"source", "from"} <= entry.keys() <= _SOURCE_KEYS:
        keys = ", ".join(sorted(_SOURCE_KEYS - {"source", "from"}))
        raise SettingsError(f"{where}: found {entry!r}; it takes source and from, and may take {keys}")
    source, until = entry["source"], entry.get("until")
    if source not in SOURCES:
        raise SettingsError(f"{where}: source: found {source!r}; allowed: {', '.join(SOURCES)}")
    if entry.get("days", "weekdays") not in ("weekdays", "all"):
        raise SettingsError(f"{where}: days: found {entry['days']!r}; allowed: weekdays, all")
    holidays = _list(where, entry, "holidays")
    for day in (entry["from"], until or entry["from"], *holidays):
        if type(day) is not date:
            raise SettingsError(f"{where}: found {day!r}; allowed: a day such as 2025-08-06, without quotes")
    if until and until < entry["from"]:
        raise SettingsError(f"{where}: until: found {until}; allowed: {entry['from']} (from) or later")
    categories = _list(where, entry, "categories")
    if categories and source != "arxiv":
        raise SettingsError(f"{where}: categories: found {categories!r}; only arxiv has them")
    for category in categories:
        if not is_category(str(category)):
            raise SettingsError(
                f"{where}: categories: found {category!r}; allowed: arXiv's, such as cs.CL or hep-th"
            )
    return Coverage(
        source=source,
        start=entry["from"],
        end=until,
        all_days=entry.get("days") == "all",
        holidays=frozenset(holidays),
        categories=tuple(map(str, categories)),
    )


def _list(where: str, entry: Mapping[str, Any], key: str) -> list[Any]:
    values = entry.get(key) or []
    if not isinstance(values, list):
        raise SettingsError(f"{where}: {key}: found {values!r}; allowed: a list, such as [{values}]")
    return values


class _Loader(yaml.SafeLoader):
    """Reads what MkDocs reads, and takes tags such as `!relative` and `!!python/name` for nothing."""


for _prefix in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_prefix, lambda *_: None)
