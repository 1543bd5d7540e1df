"""SSSOM slots as RDF terms and back (SSSOM specification, "The SSSOM/RDF serialisation format")."""

from collections.abc import Sequence
from typing import Final

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.sssom import BUILT_IN_PREFIXES, Document
from crosswalk_rdf.formats.sssom.slots import ENTITY, SLOTS, URI
from crosswalk_rdf.model import Slot
from crosswalk_rdf.namespaces import PAV, SSSOM

_PROPERTIES: Final = {
    "author_id": PAV.authoredBy,
    "comment": RDFS.comment,
    "creator_id": DCTERMS.creator,
    "license": DCTERMS.license,
    "mapping_date": DCTERMS.created,
    "mapping_set_source": PROV.wasDerivedFrom,
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
    # so in the SSSOM schema, though OWL itself calls it owl:DatatypeProperty
    "owl data property": URIRef(f"{OWL}DataProperty"),
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

_IRI_HINT: Final = "linkml:Uriorcurie"
"""The ``type_hint`` of an extension whose values are IRIs (SSSOM, "Non-standard slots")."""

_DATATYPES: Final = {"date": XSD.date, "double": XSD.double}


def slot(document: Document, name: str, values: Sequence[str]) -> Slot:
    """Return a slot with its values as RDF terms."""
    terms = tuple(_term(document, name, value) for value in values)
    return Slot(name=name, property=_property(document, name), values=terms)


def curie(iri: str, prefixes: dict[str, str]) -> str:
    """Return ``iri`` as a CURIE under ``prefixes`` or the built-in ones; the longest wins."""
    known = {**BUILT_IN_PREFIXES, **prefixes}
    fitting = [(len(space), name) for name, space in known.items() if iri.startswith(space)]
    name = max(fitting)[1]
    return f"{name}:{iri.removeprefix(known[name])}"


def text(name: str, term: URIRef | Literal, prefixes: dict[str, str]) -> str:
    """Return the value of a slot as SSSOM/TSV writes it: the inverse of :func:`slot`."""
    meanings = {str(meaning): value for value, meaning in _MEANINGS.items()}
    if isinstance(term, Literal) or _range(name) == URI:
        return str(term)
    if name not in SLOTS:
        return curie(term, prefixes)
    return curie(term, prefixes) if _range(name) == ENTITY else meanings[str(term)]


def type_hint(term: URIRef | Literal, prefixes: dict[str, str]) -> str:
    """Return what the definition of an extension slot says of values like ``term``."""
    if isinstance(term, URIRef):
        return _IRI_HINT
    return curie(term.datatype or XSD.string, prefixes)


def _range(name: str) -> str:
    return SLOTS[name].range if name in SLOTS else "string"


def _property(document: Document, name: str) -> URIRef:
    if name in SLOTS:
        return _PROPERTIES.get(name, SSSOM[name])
    definition = next(d for d in document.extensions if d.slot_name == name)
    if definition.property is None:
        return URIRef(definition.defined_property())
    return document.expand(definition.property)


def _term(document: Document, name: str, value: str) -> URIRef | Literal:
    kind = _range(name)
    if name not in SLOTS:
        return _extension_term(document, name, value)
    if kind == ENTITY:
        return document.expand(value)
    if kind == URI:
        return URIRef(value)
    if value in _MEANINGS and kind.endswith("_enum"):
        return URIRef(_MEANINGS[value])
    return Literal(value, datatype=_DATATYPES.get(kind))


def _extension_term(document: Document, name: str, value: str) -> URIRef | Literal:
    """Return a value of an extension slot as its definition says (``type_hint``)."""
    definition = next(d for d in document.extensions if d.slot_name == name)
    if definition.type_hint == _IRI_HINT:
        return document.expand(value)
    hint = document.expand(definition.type_hint) if definition.type_hint else XSD.string
    return Literal(value, datatype=None if hint == XSD.string else hint, normalize=False)
