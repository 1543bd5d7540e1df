"""Several values in one cell, with pipes between (SSSOM/TSV 1.1, "Multi-valued slots")."""

import re
from collections.abc import Iterable
from typing import Final

_PIECE: Final = re.compile(r"\\[\\|]|[^|]|\|")


def split_values(text: str) -> tuple[str, ...]:
    r"""Return the values in ``text``; ``\|`` is a pipe and ``\\`` a backslash within a value."""
    if "\\" not in text:
        return tuple(text.split("|"))
    values = [""]
    for piece in _PIECE.findall(text):
        if piece == "|":
            values.append("")
        else:
            values[-1] += piece[-1]
    return tuple(values)


def join_values(values: Iterable[str]) -> str:
    """Return ``values`` as one text that :func:`split_values` takes apart again."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)
