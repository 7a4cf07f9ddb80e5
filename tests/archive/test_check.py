from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.archive.check import check_archive, check_site, repair_archive
from generator.archive.coverage import Coverage
from generator.archive.pages import PaperPage
from generator.archive.remove import remove
from tests.archives import DAY, NEXT_DAY, add, files, listing, paper

SHEEP = paper("Counting Sheep", "We count sheep.")
CLOUDS = paper("Clouds", "We watch clouds.", arxiv_id="2508.00001", source="arxiv")
KNOTS = paper("Knots", "We tie knots.", arxiv_id="math/0309136", source="arxiv")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    add(
        tmp_path / "content",
        listing([SHEEP], DAY),
        listing([CLOUDS, KNOTS], NEXT_DAY),
        listing([replace(SHEEP, arxiv_id="2508.00002")], NEXT_DAY, "more"),
    )
    remove(Archive(tmp_path / "content"), "math/0309136", "Asked for.")
    return tmp_path / "content"


def found(content: Path) -> list[str]:
    return [str(problem) for problem in check_archive(Archive(content))]


def edit(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(content: Path) -> None:
        text = (content / path).read_text()
        assert old in text
        (content / path).write_text(text.replace(old, new))

    return change


def copy(path: str, to: str, old: str = "", new: str = "") -> Callable[[Path], object]:
    def change(content: Path) -> None:
        (content / to).parent.mkdir(exist_ok=True)
        (content / to).write_text((content / path).read_text().replace(old, new))

    return change


def delete(path: str) -> Callable[[Path], object]:
    return lambda content: (content / path).unlink()


SHEEP_PAGE = "papers/2508/counting-sheep.md"
CLOUDS_PAGE = "papers/2508/2508.00001.md"
DAY_PAGE = "papers/date/2025-08-06.md"
NEXT_DAY_PAGE = "papers/date/2025-08-07.md"

FAULTS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "nothing": (lambda _: None, []),
    "unreadable pages, each reported": (
        lambda content: [edit(path, "---\n", "")(content) for path in (SHEEP_PAGE, CLOUDS_PAGE, DAY_PAGE)],
        [
            f'content/{CLOUDS_PAGE}: no front matter between two lines "---" at the top; restore it',
            f'content/{SHEEP_PAGE}: no front matter between two lines "---" at the top; restore it',
            f'content/{DAY_PAGE}: no front matter between two lines "---" at the top; restore it',
        ],
    ),
    "a day of no calendar": (
        lambda content: (content / "papers/date/2025-02-30.md").touch(),
        ["content/papers/date/2025-02-30.md: its name is not a day of the calendar; rename the file"],
    ),
    "an absent paper": (
        delete(CLOUDS_PAGE),
        [
            "content/addresses.txt: papers/2508.00001/ was published once, and no page answers it; restore",
            f"content/{NEXT_DAY_PAGE}: names 2508.00001, of which there is no page; restore that page",
        ],
    ),
    "a paper on no day": (
        edit(NEXT_DAY_PAGE, '  - "2508.00001"\n', ""),
        [f"content/{CLOUDS_PAGE}: listed on 2025-08-07, but no day names it; add its listing again"],
    ),
    "listing days that do not mirror the days": (
        edit(SHEEP_PAGE, "- 2025-08-06\n", ""),
        [
            f"content/{SHEEP_PAGE}: listed on 2025-08-07, but the days say 2025-08-06, 2025-08-07; "
            "run `dailypapers check --repair`"
        ],
    ),
    "two pages of one id": (
        copy(SHEEP_PAGE, "papers/2507/counting-sheep.md"),
        [f"content/papers/2507/counting-sheep.md: content/{SHEEP_PAGE} has the same id; delete one"],
    ),
    "two papers of one arXiv identifier": (
        edit(CLOUDS_PAGE, 'arxiv_id: "2508.00001"', 'arxiv_id: "2508.00002"'),
        [f"content/{CLOUDS_PAGE}: shares the arXiv identifier 2508.00002 with content/{SHEEP_PAGE}; remove"],
    ),
    "an alias that is a page": (
        edit(SHEEP_PAGE, '- "2508.00002"', '- "2508.00001"\n- "2508.00002"'),
        [f"content/{CLOUDS_PAGE}: shares the address 2508.00001 with content/{SHEEP_PAGE}; remove it"],
    ),
    "an alias that leads elsewhere": (
        edit("addresses.txt", "00002/ papers/counting-sheep/", "00002/ papers/2508.00001/"),
        [
            "content/addresses.txt: papers/2508.00002/ leads to papers/2508.00001/, but by the pages to "
            "papers/counting-sheep/; correct the line, or the aliases of the page"
        ],
    ),
    "a missing address": (
        edit("addresses.txt", "papers/date/2025-08-06/\n", ""),
        ["content/addresses.txt: papers/date/2025-08-06/ is missing; run `dailypapers check --repair`"],
    ),
    "a line that is no address": (
        edit("addresses.txt", "papers/date/2025-08-06/\n", "papers/date/2025-08-06/\n<<<<<<< HEAD\n"),
        ["content/addresses.txt: <<<<<<< was published once, and no page answers it"],
    ),
    "a page that nothing reads": (
        copy(SHEEP_PAGE, "papers/drafts/counting-sheep.md"),
        ["content/papers/drafts/counting-sheep.md: neither the page of a paper nor of a day; move it to"],
    ),
}


@pytest.mark.parametrize(("damage", "messages"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_hold_is_reported(
    content: Path, damage: Callable[[Path], object], messages: list[str]
) -> None:
    damage(content)

    problems = found(content)

    assert len(problems) == len(messages), problems
    for problem, message in zip(problems, messages, strict=True):
        assert problem.startswith(message)


def test_repair_mirrors_the_days_and_enters_missing_addresses(content: Path) -> None:
    before = files(content)
    edit(SHEEP_PAGE, "- 2025-08-06\n", "")(content)
    edit("addresses.txt", "papers/date/2025-08-06/\n", "")(content)
    edit("addresses.txt", "papers/2508.00002/ papers/counting-sheep/\n", "")(content)

    assert repair_archive(Archive(content)) == [
        f"content/{SHEEP_PAGE}: listing days are now 2025-08-06, 2025-08-07",
        "content/addresses.txt: entered papers/2508.00002/",
        "content/addresses.txt: entered papers/date/2025-08-06/",
    ]
    assert files(content) == before
    assert repair_archive(Archive(content)) == []


@pytest.mark.parametrize(
    "fault",
    [fault for fault, (_, messages) in FAULTS.items() if not any("--repair" in text for text in messages)],
)
def test_repair_leaves_all_else_to_people(content: Path, fault: str) -> None:
    FAULTS[fault][0](content)
    before = files(content)

    assert repair_archive(Archive(content)) == []
    assert files(content) == before


def test_repair_keeps_days_that_cannot_be_read_and_what_people_wrote(content: Path) -> None:
    edit(DAY_PAGE, "---\n", "")(content)
    edit(SHEEP_PAGE, "- 2025-08-07\n", "")(content)
    edit(SHEEP_PAGE, "We count sheep.", "We count *sheep*.")(content)

    assert len(repair_archive(Archive(content))) == 1

    page = Archive(content).paper("counting-sheep")
    assert isinstance(page, PaperPage)
    assert page.paper.listed == (DAY, NEXT_DAY)
    assert page.edited


PROMISED = (Coverage("huggingface", DAY), Coverage("jsonl", DAY, end=DAY))


def test_promised_days_are_judged_up_to_the_newest_and_against_today(content: Path) -> None:
    add(content, listing([replace(CLOUDS, source="huggingface")], DAY, "daily_papers"))

    problems = check_archive(Archive(content), PROMISED, date(2025, 8, 13))

    assert [str(problem) for problem in problems] == [
        "jsonl, 2025-08-06: promised, but there is no list; "
        "add what is missing, or enter the day under holidays in mkdocs.yml",
        "huggingface, 2025-08-07: promised, but there is no list; "
        "run `dailypapers fetch --date 2025-08-07`, or enter the day under holidays in mkdocs.yml",
        "huggingface: the newest list is of 2025-08-06, and 4 promised days before today have none; "
        "run `dailypapers fetch --since 2025-08-07 --until 2025-08-12`, or set until in mkdocs.yml",
    ]


def test_a_promised_day_that_cannot_be_read_is_reported_once(content: Path) -> None:
    edit(DAY_PAGE, "---\n", "")(content)

    (only,) = check_archive(Archive(content), [Coverage("text", DAY, end=DAY)], DAY)
    assert only.where == f"content/{DAY_PAGE}"


def test_every_page_is_read_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    text_of = Archive._read

    def count(archive: Archive, path: Path) -> str:
        read.append(path)
        return text_of(archive, path)

    monkeypatch.setattr(Archive, "_read", count)

    check_archive(Archive(content), PROMISED, DAY)

    assert len(read) == len(set(read)) == 6


PAGE = '<!doctype html><html><head><link href="{up}style.css"></head><body id=top>{body}</body></html>'


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
        "<!-- <a href='gone/'>",
        "<style><a href='gone/'>",
        "<script>'<a href='gone/'>",
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


def test_an_address_that_answers_no_more(content: Path, site: Path) -> None:
    (site / "papers/2508.00002/index.html").unlink()

    (only,) = check_site(Archive(content), site)
    assert str(only) == (
        "papers/2508.00002/: published once, and no page of the site answers it; build the site again"
    )
