"""Writing and reading back, and how values are compared."""

from collections.abc import Iterable
from typing import Any

from rdflib import Literal

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.coverage import MODEL, Lost, field_names
from crosswalk_rdf.formats.format import Format, Writing
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Agent, Alignment, Package, Slot

WRITTEN = [entry for entry in formats() if entry.write]


def undecided(format: Format) -> list[str]:
    """Return a sentence for each field of the model that the coverage has not, or has besides."""
    assert format.coverage is not None
    advice = "add it to coverage.py as carried, lost, derived or partial"
    problems = []
    for model, noun in MODEL.items():
        treatments = format.coverage.of(model)
        if isinstance(treatments, Lost):
            continue
        names = field_names(model)
        missing = (name for name in names if name not in treatments)
        problems += [f"{format.name}: {noun}.{name} is not decided: {advice}" for name in missing]
        surplus = (name for name in treatments if name not in names)
        problems += [f"{format.name}: {noun}.{name} is no field of the model" for name in surplus]
    return problems


DECIDED = [entry for entry in WRITTEN if not undecided(entry)]
"""The formats that can be tested: one that has not decided on a field cannot report its loss."""


def label(case: object) -> str:
    if isinstance(case, Format):
        return case.name
    return MODEL[case] if isinstance(case, type) else str(case)


def written(format: Format, package: Package) -> Writing:
    assert format.write is not None
    return format.write(package)


def read_back(format: Format, writing: Writing) -> Package:
    assert format.read is not None
    packages: list[Package] = []
    for id, data in writing.documents.items():
        try:
            packages.append(format.read(data, f"{id or 'all'}{format.suffixes[0]}").package)
        except InputFaults:
            continue
    return Package(
        frameworks=tuple(f for p in packages for f in p.frameworks),
        crosswalks=tuple(c for p in packages for c in p.crosswalks),
    )


def matches(value: Any, among: Iterable[Any]) -> list[Any]:
    """Return what of ``among`` is about what ``value`` is about."""
    return [each for each in among if is_same(each, value)]


def is_same(other: Any, value: Any) -> bool:
    """Return whether ``other`` is about what ``value`` is about."""
    if isinstance(value, Alignment):
        return bool((other.subject, other.object) == (value.subject, value.object))
    if isinstance(value, Agent):
        return bool(other.name == value.name)
    keys = [key for key in ("iri", "kind") if hasattr(value, key)]
    return any(bool(getattr(other, key) == getattr(value, key)) for key in keys)


def holds(back: Any, value: Any) -> bool:
    """Return whether ``back`` says what ``value`` says; of several things, it may say more."""
    if isinstance(value, Literal) and isinstance(back, Literal):
        return str(back) == str(value)
    if isinstance(value, tuple) and isinstance(back, tuple):
        return {*map(identity, value)} <= {*map(identity, back)}
    return bool(identity(back) == identity(value))


def identity(value: Any) -> Any:
    """Return what ``value`` is known by: an agent by its name, an extension slot by its property.

    What else is said of agents is compared on its own.
    """
    if isinstance(value, Agent):
        return value.name
    is_extension = isinstance(value, Slot) and value.name.startswith("ext_")
    return (value.property, value.values) if is_extension else value
