"""Whether work grows faster than what it is done on, on a machine that does other things at the same time."""

import gc
import time
from collections.abc import Callable
from math import inf

ROUNDS = 6
"""Other programs on the processor can double the CPU time of a run, but hardly that of so many."""


def grows_too_fast(
    small: Callable[[], object], large: Callable[[], object], most: float = 8, floor: float = 0.05
) -> bool:
    """Tell whether large work takes more than `most` times the CPU time of small work.

    Both take turns and the least time of each counts, until that is little enough or the rounds are over.
    What takes less than `floor` seconds is measured too coarsely, and counts as if it took as long.
    """
    least, of_small = inf, inf
    for _ in range(ROUNDS):
        least = min(least, seconds(large))
        if least <= most * floor:
            return False
        of_small = min(of_small, seconds(small))
        if least <= most * max(of_small, floor):
            return False
    return True


def seconds(run: Callable[[], object]) -> float:
    """Give the CPU time of a run, the search for dead cycles left out."""
    gc.disable()
    try:
        start = time.process_time()
        run()
        return time.process_time() - start
    finally:
        gc.enable()
