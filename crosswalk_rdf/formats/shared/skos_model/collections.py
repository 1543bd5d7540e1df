"""Collections of concepts as properties of their framework, and back (SKOS Reference §9).

The model has no collections. Each is one value of ``dcterms:hasPart``: JSON (expanded JSON-LD) of
all that is said of it, members in their order. A writer of triples writes it out again.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Subjects,
    inner_nodes,
    members_of_list,
    node_literal,
)
from crosswalk_rdf.formats.shared.skos_model.membership import Members
from crosswalk_rdf.model import PropertyValue, unnamed_iri

PROPERTY: Final = DCTERMS.hasPart
_TYPES: Final = (str(SKOS.Collection), str(SKOS.OrderedCollection))


def collections_of(
    subjects: Subjects, members: Members
) -> tuple[Mapping[URIRef, list[PropertyValue]], set[Subject]]:
    """Return the collections by framework, and every subject that they are made of.

    A collection is of the scheme that it says, or else that of its first member.
    """
    by_scheme: dict[URIRef, list[PropertyValue]] = {}
    inside: set[Subject] = set()
    for collection in members.collections:
        home = _home(collection, subjects, members)
        if home is not None:
            value = PropertyValue(PROPERTY, node_literal(collection, subjects))
            by_scheme.setdefault(home, []).append(value)
            inside |= inner_nodes(collection, subjects)
    return by_scheme, inside


def _home(collection: Subject, subjects: Subjects, members: Members) -> URIRef | None:
    for scheme in subjects[collection].get(SKOS.inScheme, ()):
        if scheme in members.schemes:
            return URIRef(scheme)
    seen: set[Term] = set()
    waiting: list[Term] = [collection]
    while waiting:
        here = waiting.pop(0)
        if here in members.home:
            return members.home[here]  # type: ignore[index]
        if isinstance(here, Literal) or here in seen:
            continue
        seen.add(here)
        properties = subjects.get(here, {})
        waiting += properties.get(SKOS.member, ())
        waiting += [
            m
            for head in properties.get(SKOS.memberList, ())
            for m in members_of_list(head, subjects)
        ]
    return next(iter(members.schemes), None)


def collection_in(value: PropertyValue) -> dict[str, Any] | None:
    """Return the collection that ``value`` holds, or None where it holds something else."""
    if value.property != PROPERTY or not isinstance(value.value, Literal):
        return None
    if value.value.datatype != RDF.JSON:
        return None
    try:
        content = json.loads(str(value.value))
    except (json.JSONDecodeError, RecursionError):
        return None
    is_collection = isinstance(content, dict) and any(t in _TYPES for t in content.get("@type", ()))
    return content if is_collection and isinstance(content.get("@id"), str) else None


def node_triples(node: Mapping[str, Any]) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    """Yield the triples of ``node``, an object with ``@id``; what is inside gets an IRI."""
    subject = URIRef(node["@id"])
    for key, values in node.items():
        if key == "@type":
            yield from ((subject, RDF.type, URIRef(kind)) for kind in values)
        elif key != "@id":
            for number, value in enumerate(values, start=1):
                yield from _value_triples(subject, URIRef(key), value, number)


def _value_triples(
    subject: URIRef, property: URIRef, value: Mapping[str, Any], number: int
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    if "@value" in value:
        kind = value.get("@type")
        datatype = URIRef(kind) if kind else None
        language = value.get("@language")
        yield (
            subject,
            property,
            Literal(value["@value"], lang=language, datatype=datatype, normalize=False),
        )
    elif "@list" in value:
        yield from _list_triples(subject, property, value["@list"])
    elif set(value) == {"@id"}:
        yield subject, property, URIRef(value["@id"])
    else:
        inner = URIRef(value.get("@id") or unnamed_iri(subject, f"{property} {number}"))
        yield subject, property, inner
        yield from node_triples({**value, "@id": str(inner)})


def _list_triples(
    subject: URIRef, property: URIRef, items: list[Mapping[str, Any]]
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    """Yield a list (RDF Schema §5.2) whose nodes have IRIs made of their place."""
    here, via = subject, property
    for number, item in enumerate(items, start=1):
        node = unnamed_iri(subject, f"{property} {number}")
        yield here, via, node
        yield from _value_triples(node, RDF.first, item, 1)
        here, via = node, RDF.rest
    yield here, via, RDF.nil
