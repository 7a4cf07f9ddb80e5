from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.site.check import check_site
from tests.archives import DAY, NEXT_DAY, add, listing, paper

PAGE = '<!doctype html><html><head><link href="{up}style.css"></head><body id=top>{body}</body></html>'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    papers = [
        paper("Clouds", arxiv_id="2508.00001", source="arxiv"),
        paper("Knots", arxiv_id="math/0309136", source="arxiv"),
    ]
    sheep = paper("Counting Sheep", "We count sheep.")
    add(
        tmp_path / "content",
        listing([sheep], DAY),
        listing(papers, NEXT_DAY),
        listing([replace(sheep, arxiv_id="2508.00002")], NEXT_DAY, "more"),
    )
    return tmp_path / "content"


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    """Build what a site of the archive has at least."""
    site = tmp_path / "site"
    for address in Archive(content).addresses:
        path = site / address / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(up="../" * address.count("/"), body="<h2 id='part'>A part</h2>"))
    (site / "index.html").write_text(PAGE.format(up="", body='<a href="papers/2508.00001/#part">x</a>'))
    (site / "404.html").write_text(
        PAGE.format(up="/sub/path/", body='<a href="/sub/path/">home</a><a href="/">x</a>')
    )
    (site / "style.css").touch()
    (site / "a b.txt").touch()
    return site


def test_a_whole_site_has_no_problem(content: Path, site: Path) -> None:
    assert check_site(Archive(content), site) == []


@pytest.mark.parametrize(
    "body",
    [
        "<a href=''>self</a>",
        '<a href="#part">here</a><h2 id=part>',
        "<a href='#'>top</a><a href='#top'>top</a>",
        '<a href="../2508.00001/">sibling</a>',
        '<a href="../2508.00001">sibling</a>',
        '<a href="../2508.00001/index.html?x=1#part">sibling</a>',
        '<a title="a > b" href=../../a%20b.txt>x</a>',
        '<a href="../counting-sheep/#:~:text=sheep">x</a>',
        '<a href="https://example.org/x">x</a><a href="//example.org/x">x</a><a href="mailto:a@b.c">x</a>',
        '<img src="data:image/png;base64,AA">',
        "<!-- <a href='gone/'> --><script>'<a href=\"gone/\">'</script><style>a[href=x]{}</style>",
        'text that says href="gone/"',
        '<a href="#a%20b">x</a><p id="a b">',
        '<a href="#an&#97;mpersand&amp;">x</a><p id="anampersand&amp;">',
        "<a href=#old>x</a><a name=old>",
        '<p title=\'<a href="gone/">\'><textarea>id="part"</textarea>',
    ],
)
def test_a_link_that_leads_somewhere(content: Path, site: Path, body: str) -> None:
    (site / "papers/math/0309136/index.html").write_text(body.replace("../", "../../", 1))
    (site / "papers/counting-sheep/index.html").write_text(body)

    assert [
        problem for problem in check_site(Archive(content), site) if problem.where.startswith("papers/c")
    ] == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a href="../gone/">x</a>', "links to ../gone/, which is not in the site"),
        ('<a href="../gone/?a&amp;b">x</a>', "links to ../gone/?a&b, which is not in the site"),
        ("<img alt='a>b' src=gone.png>", "links to gone.png, which is not in the site"),
        ('<script src="../../gone.js"></script>', "links to ../../gone.js, which is not in the site"),
        ('<a href="/papers/2508.00001/">x</a>', "links to /papers/2508.00001/, which is not in the site"),
        ('<a href="../../../outside/">x</a>', "links to ../../../outside/, which is not in the site"),
        ('<link rel=icon href="gone.png">', "links to gone.png, which is not in the site"),
        ('<use HREF="gone.svg" />', "links to gone.svg, which is not in the site"),
        (
            '<a href="#part">x</a><p title="says id=part"><meta name="part">&lt;p id="part"',
            "links to #part, and papers/counting-sheep/index.html has no element",
        ),
        (
            '<a href="#nowhere">x</a>',
            "links to #nowhere, and papers/counting-sheep/index.html has no element",
        ),
        (
            '<a href="../2508.00001/#gone">x</a>',
            "links to ../2508.00001/#gone, and papers/2508.00001/index.html",
        ),
    ],
)
def test_a_link_that_leads_nowhere(content: Path, site: Path, body: str, problem: str) -> None:
    (site / "papers/counting-sheep/index.html").write_text(body)

    (only,) = check_site(Archive(content), site)
    assert str(only).startswith(f"papers/counting-sheep/index.html: {problem}")


def test_a_target_is_reported_once(content: Path, site: Path) -> None:
    for name in ("counting-sheep", "2508.00002", "date"):
        (site / "papers" / name / "index.html").write_text('<a href="../gone/">x</a>')

    (only,) = check_site(Archive(content), site)
    assert "which is not in the site; so do 2 more links" in str(only)


def test_the_page_of_a_topic_that_answers_no_more(content: Path, site: Path) -> None:
    (content / "slugs.txt").write_text("knots\n")

    (only,) = check_site(Archive(content), site)
    assert str(only).startswith(
        "topics/knots/: published once, and no page of the site answers it; restore it in"
    )


def test_an_address_that_answers_no_more(content: Path, site: Path) -> None:
    (site / "papers/2508.00002/index.html").unlink()

    (only,) = check_site(Archive(content), site)
    assert str(only) == (
        "papers/2508.00002/: published once, and no page of the site answers it; build the site again; "
        "where its listing was undone, delete its line in content/addresses.txt"
    )
