"""What tests do not do: assert on the clock, skip by themselves, be slow without being named so.

How much is done is counted in calls (``tests/work.py``). What a machine lacks is told by
``tests/machine.py``, which fails in CI. What is slow stands in ``tests/scheduling.py``.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.scheduling import ONE_WORKER, SLOW_FIXTURES, SLOW_PLACES

TESTS = Path(__file__).parent
CLOCKS = frozenset(
    {
        *("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns"),
        *("process_time", "process_time_ns", "thread_time", "thread_time_ns"),
        *("timeit", "default_timer", "elapsed", "getrusage", "times"),
    }
)
"""Functions and attributes that say how long something took."""
WAITS = frozenset({"sleep"})
"""What lets time pass; a loop that waits for something needs it, an assertion does not."""
MODULES = frozenset({"time", "timeit", "resource"})

WAITING = frozenset(
    {
        "cli/test_build.py",  # for a build to have begun to write
        "cli/test_killed_build.py",  # the same, before it is killed
        "push/servers.py",
        "queries/server.py",
        "recipes/servers.py",
        "server/process/test_life.py",  # for a process to heed signals, and to act on one
        "server/query_execution/support.py",
        *("server/query_execution/test_limits.py", "server/query_execution/test_processes.py"),
        "server/query_execution/test_endpoint_executor.py",  # an endpoint that answers late
        "store/conftest.py",
    }
)
"""Files that wait for something outside of them: for a server, most of them."""

SKIPPING = frozenset(
    {
        "machine.py",
        "browser/test_service.py",  # kinds of page that the flagship does not have
    }
)


def uses(source: str, names: frozenset[str]) -> Iterator[int]:
    """Yield each line of ``source`` that calls one of ``names`` or imports it from a clock."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            nothing = any(isinstance(a, ast.Constant) and a.value == 0 for a in node.args)
            if called in names and not (called == "sleep" and nothing):  # others have their turn
                yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == "elapsed" and "elapsed" in names:
            yield node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            yield from (node.lineno for alias in node.names if alias.name in names)


@cache
def files() -> dict[str, str]:
    """Return the text of every other module below ``tests/``."""
    paths = [path for path in TESTS.rglob("*.py") if path != Path(__file__)]
    return {path.relative_to(TESTS).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.mark.parametrize(
    "source",
    [
        "import time\nassert time.monotonic() - start < 2",
        "from time import perf_counter",
        "assert timeit.timeit(work, number=1) < 1",
        "assert loop.time() < end",
        "assert response.elapsed < limit",
    ],
)
def test_a_clock_would_be_seen(source: str) -> None:
    assert list(uses(source, CLOCKS))


def test_no_test_reads_a_clock() -> None:
    modules = files()
    assert len(modules) > 200
    assert {name: lines for name, text in modules.items() if (lines := [*uses(text, CLOCKS)])} == {}


def test_only_what_is_outside_is_waited_for() -> None:
    assert {name for name, text in files().items() if any(uses(text, WAITS))} == WAITING


def test_what_a_machine_lacks_is_told_in_one_place() -> None:
    skips = frozenset({"skip", "importorskip"})
    assert {name for name, text in files().items() if any(uses(text, skips))} == SKIPPING


def test_what_is_slow_is_there() -> None:
    """A folder that is renamed, or a fixture, takes its entry along."""
    names = {
        node.name
        for text in files().values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    assert SLOW_FIXTURES - names == set()
    assert [p for p in (*SLOW_PLACES, *ONE_WORKER) if not (TESTS.parent / p).exists()] == []
