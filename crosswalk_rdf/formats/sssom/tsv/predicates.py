"""Predicates that cannot be one: terms that a vocabulary does not define, or not as properties."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.namespace import DefinedNamespace

from crosswalk_rdf.namespaces import SEMAPV, SSSOM

_VOCABULARIES: Final[Mapping[str, type[DefinedNamespace]]] = {
    "dcterms": DCTERMS,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
}
"""Vocabularies that are complete here: in each of them a property begins with a small letter."""


@cache
def problem_of_predicate(iri: str) -> str | None:
    """Say what keeps ``iri`` from being a property; None where it may be one.

    Terms of the vocabularies that are known here are checked; any other IRI may be one (SSSOM
    model, "Allowed and common mapping predicates").
    """
    for prefix, vocabulary in _VOCABULARIES.items():
        if iri.startswith(str(vocabulary)):
            return _problem_of_term(prefix, vocabulary, iri.removeprefix(str(vocabulary)))
    if iri.startswith((f"{SEMAPV}", f"{SSSOM}")) and _name(iri)[:1].isupper():
        return "no property; write one, such as skos:exactMatch"
    return None


def _name(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]


def _problem_of_term(prefix: str, vocabulary: type[DefinedNamespace], name: str) -> str | None:
    terms = [str(term).removeprefix(str(vocabulary)) for term in dir(vocabulary)]
    properties = [term for term in terms if term[:1].islower()]
    if name in properties:
        return None
    lower = {term.lower(): term for term in properties}
    near = lower.get(name.lower()) or next(iter(get_close_matches(name, properties, n=1)), None)
    hint = f"write {prefix}:{near}" if near else "write a property, such as skos:exactMatch"
    problem = "no property" if name in terms else f"no term of {prefix}"
    return f"{problem}; {hint}"
