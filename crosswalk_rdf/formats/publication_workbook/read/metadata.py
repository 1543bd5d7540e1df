"""The sheets *Metadata* and *Details* to what they say: facts by thing and by field."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.publication_workbook.metadata_rows import (
    Fact,
    Field,
    NotAValue,
    attributes_of,
    properties_of,
    slots_of,
)
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.shared.tabular import Table
from crosswalk_rdf.model import PropertyValue, Slot

FactsOf = dict[str, list[Fact]]
"""Facts of one thing, by field."""


class Described:
    """What the workbook states about frameworks, crosswalks, parts, statements and alignments."""

    def __init__(self, tables: Iterable[Table], context: ReadContext) -> None:
        self._context = context
        self._things: dict[str, dict[str, list[Fact]]] = {}
        for table in tables:
            context.look(table, ())
            for row in table.rows:
                cells = {name: row.get(name) for name in ("thing", "about", "field", "value")}
                rest = {name: row.get(name) for name in ("language", "type", "iri")}
                fact = Fact(**cells, **rest, place=row.place("value"))
                thing = self._things.setdefault(fact.thing.casefold(), {})
                thing.setdefault(fact.about, []).append(fact)

    def things(self, thing: str) -> Iterator[tuple[str, FactsOf]]:
        """Yield the IRI and the facts of each thing of a kind, in the order of the sheet."""
        for iri, facts in self._things.get(thing, {}).items():
            by_field: FactsOf = {}
            for fact in facts:
                by_field.setdefault(fact.field, []).append(fact)
            yield iri, by_field

    def of(self, thing: str, owner: str) -> Iterator[tuple[str, FactsOf]]:
        """Yield the IRI and the facts of the things that are of ``owner``."""
        for iri, facts in self.things(thing):
            if any(fact.value == owner for fact in facts.get("of", ())):
                yield iri, facts

    def attributes(self, facts: FactsOf, fields: Sequence[Field]) -> dict[str, Any]:
        """Return the attributes that ``facts`` give; an invalid value is a fault."""
        try:
            return attributes_of(facts, fields)
        except NotAValue as error:
            self._fault(error)
            return {}

    def properties(self, thing: str, iri: str) -> tuple[PropertyValue, ...]:
        """Return what is stated about a thing beyond its fields."""
        try:
            return properties_of(self._flat(thing, iri))
        except NotAValue as error:
            self._fault(error)
            return ()

    def slots(self, thing: str, iri: str) -> tuple[Slot, ...]:
        """Return the slots of a part or an alignment."""
        try:
            return slots_of(self._flat(thing, iri))
        except NotAValue as error:
            self._fault(error)
            return ()

    def about(self, thing: str) -> set[str]:
        """Return the IRIs of the things of a kind."""
        return set(self._things.get(thing, {}))

    def _flat(self, thing: str, iri: str) -> list[Fact]:
        return self._things.get(thing, {}).get(str(iri), [])  # an IRI equals no text

    def _fault(self, error: NotAValue) -> None:
        message = f"{error.fact.place}: {error}"
        self._context.faults.append(Fault(self._context.file, 0, 0, message))


def first(facts: FactsOf, field: str) -> str:
    """Return the first value of a field, or nothing."""
    values = facts.get(field)
    return values[0].value if values else ""
