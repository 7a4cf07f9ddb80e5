"""Pages written by hand: what Markdown extensions and plugins make of them."""

from pathlib import Path

import pytest

from generator.doors.written import MadeLinks, finished
from tests.sites import build_here, run
from tests.themed_project import make_themed_project


@pytest.mark.parametrize(
    ("page", "link", "target"),
    [
        ("about.md", "papers/week/", "papers/week/index.md"),
        ("guide/reading.md", "../papers/week/?a=b#c", "../papers/week/index.md?a=b#c"),
        ("guide/deep/more.md", "../../papers/date/latest/", "../../papers/date/latest/index.html"),
        ("about.md", "papers/nothing/", "papers/nothing/"),
        ("about.md", "https://papers.example/papers/week/", "https://papers.example/papers/week/"),
        ("about.md", "/papers/week/", "/papers/week/"),
        ("about.md", "#here", "#here"),
    ],
)
def test_links_lead_to_what_is_made(page: str, link: str, target: str) -> None:
    links = MadeLinks()
    links.page = page
    links.made = {
        "papers/week/": "papers/week/index.md",
        "papers/date/latest/": "papers/date/latest/index.html",
    }

    assert links.target(link) == target


def test_formulas_become_mathml_and_what_cannot_stays() -> None:
    assert "<math><semantics>" in finished(r'<span class="arithmatex">\(a &lt; b\)</span>')
    assert '<math display="block">' in finished(r'<div class="arithmatex">\[a\]</div>')
    unknown = r'<span class="arithmatex">\(\href{a}{b}\)</span>'
    assert finished(unknown) == unknown


PLUGINS = """plugins:
  - tags
  - privacy
  - redirects: {redirect_maps: {old/guide.md: about.md, old/day.md: papers/date/2025-08-07.md}}
  - minify: {minify_html: true}
"""


def test_plugins_that_forks_use_pass(tmp_path: Path) -> None:
    project = make_themed_project(tmp_path)
    assert run(project, "generator", "add", "content/listings/2025-08-07.txt").returncode == 0
    about = project / "content/about.md"
    about.write_text("---\ntags: [quokka]\n---\n" + about.read_text().split("---\n", 2)[2])
    file = project / "mkdocs.yml"
    text = file.read_text().replace(', "https://cdn.example/other.js"', "")  # which privacy would fetch
    file.write_text(text.replace("plugins:\n", PLUGINS))

    site = build_here(project)

    assert "This archive is not affiliated" in (site / "about/index.html").read_text()
    assert 'href="../../papers/date/2025-08-07/"' in (site / "old/day/index.html").read_text()
    papers = [page.read_text() for page in site.glob("papers/attention-*/index.html")]
    assert [paper.count("\n<meta") for paper in papers] == [0]  # minified as the other pages
