"""A part of a crosswalk to a SSSOM document that the strict reader takes.

The inverse of :mod:`crosswalk_rdf.formats.sssom.from_document`.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.sssom.curies import Curies, uri
from crosswalk_rdf.formats.sssom.fields import (
    CARDINALITY,
    CONCEPT,
    IRIS,
    JUSTIFICATION,
    LICENSE,
    MODIFIER,
    OBJECT,
    RECORD_ID,
    SET_DESCRIPTION,
    SET_ID,
    SET_TITLE,
    SOURCES,
    SUBJECT,
    TEXTS,
    VERSION,
    extension_values,
)
from crosswalk_rdf.formats.sssom.terms import kind_of, word
from crosswalk_rdf.formats.sssom.tsv import Document, ExtensionDefinition, Record
from crosswalk_rdf.formats.sssom.tsv.cardinality import with_cardinality
from crosswalk_rdf.formats.sssom.tsv.justifications import (
    FURTHER_JUSTIFICATIONS,
    JUSTIFICATIONS,
    UNSPECIFIED_JUSTIFICATION,
)
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY, RECORD_SLOTS, SET_SLOTS, URI
from crosswalk_rdf.formats.sssom.tsv.values import Checker, all_prefixes
from crosswalk_rdf.formats.sssom.tsv.versions import uses_1_1
from crosswalk_rdf.model import NOT, Alignment, MappingSet, Slot, literal_iri
from crosswalk_rdf.model.alignment_triples import types_of_concepts
from crosswalk_rdf.namespaces import SEMAPV

_IRI_HINT: Final = "linkml:Uriorcurie"
"""The ``type_hint`` of an extension whose values are IRIs (SSSOM, "Non-standard slots")."""
NO_BASE: Final = "http://sssom.invalid/"
"""For properties of ours where no ontology of ours is known: SSSOM's for what is not defined."""

_DERIVED: Final = (RECORD_ID, CARDINALITY)
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
    external: Container[URIRef] = ()
    """Frameworks whose statements are not known to be concepts."""
    extensions: dict[str, ExtensionDefinition] = field(default_factory=dict)
    """By the IRI of the property."""
    hints: dict[str, str] = field(default_factory=dict)

    def extension(self, preferred_name: str, property: str, hint: str) -> str:
        """Return the name of the extension slot of ``property``, defined if need be."""
        if property not in self.extensions:
            name = re.sub(r"[^\w.-]", "_", preferred_name)
            name = (
                name if re.match(r"[^\W\d]", name) and name not in RECORD_SLOTS else f"ext_{name}"
            )
            names = {definition.slot_name for definition in self.extensions.values()} | {*SET_SLOTS}
            while name in names:
                name = f"{name}_"
            is_default = property == f"{NO_BASE}{name}"
            self.extensions[property] = ExtensionDefinition(
                slot_name=name,
                property=None if is_default else self.curies.curie(property),
                type_hint=hint,
            )
            self.hints[name] = hint
        return self.extensions[property].slot_name

    def slots(self, slots: tuple[Slot, ...], allowed: tuple[str, ...], place: str) -> Slots:
        """Return slots of the model as SSSOM writes them; note those that it cannot."""
        by_name: Slots = {}
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
                by_name[name] = values
        return by_name

    def _texts(self, slot: Slot, allowed: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if slot.name in allowed:
            return slot.name, tuple(self._text(slot.name, value) for value in slot.values)
        name = self.extension(slot.name, str(slot.property), self._hint(slot))
        is_iri = self.hints[name] == _IRI_HINT
        values = (self.curies.curie(v) if is_iri else str(v) for v in slot.values)
        return name, tuple(value for value in values if value)

    def _hint(self, slot: Slot) -> str:
        value = next(iter(slot.values), None)
        if isinstance(value, URIRef):
            return _IRI_HINT
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
    whole: MappingSet,
    parts: Sequence[MappingSet],
    prefixes: Mapping[str, str],
    namespace: str,
    report: Report,
    *,
    external: Container[URIRef] = (),
    record_ids: bool = True,
) -> Document:
    """Return ``parts`` as the SSSOM 1.1 document of the set ``whole``.

    What SSSOM cannot say is noted in ``report``. IRIs are written under ``prefixes``, or new ones.
    ``namespace`` is that of our own properties, ``""`` where it is not known. Ends are concepts
    unless their framework is ``external``. ``record_ids`` are written where no two are the same.
    """
    writer = _Writer(whole, Curies(dict(prefixes)), namespace or NO_BASE, report, external)
    slots = _set_slots(writer)
    records = with_cardinality(list(_records(writer, parts, record_ids)))
    if not records:
        slots |= _sources(writer, whole)
    if namespace or uses_1_1(slots, records):
        slots[VERSION] = ("1.1",)
    report.count("records", sum(len(part.alignments) for part in parts), len(records))
    return Document(
        prefixes=writer.curies.declared,
        slots={name: values for name, values in slots.items() if any(values)},
        extensions=tuple(writer.extensions.values()),
        records=records,
    )


def _set_slots(writer: _Writer) -> Slots:
    whole = writer.part
    slots: Slots = {
        SET_ID: (uri(whole.iri),),
        LICENSE: (uri(whole.license),),
        **writer.slots(whole.slots, SET_SLOTS, str(whole.iri)),
    }
    if "title" not in whole.assumed:
        slots[SET_TITLE] = (str(whole.title),)
    if whole.description:
        slots[SET_DESCRIPTION] = (str(whole.description),)
    return slots


def _sources(writer: _Writer, part: MappingSet) -> Slots:
    """Return the frameworks of both ends, those that a foreign document states."""
    stated = (slot for slot in SOURCES if slot not in part.assumed)
    return {slot: (writer.curies.curie(getattr(part, slot)),) for slot in stated}


def _records(writer: _Writer, parts: Sequence[MappingSet], record_ids: bool) -> Iterator[Record]:
    """Yield a record for each alignment; none twice, ids only where they tell records apart."""
    with_ids = record_ids and _have_ids([a for part in parts for a in part.alignments])
    keys: set[frozenset[tuple[str, tuple[str, ...]]]] = set()
    for part in parts:
        for alignment in part.alignments:
            record = _record(writer, part, alignment)
            key = frozenset(item for item in record.slots.items() if item[0] not in _DERIVED)
            if key in keys:
                why = "another record says the same: SSSOM has each once"
                writer.report.add(str(alignment.iri), Action.NOT_CARRIED, "an alignment", why)
                continue
            keys.add(key)
            slots = {n: v for n, v in record.slots.items() if with_ids or n != RECORD_ID}
            yield replace(record, slots=slots)


def _have_ids(alignments: Sequence[Alignment]) -> bool:
    """Return whether records carry their IRIs: some were given, and no two are the same."""
    is_named = not all(alignment.unnamed for alignment in alignments)
    return is_named and len({alignment.iri for alignment in alignments}) == len(alignments)


def _record(writer: _Writer, part: MappingSet, alignment: Alignment) -> Record:
    curie = writer.curies.curie
    types = types_of_concepts(alignment, part, writer.external)
    values: dict[str, str | None] = {
        RECORD_ID: curie(alignment.iri),
        **{slot: curie(iri) for slot, iri in _identifiers(alignment)},
        **{slot: getattr(alignment, field) for slot, field in TEXTS.items()},
        MODIFIER: NOT if alignment.negated else None,
        JUSTIFICATION: _justification(writer, alignment),
        **dict.fromkeys(types, CONCEPT),
    }
    slots = {name: (value,) for name, value in values.items() if value}
    printed = {
        writer.extension(own.slot, f"{writer.own}{own.property}", own.type_hint): (value,)
        for own, value in extension_values(alignment)
    }
    extensions = writer.slots(alignment.slots, RECORD_SLOTS, str(alignment.iri))
    return Record(slots={**slots, **_sources(writer, part), **printed, **extensions})


def _identifiers(alignment: Alignment) -> Iterator[tuple[str, URIRef]]:
    """Yield the slots that hold identifiers, but for an end that is a text without one."""
    labels = {SUBJECT: alignment.subject_label, OBJECT: alignment.object_label}
    for slot, name in IRIS.items():
        iri = getattr(alignment, name)
        label = labels.get(slot)
        if not (label and alignment.literal and iri == literal_iri(label)):
            yield slot, iri


def _justification(writer: _Writer, alignment: Alignment) -> str:
    """Return the justification, or the unspecified one for what SSSOM does not allow."""
    justification = f"semapv:{alignment.justification.removeprefix(SEMAPV)}"
    if justification in (*JUSTIFICATIONS, *FURTHER_JUSTIFICATIONS):
        return justification
    what = f"the justification {alignment.justification}"
    why = f"SSSOM allows only some of SEMAPV: {UNSPECIFIED_JUSTIFICATION} is written"
    writer.report.add(str(alignment.iri), Action.REPAIRED, what, why)
    return UNSPECIFIED_JUSTIFICATION
