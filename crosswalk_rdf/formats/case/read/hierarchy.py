"""Statements put into their hierarchy, with the relations that they have inside the framework."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.case.association_types import relation_of
from crosswalk_rdf.formats.case.read.associations import (
    LAST,
    Association,
    Relations,
    sequence,
    without,
)
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.shared.hierarchy import positioned, without_cycles
from crosswalk_rdf.model import PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE

_FARTHEST = 1000
"""How far up a hierarchy to look for a related statement above another."""


def with_relations(
    statements: Sequence[Statement],
    relations: Relations,
    roots: Mapping[URIRef, int],
    remarks: Remarks,
) -> tuple[tuple[Statement, ...], int]:
    """Return ``statements`` with all that ``relations`` state about them, and how many were cut.

    ``roots`` are the numbers of those that are ``isChildOf`` the document.
    """
    in_hierarchy = [_with_parents(statement, relations, roots) for statement in statements]
    mended, cut = without_cycles(in_hierarchy)
    before = {s.iri: s for s in in_hierarchy}
    after = {s.iri: s for s in mended}
    gone = {iri: _parents(before[iri]) - _parents(after[iri]) for iri in cut}
    number = without(relations, gone, remarks)
    above = {s.iri: _parents(s) for s in mended}
    finished = (
        replace(s, properties=(*s.properties, *_relations(s.iri, relations, above)))
        if s.iri in relations.inside
        else s
        for s in positioned(mended)
    )
    return tuple(finished), number


def _with_parents(
    statement: Statement, relations: Relations, roots: Mapping[URIRef, int]
) -> Statement:
    """Return ``statement`` under its parents, with the number that orders it among siblings."""
    parents = relations.parents.get(statement.iri, [])
    others = dict.fromkeys(each.destination.iri for each in parents)
    first = next(iter(others), None)
    successor = relations.replaced.get(statement.iri)
    return replace(
        statement,
        broader=first,
        also_broader=tuple(others)[1:],
        position=sequence(parents[0]) if parents else roots.get(statement.iri, LAST),
        deprecated=statement.deprecated or successor is not None,
        replaced_by=successor.destination.iri if successor else None,
    )


def _parents(statement: Statement) -> set[URIRef]:
    return {parent for parent in (statement.broader, *statement.also_broader) if parent}


def _relations(
    origin: URIRef, relations: Relations, above: Mapping[URIRef, set[URIRef]]
) -> list[PropertyValue]:
    """Return the relations of a statement that are not part of the hierarchy, each once."""
    property_values = [_relation(each, above) for each in relations.inside[origin]]
    return list(dict.fromkeys(property_values))


def _relation(association: Association, above: Mapping[URIRef, set[URIRef]]) -> PropertyValue:
    """Return one relation; what SKOS forbids as ``skos:related`` (S27) is one of ``case:``."""
    property = relation_of(association.type)
    origin, destination = association.origin.iri, association.destination.iri
    if property == SKOS.related and (
        association.destination.is_document
        or _stands_above(origin, destination, above)
        or _stands_above(destination, origin, above)
    ):
        property = CASE[association.type]
    return PropertyValue(property, destination)


def _stands_above(start: URIRef, sought: URIRef, above: Mapping[URIRef, set[URIRef]]) -> bool:
    """Return whether ``sought`` is ``start`` or above it."""
    visited: set[URIRef] = set()
    waiting = [start]
    while waiting and len(visited) < _FARTHEST:
        here = waiting.pop()
        if here == sought:
            return True
        if here not in visited:
            visited.add(here)
            waiting.extend(above.get(here, ()))
    return False


def document_relations(document: URIRef, relations: Relations) -> list[PropertyValue]:
    """Return what the document itself is related to."""
    property_values = [
        PropertyValue(CASE[each.type], each.destination.iri)
        for each in relations.inside.get(document, ())
    ]
    return list(dict.fromkeys(property_values))
