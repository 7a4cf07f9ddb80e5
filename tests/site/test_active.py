"""What is published beside the pages runs nothing in a browser."""

from pathlib import Path

import pytest

from generator.site.active import is_active
from tests.sites import ROOT

RUN = "<script>run()</script>"
HTML = f'<html xmlns="http://www.w3.org/1999/xhtml">{RUN}</html>'


def svg(inside: str, attributes: str = "", before: str = "") -> str:
    xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {xmlns} {attributes}>{inside}</svg>"


ACTIVE = [
    *((f"a{ending}", "run()") for ending in (".js", ".MJS", ".cjs", ".html", ".htm", ".xhtml", ".shtml")),
    *((f"a{ending}", HTML) for ending in ("", ".xml", ".rdf", ".unknown", ".html ", ".txt")),
    ("a", f"\n  <!-- --><!doctype html>{RUN}"),
    ("a.xml", f'<?xml-stylesheet href="a.txt" type="text/xsl"?>{svg("")}'),
    ("a.xml", "<feed/>"),
    *(
        ("a.svg", image)
        for image in (
            svg(RUN),
            svg(RUN.replace("script", "Script")),
            svg('<g xmlns:s="http://www.w3.org/2000/svg"><s:script href="a.txt"/></g>'),
            svg(f"<foreignObject>{HTML}</foreignObject>"),
            svg(f'<desc>{HTML}</desc><x:img xmlns:x="http://www.w3.org/1999/xhtml" src="#"/>'),
            svg('<math xmlns="http://www.w3.org/1998/Math/MathML" href="javascript:run()"/>'),
            svg("", 'onload="run()"'),
            svg('<g ONCLICK="run()"/>'),
            svg('<a xlink:href="java&#9;script:run()"><text>x</text></a>'),
            svg('<a href="https://elsewhere.example/"><text>x</text></a>'),
            svg('<a><set attributeName="href" to="javascript:run()"/></a>'),
            svg('<a><animate attributeName=" xlink:href" values="javascript:run()"/></a>'),
            svg('<use href="data:image/svg+xml,x#y"/>'),
            svg('<image href="https://elsewhere.example/seen.png"/>'),
            svg('<use href="#a"/>', 'xml:base="https://elsewhere.example/"'),
            svg("<style>@import 'https://elsewhere.example/'</style>"),
            svg("<style>g { fill: url( 'https://elsewhere.example/' ) }</style>"),
            svg("<style>@\\69mport 'https://elsewhere.example/'</style>"),
            svg('<g style="fill: url(//elsewhere.example/)"/>'),
            svg("&run;", before="<!DOCTYPE svg [<!ENTITY run 'x'>]>"),
            svg("", before="<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'run()'>]>"),
            svg("<g>"),
        )
    ),
]
STILL = [
    ("notes.txt", "Mine. <script>"),
    ("empty", ""),
    ("image.png", "\x89PNG <svg>"),
    ("data.json", '{"a": "<script>"}'),
    ("style.css", "a { color: red }"),
    ("image.svg", svg('<path d="M0 0h1"/><text>On time, url of a sheep</text>', 'width="1"')),
    ("image.svg", svg('<g id="a" fill="url(#b)" filter="url(&quot;#c&quot;)"/><use xlink:href="#a"/>')),
    ("image.svg", svg('<image href="data:image/png;base64,AAAA"/><a href=""/>')),
    (
        "image.svg",
        svg("<style>a { fill: red }</style>", before='\ufeff<?xml version="1.0"?>\n<!DOCTYPE svg>'),
    ),
    ("image.svg", svg('<animate attributeName="opacity" values="0;1"/>')),
    ("image.svg", svg('<i:view xmlns:i="http://www.inkscape.org/" i:file="C:\\a.svg"/>')),
]


@pytest.mark.parametrize(("name", "text"), ACTIVE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_runs_is_known(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))

    assert is_active(tmp_path / name)


@pytest.mark.parametrize(("name", "text"), STILL)
def test_what_does_nothing_may_stay(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)

    assert not is_active(tmp_path / name)


def test_our_own_icon_does_nothing() -> None:
    assert not is_active(ROOT / "site_theme/assets/icon.svg")
