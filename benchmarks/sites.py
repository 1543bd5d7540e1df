"""Thesauri of growing size to the cost of their whole publication: data, dumps, pages, search."""

import math
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.flagship import build
from benchmarks.tables import figure, table
from benchmarks.thesaurus import write_thesaurus

SIZES = (440, 4_400, 50_000)
_COLUMNS = ["concepts", "what", "wall s", "CPU s", "peak MB", "files", "output MB"]
_WHAT = {"site, dumps, search": False, "all formats besides": True}
"""What is published, and whether foreign formats are."""


def report(sizes: Sequence[int] = SIZES) -> str:
    """Build each thesaurus once, in a fresh process, and return the figures as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        every = [
            (size, what, _built(size, Path(folder) / f"{size}-{foreign}", foreign=foreign))
            for size in sizes
            for what, foreign in _WHAT.items()
        ]
    totals = [(size, whole) for size, what, whole in every if not _WHAT[what]]
    rows = [
        [
            f"{size:,}",
            what,
            *(figure(whole[name]) for name in ("wall", "cpu", "megabytes")),
            f"{whole['files']:,.0f}",
            figure(whole["output"]),
        ]
        for size, what, whole in every
    ]
    growth = [
        f"From {before:,} to {after:,} concepts the CPU time grows with exponent "
        f"{math.log(there['cpu'] / here['cpu']) / math.log(after / before):.2f}."
        for (before, here), (after, there) in pairwise(totals)
    ]
    return "\n".join([table(_COLUMNS, rows), *growth, ""])


def _built(size: int, folder: Path, *, foreign: bool) -> dict[str, float]:
    write_thesaurus(folder, size, foreign=foreign)
    return build(folder, folder / "dist")[0]
