"""A description to unqualified Dublin Core (``oai_dc``)."""

from collections.abc import Iterator
from typing import Final

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS

from crosswalk_rdf.model.mapping_predicates import MAPPING_PREDICATES
from crosswalk_rdf.namespaces import CEASN, DCAT, SCHEMA, SSSOM
from crosswalk_rdf.serialization.document import identifier
from crosswalk_rdf.serialization.literals import literal_parts
from crosswalk_rdf.server.endpoints.harvesting.resource_data import values
from crosswalk_rdf.server.endpoints.harvesting.xml import element, listed
from crosswalk_rdf.server.service import Service

_ELEMENTS: Final = {
    "title": (SKOS.prefLabel, DCTERMS.title, RDFS.label, FOAF.name, SCHEMA.name),
    "creator": (DCTERMS.creator, SSSOM.creator_label, SSSOM.author_label),
    "subject": (DCTERMS.subject, SKOS.inScheme, DCAT.theme, FOAF.primaryTopic, DCAT.keyword),
    "description": (
        CEASN.competencyText,
        SKOS.definition,
        DCTERMS.description,
        SCHEMA.text,
        RDFS.comment,
        SSSOM.comment,
    ),
    "publisher": (DCTERMS.publisher,),
    "contributor": (DCTERMS.contributor,),
    "date": (DCTERMS.issued, DCTERMS.modified, DCTERMS.created, DCTERMS.date, SSSOM.mapping_date),
    "type": (RDF.type,),
    "format": (DCTERMS["format"], DCAT.mediaType),
    "identifier": (DCTERMS.identifier, SKOS.notation),
    "source": (DCTERMS.source, PROV.wasDerivedFrom),
    "language": (DCTERMS.language,),
    "relation": (
        SKOS.broader,
        SKOS.narrower,
        SKOS.related,
        *(predicate.iri for predicate in MAPPING_PREDICATES),
        OWL.annotatedSource,
        OWL.annotatedTarget,
        DCTERMS.isPartOf,
        DCTERMS.hasPart,
        DCTERMS.relation,
        DCTERMS.isReplacedBy,
    ),
    "rights": (DCTERMS.rights, DCTERMS.license, DCTERMS.rightsHolder),
}
"""Elements of Dublin Core 1.1, and what becomes them."""

_SCHEME: Final = str(SKOS.inScheme)
_RIGHTS: Final = tuple(map(str, _ELEMENTS["rights"]))
_PROPERTIES: Final = tuple(p for properties in _ELEMENTS.values() for p in properties)
_ROOT: Final = {
    "xmlns_oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns_dc": "http://purl.org/dc/elements/1.1/",
    "xmlns_xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi_schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ "
    "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}


def dublin_core(iri: str, service: Service) -> str:
    """Return the element ``oai_dc:dc`` for what is said of ``iri``; its identifier leads.

    Rights are stated for a whole scheme: what has none of its own has those of its scheme.
    """
    pairs = list(values(iri, _PROPERTIES, service))
    if not any(property in _RIGHTS for property, _ in pairs):
        schemes = [identifier(value) for property, value in pairs if property == _SCHEME]
        pairs += [pair for scheme in schemes for pair in values(scheme, _RIGHTS, service)]
    rows = [element("dc:identifier", iri)]
    for name, properties in _ELEMENTS.items():
        for predicate in map(str, properties):
            rows.extend(_element(name, value) for property, value in pairs if property == predicate)
    return "\n".join((f"<oai_dc:dc{listed(_ROOT)}>", *_once(rows), "</oai_dc:dc>"))


def _element(name: str, value: str) -> str:
    if not value.startswith('"'):
        return element(f"dc:{name}", identifier(value))
    text, language, _ = literal_parts(value)
    return element(f"dc:{name}", text, **({"xml_lang": language} if language else {}))


def _once(rows: list[str]) -> Iterator[str]:
    return iter(dict.fromkeys(rows))
