"""Our scripts set HTML from constants only: what a page or an index says becomes text."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "site_theme"
SCRIPTS = [path for path in THEME.rglob("*.js") if path.name != "lunr.min.js"]
CONSTANT = re.compile(r"""`(?:[^`$\\]|\$(?!\{)|\\.)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Z][A-Z_]*""")
SUM = re.compile(rf"(?:{CONSTANT.pattern})(?:\s*\+\s*(?:{CONSTANT.pattern}))*(?=\s*[;,)\n])")
SET = r"innerHTML|outerHTML|srcdoc"
CALLED = r"insertAdjacentHTML|setHTML\w*|createContextualFragment|document\s*\.\s*write(?:ln)?"
PLACE = re.compile(rf"\b(?:{SET}|{CALLED})\b")
MADE_OF = re.compile(rf"(?:(?:{SET})\s*\+?=(?!=)|(?:{CALLED})\s*\()\s*(?:\"[a-z]+\"\s*,\s*)?")
RUN = re.compile(r"\b(?:eval|Function|execScript)\s*\(|\bjavascript:|\.on[a-z]+\s*=\s*[\"'`]")


def constants(script: str) -> set[str]:
    """Give the names in capitals that a script sets to constants."""
    return set(re.findall(rf"\bconst ([A-Z][A-Z_]*)\s*=\s*(?={SUM.pattern})", script))


def is_constant(script: str, start: int) -> bool:
    """Tell whether what stands at `start` makes HTML of constants only."""
    made = MADE_OF.match(script, start)
    value = SUM.match(script, made.end()) if made else None
    names = {part for part in CONSTANT.findall(value[0]) if part.isupper()} if value else set()
    return value is not None and {name for name in names if name[0].isalpha()} <= constants(script)


def unsafe(script: str) -> list[str]:
    """Give the places where a script makes HTML of something that is no constant, or runs a text."""
    places = [place.start() for place in PLACE.finditer(script) if not is_constant(script, place.start())]
    return [script[start : start + 80] for start in (*places, *(run.start() for run in RUN.finditer(script)))]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_html_is_set_from_constants(path: Path) -> None:
    assert unsafe(path.read_text()) == []


@pytest.mark.parametrize(
    "script",
    [
        "a.innerHTML = title;",
        "a.innerHTML = `<b>${title}</b>`;",
        'a.innerHTML = "<b>" + title;',
        'a.innerHTML += "<b>" + title + "</b>";',
        "a.innerHTML = TITLE;",
        'a["innerHTML"] = title;',
        "Object.assign(a, { innerHTML: title });",
        "Object.assign(a, { innerHTML });",
        "a.outerHTML ||= title;",
        'a.insertAdjacentHTML("beforeend", title);',
        'a.insertAdjacentHTML(\n"beforeend",\nAN + title);',
        "document.write(title);",
        "document.writeln(title)",
        "frame.srcdoc = title;",
        "a.setHTMLUnsafe(title);",
        "range.createContextualFragment(title);",
        "eval(title);",
        'new Function("a", title)();',
        'a.onclick = "go()";',
    ],
)
def test_what_is_no_constant_is_found(script: str) -> None:
    assert unsafe(script)


@pytest.mark.parametrize(
    "script",
    [
        'const KEY = "<kbd>/</kbd>";\nconst CLOSE = `<b>`;\na.insertAdjacentHTML("afterend", KEY + CLOSE);',
        "a.innerHTML = `<p>\n</p>`;",
        "a.textContent = title;",
        "a.append(title);",
    ],
)
def test_constants_are_left_alone(script: str) -> None:
    assert unsafe(script) == []
