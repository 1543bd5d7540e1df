"""What people need not edit as rows of one sheet, *Metadata*: a thing, a field, a value.

A table of fields says of each class which of its attributes stands in which field, and in which
form; writing and reading both follow it.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.tabular.values import is_yes, yes
from crosswalk_rdf.model import Agent, PropertyValue, Slot
from crosswalk_rdf.model.lexical import is_iri, is_language_tag

IRI: Final = "iri"
"""The type of a value that is an IRI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row: what has what value in which field."""

    thing: str
    about: str
    field: str
    value: str = ""
    language: str = ""
    type: str = ""
    """``iri``, the datatype of a literal, or the type of an agent."""
    iri: str = ""
    place: str = dataclasses.field(default="", compare=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row, in the order of its columns."""
        return (
            *(self.thing, self.about, self.field, self.value),
            *(self.language, self.type, self.iri),
        )

    @property
    def term(self) -> URIRef | Literal:
        """The value as a term; raise :class:`NotAValue`."""
        if self.type == IRI:
            return iri_of(self)
        if not self.type:
            return literal_of(self)
        if not is_iri(self.type):
            raise NotAValue(self, f"{self.type!r} is no type: leave it empty, or write iri")
        return Literal(self.value, datatype=URIRef(self.type), normalize=False)


class NotAValue(Exception):
    """A fact whose value is not what its field asks for."""

    def __init__(self, fact: Fact, message: str) -> None:
        self.fact = fact
        super().__init__(message)


Cell = dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """How the value of an attribute is written as facts, and read from them."""

    write: Callable[[Any], Iterable[Cell]]
    read: Callable[[Sequence[Fact]], Any]
    """Gets at least one fact; without any the attribute has its default."""


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a class, and what it is called on the sheet."""

    name: str
    attribute: str
    form: Form


def term_cell(term: URIRef | Literal) -> Cell:
    """Return the cells of a term."""
    if isinstance(term, Literal):
        return {
            "value": str(term),
            "language": str(term.language or ""),
            "type": str(term.datatype or ""),
        }
    return {"value": str(term), "type": IRI}


def literal_of(fact: Fact) -> Literal:
    """Return the value of ``fact`` as a text in its language."""
    if fact.language and not is_language_tag(fact.language):
        raise NotAValue(fact, f"{fact.language!r} is no language tag: write one such as en")
    return Literal(fact.value, lang=fact.language or None)


def language_of(fact: Fact) -> str:
    """Return the value of ``fact``, which must be a language tag."""
    if fact.value and not is_language_tag(fact.value):
        raise NotAValue(fact, f"{fact.value!r} is no language tag: write one such as en")
    return fact.value


def iri_of(fact: Fact) -> URIRef:
    """Return the value of ``fact``, which must be an IRI."""
    if not is_iri(fact.value):
        raise NotAValue(fact, f"{fact.value!r} is no IRI: write it in full")
    return URIRef(fact.value)


def number_of(fact: Fact) -> int:
    """Return the value of ``fact``, which must be a whole number."""
    if not (fact.value.isascii() and fact.value.isdigit()):
        raise NotAValue(fact, f"{fact.value!r} is no whole number: write one")
    return int(fact.value)


def agent_of(fact: Fact) -> Agent:
    """Return the agent that ``fact`` names."""
    if not is_iri(fact.iri):
        raise NotAValue(fact, f"{fact.iri!r} is no IRI: write that of {fact.value!r} in full")
    return Agent(iri=URIRef(fact.iri), name=fact.value, type=fact.type or "Organization")


def _agent_cell(agent: Agent) -> Cell:
    return {"value": agent.name, "type": agent.type, "iri": str(agent.iri)}


STRING: Final = Form(lambda text: [{"value": text}] if text else [], lambda facts: facts[0].value)
LANGUAGE: Final = Form(
    lambda text: [{"value": text}] if text else [], lambda facts: language_of(facts[0])
)
STRINGS: Final = Form(
    lambda texts: ({"value": text} for text in texts), lambda facts: tuple(f.value for f in facts)
)
NUMBER: Final = Form(lambda number: [{"value": str(number)}], lambda facts: number_of(facts[0]))
FLAG: Final = Form(
    lambda flag: [{"value": yes(flag)}] if flag else [], lambda facts: is_yes(facts[0].value)
)
LITERAL: Final = Form(
    lambda literal: [term_cell(literal)] if literal is not None else [],
    lambda facts: literal_of(facts[0]),
)
REFERENCE: Final = Form(lambda iri: [term_cell(iri)] if iri else [], lambda facts: iri_of(facts[0]))
REFERENCES: Final = Form(
    lambda iris: [term_cell(iri) for iri in iris], lambda facts: tuple(iri_of(f) for f in facts)
)
AGENT: Final = Form(
    lambda agent: [_agent_cell(agent)] if agent else [], lambda facts: agent_of(facts[0])
)
AGENTS: Final = Form(
    lambda agents: [_agent_cell(agent) for agent in agents],
    lambda facts: tuple(agent_of(fact) for fact in facts),
)


def facts_of(thing: str, about: str, value: object, fields: Sequence[Field]) -> Iterator[Fact]:
    """Yield the facts of ``value``, in the order of ``fields``."""
    for each in fields:
        for cell in each.form.write(getattr(value, each.attribute)):
            yield Fact(thing=thing, about=about, field=each.name, **cell)


def attributes_of(facts: Mapping[str, Sequence[Fact]], fields: Sequence[Field]) -> dict[str, Any]:
    """Return the attributes that ``facts``, by field, give; raise :class:`NotAValue`."""
    return {
        each.attribute: each.form.read(facts[each.name]) for each in fields if each.name in facts
    }


def property_facts(thing: str, about: str, values: Iterable[PropertyValue]) -> Iterator[Fact]:
    """Yield a fact for each value of a property; its field is the IRI of the property."""
    for property_value in values:
        cell = term_cell(property_value.value)
        yield Fact(thing=thing, about=about, field=str(property_value.property), **cell)


def slot_facts(thing: str, about: str, slots: Iterable[Slot]) -> Iterator[Fact]:
    """Yield a fact for each value of a slot of SSSOM; the IRI is that of its property."""
    for slot in slots:
        for value in slot.values:
            cell = term_cell(value) | {"iri": str(slot.property)}
            yield Fact(thing=thing, about=about, field=f"slot {slot.name}", **cell)


def properties_of(facts: Iterable[Fact]) -> tuple[PropertyValue, ...]:
    """Return the values of properties among ``facts``, in their order."""
    return tuple(PropertyValue(URIRef(f.field), f.term) for f in facts if is_iri(f.field))


def slots_of(facts: Iterable[Fact]) -> tuple[Slot, ...]:
    """Return the slots among ``facts``, in their order."""
    values_by_slot: dict[tuple[str, str], list[URIRef | Literal]] = {}
    for fact in facts:
        kind, _, name = fact.field.partition(" ")
        if kind == "slot" and not is_iri(fact.iri):
            raise NotAValue(fact, f"{fact.iri!r} is no IRI: write that of the property of {name}")
        if kind == "slot":
            values_by_slot.setdefault((name, fact.iri), []).append(fact.term)
    return tuple(
        Slot(name=name, property=URIRef(iri), values=tuple(values))
        for (name, iri), values in values_by_slot.items()
    )
