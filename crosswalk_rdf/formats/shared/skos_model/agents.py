"""Who made, published and holds the rights in something: literals, IRIs or blank nodes."""

from collections.abc import Iterable
from typing import Final

from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS, BNode, Literal, Namespace, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Description, Subjects
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.model import Agent, agent_iri
from crosswalk_rdf.namespaces import SCHEMA

_VCARD: Final = Namespace("http://www.w3.org/2006/vcard/ns#")
NAMES: Final = (FOAF.name, RDFS.label, SKOS.prefLabel, DCTERMS.title, _VCARD.fn, SCHEMA.name)


def agents_of(
    description: Description, properties: Iterable[URIRef], subjects: Subjects, language: str
) -> tuple[Agent, ...]:
    """Return the agents that are values of one of ``properties``, each once, in that order."""
    values = [value for property in properties for value in description.values(property)]
    agents = (agent_of(value, subjects, language) for value in values)
    return tuple({agent.iri: agent for agent in agents if agent is not None}.values())


def agent_of(value: Term, subjects: Subjects, language: str) -> Agent | None:
    """Return the agent that ``value`` names, or None for a blank node without a name."""
    if isinstance(value, Literal):
        text = str(value)
        return Agent(iri=agent_iri(text), name=text) if text.strip() else None
    description = Description(value, subjects)
    name = best([n for p in NAMES for n in description.literals(p)], language)
    if isinstance(value, BNode) and name is None:
        return None
    is_person = any(
        kind == FOAF.Person or str(kind).endswith("/Person") for kind in description.iris(RDF.type)
    )
    return Agent(
        iri=agent_iri(str(name)) if isinstance(value, BNode) else value,
        name=str(name) if name is not None else str(value),
        type="Person" if is_person else "Organization",
    )
