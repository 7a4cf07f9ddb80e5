import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.archive.coverage import Coverage
from generator.doors.settings import Settings, read_settings, read_site_url, settings
from generator.papers.errors import SettingsError
from generator.papers.leave_out import OPTIONAL
from tests.sites import ROOT

DAY = date(2025, 8, 6)
TAGS = """markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
  - pymdownx.slugs: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.snippets: {base_path: [!relative $config_dir]}
"""


def test_settings_of_a_source() -> None:
    entry = {"source": "arxiv", "from": DAY, "days": "all", "holidays": [DAY], "categories": ["cs.CL"]}

    found = settings({"sources": [entry], "leave_out": ["votes"]})

    assert found == Settings((Coverage("arxiv", DAY, None, True, frozenset({DAY}), ("cs.CL",)),), ("votes",))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"sources": "arxiv"}, "sources: found 'arxiv'; allowed: a list"),
        ({"sources": [{"source": "arxiv"}]}, r"sources, entry 1: .* it takes source and from"),
        ({"sources": [{"source": "arxiv", "from": DAY, "since": DAY}]}, "it takes source and from"),
        ({"sources": [{"source": "x", "from": DAY}]}, "found 'x'; allowed: text, jsonl, huggingface, arxiv"),
        (
            {"sources": [{"source": "text", "from": "soon"}]},
            "found 'soon'; allowed: a day such as 2025-08-06",
        ),
        ({"sources": [{"source": "text", "from": DAY, "days": "odd"}]}, "allowed: weekdays, all"),
        (
            {"sources": [{"source": "text", "from": DAY, "until": date(2025, 8, 5)}]},
            r"until: found 2025-08-05; allowed: 2025-08-06 \(from\) or later",
        ),
        ({"sources": [{"source": "text", "from": DAY, "holidays": DAY}]}, "holidays: found .* a list"),
        ({"sources": [{"source": "arxiv", "from": DAY, "categories": "cs.CL"}]}, r"such as \[cs.CL\]"),
        ({"sources": [{"source": "text", "from": DAY, "categories": ["cs.CL"]}]}, "only arxiv has them"),
        ({"sources": [{"source": "text", "from": DAY}] * 2}, "found text 2 times; allowed: one entry a"),
        ({"readers": ["alphaXiv"]}, "readers: found .* allowed: names"),
        ({"readers": {"A": "https://a.example/"}}, "readers: A: found .* such as https://example.org/{id}"),
        ({"readers": {"A": "javascript:{id}"}}, "readers: A: found 'javascript:{id}'"),
        ({"leave_out": [["votes"]]}, "leave_out: found"),
        ({"citation_abstract": "no"}, "citation_abstract: found 'no'; allowed: true, false"),
        ({"leave_out": ["title"]}, r"leave_out: found .'title'.; allowed: votes, summary"),
    ],
)
def test_what_cannot_be_understood_is_named(values: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        settings(values)


@pytest.mark.parametrize(
    "plugins",
    ["\n  - search\n  - dailypapers:\n      leave_out: [votes]", "{dailypapers: {leave_out: [votes]}}"],
)
def test_settings_are_read_from_mkdocs_yml_past_its_tags(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_url: !ENV [NOT_SET, x]\n{TAGS}plugins: {plugins}\n")

    assert read_settings(tmp_path).leave_out == ("votes",)
    assert read_site_url(tmp_path) == "x/"


def test_settings_that_are_inherited_are_read(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("plugins: {dailypapers: {leave_out: [votes]}}\n")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\n")

    assert read_settings(tmp_path).leave_out == ("votes",)


def test_without_mkdocs_yml_nothing_is_set(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize("text", ["plugins: [", "5", "INHERIT: nowhere.yml"])
def test_broken_yaml_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)

    with pytest.raises(SettingsError, match=r"mkdocs\.yml"):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    "block", re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
)
def test_settings_shown_in_the_readme_are_taken(block: str) -> None:
    assert settings(yaml.safe_load(block)) != Settings()


def test_settings_that_mkdocs_yml_offers_are_taken(tmp_path: Path) -> None:
    offered = re.sub(r"^( +)# (?=\w+: )", r"\1", (ROOT / "mkdocs.yml").read_text(), flags=re.MULTILINE)
    (tmp_path / "mkdocs.yml").write_text(offered)

    found = read_settings(tmp_path)

    assert found.leave_out == OPTIONAL
    (source,) = found.sources
    assert source.end and source.all_days and source.holidays
