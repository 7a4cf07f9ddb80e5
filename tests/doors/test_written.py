"""Pages written by hand: what Markdown extensions and plugins make of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.doors.written import MadeLinks, finished, without_scripts
from tests.server import Serve
from tests.sites import build_here, make_project, run
from tests.themed_project import make_themed_project
from tests.watch import Problems


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


RUN = "top.document.documentElement.dataset.ran = 1"
RUNNING = [
    '<script src="../x.txt"></script>',
    "<SCRIPT/src=../x.txt></SCRIPT>",
    '<script\nsrc="../x.json">',
    '<script type="module" src="../x.txt"></script>',
    '<script src="../x.txt" type="application/json"></script>',
    '<script type="application/jsonp" src="../x.txt"></script>',
    '<script data-a="type=" type="" src="../x.txt"></script>',
    '<svg><script href="../x.txt"/></svg>',
    '<!--><script src="../x.txt"></script>-->',
    '<a title="<!--"><script src="../x.txt"></script></a>',
    '<script <script src="../x.txt"></script>',
    '<iframe title="a>b" srcdoc="&lt;script src=../x.txt>&lt;/script>"></iframe>',
    '<iframe sandbox="allow-scripts" srcdoc="&lt;script src=../x.txt>&lt;/script>"></iframe>',
]
DATA = [
    '<script type="math/tex; mode=display">x^2</script>',
    "<script type='application/ld+json'>{}</script>",
    "<p>&lt;script src=../x.txt&gt; and scripts</p>",
    "<scripture>",
    '<iframe src="a.pdf"></iframe><p>srcdoc</p>',
]


def test_no_script_of_a_page_by_hand_runs(
    tmp_path: Path, page: Page, serve: Serve, problems: Problems
) -> None:
    problems.provoke("Blocked script execution in 'about:srcdoc'")
    project = make_project(tmp_path)
    (project / "content" / "x.txt").write_text(RUN)
    (project / "content" / "x.json").write_text(RUN)
    for number, html in enumerate(RUNNING):
        (project / "content" / f"page{number}.md").write_text(f"# A page\n\n<div>{html}</div>\n")
    built = run(project, "generator", "build")

    assert built.returncode == 0, built.stderr
    assert "page0.md: its <script> does not run; name the file under extra_javascript" in built.stderr
    address = serve(project / "site").url
    for number, html in enumerate(RUNNING):
        page.goto(f"{address}page{number}/", wait_until="load")
        assert page.evaluate("document.documentElement.dataset.ran ?? null") is None, html


@pytest.mark.parametrize("html", DATA)
def test_data_of_a_page_by_hand_stays(html: str) -> None:
    assert without_scripts(html) == html


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
