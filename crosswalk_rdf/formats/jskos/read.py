"""JSKOS to a package: objects of any kind, one, in a list, or one a line (NDJSON)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from rdflib import SKOS

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.jskos.fields import CONCORDANCES, REGISTRIES
from crosswalk_rdf.formats.jskos.read_context import Sets
from crosswalk_rdf.formats.jskos.read_mappings import crosswalks_of
from crosswalk_rdf.formats.jskos.read_resources import Resources, objects_in
from crosswalk_rdf.formats.jskos.values import Json, Notes, uri_of
from crosswalk_rdf.formats.shared.json_documents import read_json, whole_characters
from crosswalk_rdf.formats.shared.skos_model.from_triples import read_triples
from crosswalk_rdf.formats.shared.skos_model.vocabulary import COLLECTIONS, SKOS_MAPPINGS
from crosswalk_rdf.model import Package

_KINDS: Final = {
    str(SKOS.Concept): "concept",
    str(SKOS.ConceptScheme): "scheme",
    **{str(kind): "collection" for kind in COLLECTIONS},
    **{str(kind): "mapping" for kind in SKOS_MAPPINGS},
    **{str(kind): "concordance" for kind in CONCORDANCES},
    **{str(kind): "registry" for kind in REGISTRIES},
}
_SIGNS: Final = (
    ("mapping", {"from", "to"}),
    ("concordance", {"fromScheme", "toScheme"}),
    ("registry", {"schemes", "concordances", "registries"}),
    ("collection", {"memberSet", "memberList"}),
    ("scheme", {"topConcepts", "concepts", "namespace", "notationPattern", "uriPattern"}),
    ("concept", {"inScheme", "topConceptOf", "broader", "narrower", "ancestors", "related"}),
)
"""Fields by which an object without a type is known, the surest first."""
_START: Final = 3000


@dataclass(slots=True)
class _Content:
    """What a document holds, by kind."""

    resources: Resources
    sets: Sets = field(default_factory=Sets)


def read(data: bytes, file: str) -> Reading:
    """Return the frameworks and crosswalks in ``data`` (JSKOS 0.7.1).

    Raises InputFaults where it is not JSON, with line and column, or holds nothing of JSKOS.
    """
    report = Report()
    notes = Notes(report)
    document = _Content(Resources(notes))
    try:
        for value, place in _values(data, file):
            for item, at in objects_in(value, place, notes):
                _take(item, at, document)
        subjects = document.resources.subjects
        reading = read_triples(subjects, file, report) if subjects else Reading(Package(), report)
    except RecursionError as error:
        raise unreadable(file, "JSON nested too deep: flatten it") from error
    document.sets.mappings += document.resources.mappings
    crosswalks = crosswalks_of(document.sets, reading.package, subjects, file, notes)
    notes.close()
    package = Package(
        frameworks=reading.package.frameworks,
        crosswalks=(*reading.package.crosswalks, *crosswalks),
    )
    if not (package.frameworks or package.crosswalks):
        message = "it holds no concept, scheme, mapping or concordance of JSKOS: give such a file"
        raise unreadable(file, message)
    return Reading(package, report)


def _values(data: bytes, file: str) -> Iterator[tuple[Json, str]]:
    """Yield the JSON values in ``data`` and their places: one, or one a line."""
    is_broken = b"\\ud" in data.lower()
    for value, place in _raw_values(data, file):
        yield whole_characters(value) if is_broken else value, place


def _raw_values(data: bytes, file: str) -> Iterator[tuple[Json, str]]:
    try:
        yield read_json(data, file), ""
        return
    except InputFaults as error:
        lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        if not _is_lines(lines):
            raise error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _line(line, number, file), f"line {number}: "


def _line(line: bytes, number: int, file: str) -> Json:
    try:
        return read_json(line, file)
    except InputFaults as error:
        faults = (Fault(file, number, fault.column, fault.message) for fault in error.faults)
        raise InputFaults(faults) from error


def _is_lines(lines: list[bytes]) -> bool:
    """Return whether the first line that is not empty is an object by itself."""
    first = next((line for line in lines if line.strip()), b"")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def kind_of(value: Json) -> str:
    """Return what kind of object ``value`` is, by its type or its fields; ``""`` if of no use."""
    types = value.get("type")
    for kind in types if isinstance(types, list) else [types]:
        if isinstance(kind, str) and kind in _KINDS:
            return _KINDS[kind]
    for name, signs in _SIGNS:
        needed = len(signs) if name in ("mapping", "concordance") else 1
        if len(signs & set(value)) >= needed:
            return name
    return "concept" if "uri" in value and "prefLabel" in value and not types else ""


def _take(value: Json, place: str, document: _Content) -> None:
    kind = kind_of(value)
    notes = document.resources.notes
    if kind == "concept":
        document.resources.concept(value, place)
    elif kind == "scheme":
        document.resources.scheme(value, place)
    elif kind == "collection":
        document.resources.collection(value, place)
    elif kind == "mapping":
        document.sets.mappings.append((value, place))
    elif kind in ("concordance", "registry"):
        _take_set(value, place, kind, document)
    else:
        why = "it is no concept, scheme, mapping, concordance or registry"
        notes.add(place or "/", Action.NOT_CARRIED, "an object of another kind", why)


def _take_set(value: Json, place: str, kind: str, document: _Content) -> None:
    """Take over a concordance or registry, and each object in it."""
    notes = document.resources.notes
    iri = uri_of(value, place, notes)
    described_sets = (
        document.sets.concordances if kind == "concordance" else document.sets.registries
    )
    if iri is not None and (kind == "concordance" or "concordances" in value):
        described_sets.setdefault(iri, value)
    for name in ("schemes", "concepts", "concordances", "mappings", "registries"):
        content = value.get(name)
        for item, at in objects_in(content, f"{place}/{name}", notes) if content else ():
            if set(item) <= {"uri"}:
                continue
            if name == "mappings":
                inherited = {
                    "fromScheme": value.get("fromScheme"),
                    "toScheme": value.get("toScheme"),
                }
                inherited |= {"partOf": [{"uri": iri}] if iri and kind == "concordance" else None}
                full = {**{k: v for k, v in inherited.items() if v}, **item}
                document.sets.mappings.append((full, at))
            else:
                _take(item, at, document)


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is JSON that opens like JSKOS."""
    start = data[:_START].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith((b"{", b"[")):
        return False
    return b"gbv.github.io/jskos" in start or (
        b'"uri"' in start
        and any(
            sign in start
            for sign in (
                *(b'"prefLabel"', b'"inScheme"', b'"fromScheme"', b'"memberSet"'),
                *(b"skos/core#Concept", b"xkos#Correspondence"),
            )
        )
    )
