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
    """Return the creators of the set, each with the name that its own label or another gives."""
    names = dict(_names(document))
    ids = document.slots.get("creator_id", ())
    labels = document.slots.get("creator_label", ())
    agents = []
    for curie, label in zip_longest(ids, labels):
        if curie is None:
            agents.append(Agent(iri=agent_iri(label), name=label, type="Person"))
            continue
        iri = document.expand(curie)
        own = label if len(ids) == len(labels) else None
        name = own or names.get(iri) or name_of_identifier(iri)
        agents.append(Agent(iri=iri, name=name, type="Person"))
    return tuple(agents)


def _names(document: Document) -> Iterator[tuple[URIRef, str]]:
    """Yield each identifier with the label that stands in its place of the slot of labels."""
    holders: list[Mapping[str, tuple[str, ...]]] = [record.slots for record in document.records]
    for slots in (*holders, document.slots):
        for role in _ROLES:
            ids, labels = slots.get(f"{role}_id", ()), slots.get(f"{role}_label", ())
            if len(ids) == len(labels):
                for curie, label in zip(ids, labels, strict=True):
                    yield document.expand(curie), label
