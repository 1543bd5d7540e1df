"""What a document states about one thing, and what of that has not been read yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    CANONICAL,
    FRAMEWORK_TYPES,
    RENAMED,
    STATEMENT_TYPES,
)
from crosswalk_rdf.model import PropertyValue

Value = URIRef | Literal


@dataclass(frozen=True, slots=True)
class Node:
    """One described thing; properties and their values in the order of the document.

    What it says in properties of ASN and SKOS stands under those of CTDL-ASN that are the same.
    """

    iri: URIRef
    place: str
    """Where it stands, for remarks."""
    types: tuple[URIRef, ...]
    properties: Mapping[URIRef, tuple[Value, ...]]

    @property
    def is_framework(self) -> bool:
        """Whether it is a framework, concept scheme or progression model."""
        return any(kind in FRAMEWORK_TYPES for kind in self.types)

    @property
    def is_statement(self) -> bool:
        """Whether it is a competency, a concept or a level, and no framework."""
        return not self.is_framework and any(kind in STATEMENT_TYPES for kind in self.types)

    def iris(self, property: URIRef) -> Iterator[URIRef]:
        """Yield the values of ``property`` that are IRIs."""
        yield from (v for v in self.properties.get(property, ()) if isinstance(v, URIRef))


def canonical(
    properties: Mapping[URIRef, Sequence[Value]],
) -> dict[URIRef, tuple[Value, ...]]:
    """Return ``properties`` under their CTDL-ASN names, each value once."""
    values_by_property: dict[URIRef, dict[Value, None]] = {}
    for property, values in properties.items():
        values_by_property.setdefault(CANONICAL.get(property, property), {}).update(
            dict.fromkeys(values)
        )
    return {property: tuple(values) for property, values in values_by_property.items()}


def merge_nodes(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """Return one node for each IRI, and those that were put together with an earlier one."""
    first: dict[URIRef, Node] = {}
    again: list[Node] = []
    for node in nodes:
        first_node = first.get(node.iri)
        if first_node is None:
            first[node.iri] = node
            continue
        if node.types:
            again.append(node)
        properties = {p: list(values) for p, values in first_node.properties.items()}
        for property, values in node.properties.items():
            properties.setdefault(property, []).extend(values)
        types = tuple(dict.fromkeys((*first_node.types, *node.types)))
        first[node.iri] = Node(node.iri, first_node.place, types, canonical(properties))
    return list(first.values()), again


class Remaining:
    """The values of a node, so that none is lost: each is taken by its property, or remains."""

    def __init__(self, node: Node) -> None:
        self._values = dict(node.properties)

    def values(self, property: URIRef) -> tuple[Value, ...]:
        """Return the values of ``property`` that have not been taken."""
        return self._values.get(property, ())

    def take(self, *properties: URIRef) -> list[Value]:
        """Return the values of the first of ``properties`` that has any, and take them away."""
        for property in properties:
            if self._values.get(property):
                return list(self._values.pop(property))
        return []

    def take_where(self, property: URIRef, condition: Callable[[Value], bool]) -> list[Value]:
        """Return the values of ``property`` that are ``condition``, and take those away."""
        values = self._values.get(property, ())
        if not values:
            return []
        matches = [value for value in values if condition(value)]
        if matches:
            self._values[property] = tuple(v for v in values if not condition(v))
        return matches

    def take_iris(self, *properties: URIRef) -> list[URIRef]:
        """Return the IRIs among the values of the first of ``properties`` that has any."""
        for property in properties:
            iris = self.take_where(property, lambda value: isinstance(value, URIRef))
            if iris:
                return [value for value in iris if isinstance(value, URIRef)]
        return []

    def give_back(self, property: URIRef, values: Sequence[Value]) -> None:
        """Put ``values`` back, after the other values of ``property``."""
        if values:
            self._values[property] = (*self._values.get(property, ()), *values)

    def properties(self) -> tuple[PropertyValue, ...]:
        """Return what was not taken, under the names that are common to all formats."""
        return tuple(
            PropertyValue(RENAMED.get(property, property), value)
            for property, values in self._values.items()
            for value in values
        )
