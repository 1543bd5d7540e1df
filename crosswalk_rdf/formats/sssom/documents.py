"""A part of a crosswalk to a SSSOM document that the strict reader takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.sssom.curies import Curies, known_prefixes, uri
from crosswalk_rdf.formats.sssom.terms import kind_of, word
from crosswalk_rdf.formats.sssom.tsv import Document, ExtensionDefinition, Record
from crosswalk_rdf.formats.sssom.tsv.slots import (
    ENTITY,
    JUSTIFICATIONS,
    RECORD_SLOTS,
    SET_SLOTS,
    URI,
)
from crosswalk_rdf.formats.sssom.tsv.values import Checker, all_prefixes
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet, Package, Slot
from crosswalk_rdf.namespaces import SEMAPV, ontology_namespace

_UNSPECIFIED: Final = "semapv:UnspecifiedMatching"
_PRINTED: Final = (
    ("printedNotation", "ext_printed_notation", "xsd:string"),
    ("printedSubjectNotation", "ext_printed_subject_notation", "xsd:string"),
    ("printedText", "ext_printed_text", "xsd:string"),
    ("sourceLine", "ext_source_line", "xsd:integer"),
    ("sourceLineEnd", "ext_source_line_end", "xsd:integer"),
)
"""Our own properties of an alignment, and the extension slots that hold them."""
NO_BASE: Final = "http://sssom.invalid/"
"""For properties of ours where no ontology of ours is known: SSSOM's for what is not defined."""

_DERIVED: Final = ("record_id", "mapping_cardinality")
"""Slots in which two records may differ and still be the same."""

Slots = dict[str, tuple[str, ...]]


@dataclass(slots=True)
class _Writer:
    """The document of one part in the making."""

    part: MappingSet
    curies: Curies
    own: str
    """The namespace of our own properties."""
    report: Report
    extensions: dict[str, ExtensionDefinition] = field(default_factory=dict)
    """By the IRI of the property."""
    hints: dict[str, str] = field(default_factory=dict)

    def extension(self, wanted: str, property: str, hint: str) -> str:
        """Return the name of the extension slot of ``property``, defined if need be."""
        if property not in self.extensions:
            name = re.sub(r"[^\w.-]", "_", wanted)
            name = (
                name if re.match(r"[^\W\d]", name) and name not in RECORD_SLOTS else f"ext_{name}"
            )
            names = {known.slot_name for known in self.extensions.values()} | {*SET_SLOTS}
            while name in names:
                name = f"{name}_"
            self.extensions[property] = ExtensionDefinition(
                slot_name=name, property=self.curies.curie(property), type_hint=hint
            )
            self.hints[name] = hint
        return self.extensions[property].slot_name

    def slots(self, slots: tuple[Slot, ...], allowed: tuple[str, ...], place: str) -> Slots:
        """Return slots of the model as SSSOM writes them; note those that it cannot."""
        found: Slots = {}
        for slot in slots:
            name, values = self._texts(slot, allowed)
            checker = Checker(all_prefixes(self.curies.declared), self.hints)
            problems = [checker.problem(name, value) for value in values]
            problem = next((p for p in problems if p), None)
            if len(values) > 1 and name in self.hints:
                problem = "an extension slot takes one value"
            if problem:
                self.report.add(place, Action.NOT_CARRIED, f"the slot {slot.name}", problem)
            elif values:
                found[name] = values
        return found

    def _texts(self, slot: Slot, allowed: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if slot.name in allowed:
            return slot.name, tuple(self._text(slot.name, value) for value in slot.values)
        name = self.extension(slot.name, str(slot.property), self._hint(slot))
        is_iri = self.hints[name] == "linkml:uriOrCurie"
        values = (self.curies.curie(v) if is_iri else str(v) for v in slot.values)
        return name, tuple(value for value in values if value)

    def _hint(self, slot: Slot) -> str:
        value = next(iter(slot.values), None)
        if isinstance(value, URIRef):
            return "linkml:uriOrCurie"
        datatype = value.datatype if value is not None else None
        return self.curies.curie(datatype) if datatype else "xsd:string"

    def _text(self, name: str, value: URIRef | Literal) -> str:
        kind = kind_of(name)
        if isinstance(value, Literal):
            return str(value)
        if kind == ENTITY:
            return self.curies.curie(value)
        return uri(value) if kind == URI else word(value) or str(value)


def document_of(
    part: MappingSet, crosswalk: Crosswalk, package: Package, report: Report
) -> Document:
    """Return ``part`` as a SSSOM 1.1 document; note in ``report`` what SSSOM cannot say."""
    writer = _Writer(part, Curies(_prefixes(part, crosswalk, package)), _own(package), report)
    slots: Slots = {
        "sssom_version": ("1.1",),
        "mapping_set_id": (uri(part.iri),),
        "mapping_set_title": (str(part.title),),
        "license": (uri(part.license),),
        **writer.slots(part.slots, SET_SLOTS, str(part.iri)),
    }
    if part.description:
        slots["mapping_set_description"] = (str(part.description),)
    records = list(_records(writer))
    if not records:
        slots |= _sources(writer)
    report.count("records", len(part.alignments), len(records))
    return Document(
        prefixes=writer.curies.declared,
        slots={name: values for name, values in slots.items() if any(values)},
        extensions=tuple(writer.extensions.values()),
        records=tuple(records),
    )


def _prefixes(part: MappingSet, crosswalk: Crosswalk, package: Package) -> dict[str, str]:
    namespaces = {crosswalk.id: f"{crosswalk.iri}/"}
    namespaces |= {f.id: _below(f.iri) for f in package.frameworks}
    namespaces |= {f.id: _below(f.iri) for f in crosswalk.external}
    if package.base:
        namespaces |= {"base": package.base, "xw": _own(package)}
    return known_prefixes(namespaces, dict(part.prefixes))


def _below(iri: str) -> str:
    """Return what the IRIs of the statements of a framework begin with."""
    return str(iri) if iri.endswith(("/", "#")) else f"{iri}/"


def _own(package: Package) -> str:
    return str(ontology_namespace(package.base)) if package.base else NO_BASE


def _sources(writer: _Writer) -> Slots:
    return {
        "subject_source": (writer.curies.curie(writer.part.subject_source),),
        "object_source": (writer.curies.curie(writer.part.object_source),),
    }


def _records(writer: _Writer) -> Iterator[Record]:
    """Yield a record for each alignment; none twice, ids only where they tell records apart."""
    iris = [alignment.iri for alignment in writer.part.alignments]
    with_ids = len(set(iris)) == len(iris)
    seen: set[frozenset[tuple[str, tuple[str, ...]]]] = set()
    for alignment in writer.part.alignments:
        record = _record(writer, alignment)
        key = frozenset(item for item in record.slots.items() if item[0] not in _DERIVED)
        if key in seen:
            why = "another record says the same: SSSOM has each once"
            writer.report.add(str(alignment.iri), Action.NOT_CARRIED, "an alignment", why)
            continue
        seen.add(key)
        slots = {n: v for n, v in record.slots.items() if with_ids or n != "record_id"}
        yield replace(record, slots=slots)


def _record(writer: _Writer, alignment: Alignment) -> Record:
    curie = writer.curies.curie
    values: dict[str, str | None] = {
        "record_id": curie(alignment.iri),
        "subject_id": curie(alignment.subject),
        "subject_label": alignment.subject_label,
        "predicate_id": curie(alignment.predicate),
        "object_id": curie(alignment.object),
        "object_label": alignment.object_label,
        "mapping_justification": _justification(writer, alignment),
        "comment": alignment.comment,
    }
    given = {slot.name for slot in alignment.slots}
    if not given & {"subject_type", "object_type"}:
        values |= {"subject_type": "skos concept", "object_type": "skos concept"}
    slots = {name: (value,) for name, value in values.items() if value}
    printed = {name: (value,) for name, value in _printed(writer, alignment) if value}
    more = writer.slots(alignment.slots, RECORD_SLOTS, str(alignment.iri))
    return Record(slots={**slots, **_sources(writer), **printed, **more})


def _justification(writer: _Writer, alignment: Alignment) -> str:
    """Return the justification, or the unspecified one for what SSSOM does not allow."""
    found = f"semapv:{alignment.justification.removeprefix(SEMAPV)}"
    if found in JUSTIFICATIONS:
        return found
    what = f"the justification {alignment.justification}"
    why = f"SSSOM allows only some of SEMAPV: {_UNSPECIFIED} is written"
    writer.report.add(str(alignment.iri), Action.REPAIRED, what, why)
    return _UNSPECIFIED


def _printed(writer: _Writer, alignment: Alignment) -> Iterator[tuple[str, str]]:
    lines = alignment.lines or ("", "")
    values = (
        alignment.printed_notation,
        alignment.printed_subject_notation,
        alignment.printed_text,
        str(lines[0]),
        str(lines[1]),
    )
    for (local, name, hint), value in zip(_PRINTED, values, strict=True):
        if value:
            yield writer.extension(name, f"{writer.own}{local}", hint), value
