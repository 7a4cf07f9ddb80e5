"""Text that turns what follows it around, and addresses that lead elsewhere than they seem to."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.doors.cli import main
from generator.text.bidi import balanced
from tests.sites import build_here, make_project

TURN = "\u202e"
ENTRIES = [
    {
        "date": "2025-08-06",
        "arxiv_id": "2508.00001",
        "title": f"Sheep {TURN}and goats",
        "abstract": f"We count {TURN}sheep at https://arxiv.org@evil.example/ and https://sheep.example/.",
        "authors": [f"Ada {number} {TURN}Lovelace" for number in range(9)],
        "published": "2025-08-05",
        "topics": [f"wool {TURN}"],
        "links": [
            {"kind": "code", "url": "https://github.com@evil.example/owner/code"},
            {"kind": "project", "url": "https://gіthub.com/owner"},
            {"kind": "demo", "url": "https://sheep.example/demo"},
        ],
    }
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("disguises"))
    (project / "list.jsonl").write_text("\n".join(map(json.dumps, ENTRIES)))
    done = CliRunner().invoke(main, ["-C", str(project), "add", str(project / "list.jsonl")])
    assert done.output.startswith("1 received, 1 new"), done.output
    return build_here(project)


def test_directions_end_with_the_text_that_opens_them(site: Path) -> None:
    for path in (*site.rglob("*.html"), *site.glob("feed.*")):
        told = re.sub("<script.*?</script>", "", path.read_text(), flags=re.DOTALL)  # for programs
        for text in re.findall(r'>([^<>]*)<|"([^"<>]*)"', told):
            shown = unescape("".join(text))
            if not shown.startswith("We count"):  # a paragraph, which ends directions by itself
                assert balanced(shown) == shown, path
    day = (site / "papers/date/2025-08-06/index.html").read_text()
    assert f"Ada 4 {TURN}Lovelace\u202c, " in day


def test_programs_are_told_no_directions(site: Path) -> None:
    html = (site / "papers/2508.00001/index.html").read_text()
    told = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told += re.findall(r'name="citation_(?!title)\w+" content="([^"]*)"', html)
    assert len(told) > len(ENTRIES[0]["authors"])
    assert not [text for text in told if re.search("[\u202a-\u202e\u2066-\u2069]", text)]
    assert '"Ada 4 Lovelace"' in html


def test_disguised_addresses_are_text(site: Path) -> None:
    for name in ("papers/2508.00001", "papers/date/2025-08-06"):
        html = (site / name / "index.html").read_text()
        hrefs = re.findall(r'href="([^"]*)"', html)
        assert "https://sheep.example/demo" in hrefs
        assert not [href for href in hrefs if "evil" in href or "gіthub" in href]
        assert "<q>https://github.com@evil.example/owner/code</q>" in html
        assert "<q>https://gіthub.com/owner</q>" in html
