"""Records are kept as bytes; a foreign file of them runs no code."""

import pickle
from datetime import date

import pytest

from generator.site.chips import Chip
from generator.site.heatmap import quarters
from generator.site.pickled import pickled, unpickled

FORGED = [
    b"cbuiltins\neval\n(S'1'\ntR.",
    b"\x80\x04\x8c\x17generator.archive.pages\x8c\x19json.codecs.builtins.eval\x93\x8c\x011\x85R.",
    b"\x80\x04\x8c\x17generator.archive.pages\x8c\x0aread_paper\x93\x8c\x00\x8c\x00\x86R.",
    b"\x80\x04\x8c\x15generator.doors.theme\x8c\x06rmtree\x93\x8c\x00\x85R.",
]


@pytest.mark.parametrize("data", FORGED)
def test_a_forged_file_runs_nothing(data: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        unpickled(data)


def test_records_come_back() -> None:
    value = {"a": [Chip("A", None), date(2025, 8, 6)], "b": tuple(quarters({date(2025, 8, 6): 2}))}

    assert unpickled(pickled(value)) == value
