"""The alignments of a crosswalk to CFAssociations between documents."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.association_types import predicate_of, type_of
from crosswalk_rdf.formats.case.definitions import UNGROUPED, grouping_iri
from crosswalk_rdf.formats.case.extensions import Object, slots_json
from crosswalk_rdf.formats.case.identifiers import Names, association_uuid, document_uuid, link
from crosswalk_rdf.formats.case.lexical import uri_of, uuid_of
from crosswalk_rdf.formats.case.properties import whole_json
from crosswalk_rdf.formats.case.write.documents import with_extension
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet
from crosswalk_rdf.namespaces import SEMAPV

_OWN_SLOTS: Final = (
    "identifier",
    "uri",
    "associationType",
    "sequenceNumber",
    "lastChangeDateTime",
    "extensions",
    "origin_identifier",
    "origin_uri",
    "origin_targetType",
    "destination_identifier",
    "destination_uri",
    "destination_targetType",
)
"""The slots, each with ``ext_`` before it, into which the reader puts what else CASE says."""


_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")


@dataclass(frozen=True, slots=True)
class AlignmentWriter:
    """Writes the alignments of one crosswalk."""

    crosswalk: Crosswalk
    names: Names
    changed: str
    """When the document was last changed that they stand in."""
    links: Mapping[str, Object]
    """The links to groupings, by IRI."""
    notations: Mapping[URIRef, str]
    texts: Mapping[URIRef, str]

    def associations(self) -> Iterator[Object]:
        """Yield the CFAssociations, of CASE 1.1, part by part; none for a negated alignment."""
        for part in self.crosswalk.parts:
            iri = grouping_iri(part)
            grouping = self.links.get(str(iri), {})
            for alignment in part.claims:
                yield self._association(alignment, part, grouping)

    def _association(self, alignment: Alignment, part: MappingSet, grouping: Object) -> Object:
        values = _first_values(alignment)
        document = document_uuid(self.crosswalk)
        usual = association_uuid(alignment.iri, self.crosswalk.iri, document)
        type = str(values.get("associationType", type_of(alignment.predicate)))
        association: Object = {
            "identifier": uuid_of(str(values.get("identifier", ""))) or usual,
            "associationType": type,
            "uri": uri_of(str(values.get("uri", alignment.iri))),
            "originNodeURI": self._node(
                "origin", alignment.subject, alignment.subject_label, values
            ),
            "destinationNodeURI": self._node(
                "destination", alignment.object, alignment.object_label, values
            ),
            "lastChangeDateTime": str(values.get("lastChangeDateTime", self.changed)),
        }
        if _INTEGER.fullmatch(str(values.get("sequenceNumber", ""))):
            association["sequenceNumber"] = int(values["sequenceNumber"])
        if grouping:
            association["CFAssociationGroupingURI"] = grouping
        if "extensions" in values:
            association["extensions"] = whole_json(values["extensions"])
        extension = self._rest(alignment, type)
        notes = self._notes(alignment, part)
        if notes:
            association["notes"] = notes
        if notes != (alignment.comment or ""):
            extension["comment"] = alignment.comment or ""
        return with_extension(association, extension)

    def _node(
        self, end: str, iri: URIRef, label: str | None, values: Mapping[str, URIRef | Literal]
    ) -> Object:
        """Return the link to one end of an alignment."""
        usual = self.names.node(iri)
        node = link(
            label or usual["title"],
            str(values.get(f"{end}_identifier", usual["identifier"])),
            str(values.get(f"{end}_uri", iri)),
        )
        target = values.get(f"{end}_targetType", usual.get("targetType"))
        return {**node, "targetType": str(target)} if target else node

    def _rest(self, alignment: Alignment, type: str) -> Object:
        """Return what CASE has no property for, and a reader would not suppose."""
        extension: Object = {}
        for key, iri in (("subject", alignment.subject), ("object", alignment.object)):
            if uri_of(iri) != str(iri):
                extension[key] = str(iri)
        if uri_of(alignment.iri) != str(alignment.iri):
            extension["iri"] = str(alignment.iri)
        if predicate_of(type) != alignment.predicate:
            extension["predicate"] = str(alignment.predicate)
        if alignment.justification != SEMAPV.UnspecifiedMatching:
            extension["mappingJustification"] = str(alignment.justification)
        if alignment.lines:
            extension["lines"] = list(alignment.lines)
        texts = {
            "printedNotation": alignment.printed_notation,
            "printedSubjectNotation": alignment.printed_subject_notation,
            "printedText": alignment.printed_text,
        }
        extension |= {key: text for key, text in texts.items() if text is not None}
        slots = [slot for slot in alignment.slots if not _is_own(slot.name)]
        return {**extension, "slots": slots_json(slots)} if slots else extension

    def _notes(self, alignment: Alignment, part: MappingSet) -> str:
        """Return the evidence in words: where it is printed, what is printed that differs."""
        evidence = []
        if alignment.lines:
            first, last = alignment.lines
            where = "" if part.id.startswith(UNGROUPED) else f"{part.title}, "
            place = f"line {first}" if first == last else f"lines {first}–{last}"
            evidence.append(f"{where}{place} of the source.")
        subject, object = alignment.subject, alignment.object
        for name, printed, canonical in (
            ("origin", alignment.printed_subject_notation, self.notations.get(subject)),
            ("destination", alignment.printed_notation, self.notations.get(object)),
        ):
            if printed is not None and printed != canonical:
                evidence.append(f"Printed notation of the {name}: {printed}.")
        if alignment.printed_text is not None and alignment.printed_text != self.texts.get(object):
            evidence.append(f"Printed text: “{alignment.printed_text}”")
        if not evidence:
            return alignment.comment or ""
        return " ".join([*evidence, *([alignment.comment] if alignment.comment else [])])


def _first_values(alignment: Alignment) -> dict[str, URIRef | Literal]:
    """Return the values of the slots into which the reader puts what else CASE says."""
    return {
        slot.name.removeprefix("ext_"): slot.values[0]
        for slot in alignment.slots
        if _is_own(slot.name) and slot.values
    }


def _is_own(name: str) -> bool:
    return name.removeprefix("ext_") in _OWN_SLOTS and name.startswith("ext_")
