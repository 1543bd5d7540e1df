"""SSSOM slots as RDF terms and back (SSSOM specification, SSSOM/RDF)."""

from collections.abc import Sequence
from typing import Final

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.sssom.fields import (
    OBJECT,
    PREDICATE,
    SET_DESCRIPTION,
    SET_SOURCE,
    SET_TITLE,
    SUBJECT,
)
from crosswalk_rdf.formats.sssom.tsv import Document
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY, SLOTS, URI
from crosswalk_rdf.model import Slot
from crosswalk_rdf.namespaces import PAV, SSSOM

_PROPERTIES: Final = {
    "author_id": PAV.authoredBy,
    "comment": RDFS.comment,
    "creator_id": DCTERMS.creator,
    "license": DCTERMS.license,
    "mapping_date": DCTERMS.created,
    SET_SOURCE: PROV.wasDerivedFrom,
    "mapping_set_version": OWL.versionInfo,
    "publication_date": DCTERMS.issued,
    "see_also": RDFS.seeAlso,
}
"""Slots whose property the schema takes from another vocabulary (``slot_uri``)."""

_MEANINGS: Final = {
    "Not": SSSOM.NegatedPredicate,
    "composed entity expression": SSSOM.ComposedEntityExpression,
    "owl annotation property": OWL.AnnotationProperty,
    "owl class": OWL.Class,
    "owl data property": URIRef(f"{OWL}DataProperty"),  # so in the schema of SSSOM
    "owl named individual": OWL.NamedIndividual,
    "owl object property": OWL.ObjectProperty,
    "rdf property": RDF.Property,
    "rdfs class": RDFS.Class,
    "rdfs datatype": RDFS.Datatype,
    "rdfs literal": RDFS.Literal,
    "rdfs resource": RDFS.Resource,
    "skos concept": SKOS.Concept,
}
"""Permissible values of enumerations that the schema gives a meaning."""
_WORDS: Final = {meaning: word for word, meaning in _MEANINGS.items()}
_DATATYPES: Final = {"date": XSD.date, "double": XSD.double}


def slot_of(document: Document, name: str, values: Sequence[str]) -> Slot:
    """Return a slot of ``document`` with its values as RDF terms."""
    if name in SLOTS:
        terms = tuple(_term(document, SLOTS[name].range, value) for value in values)
        return Slot(name=name, property=property_of(name), values=terms)
    definition = next(d for d in document.extensions if d.slot_name == name)
    if definition.property is None:
        extension = URIRef(definition.defined_property())
    else:
        extension = document.expand(definition.property)
    terms = tuple(_extension_term(document, definition.type_hint, value) for value in values)
    return Slot(name=name, property=extension, values=terms)


def property_of(name: str) -> URIRef:
    """Return the property that the standard slot ``name`` is in RDF."""
    return _PROPERTIES.get(name, SSSOM[name])


def _term(document: Document, kind: str, value: str) -> URIRef | Literal:
    if kind == ENTITY:
        return document.expand(value)
    if kind == URI:
        return URIRef(value)
    if value in _MEANINGS and kind.endswith("_enum"):
        return _MEANINGS[value]
    return Literal(value, datatype=_DATATYPES.get(kind), normalize=False)


def _extension_term(document: Document, hint: str | None, value: str) -> URIRef | Literal:
    if hint is None or hint == "xsd:string":
        return Literal(value)
    if hint.lower() == "linkml:uriorcurie":
        return document.expand(value)
    return Literal(value, datatype=document.expand(hint), normalize=False)


def slots_by_property() -> dict[URIRef, str]:
    """Return the slot that each property stands for in RDF, by the names of all its versions."""
    ends = {
        OWL.annotatedSource: SUBJECT,
        OWL.annotatedProperty: PREDICATE,
        OWL.annotatedTarget: OBJECT,
        DCTERMS.title: SET_TITLE,
        DCTERMS.description: SET_DESCRIPTION,
        PAV.authoredOn: "mapping_date",
    }
    return {
        **ends,
        **{SSSOM[name]: name for name in SLOTS},
        **{property_of(name): name for name in SLOTS},
    }


def word(term: URIRef) -> str | None:
    """Return the permissible value of an enumeration that ``term`` means, if there is one."""
    return _WORDS.get(term)


def kind_of(name: str) -> str:
    """Return the range of the slot ``name``; ``""`` for an extension."""
    return SLOTS[name].range if name in SLOTS else ""
