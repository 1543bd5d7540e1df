"""Who created, published or holds the rights in something, by IRI or by name, to agents."""

from collections.abc import Mapping, Sequence

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining, Value
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    AGENT_TYPES,
    DC,
    LOC_RELATORS,
    NAMES,
    PERSON_TYPES,
)
from crosswalk_rdf.model import Agent, agent_iri
from crosswalk_rdf.namespaces import CEASN, CETERMS


class Agents:
    """The people and organizations that a document describes, and which of them were used."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        kinds = {*AGENT_TYPES, *PERSON_TYPES}
        self.nodes: Mapping[URIRef, Node] = {
            node.iri: node for node in nodes if kinds.intersection(node.types)
        }
        self.used: set[URIRef] = set()

    def agent(self, value: Value, name: str = "") -> Agent:
        """Return the agent that ``value`` names or is the name of; ``name`` is what else is known.

        An agent of which only the IRI is known has that as its name.
        """
        if isinstance(value, Literal):
            return Agent(iri=agent_iri(str(value)), name=str(value))
        node = self.nodes.get(value)
        if node is None:
            return Agent(iri=value, name=name or str(value))
        self.used.add(value)
        stated_name = next((str(v) for p in NAMES for v in node.properties.get(p, ())), name)
        person = any(kind in PERSON_TYPES for kind in node.types)
        kind = "Person" if person else "Organization"
        return Agent(iri=value, name=stated_name or str(value), type=kind)


def creators_of(remaining: Remaining, agents: Agents) -> tuple[Agent, ...]:
    """Return the creators, and the authors of whom only the name is given."""
    values = [
        *remaining.take(CEASN.creator),
        *remaining.take(DCTERMS.creator),
        *remaining.take(DC.creator),
    ]
    creators = [agents.agent(value) for value in values]
    authors = remaining.take(CEASN.author)
    for relators in LOC_RELATORS:
        authors += remaining.take(relators.aut)
    names = {agent.name for agent in creators}
    creators += [agents.agent(author) for author in authors if str(author) not in names]
    return tuple({agent.iri: agent for agent in creators}.values())


def publisher_of(remaining: Remaining, agents: Agents) -> Agent | None:
    """Return the publisher; further ones, and a name that is not its own, remain."""
    names = remaining.take(CEASN.publisherName, DC.publisher)
    values = remaining.take(CEASN.publisher, DCTERMS.publisher, CETERMS.ownedBy)
    if not values:
        values, names = names[:1], names[1:]
        property = CEASN.publisherName
    else:
        property = CEASN.publisher
    if not values:
        return None
    publisher = agents.agent(values[0], str(names[0]) if names else "")
    remaining.give_back(property, values[1:])
    remaining.give_back(
        CEASN.publisherName, [name for name in names if str(name) != publisher.name]
    )
    return publisher


def rights_holder_of(remaining: Remaining, agents: Agents) -> Agent | None:
    """Return who holds the rights; further ones remain."""
    values = remaining.take(CEASN.rightsHolder, DCTERMS.rightsHolder)
    remaining.give_back(CEASN.rightsHolder, values[1:])
    return agents.agent(values[0]) if values else None
