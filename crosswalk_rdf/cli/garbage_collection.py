"""How often Python looks for cycles of objects in a command that makes millions and ends."""

import gc
from typing import Final

_NEW_OBJECTS: Final = 100_000
"""Python's own threshold is 700: an import makes many objects, none of them in cycles."""


def collect_rarely() -> None:
    """Look for cycles once in 100,000 new objects, for the rest of the process."""
    gc.set_threshold(_NEW_OBJECTS)
