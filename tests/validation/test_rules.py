"""The catalog: each rule once, by an id and a name that stay."""

from collections import Counter
from pathlib import Path

import pytest

from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.validation.engine import validate
from crosswalk_rdf.validation.pyshacl_engine import pyshacl_results
from crosswalk_rdf.validation.report import ValidationResult
from crosswalk_rdf.validation.rules import Catalog
from crosswalk_rdf.validation.set_based import set_based_shapes
from crosswalk_rdf.validation.shapes import read_shapes
from tests.validation.publication import SHAPES, store_of
from tests.validation.test_shapes import CASES, files_of


def test_ids_and_names_are_unique() -> None:
    rules = Catalog(read_shapes(SHAPES)).rules
    names = Counter(name for rule in rules for name in {rule.id, rule.name})
    assert [name for name, count in names.items() if count > 1] == []


def test_the_conditions_of_skos_have_the_ids_of_the_reference() -> None:
    catalog = Catalog(read_shapes(SHAPES))
    for id in ("S9", "S13", "S14", "S27", "S37", "S46"):
        rule = catalog.rule(id)
        assert rule is not None
        assert any(str(link).endswith(f"#{id}") for link in rule.see_also)


def test_a_rule_for_all_data_is_no_warning() -> None:
    rules = Catalog(read_shapes(SHAPES)).rules
    assert all(rule.severity == SH.Violation for rule in rules if rule.is_for_every_origin)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES[::4], ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_set_based_shapes_are_judged_as_pyshacl_judges_them(case: Path) -> None:
    texts = files_of(case.parent.name)
    shapes, store = read_shapes(texts), store_of(case.read_text() if case.suffix == ".ttl" else "")
    assert set_based_shapes(shapes)
    ours = {identity(result) for result in validate(store, texts).results}
    assert ours == {identity(result) for result in pyshacl_results(store, shapes)}


def identity(result: ValidationResult) -> tuple[object, ...]:
    return (
        result.shape,
        result.severity,
        result.focus,
        result.value,
        result.path,
        result.message.replace("Z,", "+00:00,"),
        result.component,
        result.see_also,
    )
