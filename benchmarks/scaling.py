"""Factors to how the time of each stage grows with the size of a publication."""

import math
import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.generator import SEED, write_publication
from benchmarks.measuring import in_a_process
from benchmarks.stages import STAGES
from benchmarks.tables import figure, table

Figures = Mapping[str, float]

FACTORS = (1, 10, 100)
LIMIT = 3600.0
"""Seconds after which the measurement of one size is given up."""
_LONG = 60.0
"""CPU seconds of a serialization that is not measured again."""
_RUNS = 3


def report(factors: Sequence[int], seed: int = SEED, limit: float = LIMIT) -> str:
    """Measure each size in processes of its own and return times and exponents as Markdown."""
    measured: dict[int, Figures] = {}
    for factor in sorted(factors):
        try:
            measured[factor] = _figures(factor, seed, limit)
        except subprocess.TimeoutExpired:
            return f"{_tables(measured)}\nFactor {factor} was given up after {limit:.0f} s.\n"
    return _tables(measured)


def exponent(smaller: int, larger: int, before: float, after: float) -> float:
    """Return the power of the size with which the time grows: 1 is linear."""
    return math.log(after / before) / math.log(larger / smaller)


def _figures(factor: int, seed: int, limit: float) -> Figures:
    """Return the medians of one size; a long serialization is measured but once."""
    with tempfile.TemporaryDirectory() as folder:
        write_publication(Path(folder), factor, seed)
        whole = in_a_process("stages", folder, limit=limit)
        options = ["--without-serialization"] if whole["serialization"] > _LONG else []
        others = [in_a_process("stages", folder, *options, limit=limit) for _ in range(_RUNS - 1)]
    return {
        name: statistics.median([value, *(run[name] for run in others if run.get(name))])
        for name, value in whole.items()
    }


def _tables(measured: Mapping[int, Figures]) -> str:
    factors = list(measured)
    steps = list(pairwise(factors))
    rows = []
    for stage in STAGES:
        growth = [exponent(a, b, measured[a][stage], measured[b][stage]) for a, b in steps]
        seconds = [figure(measured[factor][stage]) for factor in factors]
        rows.append([stage, *seconds, *(f"{value:.2f}" for value in growth)])
    columns = [*(f"× {factor}: CPU s" for factor in factors)]
    columns += [f"exponent {a} to {b}" for a, b in steps]
    sizes = [
        [name, *(f"{measured[factor][name]:,.0f}" for factor in factors)]
        for name in ("triples", "files", "bytes", *(f"{stage} MB" for stage in STAGES))
    ]
    heads = ["size, peak memory after", *(f"× {factor}" for factor in factors)]
    return f"{table(['stage', *columns], rows)}\n{table(heads, sizes)}"
