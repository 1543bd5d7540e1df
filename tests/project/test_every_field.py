"""Every field of a statement is in the data files and in the graph, new fields among them."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest

from crosswalk_rdf.formats.coverage import field_names
from crosswalk_rdf.graph.frameworks import statement_triples
from crosswalk_rdf.model import Framework, Package, Statement
from crosswalk_rdf.project.framework_writer import framework_files
from tests.formats.coverage.packages import BASE, Sample, base, other, samples

FIELDS: Final = field_names(Statement)
_ALWAYS_FILLED: Final = ("iri", "text", "position")
_IMPLICIT: Final = ("position", "label.language")
"""Have no column: the order of rows, and the language of the text."""


def data_files(framework: Framework) -> object:
    return framework_files(framework, BASE)


def graph(framework: Framework) -> object:
    return {t for s in framework.statements for t in statement_triples(s, framework, BASE)}


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in _IMPLICIT])
def test_data_files(name: str) -> None:
    assert tells(name, data_files), f"{name} is not in statements.csv: see project/statements.py"


@pytest.mark.parametrize("name", FIELDS)
def test_graph(name: str) -> None:
    assert tells(name, graph), f"{name} is not in the graph: see graph/frameworks.py"


def tells(name: str, write: Callable[[Framework], object]) -> bool:
    """Return whether what is written changes where the field is empty, or has another value."""
    return any(
        write(_framework(sample.package)) != write(_framework(package))
        for sample in samples(Statement, name)
        for package in _without(sample)
    )


def _without(sample: Sample) -> Iterator[Package]:
    yield base(sample)
    if sample.field in _ALWAYS_FILLED:
        yield other(Statement, sample.field)


def _framework(package: Package) -> Framework:
    (framework,) = package.frameworks
    return framework
