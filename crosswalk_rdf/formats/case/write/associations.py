"""The hierarchy of a framework, and the relations inside it, to CFAssociations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rdflib import URIRef

from crosswalk_rdf.formats.case.association_types import (
    IS_CHILD_OF,
    REPLACED_BY,
    relation_type,
)
from crosswalk_rdf.formats.case.derived_associations import derived, from_record
from crosswalk_rdf.formats.case.extensions import Object, records
from crosswalk_rdf.formats.case.identifiers import Names, changed
from crosswalk_rdf.model import Framework, PropertyValue, Statement
from crosswalk_rdf.namespaces import CASE

Fact = tuple[str, URIRef]
"""The type of an association and its destination."""
_LAST = 10**18


@dataclass(slots=True)
class AssociationWriter:
    """Writes the associations inside one framework."""

    framework: Framework
    names: Names
    _stored: dict[URIRef, list[Object]] = field(default_factory=dict)
    """What is kept of the associations of each statement; an empty list where there was none."""
    _numbered: set[URIRef] = field(default_factory=set)
    """The parents whose children have their positions as numbers."""

    def associations(self) -> Iterator[Object]:
        """Yield the CFAssociations, of CASE 1.1, by their origins in the order of these."""
        framework = self.framework
        when = self.names.changed(framework)
        for statement in framework.statements:
            stored = records(statement.properties, CASE.CFAssociations)
            if stored is not None:
                self._stored[statement.iri] = stored
        self._number()
        for statement in framework.statements:
            yield from self._of(statement, changed(statement.properties, when))
        yield from self._of_document(when)

    def _number(self) -> None:
        """Find the parents below which the numbers that are kept no longer give the order."""
        children: dict[URIRef, list[tuple[int, int]]] = {}
        for statement in self.framework.statements:
            over = statement.broader or self.framework.iri
            number = self._stored_number(statement, over)
            children.setdefault(over, []).append((number, statement.position))
        for over, numbers in children.items():
            by_number = sorted(numbers, key=lambda pair: pair[0])
            if by_number != sorted(numbers, key=lambda pair: pair[1]):
                self._numbered.add(over)

    def _stored_number(self, statement: Statement, over: URIRef) -> int:
        """Return the number by which a reader would order ``statement`` among its siblings."""
        if statement.iri not in self._stored:
            return statement.position
        for each in self._stored[statement.iri]:
            if each["associationType"] == IS_CHILD_OF and each["to"] == str(over):
                return int(each.get("sequenceNumber", _LAST))
        return statement.position if statement.broader else _LAST

    def _of(self, statement: Statement, when: str) -> Iterator[Object]:
        over = statement.broader or self.framework.iri
        stored = self._stored.get(statement.iri, [])
        by_fact: dict[tuple[str, str], list[Object]] = {}
        for each in stored:
            by_fact.setdefault((each["associationType"], each["to"]), []).append(each)
        for type, to in dict.fromkeys(self._facts(statement, stored)):
            is_first = type == IS_CHILD_OF and to == over
            number = statement.position if is_first else None
            matches = by_fact.get((type, str(to)))
            if matches is None and not self._is_missing(statement, type, to):
                yield derived(statement.iri, type, to, number, self.names, when)
            for each in matches or ():
                again = from_record(each, statement.iri, self.names)
                if is_first and over in self._numbered:
                    again["sequenceNumber"] = statement.position
                yield again

    def _facts(self, statement: Statement, stored: list[Object]) -> Iterator[Fact]:
        """Yield what the model states about ``statement`` that is an association."""
        over = statement.broader or self.framework.iri
        yield IS_CHILD_OF, over
        is_in_place = (IS_CHILD_OF, str(over)) in {(k["associationType"], k["to"]) for k in stored}
        if statement.broader and is_in_place:
            root = {each["to"] for each in stored if each["associationType"] == IS_CHILD_OF}
            if str(self.framework.iri) in root:
                yield IS_CHILD_OF, self.framework.iri
        yield from ((IS_CHILD_OF, other) for other in statement.also_broader)
        if statement.replaced_by:
            yield REPLACED_BY, statement.replaced_by
        yield from _relations(statement.properties)

    def _is_missing(self, statement: Statement, type: str, to: URIRef) -> bool:
        """Return whether the source leaves out that a top concept is child of the document."""
        is_root = type == IS_CHILD_OF and to == self.framework.iri
        return is_root and statement.iri in self._stored

    def _of_document(self, when: str) -> Iterator[Object]:
        iri = self.framework.iri
        stored = records(self.framework.properties, CASE.CFAssociations) or []
        yield from document_associations(iri, self.framework.properties, stored, self.names, when)


def document_associations(
    iri: URIRef,
    properties: Iterable[PropertyValue],
    stored: list[Object],
    names: Names,
    when: str,
) -> Iterator[Object]:
    """Yield the associations of a document itself."""
    by_fact: dict[tuple[str, str], list[Object]] = {}
    for each in stored:
        by_fact.setdefault((each["associationType"], each["to"]), []).append(each)
    for type, to in dict.fromkeys(_relations(properties)):
        matches = by_fact.get((type, str(to)))
        if matches is None:
            yield derived(iri, type, to, None, names, when)
        for each in matches or ():
            yield from_record(each, iri, names)


def _relations(properties: Iterable[PropertyValue]) -> Iterator[Fact]:
    for each in properties:
        if isinstance(each.value, URIRef):
            type = relation_type(each.property)
            if type:
                yield type, each.value
