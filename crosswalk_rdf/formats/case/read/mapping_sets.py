"""Associations that lead out of a document to the parts of a crosswalk."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.definitions import GROUPING, UNGROUPED, UNGROUPED_TITLE, part_uuid
from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import Object, extension_of, json_slots, literal_of
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.formats.case.lexical import iri_of
from crosswalk_rdf.formats.case.read.alignments import Recorder
from crosswalk_rdf.formats.case.read.associations import Association
from crosswalk_rdf.formats.case.read.definitions import Definitions
from crosswalk_rdf.formats.case.read.documents import id_of, text_of
from crosswalk_rdf.formats.case.read.index import Target
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    ExternalFramework,
    MappingSet,
    Origin,
    Slot,
    derived_uuid,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.namespaces import CASE

_ELSEWHERE = {
    "elsewhere": "Statements of other frameworks",
    "origins": "Statements from which associations lead elsewhere",
}
Key = tuple[str, URIRef, URIRef]


@dataclass(slots=True)
class Parts:
    """The parts of one crosswalk, found one association at a time."""

    metadata: DocumentMetadata
    definitions: Definitions
    names: Names
    rest: Object
    """What the writer recorded about the document."""
    changed: str
    """When the document was last changed."""
    remarks: Remarks
    _groupings: dict[str, Object] = field(default_factory=dict)
    _alignments: dict[Key, list[Alignment]] = field(default_factory=dict)
    _external: dict[URIRef, ExternalFramework] = field(default_factory=dict)

    def add(self, associations: Iterable[Association]) -> None:
        """Take in ``associations``, each as an alignment of the part that it belongs to."""
        for grouping in self.definitions.lists["CFAssociationGroupings"]:
            extension = extension_of(grouping)
            iri = iri_of(grouping.get("uri", ""))
            if iri:
                self._groupings[iri] = grouping
            if iri and iri_of(str(extension.get("subjectSource", ""))):
                self._alignments[self._key(iri, None, None)] = []
        recorder = Recorder(self.metadata, self.changed, self.names, self.remarks)
        for each in associations:
            link = each.clean.get("CFAssociationGroupingURI", {})
            key = self._key(self._grouping(link), each.origin, each.destination)
            self._alignments.setdefault(key, []).append(recorder.alignment(each))

    def _grouping(self, link: Object) -> str:
        """Return the IRI of the grouping that ``link`` points at; "" for no grouping."""
        iri = self.definitions.iri("CFAssociationGroupings", link) if link else None
        if iri:
            self._groupings.setdefault(str(iri), link)
        return str(iri or "")

    def _key(self, grouping: str, origin: Target | None, to: Target | None) -> Key:
        extension = extension_of(self._groupings.get(grouping, {}))
        subject = self._source(origin, extension.get("subjectSource"), "origins")
        return (grouping, subject, self._source(to, extension.get("objectSource"), "elsewhere"))

    def _source(self, end: Target | None, stated_source: object, otherwise: str) -> URIRef:
        """Return the framework of one end of an association."""
        if end and end.document in self.names.nodes:
            return URIRef(end.document or "")
        if isinstance(stated_source, str) and iri_of(stated_source) == stated_source:
            iri = URIRef(stated_source)
            if iri not in self.names.nodes:
                self._external.setdefault(iri, self._external_framework(iri))
            return iri
        iri = unnamed_iri(self.metadata.iri, otherwise)
        title = Literal(_ELSEWHERE[otherwise], lang="en")
        self._external.setdefault(iri, ExternalFramework(iri=iri, id=otherwise, title=title))
        return iri

    def _external_framework(self, iri: URIRef) -> ExternalFramework:
        sources = self.rest.get("sources")
        for each in sources if isinstance(sources, list) else ():
            match each:
                case {"iri": str(noted), "id": str(id), "title": title} if noted == str(iri):
                    return ExternalFramework(iri=iri, id=id, title=literal_of(title) or Literal(id))
        return ExternalFramework(iri=iri, id="elsewhere", title=Literal(str(iri)))

    def external(self) -> tuple[ExternalFramework, ...]:
        """Return the frameworks that are aligned and not in the package."""
        return tuple(self._external.values())

    def parts(self) -> tuple[MappingSet, ...]:
        """Return the parts: groupings in the order of their definition, then what is in none."""
        order = {iri: number for number, iri in enumerate(self._groupings)}
        keys = sorted(self._alignments, key=lambda key: order.get(key[0], len(order)))
        ids: set[str] = set()
        return tuple(self._part(key, ids) for key in keys)

    def _part(self, key: Key, ids: set[str]) -> MappingSet:
        uri, subject, object = key
        grouping = self._groupings.get(uri, {})
        extension, language = extension_of(grouping), self.metadata.language
        title = text_of(grouping, "title", language) if grouping.get("title") else None
        id = self._id(extension, title, ids)
        is_first = bool(uri) and uri not in ids
        ids |= {id, uri}
        iri = URIRef(uri) if is_first else unnamed_iri(self.metadata.iri, id)
        is_derived = grouping.get("identifier") == part_uuid(self._document, id)
        has_description = bool(grouping.get("description"))
        return MappingSet(
            iri=iri,
            id=id,
            title=title or Literal(UNGROUPED_TITLE, lang="en"),
            description=text_of(grouping, "description", language) if has_description else None,
            license=URIRef(iri_of(str(extension.get("license", ""))) or UNSPECIFIED_LICENSE),
            rights=literal_of(extension.get("rights")) or self.metadata.rights,
            subject_source=subject,
            object_source=object,
            subject_kinds=_iris(extension.get("subjectKinds")),
            object_kinds=_iris(extension.get("objectKinds")),
            slots=(
                *(() if not uri or (is_first and is_derived) else (_grouping_slot(uri),)),
                *json_slots(extension.get("slots")),
            ),
            alignments=tuple(self._alignments[key]),
            origin=Origin("", 0),
        )

    @property
    def _document(self) -> str:
        return self.metadata.uuid or derived_uuid(str(self.metadata.iri), "")

    def _id(self, extension: Object, title: Literal | None, ids: set[str]) -> str:
        stem = id_of(extension.get("id")) or (slug(title, "part") if title else UNGROUPED)
        return unused_name(str(stem), ids)


def _grouping_slot(uri: str) -> Slot:
    """Return what says which grouping of its document a part is, wherever the part goes."""
    property = CASE.CFAssociationGroupingURI
    return Slot(name=GROUPING, property=property, values=(URIRef(uri),))


def _iris(values: object) -> tuple[URIRef, ...]:
    iris = values if isinstance(values, list) else []
    return tuple(URIRef(each) for each in iris if isinstance(each, str) and iri_of(each) == each)
