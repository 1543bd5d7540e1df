"""Each shape has cases as files: the folder names the shape, the file name the expectation."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.validation import ValidationResult, validate
from crosswalk_rdf.validation.shapes import read_shapes

ROOT = Path(__file__).parents[2]
CASES = sorted(path for path in (ROOT / "tests/shapes").glob("*/*") if path.is_file())
CASE_GRAPH = ox.NamedNode(f"{DEFAULT_BASE}graph/case")


@cache
def shape_files() -> Mapping[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "shapes").glob("*.ttl")}


@cache
def files_of(shape: str) -> Mapping[str, str]:
    """Return the file that holds ``shape``, and the prefixes that its SPARQL uses."""
    held = {name: text for name, text in shape_files().items() if f"xws:{shape} a " in text}
    return {**held, "prefixes.ttl": shape_files()["prefixes.ttl"]}


def results_of(case: Path) -> tuple[ValidationResult, ...]:
    store = ox.Store()
    if case.suffix == ".trig":
        store.load(path=case, format=ox.RdfFormat.TRIG)
    else:
        store.load(path=case, format=ox.RdfFormat.TURTLE, to_graph=CASE_GRAPH)
    return validate(store, files_of(case.parent.name)).results


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(case: Path) -> None:
    shapes = {str(result.shape).rpartition("#")[2] for result in results_of(case)}
    assert (case.parent.name in shapes) == case.name.startswith("invalid-")


def test_case_names_say_what_is_expected() -> None:
    assert [case for case in CASES if not case.name.startswith(("valid-", "invalid-"))] == []


def test_each_shape_has_a_valid_and_an_invalid_case() -> None:
    shapes = {str(shape).rpartition("#")[2] for shape in read_shapes(shape_files()).named_shapes}
    expected = {(shape, kind) for shape in shapes for kind in ("valid", "invalid")}
    assert {(case.parent.name, case.name.partition("-")[0]) for case in CASES} == expected


def test_the_same_texts_are_read_once() -> None:
    again = dict(reversed(shape_files().items()))
    assert read_shapes(again) is read_shapes(shape_files())
    assert read_shapes({**again, "more.ttl": ""}) is not read_shapes(again)


def test_each_shape_tells_what_to_do_and_why() -> None:
    shapes = read_shapes(shape_files())
    for shape in sorted(shapes.named_shapes):
        stated = {str(predicate).rpartition("#")[2] for predicate in shapes.graph.predicates(shape)}
        assert {"message", "severity", "seeAlso"} <= stated, shape
