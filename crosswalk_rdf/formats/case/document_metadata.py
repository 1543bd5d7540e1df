"""What frameworks and crosswalks have in common: the contents of a CFDocument."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from rdflib import DCTERMS, OWL, Literal, URIRef

from crosswalk_rdf.model import (
    NO_TEXT,
    Agent,
    Crosswalk,
    ExternalFramework,
    Framework,
    Level,
    MappingSet,
    Origin,
    PropertyValue,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMetadata:
    """A framework without its statements, or a crosswalk without its parts."""

    iri: URIRef
    id: str
    uuid: str
    title: Literal
    description: Literal | None = None
    creators: tuple[Agent, ...]
    publisher: Agent | None = None
    rights_holder: Agent | None = None
    issued: str = ""
    edition: str = ""
    language: str = ""
    rights: Literal = NO_TEXT
    license: URIRef | None = None
    attribution: str = ""
    sources: tuple[URIRef, ...] = ()
    notation_note: Literal | None = None
    verbatim: bool = False
    properties: tuple[PropertyValue, ...] = ()

    def framework(
        self, levels: tuple[Level, ...], statements: tuple[Statement, ...], origin: Origin
    ) -> Framework:
        """Return the framework that these are the metadata of."""
        values = _values(self, self.__slots__)
        return Framework(**values, levels=levels, statements=statements, origin=origin)

    def crosswalk(
        self,
        external: tuple[ExternalFramework, ...],
        parts: tuple[MappingSet, ...],
        origin: Origin,
    ) -> Crosswalk:
        """Return the crosswalk that these are the metadata of.

        Values for which a crosswalk has no field become properties.
        """
        own = [PropertyValue(OWL.versionInfo, Literal(self.edition))] if self.edition else []
        own += [PropertyValue(DCTERMS.source, source) for source in self.sources]
        return Crosswalk(
            **_values(self, _OF_CROSSWALKS),
            external=external,
            properties=(*own, *self.properties),
            parts=parts,
            origin=origin,
        )


_OF_CROSSWALKS: Final = tuple(
    name
    for name in DocumentMetadata.__slots__
    if name in Crosswalk.__slots__ and name != "properties"
)
"""What a crosswalk has a field for; its properties have more than those of its metadata."""


def _values(source: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}


def metadata_of(document: Framework | Crosswalk) -> DocumentMetadata:
    """Return the metadata of a framework or a crosswalk."""
    if isinstance(document, Crosswalk):
        return _metadata_of_crosswalk(document)
    return DocumentMetadata(**_values(document, DocumentMetadata.__slots__))


def _metadata_of_crosswalk(crosswalk: Crosswalk) -> DocumentMetadata:
    metadata = DocumentMetadata(
        **_values(crosswalk, _OF_CROSSWALKS), language=crosswalk.title.language or ""
    )
    others = []
    for each in crosswalk.properties:
        value = each.value
        is_plain = isinstance(value, Literal) and not value.language and not value.datatype
        if each.property == OWL.versionInfo and is_plain and value and not metadata.edition:
            metadata = replace(metadata, edition=str(value))
        elif each.property == DCTERMS.source and isinstance(value, URIRef) and not metadata.sources:
            metadata = replace(metadata, sources=(value,))
        else:
            others.append(each)
    return replace(metadata, properties=tuple(others))
