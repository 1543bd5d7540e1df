"""Who made a mapping set, of its creator slots: agents with names."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.sssom.tsv import Document
from crosswalk_rdf.model import Agent, agent_iri
from crosswalk_rdf.model.agent_names import name_of_identifier

_ROLES: Final = ("creator", "author", "reviewer")


def creators(document: Document) -> tuple[Agent, ...]:
    """Return the creators of the set, each with the name that its own label or another gives.

    Where it names none, they are the authors of its records.
    """
    names = dict(_names(document))
    holders = [(document.slots, "creator"), *((r.slots, "author") for r in document.records)]
    named = (_agents(document, slots, role, names) for slots, role in holders)
    of_set, *of_records = (tuple(agents) for agents in named)
    return of_set or tuple(dict.fromkeys(agent for agents in of_records for agent in agents))


def _agents(
    document: Document,
    slots: Mapping[str, tuple[str, ...]],
    role: str,
    names: Mapping[URIRef, str],
) -> Iterator[Agent]:
    ids, labels = slots.get(f"{role}_id", ()), slots.get(f"{role}_label", ())
    for curie, label in zip_longest(ids, labels):
        if curie is None:
            yield Agent(iri=agent_iri(label), name=label, type="Person")
            continue
        iri = document.expand(curie)
        own = label if len(ids) == len(labels) else None
        name = own or names.get(iri) or name_of_identifier(iri)
        yield Agent(iri=iri, name=name, type="Person")


def _names(document: Document) -> Iterator[tuple[URIRef, str]]:
    """Yield each identifier with the label that stands in its place of the slot of labels."""
    holders: list[Mapping[str, tuple[str, ...]]] = [record.slots for record in document.records]
    for slots in (*holders, document.slots):
        for role in _ROLES:
            ids, labels = slots.get(f"{role}_id", ()), slots.get(f"{role}_label", ())
            if len(ids) == len(labels):
                for curie, label in zip(ids, labels, strict=True):
                    yield document.expand(curie), label
