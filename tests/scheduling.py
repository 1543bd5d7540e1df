"""Which tests are slow, and which of them run in one worker of pytest-xdist.

A test is ``slow`` by what it needs: a browser, a web server, a service in a process of its own, a
triple store, a wheel, a notebook, a large publication. That is told by its folder or file, or by
one of its fixtures, and said here once; ``pytest -m "not slow"`` leaves those tests out.

With ``-n 2``, the tests of a file stay together, so that what they share is made once. So do those
of the folders in ``ONE_WORKER``, whose fixtures are worth more than an even distribution.
"""

from pathlib import Path, PurePosixPath

import pytest

SLOW_PLACES = (
    *("tests/browser", "tests/push", "tests/recipes", "tests/server/fuzz", "tests/server/process"),
    *("tests/server/query_execution/test_limits.py", "tests/server/harvesting/test_over_http.py"),
    *(f"tests/server/query_execution/test_{name}.py" for name in ("processes", "random_queries")),
    *("tests/formats/sssom/test_interop.py", "tests/publish/test_interop.py"),  # tools of others
    *("tests/deployment", "tests/packaging/test_project_files.py", "tests/site/test_validity.py"),
    *("tests/cli/test_build.py", "tests/cli/test_previous.py"),  # a build for each test
    *(f"tests/formats/{name}/test_robustness.py" for name in ("case", "ctdl_asn", "sssom")),
    *("tests/benchmarks", "tests/cli/test_import_replace.py", "tests/comparison/test_previous.py"),
    *("tests/docs/test_examples.py", "tests/publish/test_large.py"),
    "tests/inference/test_owl_rl.py",
)
"""Folders and files of which every test is slow."""

SLOW_FIXTURES = frozenset(
    {
        *("served", "tiny_served", "suite"),  # the service in a process of its own
        *("flagship_engines", "miniature"),  # an Oxigraph server
        *("wheel", "installed"),  # a wheel, and an environment that holds it
        *("imported_site", "complete_site", "later_site", "updated"),  # further builds
        "documentation",  # the site that Sphinx builds
    }
)
"""Fixtures that make each test slow that needs them, directly or not."""

QUICK_SITE = "tiny"
"""What is tried on several built sites, is tried on this one by tests that are not slow."""
SITE_PARAMETERS = frozenset({"site", "any_service", "any_client"})
"""Fixtures and parameters that stand for each built site in turn."""

ONE_WORKER = (
    "tests/browser",
    "tests/site",
    "tests/server/case",
    "tests/queries",
    "tests/push",
    "tests/recipes",
    "tests/server/sparql",
)
"""Folders whose tests run in one worker; those that take longest first."""


def place(item: pytest.Item, root: Path) -> PurePosixPath:
    """Return the path of the file of a test, from the root of the repository."""
    return PurePosixPath(item.path.relative_to(root).as_posix())


def is_slow(path: PurePosixPath, item: pytest.Item) -> bool:
    """Return whether a test in ``path`` is slow by its place, its fixtures or its built site."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    sites = [str(parameters[name]) for name in SITE_PARAMETERS & parameters.keys()]
    return (
        any(path.is_relative_to(slow) for slow in SLOW_PLACES)
        or bool(SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ())))
        or any(not site.startswith(QUICK_SITE) for site in sites)
    )


def worker_group(path: PurePosixPath) -> str:
    """Return the name of the group that a test in ``path`` belongs to."""
    return next((folder for folder in ONE_WORKER if path.is_relative_to(folder)), str(path))


def schedule(items: list[pytest.Item], root: Path) -> None:
    """Mark each test as slow where it is."""
    for item in items:
        path = place(item, root)
        if is_slow(path, item):
            item.add_marker(pytest.mark.slow)


def longest_first(items: list[pytest.Item], root: Path) -> None:
    """Sort the tests by their groups, those in ``ONE_WORKER`` first."""
    order = {folder: number for number, folder in enumerate(ONE_WORKER)}
    items.sort(key=lambda item: order.get(worker_group(place(item, root)), len(order)))
