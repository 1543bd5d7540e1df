"""Associations of a spreadsheet: relations inside the framework, and alignments to others."""

from dataclasses import dataclass, field
from typing import Final

from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.opensalt.headers import mapping_of, relation_of
from crosswalk_rdf.formats.shared.associations import associations_crosswalk
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.tabular import Row
from crosswalk_rdf.formats.shared.tabular.items import Item, Items
from crosswalk_rdf.formats.shared.tabular.values import is_address
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    Origin,
    PropertyValue,
    Slot,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.lexical import uuid_of
from crosswalk_rdf.namespaces import CASE, SEMAPV

_TITLES: Final = {
    "elsewhere": "Statements of other frameworks",
    "origins": "Statements from which associations lead elsewhere",
}
Key = tuple[str, URIRef, URIRef]


@dataclass(frozen=True, slots=True)
class End:
    """One end of an association: an item of the framework, or something outside."""

    iri: URIRef
    item: Item | None
    name: str = ""
    """What the sheet calls it, where its IRI does not say so."""


def end_outside(framework: URIRef, text: str) -> End:
    """Return what ``text`` names outside of the framework: a UUID, an address, a code."""
    uuid = uuid_of(text)
    if uuid:
        return End(URIRef(f"urn:uuid:{uuid}"), None)
    if is_address(text):
        return End(URIRef(text), None)
    return End(unnamed_iri(framework, text), None, text)


@dataclass(slots=True)
class Associations:
    """The associations of one document, taken in one at a time."""

    framework: Framework
    items: Items
    report: Report
    carried: int = 0
    records: set[int] = field(default_factory=set)
    """The rows that became alignments."""
    _parts: dict[Key, list[Alignment]] = field(default_factory=dict)
    _groups: dict[str, str] = field(default_factory=dict)
    _iris: set[URIRef] = field(default_factory=set)

    def add(self, row: Row, name: str, type: str, origin: End, to: End) -> None:
        """Add an association of ``origin`` with ``to``; ``name`` is the field that states it."""
        if type == "replacedBy" and origin.item is not None and not origin.item.replaced_by:
            origin.item.replaced_by = to.iri
        elif origin.item is not None and to.item is not None:
            self._inside(row, name, type, origin.item, to.item)
        elif origin.item is not None or to.item is not None or row.get("identifier"):
            self._outside(row, name, type, origin, to)
        self.carried += 1

    def _inside(self, row: Row, name: str, type: str, origin: Item, to: Item) -> None:
        property = relation_of(type)
        if property == SKOS.related and self._in_line(origin, to):
            property = CASE[type]  # SKOS S27 forbids skos:related here
        relation = PropertyValue(property, to.iri)
        if relation in origin.properties:
            self.report.add(row.place(name), Action.IGNORED, type, "it is said once already")
        else:
            origin.properties.append(relation)

    def _in_line(self, one: Item, other: Item) -> bool:
        """Return whether one of the two is the other or above it."""
        return other.iri in self._above(one) or one.iri in self._above(other)

    def _above(self, item: Item) -> set[URIRef]:
        ancestors: set[URIRef] = set()
        waiting = [item.iri]
        while waiting:
            here = waiting.pop()
            ancestor = self.items.by_iri.get(here)
            if here not in ancestors and ancestor is not None:
                ancestors.add(here)
                waiting.extend(p for p in (ancestor.parent, *ancestor.also) if p)
        return ancestors

    def _outside(self, row: Row, name: str, type: str, origin: End, to: End) -> None:
        group = row.get("associationGroupIdentifier") or row.get("associationGroupName")
        self._groups.setdefault(group, row.get("associationGroupName"))
        key = (group, self._source(origin, "origins"), self._source(to, "elsewhere"))
        iri = self._name(row, name, type, origin, to)
        self.records.add(row.number)
        self._parts.setdefault(key, []).append(
            Alignment(
                iri=iri,
                subject=origin.iri,
                predicate=mapping_of(type),
                object=to.iri,
                justification=SEMAPV.UnspecifiedMatching,
                comment=self._notes(row),
                slots=tuple(_slots(row, origin, to)),
                origin=Origin(self.framework.origin.file, row.line),
            )
        )

    def _notes(self, row: Row) -> str | None:
        return (row.get("notes") or None) if "associationType" in row.table.columns else None

    def _source(self, end: End, otherwise: str) -> URIRef:
        return self.framework.iri if end.item else unnamed_iri(self.framework.iri, otherwise)

    def _name(self, row: Row, name: str, type: str, origin: End, to: End) -> URIRef:
        """Return an IRI that no other alignment has."""
        uuid = uuid_of(row.get("identifier")) if "associationType" in row.table.columns else ""
        seed = f"{origin.iri} {type} {to.iri}"
        iri = URIRef(f"urn:uuid:{uuid}") if uuid else unnamed_iri(self.framework.iri, seed)
        number = 1
        while iri in self._iris:
            number += 1
            iri = unnamed_iri(self.framework.iri, f"{seed} {number}")
        if number > 1:
            why = "another association is called the same: named anew"
            self.report.add(row.place(name), Action.REPAIRED, type, why)
        self._iris.add(iri)
        return iri

    def crosswalk(self) -> Crosswalk | None:
        """Return the crosswalk of what leads out of the framework; None where nothing does."""
        if not self._parts:
            return None
        own = self.framework
        external = {
            unnamed_iri(own.iri, id): ExternalFramework(
                iri=unnamed_iri(own.iri, id), id=id, title=Literal(title, lang="en")
            )
            for id, title in _TITLES.items()
        }
        used = {source for _, *sources in self._parts for source in sources}
        ids: set[str] = set()
        return associations_crosswalk(
            own,
            tuple(framework for iri, framework in external.items() if iri in used),
            tuple(self._part(key, ids) for key in self._parts),
        )

    def _part(self, key: Key, ids: set[str]) -> MappingSet:
        group, subject, object = key
        title = self._groups.get(group) or group
        stem = slug(title, "part") if title else "associations"
        id = unused_name(stem, ids)
        ids.add(id)
        uuid = uuid_of(group) if id == stem else ""
        return MappingSet(
            iri=URIRef(f"urn:uuid:{uuid}") if uuid else unnamed_iri(self.framework.iri, id),
            id=id,
            title=Literal(title) if title else Literal("Associations", lang="en"),
            license=UNSPECIFIED_LICENSE,
            rights=self.framework.rights,
            subject_source=subject,
            object_source=object,
            alignments=tuple(self._parts[key]),
            origin=self.framework.origin,
        )


def _slots(row: Row, origin: End, to: End) -> list[Slot]:
    """Return what an association carries beside its ends and its notes."""
    slots = []
    if "associationType" in row.table.columns:
        identifier, sequence = row.get("identifier"), row.get("sequenceNumber")
        if identifier and not uuid_of(identifier):
            slots.append(_slot("identifier", DCTERMS.identifier, Literal(identifier)))
        if sequence.isascii() and sequence.isdigit():
            number = Literal(sequence, datatype=XSD.integer, normalize=False)
            slots.append(_slot("sequenceNumber", CASE.sequenceNumber, number))
    for name, end in (("origin", origin), ("destination", to)):
        if end.name:
            text = Literal(end.name)
            slots.append(_slot(f"{name}_identifier", CASE[f"{name}Identifier"], text))
    return slots


def _slot(name: str, property: URIRef, value: Literal) -> Slot:
    return Slot(name=f"ext_{name}", property=property, values=(value,))
