"""Literals that the store gives back in another form: it holds values, not how they are written."""

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Literal

from crosswalk_rdf.store.terms import to_oxigraph, to_rdflib


def stored_forms(literals: Iterable[Literal]) -> dict[Literal, Literal]:
    """Return each of ``literals`` that changes, and what the store makes of it.

    Oxigraph holds numbers, booleans and times of XML Schema as values: ``"01"^^xsd:integer``
    becomes ``"1"``, and any integer of a narrower type one of ``xsd:integer``.
    """
    store, name = ox.Store(), ox.NamedNode("urn:x-literal")
    forms: dict[Literal, Literal] = {}
    for literal in literals:
        quad = ox.Quad(name, name, to_oxigraph(literal))
        store.add(quad)
        (stored,) = store
        store.remove(stored)
        form = to_rdflib(stored.object)
        if isinstance(form, Literal) and (str(form), form.datatype) != (
            str(literal),
            literal.datatype,
        ):
            forms[literal] = form
    return forms
