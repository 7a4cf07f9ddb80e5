from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given

from generator.papers.records import Paper
from generator.site.elsewhere import readings, report_address, searches
from generator.site.head import Site
from generator.site.views.papers import PaperView
from tests.archives import paper
from tests.reading_site import PAPER, WITH_LITTLE
from tests.strategies import papers

ADDRESS = "https://archive.example/papers/sheep/"
GITHUB = "https://github.com/owner/archive"
REPORT = "Report or correct this paper"


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query, strict_parsing=True)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Counting Sheep", "Counting Sheep"),
        ("Do Sheep Count? GPT-4.5: a {Survey}", "Do Sheep Count GPT-4.5 a Survey"),
        (
            '*Wild* cards -not "quoted" & the Shepherd\'s 100% + more',
            "Wild cards not quoted the Shepherd's 100 more",
        ),
        ("In $O(n^2)$ of $\\alpha$", "In O n² of α"),
        ("Große Schafe, kleine Äpfel: 羊の数", "Große Schafe kleine Äpfel 羊の数"),
        ("\U0001f411 !", "\U0001f411 !"),
        ("word " * 80 + "end", ("word " * 40).strip()),
        ("w" * 500, "w" * 200),
    ],
)
def test_the_words_of_a_title_are_searched_for(title: str, words: str) -> None:
    found = dict(searches(title))

    assert [*found] == ["arXiv", "Google Scholar", "Semantic Scholar"]
    assert query(found["arXiv"]) == {"searchtype": ["title"], "query": [words]}
    assert query(found["Google Scholar"]) == query(found["Semantic Scholar"]) == {"q": [words]}


@pytest.mark.parametrize(
    ("repository", "form"),
    [
        (GITHUB, f"{GITHUB}/issues/new?title=Sheep+%26+Goats&body={ADDRESS}"),
        (f"{GITHUB}.git/", f"{GITHUB}/issues/new?title=Sheep+%26+Goats&body={ADDRESS}"),
        (
            "https://github.example:8443/owner/archive",
            f"https://github.example:8443/owner/archive/issues/new?title=Sheep+%26+Goats&body={ADDRESS}",
        ),
        (
            "https://codeberg.org/owner/archive",
            f"https://codeberg.org/owner/archive/issues/new?title=Sheep+%26+Goats&body={ADDRESS}",
        ),
        (
            "https://gitlab.com/group/team/archive",
            "https://gitlab.com/group/team/archive/-/issues/new?"
            f"issue%5Btitle%5D=Sheep+%26+Goats&issue%5Bdescription%5D={ADDRESS}",
        ),
        ("https://git.example.org/archive/", "https://git.example.org/archive"),
        ("", None),
        (None, None),
        ("javascript:alert(1)", None),
        ("https://[x/", None),
        ("owner/archive", None),
    ],
)
def test_a_report_opens_the_form_of_the_repository(repository: str | None, form: str | None) -> None:
    assert report_address(paper("Sheep & Goats"), repository, ADDRESS) == form


def test_a_report_names_a_long_title_by_its_first_words() -> None:
    form = report_address(paper("Sheep and Goats" + " Sheep and Goats" * 9), GITHUB, ADDRESS) or ""

    assert query(form)["title"] == ["Sheep and Goats Sheep and Goats Sheep and Goats Sheep and"]


class Links(HTMLParser):
    """Collects links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, dict[str, str | None]] = {}
        self._attributes: dict[str, str | None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes = dict(attrs)

    def handle_data(self, data: str) -> None:
        if "href" in self._attributes:
            self.links[data] = self._attributes
        self._attributes = {}


def shown(paper: Paper, repository: str) -> dict[str, str]:
    """Give what the page of a paper has of these links."""
    site = Site("An Archive", "", "http://127.0.0.1/archive/", repository)
    view = PaperView(
        site=site,
        address=f"papers/{paper.id}/",
        title=paper.title,
        description="",
        updated=None,
        paper=paper,
        place=None,
    )
    return dict(view.searches) | ({REPORT: view.report} if view.report else {})


@pytest.mark.parametrize(
    ("known", "repository", "names"),
    [
        (
            paper("Sheep"),
            GITHUB,
            ["arXiv", "Google Scholar", "Semantic Scholar", "Report or correct this paper"],
        ),
        (paper("Sheep"), "", ["arXiv", "Google Scholar", "Semantic Scholar"]),
        (paper("Sheep", arxiv_id="2508.00001"), GITHUB, ["Report or correct this paper"]),
        (paper("Sheep", doi="10.1000/sheep"), "", ["arXiv", "Google Scholar", "Semantic Scholar"]),
        (paper("Sheep", arxiv_id="2508.00001", doi="10.1000/sheep"), "", []),
    ],
)
def test_a_page_leads_to_what_is_not_known(known: Paper, repository: str, names: list[str]) -> None:
    assert [*shown(known, repository)] == names


@given(papers())
def test_no_title_gets_out_of_a_link(known: Paper) -> None:
    for address in shown(known, GITHUB).values():
        assert address.isascii()
        assert not set(" <>\"'") & set(address)
        assert len(address) < 3000
        assert query(address)


def test_pages_of_the_site_have_them(site: Path) -> None:
    little, much = (Links((site / path / "index.html").read_text()).links for path in (WITH_LITTLE, PAPER))

    assert little["Google Scholar"]["href"] == "https://scholar.google.com/scholar?q=Little+is+known"
    assert "Google Scholar" not in much
    for links, path in ((little, WITH_LITTLE), (much, PAPER)):
        form = links[REPORT]["href"] or ""
        assert form.startswith(f"{GITHUB}/issues/new?title=")
        assert query(form)["body"] == [f"http://127.0.0.1/archive/{path}"]


@pytest.mark.parametrize(
    ("arxiv_id", "names"),
    [
        ("2312.00001", ["HTML", "A"]),
        ("2604.00100", ["HTML", "A"]),
        ("2311.17035", ["A"]),
        ("math/0309136", ["A"]),
    ],
)
def test_a_paper_can_be_read_as_html_and_with_the_readers_that_are_named(
    arxiv_id: str, names: list[str]
) -> None:
    found = readings(arxiv_id, [("A", "https://a.example/{id}/x")])

    assert [name for name, _ in found] == names
    assert found[-1] == ("A", f"https://a.example/{arxiv_id}/x")
