import gzip
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.site import sitemap as module
from generator.site.sitemap import robots, sitemap

SITE = "https://archive.example/daily/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(text: str | bytes) -> tuple[str, list[tuple[str | None, str | None]]]:
    """Return the name of a file's root, and its addresses and days."""
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    entries = [(item.findtext(f"{NAMESPACE}loc"), item.findtext(f"{NAMESPACE}lastmod")) for item in root]
    return root.tag.removeprefix(NAMESPACE), entries


def test_one_file() -> None:
    files = sitemap([(f"{SITE}b/?x&y", date(2025, 8, 6)), (f"{SITE}a/", None)], SITE)

    assert files.keys() == {"sitemap.xml", "sitemap.xml.gz"}
    assert read(files["sitemap.xml"]) == ("urlset", [(f"{SITE}a/", None), (f"{SITE}b/?x&y", "2025-08-06")])


def test_the_whole_file() -> None:
    assert (
        sitemap([(f"{SITE}?a&b", date(2025, 8, 6)), (f"{SITE}a/", None)], SITE)["sitemap.xml"]
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://archive.example/daily/?a&amp;b</loc><lastmod>2025-08-06</lastmod></url>
<url><loc>https://archive.example/daily/a/</loc></url>
</urlset>
"""
    )


def test_a_part_was_changed_when_the_newest_of_its_pages_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "URLS", 3)
    days = (date(2025, 8, 7), None, date(2025, 8, 6), None, None)

    files = sitemap([(f"{SITE}{name}/", day) for name, day in zip("abcde", days, strict=True)], SITE)

    assert read(files["sitemap.xml"])[1] == [
        (f"{SITE}sitemap-1.xml", "2025-08-07"),
        (f"{SITE}sitemap-2.xml", None),
    ]


@pytest.mark.parametrize(("count", "files"), [(0, 2), (2, 2), (3, 4)])
def test_as_many_addresses_as_a_file_may_hold_are_in_one(
    monkeypatch: pytest.MonkeyPatch, count: int, files: int
) -> None:
    assert module.URLS == 50_000
    monkeypatch.setattr(module, "URLS", 2)

    assert len(sitemap([(f"{SITE}{number}/", None) for number in range(count)], SITE)) == files


def test_an_index_and_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "URLS", 2)
    pages = [(f"{SITE}{name}/", date(2025, 8, day)) for day, name in enumerate("abc", 1)]

    files = sitemap(pages, SITE)

    assert read(files["sitemap.xml"]) == (
        "sitemapindex",
        [(f"{SITE}sitemap-1.xml", "2025-08-02"), (f"{SITE}sitemap-2.xml", "2025-08-03")],
    )
    assert [len(read(files[name])[1]) for name in ("sitemap-1.xml", "sitemap-2.xml")] == [2, 1]


@pytest.mark.parametrize(
    ("day", "seconds"),
    [
        (date(2025, 8, 6), 1_754_438_400),
        (None, 0),
        (date(1969, 12, 31), 0),
        (date(2262, 11, 3), 2**32 - 1),
    ],
)
def test_gzip_has_the_newest_day_for_its_time(day: date | None, seconds: int) -> None:
    files = sitemap([(f"{SITE}b/", day), (f"{SITE}a/", None), (f"{SITE}c/", date(1969, 1, 1))], SITE)
    packed = files["sitemap.xml.gz"]

    assert isinstance(packed, bytes)
    assert gzip.decompress(packed).decode() == files["sitemap.xml"]
    assert int.from_bytes(packed[4:8], "little") == seconds
    assert packed[10:].startswith(b"sitemap.xml\0")


def test_robots() -> None:
    assert robots(SITE) == f"User-agent: *\nAllow: /\nSitemap: {SITE}sitemap.xml\n"
    assert robots("") == "User-agent: *\nAllow: /\n"
