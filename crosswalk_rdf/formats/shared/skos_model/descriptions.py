"""The triples of one subject, read one by one until only those without a field are left."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from rdflib import RDF, SKOS, BNode, Literal, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.model import PropertyValue

Subjects = Mapping[Subject, Properties]

_NOTHING: Final[Properties] = {}
_DEEPEST: Final = 50
"""Blank nodes inside each other that are written out; deeper ones keep their label."""


class Description:
    """The properties of one subject; what is taken is not among the rest."""

    def __init__(self, subject: Subject, subjects: Subjects) -> None:
        self.subject = subject
        self._gone: dict[URIRef, set[URIRef]] = {}
        self._values = {p: list(values) for p, values in subjects.get(subject, _NOTHING).items()}

    def values(self, property: URIRef) -> list[Term]:
        """Return what is left of the values of ``property``."""
        return self._values.get(property, [])

    def literals(self, property: URIRef) -> list[Literal]:
        """Return those values that are literals."""
        return [value for value in self.values(property) if isinstance(value, Literal)]

    def iris(self, property: URIRef) -> list[URIRef]:
        """Return those values that are IRIs."""
        return [value for value in self.values(property) if isinstance(value, URIRef)]

    def take(self, property: URIRef, value: Term) -> None:
        """Take one value away, if it is there."""
        values = self.values(property)
        if value in values:
            values.remove(value)

    def take_only(self, property: URIRef, taken: set[Term]) -> None:
        """Take away all of ``taken``."""
        if property in self._values:
            self._values[property] = [v for v in self._values[property] if v not in taken]

    def take_narrower(self, concept: URIRef) -> None:
        """Take away that ``concept`` is narrower; cheap where there are thousands."""
        self._gone.setdefault(SKOS.narrower, set()).add(concept)

    def take_top(self, concept: URIRef) -> None:
        """Take away that ``concept`` is a top concept."""
        self._gone.setdefault(SKOS.hasTopConcept, set()).add(concept)

    def rest(self) -> Iterator[tuple[URIRef, Term]]:
        """Yield what was not taken, in the order of the document."""
        for property, values in self._values.items():
            gone = self._gone.get(property, ())
            yield from ((property, value) for value in values if value not in gone)


def property_values(description: Description, subjects: Subjects) -> tuple[PropertyValue, ...]:
    """Return the rest of ``description``; a blank node as JSON of its whole description."""
    return tuple(
        PropertyValue(
            property, node_literal(value, subjects) if isinstance(value, BNode) else value
        )
        for property, value in description.rest()
    )


def node_literal(node: Subject, subjects: Subjects) -> Literal:
    """Return the description of ``node`` as JSON (expanded JSON-LD, RDF 1.1 lists)."""
    value = node_object(node, subjects, ())
    return json_literal(value)


def json_literal(value: Any) -> Literal:  # noqa: ANN401 - any JSON value
    """Return ``value`` as a literal of JSON, its keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Literal(text, datatype=RDF.JSON, normalize=False)


def node_object(node: Subject, subjects: Subjects, path: tuple[Subject, ...]) -> dict[str, Any]:
    """Return ``node`` as an object of expanded JSON-LD, blank nodes inside it; ``path`` leads here.

    A blank node that holds itself is only named there.
    """
    properties = subjects.get(node, _NOTHING)
    json_object: dict[str, Any] = {} if isinstance(node, BNode) else {"@id": str(node)}
    if node in path or len(path) > _DEEPEST:
        return {"@id": f"_:{node}"}
    for property, values in properties.items():
        key = "@type" if property == RDF.type else str(property)
        json_object[key] = [
            str(value)
            if key == "@type" and isinstance(value, URIRef)
            else _value(value, subjects, (*path, node))
            for value in values
        ]
    return json_object


def json_value(value: object) -> dict[str, str]:
    """Return an IRI or a literal as expanded JSON-LD, its text as it stands."""
    if not isinstance(value, Literal):
        return {"@id": str(value)}
    if value.language:
        return {"@value": str(value), "@language": value.language}
    kind = {"@type": str(value.datatype)} if value.datatype else {}
    return {"@value": str(value), **kind}


def _value(value: Term, subjects: Subjects, path: tuple[Subject, ...]) -> dict[str, Any]:
    if isinstance(value, Literal):
        return json_value(value)
    if RDF.first in subjects.get(value, _NOTHING) or value == RDF.nil:
        return {
            "@list": [_value(item, subjects, path) for item in members_of_list(value, subjects)]
        }
    return json_value(value) if isinstance(value, URIRef) else node_object(value, subjects, path)


def members_of_list(head: Term, subjects: Subjects) -> list[Term]:
    """Return the members of the list ``head`` (RDF Schema §5.2), up to where it breaks off."""
    members: list[Term] = []
    seen: set[Term] = set()
    while not isinstance(head, Literal) and head not in seen:
        seen.add(head)
        properties = subjects.get(head, _NOTHING)
        members.extend(properties.get(RDF.first, ())[:1])
        head = next(iter(properties.get(RDF.rest, ())), RDF.nil)
    return members


def inner_nodes(start: Subject, subjects: Subjects) -> set[Subject]:
    """Return ``start`` and each blank node and list in its description, at any depth."""
    nodes: set[Subject] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here in nodes:
            continue
        nodes.add(here)
        for values in subjects.get(here, _NOTHING).values():
            waiting.extend(
                value
                for value in values
                if isinstance(value, BNode)
                or (isinstance(value, URIRef) and RDF.first in subjects.get(value, _NOTHING))
            )
    return nodes
