"""A package to plain triples of SKOS and Dublin Core: no terms of this product's own vocabulary.

Properties from other vocabularies are written unchanged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.shared.hierarchy import in_tree_order
from crosswalk_rdf.formats.shared.skos_model.frameworks import date
from crosswalk_rdf.model import (
    Agent,
    Crosswalk,
    Framework,
    PropertyValue,
    Statement,
    agent_iri,
    uuid_of_iri,
)
from crosswalk_rdf.model.collection_triples import collection_triples, resource_triples
from crosswalk_rdf.namespaces import CC, CEASN

Triple = tuple[URIRef, URIRef, Node]


def framework_triples(framework: Framework, own: str = "") -> Iterator[Triple]:
    """Yield ``framework`` and all in it; kinds in the namespace ``own`` are left out."""
    if framework.is_as_stated:
        yield from _stated_agents(framework)
    else:
        yield from _scheme_triples(framework)
    yield from _property_triples(framework.iri, framework.properties)
    for statement in framework.statements:
        yield from statement_triples(statement, framework, own)
    for collection in framework.collections:
        yield from collection_triples(collection)
    for resource in framework.resources:
        yield from resource_triples(resource)


def _scheme_triples(framework: Framework) -> Iterator[Triple]:
    """Yield what fields of ``framework`` say of it."""
    yield framework.iri, RDF.type, SKOS.ConceptScheme
    yield framework.iri, DCTERMS.title, framework.title
    yield framework.iri, SKOS.prefLabel, framework.title
    if framework.description is not None:
        yield framework.iri, DCTERMS.description, framework.description
    yield from _responsibility(framework)
    yield from _bibliography(framework)


def _responsibility(framework: Framework) -> Iterator[Triple]:
    stated = _stated_values(framework.properties)
    for creator in framework.creators:
        yield from _agent(framework.iri, DCTERMS.creator, creator, stated)
    for property, agent in (
        (DCTERMS.publisher, framework.publisher),
        (DCTERMS.rightsHolder, framework.rights_holder),
    ):
        if agent:
            yield from _agent(framework.iri, property, agent, stated)


def _agent(
    subject: URIRef, property: URIRef, agent: Agent, stated: set[tuple[URIRef, str]]
) -> Iterator[Triple]:
    """Yield an agent: its name as it is where nothing else is known of it, or else its IRI."""
    if agent.iri == agent_iri(agent.name) and agent.type == "Organization":
        if (property, agent.name) not in stated:
            yield subject, property, Literal(agent.name)
        return
    yield subject, property, agent.iri
    yield from _agent_names(agent)


def _stated_agents(framework: Framework) -> Iterator[Triple]:
    """Yield the names of the agents that properties of ``framework`` give by IRI."""
    stated = {further.value for further in framework.properties}
    for agent in (*framework.creators, framework.publisher, framework.rights_holder):
        if agent and agent.iri in stated:
            yield from _agent_names(agent)


def _agent_names(agent: Agent) -> Iterator[Triple]:
    """Yield the name of an agent that has an IRI, and that it is a person."""
    if agent.iri == agent_iri(agent.name) and agent.type == "Organization":
        return
    if agent.type == "Person":
        yield agent.iri, RDF.type, FOAF.Person
    if agent.name != str(agent.iri):
        yield agent.iri, FOAF.name, Literal(agent.name)


def _bibliography(framework: Framework) -> Iterator[Triple]:
    iri, stated = framework.iri, _stated_values(framework.properties)
    properties = {value.property for value in framework.properties}
    if framework.issued and DCTERMS.issued not in properties:
        yield iri, DCTERMS.issued, date(framework.issued)
    if framework.edition and (OWL.versionInfo, framework.edition) not in stated:
        yield iri, OWL.versionInfo, Literal(framework.edition)
    if framework.language and DCTERMS.language not in properties:
        yield iri, DCTERMS.language, Literal(framework.language)
    yield from _identifier(iri, framework.uuid, stated)
    if framework.rights and (DCTERMS.license, str(framework.rights)) not in stated:
        yield iri, DCTERMS.rights, framework.rights
    if framework.license:
        yield iri, DCTERMS.license, framework.license
    if framework.attribution:
        yield iri, CC.attributionName, Literal(framework.attribution)
    yield from ((iri, DCTERMS.source, source) for source in framework.sources)
    if framework.notation_note is not None:
        yield iri, SKOS.editorialNote, framework.notation_note


def statement_triples(statement: Statement, framework: Framework, own: str) -> Iterator[Triple]:
    """Yield ``statement`` and its place, in both directions (SKOS Reference S8, S25)."""
    iri, stated = statement.iri, _stated_values(statement.properties)
    yield iri, RDF.type, SKOS.Concept
    if statement.kind != CEASN.Competency and not (own and statement.kind.startswith(own)):
        yield iri, RDF.type, statement.kind
    yield from ((iri, SKOS.inScheme, scheme) for scheme in statement.schemes(framework.iri))
    for parent in (statement.broader, *statement.also_broader):
        if parent:
            yield iri, SKOS.broader, parent
            yield parent, SKOS.narrower, iri
    for scheme in statement.tops(framework.iri):
        yield iri, SKOS.topConceptOf, scheme
        yield scheme, SKOS.hasTopConcept, iri
    if statement.notation and not statement.repeats_notation:
        yield iri, SKOS.notation, Literal(statement.notation)
    if not statement.coined_label:
        yield iri, SKOS.prefLabel, statement.preferred_label
    if statement.label is not None:
        yield iri, SKOS.definition, statement.text
    yield from _identifier(iri, statement.uuid, stated)
    if statement.deprecated and all(v.property != OWL.deprecated for v in statement.properties):
        yield iri, OWL.deprecated, Literal("true", datatype=XSD.boolean)
    if statement.replaced_by:
        yield iri, DCTERMS.isReplacedBy, statement.replaced_by
    yield from _property_triples(iri, statement.properties)


def _identifier(iri: URIRef, uuid: str, stated: set[tuple[URIRef, str]]) -> Iterator[Triple]:
    """Yield the UUID, unless the IRI ends in it or a property states it (``urn:uuid:``)."""
    uuids = {
        text.lower().removeprefix("urn:uuid:") for p, text in stated if p == DCTERMS.identifier
    }
    is_stated = uuid and uuid != uuid_of_iri(iri)
    if is_stated and not iri.lower().endswith(uuid) and uuid not in uuids:
        yield iri, DCTERMS.identifier, Literal(uuid)


def _stated_values(properties: Iterable[PropertyValue]) -> set[tuple[URIRef, str]]:
    """Return what literals say by property: the same is not said again without their language."""
    return {(v.property, str(v.value)) for v in properties if isinstance(v.value, Literal)}


def _property_triples(iri: URIRef, properties: Iterable[PropertyValue]) -> Iterator[Triple]:
    yield from ((iri, value.property, value.value) for value in properties)


def mapping_triples(crosswalk: Crosswalk) -> Iterator[Triple]:
    """Yield the mapping relations of ``crosswalk`` (SKOS Reference §10), negated ones left out."""
    for part in crosswalk.parts:
        for alignment in part.claims:
            yield alignment.subject, alignment.predicate, alignment.object


def in_written_order(framework: Framework) -> tuple[Statement, ...]:
    """Return the statements in an order from which their positions can be told.

    That is the order they have, where it says the same, and that of the tree where it does not.
    """
    counted: Counter[URIRef | None] = Counter()
    for statement in framework.statements:
        counted[statement.broader] += 1
        if statement.position != counted[statement.broader]:
            return in_tree_order(framework.statements)
    return framework.statements
