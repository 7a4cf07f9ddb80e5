"""What 1 MB of hostile text costs each parser and each output: the table of `tests/growth.py`."""

from tests.cpu_time import seconds
from tests.growth import CASES

SIZE = 1 << 20
_SHOWN = 40
"""Rows; of the others it is said how much the costliest takes."""


def main() -> None:
    """Print the costliest cases with their CPU seconds, and how many times those of a quarter of the text."""
    rows = sorted(((seconds(case.work(SIZE)), case) for case in CASES), key=lambda row: -row[0])
    print(f"\n| {len(CASES)} cases of 1 MB | fragment | seconds | times those of 256 kB |\n|---|---|---|---|")
    for took, case in rows[:_SHOWN]:
        times = took / seconds(case.work(SIZE // 4))
        print(f"| {case.name} | `{case.fragment[:60]!r}` | {took:.2f} | {times:.1f} |")
    print(f"\nEach of the others takes {rows[_SHOWN][0]:.2f} seconds at most.")


if __name__ == "__main__":
    main()
