"""Terms of rdflib to terms of Oxigraph, and back.

Both directions keep to one form of each term, so that terms can be compared whatever engine they
come from: a plain literal has no datatype (RDF 1.1 §3.3 gives it ``xsd:string``; rdflib holds
``"x"`` and ``"x"^^xsd:string`` for different), and a language tag is in lower case (BCP 47 §2.1.1).
The lexical form of a number is left as it is.
"""

import re
from typing import Final

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import IdentifiedNode, Node

from crosswalk_rdf.errors import CrosswalkError

OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
"""What may be the object of an Oxigraph triple."""

_TAG_OF_TURTLE: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")
_STRING: Final = str(XSD.string)
_DATATYPES: Final = (XSD.integer, XSD.boolean, XSD.date, XSD.gYear, XSD.decimal, XSD.double)
_KNOWN_DATATYPES: Final = {str(datatype): datatype for datatype in _DATATYPES}


class InvalidTerm(CrosswalkError):
    """A term that RDF 1.1 does not know, or whose IRI or language tag is not well-formed."""


def to_oxigraph(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return the Oxigraph term for ``term``; raise InvalidTerm for a malformed IRI or language."""
    try:
        if isinstance(term, URIRef):
            return ox.NamedNode(term)
        if isinstance(term, Literal):
            return _oxigraph_literal(term)
        if isinstance(term, BNode):
            return ox.BlankNode(term)
    except ValueError as error:
        raise InvalidTerm(f"{term!r} cannot stand in a graph: {error}; correct the data") from error
    raise InvalidTerm(f"{term!r} is no IRI, literal or blank node: only these stand in a graph")


def to_rdflib(term: OxTerm) -> IdentifiedNode | Literal:
    """Return the rdflib term for ``term``; raise InvalidTerm for what only RDF 1.2 knows."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return _rdflib_literal(term)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    raise InvalidTerm(f"{term} is a triple term of RDF 1.2: write it with owl:Axiom instead")


def _oxigraph_literal(literal: Literal) -> ox.Literal:
    if literal.language:
        return _tagged(str(literal), literal.language)
    if literal.datatype is None:
        return ox.Literal(str(literal))
    return ox.Literal(str(literal), datatype=ox.NamedNode(literal.datatype))


def _tagged(text: str, language: str) -> ox.Literal:
    """Return ``text`` in ``language``; a tag that others published may be malformed.

    Such a tag must have the form that every syntax of RDF can hold (Turtle, LANGTAG). Raises
    ValueError for any other.
    """
    try:
        return ox.Literal(text, language=language)
    except ValueError:
        if not _TAG_OF_TURTLE.fullmatch(language):
            raise
    document = f"<a:a> <a:a> {ox.Literal(text)}@{language} ."
    (quad,) = ox.parse(document, ox.RdfFormat.N_TRIPLES, lenient=True)
    literal: ox.Literal = quad.object
    return literal


def _rdflib_literal(literal: ox.Literal) -> Literal:
    if literal.language:
        if literal.direction is not None:
            raise InvalidTerm(f"{literal} has a base direction, which is RDF 1.2: leave it out")
        return Literal(literal.value, lang=literal.language.lower())
    datatype = literal.datatype.value
    if datatype == _STRING:
        return Literal(literal.value)
    datatype_iri = _KNOWN_DATATYPES.get(datatype) or URIRef(datatype)
    return Literal(literal.value, datatype=datatype_iri, normalize=False)
