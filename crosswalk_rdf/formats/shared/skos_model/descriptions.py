"""The triples of one subject, read one by one until only those without a field are left."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from rdflib import RDF, SKOS, BNode, Literal, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.model import PropertyValue

Subjects = Mapping[Subject, Properties]

_NOTHING: Final[Properties] = {}


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

    def take_only(self, property: URIRef, values: set[Term]) -> None:
        """Take away all of ``values``."""
        if property in self._values:
            self._values[property] = [v for v in self._values[property] if v not in values]

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


def property_values(description: Description) -> tuple[PropertyValue, ...]:
    """Return the rest of ``description``, which has no blank nodes."""
    return tuple(
        PropertyValue(property, value)
        for property, value in description.rest()
        if not isinstance(value, BNode)
    )


def json_literal(value: Any) -> Literal:  # noqa: ANN401 - any JSON value
    """Return ``value`` as a literal of JSON, its keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Literal(text, datatype=RDF.JSON, normalize=False)


def json_value(value: object) -> dict[str, str]:
    """Return an IRI or a literal as expanded JSON-LD, its text as it stands."""
    if not isinstance(value, Literal):
        return {"@id": str(value)}
    if value.language:
        return {"@value": str(value), "@language": value.language}
    kind = {"@type": str(value.datatype)} if value.datatype else {}
    return {"@value": str(value), **kind}
