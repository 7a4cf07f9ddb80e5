"""Files that a reader brings to the page of stars, however long and broken."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.watch import Problems

FRAGMENTS = (
    "@misc{", "@misc{a, ", "\n@misc{", "@misc{a, eprint = {", "@misc{k, eprint = {2604.00105}}\n",
    "@misc{k, eprint = {2604.00105}, author = {a and b}}", "eprint = {1}, ", "a = {", 'a = "', "a = ", "a ",
    "a-", "@", "@a ", "@ ", " ", "\n", "{", "}", '"', "\\", "\\{", "=", "{x} ", "a and ", "v1",
    "https://x.org/papers/",
)  # fmt: skip

GROWING = """async ([address, fragments]) => {
  const { papers } = await import(address);
  const time = (fragment, size, times) => {
    const text = fragment.repeat(size * 1024 / fragment.length);
    return Math.min(...Array.from({ length: times }, () => {
      const start = performance.now();
      try { papers(text); } catch {}
      return performance.now() - start;
    }));
  };
  const floor = 10; // milliseconds, or 80 for the larger text
  return fragments.filter((fragment) =>
    time(fragment, 256, 1) > 8 * floor &&
    time(fragment, 256, 5) > 8 * Math.max(floor, time(fragment, 64, 5)));
}"""


def test_four_times_the_bibtex_takes_no_square_of_the_time(page: Page, address: str) -> None:
    page.goto(f"{address}starred/")

    assert page.evaluate(GROWING, [f"{address}assets/bibtex.js", FRAGMENTS]) == []


ENTRIES = {
    "braces in a title": ("@misc{a, title = {On {MEMORY}}, eprint = {2604.00105v2}, year = 2026}", [
        {"title": "On {MEMORY}", "eprint": "2604.00105v2"},
    ]),
    "quotes, with braces inside": ('@misc{a, title = "A {"}B{"} \\"c\\"", url="x"}', [
        {"title": 'A {"}B{"} \\"c\\"', "url": "x"},
    ]),
    "two on a line": ("@misc{a, doi={1}} @Article {b, DOI = {2}}", [{"doi": "1"}, {"doi": "2"}]),
    "an at sign in a value": ("@misc{a, note = {see @b{c}}, doi = {1}}", [{"note": "see @b{c}", "doi": "1"}]),
    "an escaped brace": ("@misc{a, title = {A \\} b}, doi = {1}}", [{"title": "A \\} b", "doi": "1"}]),
    "one that nothing closes": ("@misc{a, title = {A\n  @misc{b, doi = {1}}", [{"title": "A"}, {"doi": "1"}]),
    "one that is cut short": ("@misc{a, doi = {1", [{"doi": "1"}]),
    "comments and strings": ('% @\n@comment{c}\n@string{j = "J"}\n@misc{a, doi = {1}}', [
        {}, {"j": "J"}, {"doi": "1"},
    ]),
    "text around": ("doi = {0} and @misc{a, doi = {1}} doi = {2}", [{"doi": "1"}]),
}  # fmt: skip


@pytest.mark.parametrize("name", ENTRIES)
def test_entries_of_bibtex(page: Page, address: str, name: str) -> None:
    text, entries = ENTRIES[name]
    page.goto(f"{address}starred/")

    read = "async ([address, text]) => (await import(address)).entries(text)"
    assert page.evaluate(read, [f"{address}assets/bibtex.js", text]) == entries


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


def test_an_address_that_led_nowhere_is_read_in_time(page: Page, address: str, problems: Problems) -> None:
    problems.provoke(f"^404: {address}papers/404/$")  # it looks for a paper named like its own address
    page.goto(f"{address}404.html")

    slow = page.evaluate(
        """async (address) => {
          const { wanted } = await import(address);
          return ["a-", "a", "1", "/", "2604.", "t1", "date/", "-", "v1", "%"].filter((fragment) => {
            const start = performance.now();
            wanted(fragment.repeat(100_000));
            return performance.now() - start > 5000;
          });
        }""",
        f"{address}assets/lost.js",
    )

    assert slow == []
