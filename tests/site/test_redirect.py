"""Pages that only lead to another address."""

from generator.site.redirect import redirect

PAGE = redirect("papers/date/latest/", "papers/date/2026-05-29/", "https://archive.example/daily/")


def test_it_leads_on_under_any_path() -> None:
    assert '<meta http-equiv="refresh" content="0; url=../2026-05-29/">' in PAGE
    assert '<link rel="canonical" href="https://archive.example/daily/papers/date/2026-05-29/">' in PAGE
    assert "canonical" not in redirect("papers/date/latest/", "papers/date/2026-05-29/", "")


def test_it_does_not_flash_in_the_dark_and_fits_a_phone() -> None:
    assert '<meta name="color-scheme" content="light dark">' in PAGE
    assert '<meta name="viewport" content="width=device-width">' in PAGE
