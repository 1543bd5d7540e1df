"""Which tests are slow, and which of them run in one worker of pytest-xdist.

A test is ``slow`` by what it needs: a browser, a web server, a service in a process of its own, a
triple store, a wheel, a notebook, a large publication. That is told by its folder or file, or by
one of its fixtures, and said here once; ``pytest -m "not slow"`` leaves those tests out.

With ``-n 2``, the tests of a file stay together, so that what they share is made once. So do those
of the folders in ``ONE_WORKER``, whose fixtures are worth more than an even distribution.
"""

from typing import Final

import pytest
from hypothesis import is_hypothesis_test, settings

SLOW_PLACES = (
    *("tests/browser", "tests/push", "tests/recipes", "tests/server/fuzz", "tests/server/process"),
    *("tests/server/query_execution", "tests/server/harvesting/test_over_http.py"),  # processes
    *("tests/formats/sssom/test_interop.py", "tests/publish/test_interop.py"),  # tools of others
    "tests/import_cases",  # an import and a build for each file
    *("tests/deployment", "tests/packaging/test_project_files.py", "tests/site/test_validity.py"),
    *("tests/cli/test_build.py", "tests/cli/test_previous.py"),  # a build for each test
    *("tests/publish/test_site.py", "tests/cli/test_killed_build.py"),
    *(f"tests/formats/{name}/test_robustness.py" for name in ("case", "ctdl_asn", "sssom")),
    *(f"tests/server/{name}/test_schemathesis.py" for name in ("case", "openapi")),
    *("tests/benchmarks", "tests/cli/test_import_replace.py", "tests/comparison/test_previous.py"),
    *("tests/docs/test_examples.py", "tests/docs/test_notebooks.py", "tests/publish/test_large.py"),
    *("tests/inference/test_owl_rl.py", "tests/validation/test_printed_data.py"),
    *("tests/serialization/test_new_syntax.py", "tests/formats/test_new_predicate.py"),  # processes
    *("tests/server/resources/test_every_iri.py", "tests/formats/coverage/test_flagship.py"),
)
"""Folders and files of which every test is slow."""

SLOW_FIXTURES = frozenset(
    {
        *("served", "tiny_served", "suite"),  # the service in a process of its own
        *("flagship_engines", "miniature"),  # an Oxigraph server
        *("wheel", "installed"),  # a wheel, and an environment that holds it
        *("imported_site", "complete_site", "later_site", "updated", "odd_site"),  # further builds
        "documentation",  # the site that Sphinx builds
    }
)
"""Fixtures that make each test slow that needs them, directly or not."""

QUICK_SITE = "tiny"
"""What is tried on several built sites, is tried on this one by tests that are not slow."""
SITE_PARAMETERS = frozenset({"site", "any_service", "any_client"})
"""Fixtures and parameters that stand for each built site in turn."""
SLOW_BACKEND = "rdflib"
"""It takes many times as long for a query as the others; its name as a parameter."""

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


EXAMPLES: Final = 10
"""How many examples Hypothesis makes of a test where the slow tests are left out."""


def file_of(nodeid: str) -> str:
    """Return the path of the file of a test, from the root of the repository."""
    return nodeid.partition("::")[0]


def is_below(file: str, places: tuple[str, ...]) -> str:
    """Return the one of ``places`` that ``file`` is, or is in; or nothing."""
    return next((place for place in places if f"{file}/".startswith(f"{place}/")), "")


def is_slow(item: pytest.Item) -> bool:
    """Return whether a test is slow by its place, its fixtures or its built site."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    sites = [str(parameters[name]) for name in SITE_PARAMETERS & parameters.keys()]
    return (
        bool(SLOW_FIXTURES.intersection(getattr(item, "fixturenames", ())))
        or any(not site.startswith(QUICK_SITE) for site in sites)
        or SLOW_BACKEND in map(str, parameters.values())
        or bool(is_below(file_of(item.nodeid), SLOW_PLACES))
    )


def worker_group(nodeid: str) -> str:
    """Return the name of the group that a test belongs to: its folder or its file."""
    return is_below(file_of(nodeid), ONE_WORKER) or file_of(nodeid)


def mark_slow(items: list[pytest.Item]) -> None:
    """Mark each test as slow where it is."""
    for item in items:
        if is_slow(item):
            item.add_marker(pytest.mark.slow)


def longest_first(items: list[pytest.Item]) -> None:
    """Sort the tests by their groups, those in ``ONE_WORKER`` first."""
    order = {folder: number for number, folder in enumerate(ONE_WORKER)}
    items.sort(key=lambda item: order.get(worker_group(item.nodeid), len(order)))


def make_few_examples(items: list[pytest.Item]) -> None:
    """Let Hypothesis make few examples, also where a test says how many it is to make.

    Profiles of Hypothesis are for tests that do not say so.
    """
    for function in {item.function for item in items if isinstance(item, pytest.Function)}:
        if is_hypothesis_test(function):
            own = function._hypothesis_internal_use_settings
            few = settings(own, max_examples=min(own.max_examples, EXAMPLES))
            function._hypothesis_internal_use_settings = few
