"""What is described beside concepts, collections and schemes, as resources of a framework."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from itertools import chain

from rdflib import FOAF, RDF, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.formats.shared.skos_model.collections import nodes_of_lists
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.membership import Members
from crosswalk_rdf.formats.shared.skos_model.vocabulary import MAPPINGS
from crosswalk_rdf.model import Agent, Framework, Origin, PropertyValue, Resource


def with_resources(
    frameworks: Mapping[URIRef, Framework], members: Members, subjects: Subjects, file: str
) -> tuple[dict[URIRef, Framework], set[Subject]]:
    """Return ``frameworks``, by IRI, with their resources, and all subjects that they describe.

    What several frameworks point at is described by the first of them; so is, after the others,
    what none of them points at. Subjects of mapping relations are of other vocabularies: what else
    is said of them is described after that, since their relations are alignments.
    """
    collections = [c for framework in frameworks.values() for c in framework.collections]
    described: set[Subject] = {*frameworks, *members.home, *(c.iri for c in collections)}
    described |= nodes_of_lists(collections, subjects) | _agents(frameworks.values(), subjects)
    mapped = _mapped(subjects) - described
    others = described | {*members.schemes, *members.collections} | mapped
    by_framework: dict[URIRef, dict[URIRef, Resource]] = {}
    for iri, framework in frameworks.items():
        by_framework[iri] = _reached(_named_by(framework), subjects, others, file)
        others |= by_framework[iri].keys()
    for first in list(by_framework)[:1]:
        by_framework[first] |= _reached(map(URIRef, subjects), subjects, others, file)
        unmapped = {s: _without_mappings(subjects[s]) for s in subjects if s in mapped}
        by_framework[first] |= _reached(map(URIRef, unmapped), unmapped, described, file)
    return {
        iri: replace(framework, resources=tuple(by_framework[iri].values()))
        for iri, framework in frameworks.items()
    }, described.union(*by_framework.values())


def _mapped(subjects: Subjects) -> set[Subject]:
    return {s for s, properties in subjects.items() if any(m in properties for m in MAPPINGS)}


def _without_mappings(properties: Properties) -> Properties:
    """Return ``properties`` without mapping relations to resources."""
    return {
        property: values if property not in MAPPINGS else literals
        for property, values in properties.items()
        if property not in MAPPINGS or (literals := _literals(values))
    }


def _literals(values: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(value for value in values if not isinstance(value, URIRef))


def _reached(
    names: Iterable[URIRef], subjects: Subjects, others: Set[Subject], file: str
) -> dict[URIRef, Resource]:
    """Return what ``subjects`` describe of ``names``, and of what is named there, by IRI."""
    resources: dict[URIRef, Resource] = {}
    queue = list(dict.fromkeys(names))
    for iri in queue:
        if subjects.get(iri) and iri not in resources and iri not in others:
            values = tuple(
                PropertyValue(property, value)  # type: ignore[arg-type]
                for property, terms in subjects[iri].items()
                for value in terms
            )
            resources[iri] = Resource(iri=iri, properties=values, origin=Origin(file, 0))
            queue.extend(v.value for v in values if isinstance(v.value, URIRef))
    return resources


def _named_by(framework: Framework) -> Iterator[URIRef]:
    """Yield the IRIs that ``framework`` and its parts have as values."""
    properties = chain(
        framework.properties,
        *(statement.properties for statement in framework.statements),
        *(collection.properties for collection in framework.collections),
    )
    yield from (further.value for further in properties if isinstance(further.value, URIRef))
    yield from (statement.kind for statement in framework.statements)
    yield from (agent.iri for agent in _agents_of(framework))


def _agents_of(framework: Framework) -> tuple[Agent, ...]:
    agents = (*framework.creators, framework.publisher, framework.rights_holder)
    return tuple(agent for agent in agents if agent is not None)


def _agents(frameworks: Iterable[Framework], subjects: Subjects) -> set[Subject]:
    """Return the agents of ``frameworks`` of which these say all that ``subjects`` do."""
    agents = (agent for framework in frameworks for agent in _agents_of(framework))
    return {a.iri for a in agents if a.iri in subjects and _is_said_by(a, subjects[a.iri])}


def _is_said_by(agent: Agent, properties: Properties) -> bool:
    """Return whether ``agent`` says all that ``properties`` say of it."""
    types = {FOAF.Person} if agent.type == "Person" else set[URIRef]()
    return (
        set(properties) <= {RDF.type, FOAF.name}
        and types >= set(properties.get(RDF.type, ()))
        and [str(name) for name in properties.get(FOAF.name, ())] == [agent.name]
    )
