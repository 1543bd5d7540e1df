"""The fields of JSKOS 0.7.1 and the properties of RDF that they are (JSKOS, "JSON-LD")."""

from typing import Final

from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, VOID, Literal, Namespace, URIRef

from crosswalk_rdf.model.lexical import date_type
from crosswalk_rdf.namespaces import XKOS

CONTEXT: Final = "https://gbv.github.io/jskos/context.json"
JSKOS: Final = Namespace("http://format.gbv.de/jskos#")
"""For fields that are not RDF properties: their JSON is a value of the field's name here."""
UNDETERMINED: Final = "und"
"""The language of what has none (JSKOS, "language map")."""

CONCORDANCE: Final = XKOS.Correspondence
CONCORDANCES: Final = (CONCORDANCE, VOID.Linkset)
REGISTRIES: Final = (
    URIRef("http://www.w3.org/ns/dcat#Catalog"),
    URIRef("http://purl.org/cld/cdtype/CatalogueOrIndex"),
)

TEXTS: Final = {"prefLabel": SKOS.prefLabel}
"""Language maps of strings."""
TEXT_LISTS: Final = {
    "altLabel": SKOS.altLabel,
    "hiddenLabel": SKOS.hiddenLabel,
    "scopeNote": SKOS.scopeNote,
    "definition": SKOS.definition,
    "example": SKOS.example,
    "historyNote": SKOS.historyNote,
    "editorialNote": SKOS.editorialNote,
    "changeNote": SKOS.changeNote,
    "note": SKOS.note,
}
"""Language maps of lists."""
LISTS: Final = {
    "identifier": DCTERMS.identifier,
    "notation": SKOS.notation,
    "languages": DCTERMS.language,
}
"""Lists of strings."""
STRINGS: Final = {"version": OWL.versionInfo, "extent": DCTERMS.extent, "namespace": VOID.uriSpace}
IRI_LISTS: Final = {"type": RDF.type, "depiction": FOAF.depiction}
IRIS: Final = {"url": FOAF.page}
DATES: Final = {
    "created": DCTERMS.created,
    "issued": DCTERMS.issued,
    "modified": DCTERMS.modified,
}
SETS: Final = {
    "creator": DCTERMS.creator,
    "contributor": DCTERMS.contributor,
    "publisher": DCTERMS.publisher,
    "source": DCTERMS.source,
    "partOf": DCTERMS.isPartOf,
    "subject": DCTERMS.subject,
    "replacedBy": DCTERMS.isReplacedBy,
    "versionOf": DCTERMS.isVersionOf,
    "license": DCTERMS.license,
}
"""Sets of resources."""
CONCEPT_SETS: Final = {
    "topConcepts": SKOS.hasTopConcept,
    "narrower": SKOS.narrower,
    "broader": SKOS.broader,
    "related": SKOS.related,
    "previous": XKOS.previous,
    "next": XKOS.next,
}
"""Sets of concepts."""
SCHEME_SETS: Final = {"inScheme": SKOS.inScheme, "topConceptOf": SKOS.topConceptOf}
"""Sets of concept schemes."""


def date_literal(text: str) -> Literal:
    """Return a date (JSKOS, "date") as a literal of its type; as plain text, where it is none."""
    return Literal(text, datatype=date_type(text), normalize=False)


def is_date(literal: Literal) -> bool:
    """Return whether ``literal`` is what its text is read as, and so needs no type."""
    return literal.datatype is not None and date_literal(str(literal)) == literal
