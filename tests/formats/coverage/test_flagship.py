"""What no report of a loss names comes back from every format, on the flagship."""

from typing import Any

import pytest

from crosswalk_rdf.formats.coverage import MODEL, Carried, Lost, Partial, field_names, value_of
from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.model import Agent, Package, Publication, package_of
from tests.formats.coverage.packages import instances
from tests.formats.coverage.reading import DECIDED, holds, label, matches, read_back, written

BOTH_WAYS = [entry for entry in DECIDED if entry.read]


@pytest.mark.parametrize("format", BOTH_WAYS, ids=label)
def test_what_is_not_reported_comes_back(format: Format, flagship: Publication) -> None:
    package = package_of(flagship)
    writing = written(format, package)
    back = read_back(format, writing)
    remarks_made = [remark.what for remark in writing.report.remarks]
    for model in MODEL:
        for name in names(format, model, remarks_made):
            assert different(package, back, model, name) == [], (MODEL[model], name)


def names(format: Format, model: type, reported: list[str]) -> list[str]:
    """Return the fields of ``model`` that the format carries, and of which it reports no loss."""
    assert format.coverage is not None
    treatments = format.coverage.of(model)
    if isinstance(treatments, Lost) or MODEL[model] in format.coverage.unread:
        return []
    if model is Agent and any(".creators" in what for what in reported):
        return []  # the names of several are one text
    return [
        name
        for name in field_names(model)
        if isinstance(treatments[name], Carried | Partial)
        and not any(what.startswith(f"{MODEL[model]}.{name} ") for what in reported)
        and not (isinstance(treatments[name], Partial) and name in ("properties", "slots"))
    ]


def different(before: Package, after: Package, model: type, name: str) -> list[Any]:
    """Return what ``name`` was where it is not the same any more."""
    now = instances(after, model)
    return [
        value_of(each, name)
        for each in instances(before, model)
        if value_of(each, name)
        and not any(
            holds(value_of(other, name), value_of(each, name)) for other in matches(each, now)
        )
    ]
