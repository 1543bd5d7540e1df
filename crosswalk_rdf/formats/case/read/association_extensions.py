"""Associations that the writer could not derive from the model, kept as JSON on their origin."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.formats.case.association_types import IS_CHILD_OF
from crosswalk_rdf.formats.case.derived_associations import derived, is_derived, record
from crosswalk_rdf.formats.case.extensions import extension_property
from crosswalk_rdf.formats.case.identifiers import Names, changed
from crosswalk_rdf.formats.case.read.associations import Association, Relations
from crosswalk_rdf.model import Framework, PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE
from crosswalk_rdf.serialization.context import Json


def with_associations(framework: Framework, relations: Relations, names: Names) -> Framework:
    """Return ``framework`` with the associations that have names of their own.

    A top concept that is not ``isChildOf`` the document keeps an empty list, to stay so.
    """
    names.add(framework)
    otherwise = names.changed(framework)
    statements = tuple(
        _with_own(statement, relations.of_origin.get(statement.iri, ()), names, otherwise)
        for statement in framework.statements
    )
    own = _records(relations.of_origin.get(framework.iri, ()), {}, names, otherwise)
    properties = (*framework.properties, *own)
    return replace(framework, statements=statements, properties=properties)


def _with_own(
    statement: Statement, associations: Iterable[Association], names: Names, otherwise: str
) -> Statement:
    when = changed(statement.properties, otherwise)
    document = names.nodes[statement.iri].document
    numbers = {statement.broader or document: statement.position}
    own = _records(associations, numbers, names, when)
    if not own and not associations:
        own = [extension_property(CASE.CFAssociations, [])]
    return replace(statement, properties=(*statement.properties, *own)) if own else statement


def _records(
    associations: Iterable[Association],
    numbers: Mapping[URIRef, int],
    names: Names,
    when: str,
) -> list[PropertyValue]:
    """Return one property with all ``associations`` of an origin, if any has to be kept."""
    records: list[Json] = []
    is_needed = False
    for each in associations:
        origin, to = each.origin.iri, each.destination.iri
        number = numbers.get(to) if each.type == IS_CHILD_OF else None
        expected = derived(origin, each.type, to, number, names, when)
        is_needed = is_needed or not is_derived(each.clean, expected)
        records.append(record(each.clean, each.type, origin, to, names))
    return [extension_property(CASE.CFAssociations, records)] if is_needed else []
