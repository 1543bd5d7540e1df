"""The flagship to the cost of a cold build: the command as users run it, in a fresh process."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import REPOSITORY, TreeMemory, environment, medians
from benchmarks.tables import figure, table

RUNS = 5


def report() -> str:
    """Build the flagship several times and return the medians as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [build(REPOSITORY, Path(folder) / str(number)) for number in range(RUNS)]
    whole = medians([run[0] for run in runs])
    stages = medians([run[1] for run in runs])
    rows = [
        [name, figure(seconds), f"{seconds / whole['wall']:.0%}"]
        for name, seconds in stages.items()
    ]
    rows.append(["**all**", f"**{figure(whole['wall'])}**", "100%"])
    return (
        f"{table(['stage', 'wall s', 'share'], rows)}\n"
        f"CPU {figure(whole['cpu'])} s (user and system), peak memory {whole['megabytes']:.0f} MB. "
        f"Medians of {RUNS} processes; a run took {_spread([run[0]['wall'] for run in runs])} s.\n"
    )


def build(project: Path, target: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Build ``project`` to ``target``; return the figures of the process and of each stage.

    The command says on stderr when a stage begins; what comes before the first is the import.
    Let ``target`` stand until all is measured: ext4 makes a file several times slower where as
    many were deleted in the five seconds before.
    """
    options = ["--project", str(project), "--out", str(target)]
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "crosswalk_rdf", "build", *options],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    memory = TreeMemory(process.pid)
    memory.start()
    marks = [("import", start)]
    marks += [(line.partition(" ")[0], time.perf_counter()) for line in process.stderr]
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build failed: {' '.join(name for name, _ in marks[1:])}")
    end = time.perf_counter()
    count, size = output(target)
    whole = {
        "files": count,
        "output": size / 1_000_000,
        "wall": end - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "megabytes": memory.peak,
    }
    ends = [*(mark for _, mark in marks[1:]), end]
    return whole, {name: after - at for (name, at), after in zip(marks, ends, strict=True)}


def output(folder: Path) -> tuple[int, int]:
    """Return the number of files below ``folder`` and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _spread(seconds: list[float]) -> str:
    return f"{figure(min(seconds))} to {figure(max(seconds))}"
