"""What of a fork's settings is honoured, and what is told of the others."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.doors.look import NOT_HONOURED, look
from generator.site.look import Look
from tests.sites import ROOT, build_here, make_project
from tests.themed_project import make_themed_project

LIGHT, DARK = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
TOGGLE = "toggle: {icon: material/weather-night, name: Other}"


def of_theme(folder: Path, theme: str, settings: str = "") -> Look:
    project = make_project(folder)
    file = project / "mkdocs.yml"
    file.write_text(file.read_text().replace("  font: false\n", f"  font: false\n{theme}") + settings)
    return look(load_config(str(file)))


def test_the_projects_own_settings_are_honoured(tmp_path: Path) -> None:
    assert replace(of_theme(tmp_path, ""), sprite="") == Look()


@pytest.mark.parametrize(
    ("palette", "scheme", "can_change"),
    [
        ("{primary: teal}", "", True),
        ("{scheme: slate}", "dark", False),
        ("{scheme: default}", "light", False),
        (f"[{{scheme: slate, {TOGGLE}}}, {{scheme: default, {TOGGLE}}}]", "dark", True),
        (
            f"[{{media: '{LIGHT}', scheme: default}}, {{media: '{DARK}', scheme: slate, {TOGGLE}}}]",
            "",
            True,
        ),
        (f'[{{media: "{LIGHT}", scheme: default}}, {{media: "{DARK}", scheme: slate}}]', "", False),
    ],
)
def test_a_palette_says_which_scheme_is_shown(
    tmp_path: Path, palette: str, scheme: str, can_change: bool
) -> None:
    read = of_theme(tmp_path, f"  palette: {palette}\n")

    assert (read.scheme, read.can_change) == (scheme, can_change)


def test_a_custom_colour_is_looked_for_in_the_forks_style_sheets(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "content/own.css").write_text(":root { --md-primary-fg-color: #123; }")
    file = project / "mkdocs.yml"
    palette = "  font: false\n  palette: {primary: custom, accent: custom}\n"
    text = file.read_text().replace("  font: false\n", palette)
    file.write_text(text + "extra_css: [own.css]\n")

    read = look(load_config(str(file)))

    assert "#112233" in read.colours
    assert [notice for notice in read.notices if notice.startswith("palette.accent custom: no --md-accent")]


def test_an_icon_can_be_the_logo(tmp_path: Path) -> None:
    read = of_theme(tmp_path, "  icon: {logo: material/library, edit: material/pencil}\n")

    assert read.logo_icon == "material-library"
    assert '<symbol id="material-library"' in read.sprite
    assert [*read.notices] == [f"theme.icon edit: {NOT_HONOURED['theme.icon']}"]


def test_what_is_set_and_not_honoured_is_told(tmp_path: Path) -> None:
    file = make_themed_project(tmp_path) / "mkdocs.yml"
    told = [notice.split(":")[0] for notice in look(load_config(str(file))).notices]

    assert told == [
        "theme.features navigation.tabs, navigation.instant",
        "theme.language de",
        "repo_url https",
        "extra_javascript https",
        "extra.social https",
        "accent #ffd500",
        "primary #009485",
    ]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("repo_url: https://github.com/quokka/papers", "repo_url https"),
        ("plugins: [search, dailypapers]", "plugins.search is set"),
        ("plugins: [dailypapers]", None),
        (
            "markdown_extensions: [{pymdownx.superfences: {custom_fences: [{name: mermaid}]}}]",
            "pymdownx.superfences mermaid",
        ),
        ("markdown_extensions: [pymdownx.superfences]", None),
    ],
)
def test_a_setting_that_does_nothing_is_told_alone(tmp_path: Path, setting: str, told: str | None) -> None:
    project = make_project(tmp_path)
    text = re.sub(r"plugins:\n(?:  .*\n|\n)*", "", (project / "mkdocs.yml").read_text())
    plugins = "" if setting.startswith("plugins") else "plugins: [dailypapers]\n"
    (project / "mkdocs.yml").write_text(f"{text}{plugins}{setting}\n")

    notices = [notice.split(":")[0] for notice in look(load_config(str(project / "mkdocs.yml"))).notices]

    assert notices == ([told] if told else [])


def test_every_address_ends_in_a_slash(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = make_project(tmp_path)
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("use_directory_urls: false\n")

    with caplog.at_level("INFO"):
        site = build_here(project)

    assert (site / "about/index.html").is_file()
    assert "use_directory_urls false: addresses" in caplog.text


def test_a_setting_that_no_theme_has_is_told(tmp_path: Path) -> None:
    read = of_theme(tmp_path, "  palete: {primary: teal}\n")

    assert [notice.split(":")[0] for notice in read.notices] == ["theme.palete"]


def test_the_docs_have_the_same_table() -> None:
    rows = [f"| `{name}` | {why} |" for name, why in NOT_HONOURED.items()]

    assert "\n".join(rows) in (ROOT / "docs/settings.md").read_text()
