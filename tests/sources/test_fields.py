import json
from datetime import date

import pytest

from generator.papers.errors import RecordError
from generator.sources.fields import load, read_day


@pytest.mark.parametrize("text", ["[" * 101 + "]" * 101, '{"a":' * 100 + "1" + "}" * 100, "[" * 10**6])
def test_json_that_is_nested_too_deep_cannot_be_read(text: str) -> None:
    with pytest.raises(json.JSONDecodeError, match="Nested too deep"):
        load(text)


@pytest.mark.parametrize("text", ["[" * 100 + "]" * 100, '{"a":' * 99 + "1" + "}" * 99, b"[1]"])
def test_other_json_is_read(text: str | bytes) -> None:
    assert load(text) == json.loads(text)


@pytest.mark.parametrize("text", ["2025-08-06", "2025-08-06T23:30:00-04:00", "20250807", "2025-W32-3"])
def test_a_day_or_time_is_a_day(text: str) -> None:
    assert read_day(text) in (date(2025, 8, 6), date(2025, 8, 7))


@pytest.mark.parametrize("text", ["2025-W32", "2025W32", "2025-W32T10:00", "2025-08", "2025", "", "Aug 6"])
def test_a_week_or_month_is_no_day(text: str) -> None:
    with pytest.raises(RecordError, match="a day or time such as"):
        read_day(text)
