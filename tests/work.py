"""How much is done, counted in calls: the same on any machine and beside any other work.

What happens inside one call of C, such as a regular expression, is not counted. A test of that
takes an input for which anything worse than linear takes hours, under ``pytest.mark.timeout``.
"""

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, are called while ``work`` runs."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times the calls of ``work(size)`` those of ``work(2 * size)`` are.

    2 is linear, 4 is quadratic. ``work(1)`` runs first: what is made once is not counted.
    """
    work(1)
    return calls(lambda: work(2 * size)) / calls(lambda: work(size))
