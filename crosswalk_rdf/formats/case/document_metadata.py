"""What frameworks and crosswalks have in common: all that a CFDocument says."""

from dataclasses import dataclass, replace

from rdflib import DCTERMS, OWL, Literal, URIRef

from crosswalk_rdf.model import (
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
class Heading:
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
    rights: Literal
    license: URIRef | None = None
    sources: tuple[URIRef, ...] = ()
    notation_note: Literal | None = None
    verbatim: bool = False
    properties: tuple[PropertyValue, ...] = ()

    def framework(
        self, levels: tuple[Level, ...], statements: tuple[Statement, ...], origin: Origin
    ) -> Framework:
        """Return the framework that it is the heading of."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return Framework(**values, levels=levels, statements=statements, origin=origin)

    def crosswalk(
        self,
        external: tuple[ExternalFramework, ...],
        parts: tuple[MappingSet, ...],
        origin: Origin,
    ) -> Crosswalk:
        """Return the crosswalk that it is the heading of.

        What a crosswalk has no name for becomes properties.
        """
        own = [PropertyValue(OWL.versionInfo, Literal(self.edition))] if self.edition else []
        if self.license:
            own.append(PropertyValue(DCTERMS.license, self.license))
        own += [PropertyValue(DCTERMS.source, source) for source in self.sources]
        return Crosswalk(
            iri=self.iri,
            id=self.id,
            uuid=self.uuid,
            title=self.title,
            description=self.description,
            creators=self.creators,
            publisher=self.publisher,
            issued=self.issued,
            rights=self.rights,
            external=external,
            properties=(*own, *self.properties),
            parts=parts,
            origin=origin,
        )


def heading_of(document: Framework | Crosswalk) -> Heading:
    """Return the heading of a framework or a crosswalk."""
    if isinstance(document, Crosswalk):
        return _heading_of_crosswalk(document)
    return Heading(**{name: getattr(document, name) for name in Heading.__slots__})


def _heading_of_crosswalk(crosswalk: Crosswalk) -> Heading:
    heading = Heading(
        iri=crosswalk.iri,
        id=crosswalk.id,
        uuid=crosswalk.uuid,
        title=crosswalk.title,
        description=crosswalk.description,
        creators=crosswalk.creators,
        publisher=crosswalk.publisher,
        issued=crosswalk.issued,
        language=crosswalk.title.language or "",
        rights=crosswalk.rights,
    )
    others = []
    for each in crosswalk.properties:
        value = each.value
        is_plain = isinstance(value, Literal) and not value.language and not value.datatype
        if each.property == OWL.versionInfo and is_plain and value and not heading.edition:
            heading = replace(heading, edition=str(value))
        elif each.property == DCTERMS.license and isinstance(value, URIRef) and not heading.license:
            heading = replace(heading, license=value)
        elif each.property == DCTERMS.source and isinstance(value, URIRef) and not heading.sources:
            heading = replace(heading, sources=(value,))
        else:
            others.append(each)
    return replace(heading, properties=tuple(others))
