"""RDF terms of slots as SSSOM/TSV writes them, under the prefixes of a publication."""

from typing import Final

from rdflib import XSD, Literal, URIRef

from crosswalk_rdf.formats.sssom.terms import kind_of, word
from crosswalk_rdf.formats.sssom.tsv import BUILT_IN_PREFIXES
from crosswalk_rdf.formats.sssom.tsv.slots import URI

_IRI_HINT: Final = "linkml:Uriorcurie"
"""The ``type_hint`` of an extension whose values are IRIs (SSSOM, "Non-standard slots")."""


def curie(iri: str, prefixes: dict[str, str]) -> str:
    """Return ``iri`` as a CURIE under ``prefixes`` or the built-in ones; the longest wins."""
    known = {**BUILT_IN_PREFIXES, **prefixes}
    fitting = [(len(space), name) for name, space in known.items() if iri.startswith(space)]
    name = max(fitting)[1]
    return f"{name}:{iri.removeprefix(known[name])}"


def text(name: str, term: URIRef | Literal, prefixes: dict[str, str]) -> str:
    """Return the value of a slot as SSSOM/TSV writes it: the inverse of ``slot_of``."""
    if isinstance(term, Literal) or kind_of(name) == URI:
        return str(term)
    meant = word(term) if kind_of(name).endswith("_enum") else None
    return meant or curie(term, prefixes)


def type_hint(term: URIRef | Literal, prefixes: dict[str, str]) -> str:
    """Return what the definition of an extension slot says of values like ``term``."""
    if isinstance(term, URIRef):
        return _IRI_HINT
    return curie(term.datatype or XSD.string, prefixes)
