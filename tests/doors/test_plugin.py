"""What the plugin tells MkDocs of the site."""

import re
from pathlib import Path

import pytest

from generator.search.scripts import SOURCES
from tests.sites import ROOT, build_here, make_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def test_of_material_the_site_has_one_style_sheet_only(project: Path) -> None:
    own = project / "content/assets/javascripts/own.js"
    own.parent.mkdir(parents=True)
    own.touch()
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("extra_javascript: [assets/javascripts/own.js]\n")
    theme = {path.relative_to(project / "site_theme") for path in project.glob("site_theme/assets/**/*.*")}

    site = build_here(project)

    served = {path.relative_to(site) for path in site.glob("assets/**/*.*")}
    made = {path for path in served if re.fullmatch(r"assets/search/[\w-]+\.(js|json|txt)", path.as_posix())}
    others = {own.relative_to(project / "content"), Path("assets/material.css"), Path("assets/icons.svg")}
    assert served - made == others | {path for path in theme - made if path.as_posix() not in SOURCES}


@pytest.mark.parametrize("ending", ["js", "css"])
def test_own_assets_have_no_comments_and_those_of_a_fork_keep_theirs(project: Path, ending: str) -> None:
    (project / f"site_theme/assets/age.{ending}").write_text("/* Licence */\n")

    site = build_here(project)

    commented = {file.stem for file in site.glob(f"assets/*.{ending}") if "/*" in file.read_text()}
    assert commented - {"material"} == {"age"}


def test_scripts_and_symbolic_links_are_published_only_where_settings_name_them(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content, secret = project / "content", project / "secret.txt"
    secret.write_text("secret")
    (project / "secrets").mkdir()
    (project / "secrets" / "more.txt").write_text("secret")
    for name in (
        "run.js",
        "run.MJS",
        "page.html",
        "image.svg",
        "a\x1b[2J.txt",
        "a\u202etxt.png",
        "named.html",
        "named.xml",
    ):
        (content / name).write_text("<p>run()")
    (content / "link.txt").symlink_to(secret)
    (content / "folder").symlink_to(project / "secrets")
    (content / "about2.md").symlink_to(secret)
    (content / "named.css").symlink_to(secret)
    (content / "notes.txt").write_text("Mine.")
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("extra_css: [named.css]\nnav: [index.md, about.md, {More: [{Map: named.html}]}]\n")
        settings.write("extra_templates: [named.xml]\n")

    with caplog.at_level("INFO"):
        site = build_here(project)

    assert (site / "notes.txt").exists()
    files = [path for path in site.rglob("*") if path.is_file()]
    holding = [path for path in files if path.read_bytes() in (b"secret", b"<p>run()")]
    assert sorted(holding) == [site / "named.css", site / "named.html", site / "named.xml"]
    assert not (site / "about2").exists()
    assert "run.js is not published: a browser would run it" in caplog.text
    assert "folder/more.txt is not published: it is a symbolic link" in caplog.text
    assert "\x1b" not in caplog.text


def test_pages_written_by_hand_have_a_heading_and_a_description(project: Path) -> None:
    (project / "content/about.md").write_text("---\ndescription: Of <sheep>.\n---\n\nSome *text*.\n")

    page = (build_here(project) / "about/index.html").read_text()

    assert '<meta name="description" property="og:description" content="Of &lt;sheep&gt;.">' in page
    written = r'<h1>About</h1>\s*<article class="md-typeset"><p>Some <em>text</em>\.</p></article>'
    assert re.search(written, page)


def test_only_the_doors_know_mkdocs() -> None:
    knowing = {
        path.relative_to(ROOT / "generator").parts[0]
        for path in (ROOT / "generator").rglob("*.py")
        if re.search(r"^ *(?:from|import) mkdocs\b", path.read_text(), re.MULTILINE)
    }

    assert knowing == {"doors"}
