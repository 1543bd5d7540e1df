"""Every field of what a framework consists of is in the data files and in the graph, also new."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest

from crosswalk_rdf.formats.coverage import field_names
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.model import Collection, Framework, Package, Resource, Statement
from crosswalk_rdf.project.framework_writer import framework_files
from tests.formats.coverage.packages import BASE, Sample, base, other, samples

FIELDS: Final = [
    (model, name) for model in (Statement, Collection, Resource) for name in field_names(model)
]
_ALWAYS_FILLED: Final = ("iri", "text", "position", "members")
_IMPLICIT: Final = ("position", "label.language")
"""Have no column in statements.csv: the order of rows, and the language of the text."""


def label(case: object) -> str:
    return case.__name__ if isinstance(case, type) else str(case)


def data_files(framework: Framework) -> object:
    return framework_files(framework, BASE)


def graph(framework: Framework) -> object:
    return set(framework_triples(replace(framework, issued="2020"), BASE))


@pytest.mark.parametrize(
    ("model", "name"),
    [(model, name) for model, name in FIELDS if model is not Statement or name not in _IMPLICIT],
    ids=label,
)
def test_data_files(model: type, name: str) -> None:
    assert tells(model, name, data_files), f"{name} is in no table: see project/"


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=label)
def test_graph(model: type, name: str) -> None:
    assert tells(model, name, graph), f"{name} is not in the graph: see graph/frameworks.py"


def tells(model: type, name: str, write: Callable[[Framework], object]) -> bool:
    """Return whether what is written changes where the field is empty, or has another value."""
    return any(
        write(_framework(sample.package)) != write(_framework(package))
        for sample in samples(model, name)
        for package in _without(sample)
    )


def _without(sample: Sample) -> Iterator[Package]:
    yield base(sample)
    if sample.field in _ALWAYS_FILLED:
        yield other(sample.model, sample.field)


def _framework(package: Package) -> Framework:
    (framework,) = package.frameworks
    return framework
