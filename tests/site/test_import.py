"""Files that a reader brings to the page of stars, however long and broken."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@misc{" * 200_000, "Imported 0 starred papers from hostile.bib."),
        (
            "\n" * 1_000_000,
            "hostile.bib is neither an export of this page nor a BibTeX file; nothing was changed.",
        ),
        ("[" * 1_000_000, "hostile.bib is neither"),
        ('{"starred": ' * 100_000, "hostile.bib is neither"),
        ("x" * 10_000_001, "hostile.bib is larger than 10 MB"),
    ],
    ids=["entries", "lines", "brackets", "JSON", "large"],
)
def test_a_hostile_file_is_told_of_at_once(
    page: Page, address: str, tmp_path: Path, text: str, said: str
) -> None:
    page.goto(f"{address}starred/")
    (tmp_path / "hostile.bib").write_text(text)

    page.locator("input[type=file]").set_input_files(tmp_path / "hostile.bib")

    expect(page.get_by_role("main").get_by_role("status")).to_contain_text(said)


def test_an_export_that_speaks_of_bibtex_is_json(page: Page, address: str, tmp_path: Path) -> None:
    star = {"title": "How\n@misc{key} came to be", "on": "2026-04-20"}
    page.goto(f"{address}starred/")
    (tmp_path / "starred.json").write_text(
        json.dumps({"version": 1, "starred": {"2604.00105": star}, "read": []})
    )

    page.locator("input[type=file]").set_input_files(tmp_path / "starred.json")

    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Imported 1 starred paper")
