"""One association between statements of different frameworks to an alignment."""

from rdflib import DCTERMS, XSD, Literal, URIRef

from crosswalk_rdf.formats.case.association_types import predicate_of, type_of
from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import Object, extension_of, json_literal, json_slots
from crosswalk_rdf.formats.case.identifiers import Names, association_uuid
from crosswalk_rdf.formats.case.lexical import iri_of, uri_of
from crosswalk_rdf.formats.case.read.associations import Association
from crosswalk_rdf.formats.case.read.documents import without_extension
from crosswalk_rdf.formats.case.read.index import named
from crosswalk_rdf.formats.case.read.items import lines_of
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.model import Alignment, Origin, Slot, derived_uuid, unnamed_iri, without_modifier
from crosswalk_rdf.namespaces import CASE, SEMAPV


class Recorder:
    """Makes alignments of associations, each with an IRI of its own."""

    def __init__(
        self, metadata: DocumentMetadata, when: str, names: Names, remarks: Remarks
    ) -> None:
        self._metadata, self._names, self._remarks = metadata, names, remarks
        self._uuid = metadata.uuid or derived_uuid(str(metadata.iri), "")
        self._changed = when
        self._iris: set[URIRef] = set()

    def alignment(self, association: Association) -> Alignment:
        """Return the alignment that ``association`` states."""
        clean, extension = association.clean, extension_of(association.clean)
        iri, identifier = self._name(association)
        subject = _iri_in(extension, "subject") or association.origin.iri
        object = _iri_in(extension, "object") or association.destination.iri
        predicate = _iri_in(extension, "predicate") or predicate_of(association.type)
        slots, negated = without_modifier(json_slots(extension.get("slots")))
        return Alignment(
            iri=iri,
            subject=subject,
            predicate=predicate,
            object=object,
            justification=_iri_in(extension, "mappingJustification") or SEMAPV.UnspecifiedMatching,
            subject_label=self._label(clean, "originNodeURI", subject),
            object_label=self._label(clean, "destinationNodeURI", object),
            printed_notation=_text(extension, "printedNotation"),
            printed_subject_notation=_text(extension, "printedSubjectNotation"),
            printed_text=_text(extension, "printedText"),
            lines=lines_of(extension.get("lines")),
            comment=_comment(clean),
            negated=negated,
            slots=(
                *identifier,
                *self._slots(association, predicate),
                *self._end(clean, "origin", subject),
                *self._end(clean, "destination", object),
                *slots,
            ),
            origin=Origin(association.place, 0),
        )

    def _name(self, association: Association) -> tuple[URIRef, list[Slot]]:
        """Return an IRI that no other alignment has, and what the association is called itself."""
        place = association.place
        clean = association.clean
        name = named(clean, self._metadata.iri, place, place, self._remarks)
        raw = clean.get("identifier", "")
        own = association_uuid(name.iri, self._metadata.iri, self._uuid)
        slots = [_slot("identifier", DCTERMS.identifier, raw)] if raw and raw != own else []
        if name.iri not in self._iris:
            self._iris.add(name.iri)
            return name.iri, slots
        again = 2
        while (iri := unnamed_iri(self._metadata.iri, f"{name.iri} {again}")) in self._iris:
            again += 1
        self._iris.add(iri)
        identifier = _slot("identifier", DCTERMS.identifier, raw or own)
        return iri, [identifier, _slot("uri", CASE.uri, str(name.iri))]

    def _label(self, clean: Object, key: str, iri: URIRef) -> str | None:
        """Return the title of a link, unless it is the one that the writer would give it."""
        title = clean.get(key, {}).get("title", "")
        return None if not title or title == self._names.title(iri) else str(title)

    def _slots(self, association: Association, predicate: URIRef) -> list[Slot]:
        """Return what the association carries beside its ends and its notes."""
        clean = without_extension(association.clean)
        slots = []
        if association.type != type_of(predicate):
            slots.append(_slot("associationType", CASE.associationType, association.type))
        if "sequenceNumber" in clean:
            number = Literal(str(clean["sequenceNumber"]), datatype=XSD.integer)
            slots.append(_of("sequenceNumber", CASE.sequenceNumber, number))
        when = clean.get("lastChangeDateTime", self._changed)
        if when != self._changed:
            moment = Literal(when, datatype=XSD.dateTime, normalize=False)
            slots.append(_of("lastChangeDateTime", DCTERMS.modified, moment))
        if "extensions" in clean:
            slots.append(_of("extensions", CASE.extensions, json_literal(clean["extensions"])))
        return slots

    def _end(self, clean: Object, name: str, iri: URIRef) -> list[Slot]:
        """Return what a link states beyond the IRI of its target."""
        link = clean.get(f"{name}NodeURI", {})
        usual = self._names.node(iri)
        slots = []
        identifier, uri, target = (
            str(link.get(key, "")) for key in ("identifier", "uri", "targetType")
        )
        if identifier and identifier.lower() != usual["identifier"]:
            slots.append(_slot(f"{name}_identifier", CASE[f"{name}Identifier"], identifier))
        if iri_of(uri) and iri_of(uri) != uri_of(iri) and iri_of(uri) != str(iri):
            slots.append(_slot(f"{name}_uri", CASE[f"{name}NodeURI"], iri_of(uri)))
        if target and target != usual.get("targetType"):
            slots.append(_slot(f"{name}_targetType", CASE[f"{name}TargetType"], target))
        return slots


def _iri_in(extension: Object, key: str) -> URIRef | None:
    value = extension.get(key)
    return URIRef(value) if isinstance(value, str) and iri_of(value) == value else None


def _comment(clean: Object) -> str | None:
    """Return the comment that the writer recorded, else the notes; None for neither."""
    extension = extension_of(clean)
    notes = extension["comment"] if "comment" in extension else clean.get("notes")
    return str(notes) if notes else None


def _text(extension: Object, key: str) -> str | None:
    value = extension.get(key)
    return value if isinstance(value, str) else None


def _slot(name: str, property: URIRef, text: str) -> Slot:
    return _of(name, property, Literal(text))


def _of(name: str, property: URIRef, value: Literal) -> Slot:
    return Slot(name=f"ext_{name}", property=property, values=(value,))
