"""CPU time, wall time and memory of a piece of work."""

import gc
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that ``work`` takes, the garbage collector kept out of it."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


def warm_median(work: Callable[[], object], *, enough: float = 0.3, most: int = 25) -> float:
    """Return the median wall seconds of ``work``, which has been done once before.

    It is done until ``enough`` seconds have passed, ``most`` times at the most.
    """
    times: list[float] = []
    while len(times) < most and sum(times) < enough:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_megabytes() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class TreeMemory(threading.Thread):
    """Watches the memory of a process and of those that it has started, in MB.

    Pages that they share are counted once (PSS of Linux), ten times a second.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0.0

    def run(self) -> None:
        """Watch until the process has ended."""
        while True:
            now = tree_megabytes(self.pid)
            if not now:
                return
            self.peak = max(self.peak, now)
            time.sleep(0.1)


def tree_megabytes(pid: int) -> float:
    """Return what a process and those that it has started hold now, in MB; 0 once it has ended."""
    return sum(map(_proportional_megabytes, tree(pid)))


def children(pid: int) -> Iterator[int]:
    """Yield the processes that a process has started, without those that these have started."""
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        yield from map(int, _text(path).split())


def tree(pid: int) -> Iterator[int]:
    """Yield a process and all that stem from it."""
    yield pid
    for child in children(pid):
        yield from tree(child)


def process_seconds(pid: int) -> float:
    """Return the CPU seconds, user and system, that a process has taken; 0 once it has ended."""
    fields = _text(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _proportional_megabytes(pid: int) -> float:
    match = re.search(r"^Pss:\s+(\d+) kB", _text(Path(f"/proc/{pid}/smaps_rollup")), re.MULTILINE)
    return int(match[1]) / 1024 if match else 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has ended
        return ""


def environment() -> Mapping[str, str]:
    """Return the environment of a process that is measured."""
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(REPOSITORY)}


def in_a_process(module: str, *arguments: str, limit: float | None = None) -> Any:  # noqa: ANN401 (JSON holds any)
    """Run ``python -m benchmarks.<module>`` and return what it prints as JSON."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    done = subprocess.run(
        command, env=environment(), stdout=subprocess.PIPE, check=True, timeout=limit
    )
    return json.loads(done.stdout)


def medians(samples: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the median of each figure of ``samples``."""
    return {name: statistics.median(s[name] for s in samples) for name in samples[0]}
