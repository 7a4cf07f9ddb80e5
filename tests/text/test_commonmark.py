import html
import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from generator.text.commonmark import escape, unescape
from tests.strategies import HOSTILE, abstracts, lines

READERS = {
    "CommonMark": MarkdownIt("commonmark"),
    "GitHub": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}


def shown(source: str, reader: MarkdownIt) -> str:
    """Give the text that a reader sees; every tag but a paragraph's would be markup of the text's own."""
    rendered = reader.render(source).strip()
    paragraphs = re.findall(r"<p>([^<]*)</p>", rendered)
    assert "\n".join(f"<p>{text}</p>" for text in paragraphs) == rendered
    return html.unescape("\n\n".join(paragraphs))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(text=abstracts)
def test_text_is_shown_literally(reader: MarkdownIt, text: str) -> None:
    assert shown(escape(text), reader) == text


@given(abstracts)
def test_escaping_is_reversible(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_literally(text: str) -> None:
    line = " ".join(text.split())

    assert shown(escape(line), READERS["GitHub"]) == line
    assert unescape(escape(line)) == line


@given(lines)
def test_a_title_is_the_text_of_its_link(title: str) -> None:
    rendered = READERS["GitHub"].render(f"1. [{escape(title)}](../2508/a.md)")

    found = re.fullmatch(r'<ol>\n<li><a href="../2508/a.md">([^<]*)</a></li>\n</ol>\n', rendered)
    assert found
    assert html.unescape(found[1]) == title


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and x_i",
        "$\\alpha + \\text{a}$",
        "C++ is fine - so is C# (1)",
        "5. at the end 6.",
        "a = b; c: d",
    ],
)
def test_what_is_no_markup_stays_readable(text: str) -> None:
    source = escape(text)

    assert source in (text, text.replace("5.", "5\\.", 1))
