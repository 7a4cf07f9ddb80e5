import logging

import pytest

from generator.doors.sizes import PAGES_LIMIT, by_kind, tell_size

SITE = {
    "index.html": 1,
    "papers/2508.00001/index.html": 2,
    "papers/math/0309136/index.html": 4,
    "papers/date/2025-08-06/index.html": 8,
    "papers/date/2025-08-06/terms.json": 16,
    "papers/week/2025-W32/index.html": 32,
    "papers/month/2025-08/index.html": 64,
    "assets/archive.css": 128,
    "assets/search/shard.a.txt": 256,
    "feed.xml": 512,
    "feeds/days.json": 1024,
    "data/papers-2025.jsonl.gz": 2048,
}


def test_bytes_are_counted_by_kind() -> None:
    assert by_kind(SITE) == {
        "other": 1,
        "papers": 6,
        "days": 24,
        "weeks": 32,
        "months": 64,
        "theme": 128,
        "search": 256,
        "feeds": 1536,
        "data": 2048,
    }


@pytest.mark.parametrize(("share", "told"), [(0.1, False), (0.79, False), (0.81, True), (1.2, True)])
def test_a_site_that_comes_near_to_the_limit_is_told(
    caplog: pytest.LogCaptureFixture, share: float, told: bool
) -> None:
    with caplog.at_level(logging.INFO):
        tell_size(
            {
                "papers/2508.00001/index.html": int(share * PAGES_LIMIT),
                "papers/week/2025-W32/index.html": 49_999,
            }
        )

    size = f"{share * 1000:,.1f}"
    assert f"Site: {size} MB: papers {size}" in caplog.messages
    assert (f"The site has {share:.0%} of the 1 GB that GitHub Pages takes" in caplog.text) == told
