"""Agents to the terms for creators, publisher and rights holder, and to nodes of their own."""

from collections.abc import Sequence
from typing import Any, Final

from crosswalk_rdf.formats.ctdl_asn.json_ld import NO_LANGUAGE, reference, unique_strings
from crosswalk_rdf.model import Agent, agent_iri

_PERSON: Final = "Person"


class AgentWriter:
    """Writes who is responsible, and collects them for the graph of the document."""

    def __init__(self, language: str) -> None:
        self._tag = language or NO_LANGUAGE
        self._agents: dict[str, Agent] = {}

    def creators(self, creators: Sequence[Agent]) -> dict[str, Any]:
        """Return the members that name ``creators``.

        CTDL-ASN has organizations as creators (``ceasn:creator``); persons, and those of whom only
        the name is known, are authors (``ceasn:author``), and persons ``dct:creator`` too.
        """
        people = [agent for agent in creators if agent.type == _PERSON]
        others = [agent for agent in creators if agent.type != _PERSON]
        named = [agent for agent in others if agent.iri == agent_iri(agent.name)]
        organizations = [agent.iri for agent in others if agent not in named]
        self._note([*people, *(agent for agent in others if agent not in named)])
        authors = [agent.name for agent in (*people, *named)]
        entries: dict[str, Any] = {}
        if organizations:
            entries["ceasn:creator"] = unique_strings(organizations)
        if people:
            entries["dct:creator"] = [reference(agent.iri) for agent in people]
        if authors:
            entries["ceasn:author"] = unique_strings(authors)
        return entries

    def publisher(self, publisher: Agent | None) -> dict[str, Any]:
        """Return the members that name ``publisher``."""
        if publisher is None:
            return {}
        entries: dict[str, Any] = {}
        if publisher.iri != agent_iri(publisher.name):
            self._note([publisher])
            entries["ceasn:publisher"] = [str(publisher.iri)]
        if publisher.name != str(publisher.iri):
            entries["ceasn:publisherName"] = [self._name(publisher)]
        return entries

    def rights_holder(self, holder: Agent | None) -> dict[str, Any]:
        """Return the members that name who holds the rights."""
        if holder is None:
            return {}
        self._note([holder])
        return {"ceasn:rightsHolder": [str(holder.iri)]}

    def nodes(self) -> list[dict[str, Any]]:
        """Return a node for each agent that was named, and of whom more than the IRI is known."""
        return [self._node(agent) for agent in self._agents.values()]

    def _node(self, agent: Agent) -> dict[str, Any]:
        iri = str(agent.iri)
        if agent.type == _PERSON:
            return {"@id": iri, "@type": "schema:Person", "schema:name": agent.name}
        name = {self._tag: agent.name}
        return {"@id": iri, "@type": "ceterms:Organization", "ceterms:name": name}

    def _name(self, agent: Agent) -> dict[str, str]:
        language = {} if self._tag == NO_LANGUAGE else {"@language": self._tag}
        return {"@value": agent.name, **language}

    def _note(self, agents: Sequence[Agent]) -> None:
        for agent in agents:
            if agent.name != str(agent.iri):
                self._agents.setdefault(str(agent.iri), agent)
