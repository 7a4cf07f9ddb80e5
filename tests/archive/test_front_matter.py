"""What is read line by line is what a YAML library reads."""

import pytest
import yaml
from hypothesis import given

from generator.archive import front_matter
from generator.archive.front_matter import scalar
from generator.archive.pages import PaperPage, write_paper
from tests.strategies import lines, paper_pages

WRITTEN = """id: "2508.03320"
title: "A: \u4e2d & more"
authors:
- Ada Lovelace
- {name: "Kurt G\u00f6del", family: "G\u00f6del"}
- "\u0141. Knuth"
published: 2025-08-05
withdrawn: true
links:
- code: https://github.com/a/b
- project: "https://a.example/?b=c"
votes: 0
"""

# Lines that nearly look so, and that YAML reads in another way, or refuses.
ODD = [
    "a: no", "a: Yes", "a: ~", "a: null", "a: 010", "a: 0x1F", "a: 1_000", "a: 1:30", "a: 1.5", "a: .inf",
    "a: 2025-2-3", "a: 2025-02-30", "a: 2025-08-05 10:00:00", "a: b # c", "a: b: c", "a: 'b'", "a: |",
    "a: [b, c]", "a: {b: c}", "a: &b c", "a: *b", "a: !!int 1", 'a: "b" c', 'a: "b\\u00e9"', 'a: "b\\""',
    'a: "', 'a: ""', 'a: "b\u2028c"', 'a: "b\x85c"', "a:", "a: ", "a:b", "A: b", "on: b", "a b: c", "- a",
    "-a", "- ", "- - a", "- no: b", "- a: no", "- a: b: c", '- {name: "", family: "b"}', "- {name: b}",
    '- {name: "b", family: "c"}', '- "a": b', "  a: b", "  b", "", "# a", "---", "...", "? a", "<<: b",
    "y: b", "a: e3", "a: =", "a: b\t", "a:\tb", "a: b ", "a:  b", "a: true", "a: True", "- true", "- 5",
    "- 2025-08-05", "true: a",
]  # fmt: skip


def read_by_yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return None


def read_by_line(text: str) -> object:
    try:
        return front_matter._read_written(text)
    except ValueError:
        return None


def test_what_is_written_is_read_by_line() -> None:
    assert read_by_line(WRITTEN) == yaml.safe_load(WRITTEN)


@given(paper_pages())
def test_pages_are_read_as_yaml_reads_them(page: PaperPage) -> None:
    front = write_paper(page).removeprefix("---\n").partition("\n---\n")[0] + "\n"

    assert read_by_line(front) in (None, yaml.safe_load(front))


@pytest.mark.parametrize("line", ODD)
@pytest.mark.parametrize("before", ["", "b: c\n", "b:\n", "b:\n- c\n"])
def test_what_looks_written_is_read_as_yaml_reads_it(before: str, line: str) -> None:
    for text in (f"{before}{line}\n", f"{before}{line}\nz: z\n", f"{before}{line}\n- z\n"):
        assert read_by_line(text) in (None, read_by_yaml(text)), text


@given(lines)
def test_any_scalar_is_read_as_yaml_reads_it(text: str) -> None:
    front = f"a: {scalar(text)}\n"

    assert read_by_line(front) in (None, yaml.safe_load(front))
