"""A framework, its levels and its statements to triples (SKOS, CTDL-ASN, schema.org, XKOS)."""

from collections.abc import Iterator

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, SKOS, Literal

from crosswalk_rdf.graph.terms import (
    Triple,
    boolean,
    date,
    line_triples,
    number,
    responsibility_triples,
    rights_triples,
)
from crosswalk_rdf.model import Framework, Level, Statement
from crosswalk_rdf.model.collection_triples import collection_triples, resource_triples
from crosswalk_rdf.namespaces import CEASN, SCHEMA, VANN, XKOS, ontology_namespace


def framework_triples(framework: Framework, base: str) -> Iterator[Triple]:
    """Yield the triples of ``framework`` with all that it consists of."""
    yield from _scheme_triples(framework, base)
    for level in framework.levels:
        yield from level_triples(level, framework, base)
    for statement in framework.statements:
        yield from statement_triples(statement, framework, base)
    for collection in framework.collections:
        yield from collection_triples(collection)
    for resource in framework.resources:
        yield from resource_triples(resource)


def _scheme_triples(framework: Framework, base: str) -> Iterator[Triple]:
    iri = framework.iri
    for kind in (SKOS.ConceptScheme, CEASN.CompetencyFramework, SCHEMA.DefinedTermSet):
        yield iri, RDF.type, kind
    yield iri, SCHEMA.name, framework.title
    yield iri, DCTERMS.identifier, Literal(framework.uuid)
    if framework.is_as_stated:
        yield from _stated_agents(framework)
    else:
        yield from _description_triples(framework)
    xw = ontology_namespace(base)
    if framework.verbatim:
        yield iri, xw.verbatim, boolean(True)
    if framework.polyhierarchical:
        yield iri, xw.polyhierarchical, boolean(True)
    yield from ((iri, further.property, further.value) for further in framework.properties)


def _description_triples(framework: Framework) -> Iterator[Triple]:
    """Yield what fields of ``framework`` say of it."""
    iri = framework.iri
    yield iri, SKOS.prefLabel, framework.title
    yield iri, DCTERMS.title, framework.title
    if framework.description:
        yield iri, DCTERMS.description, framework.description
    yield from responsibility_triples(
        iri, framework.creators, framework.publisher, framework.rights_holder
    )
    yield iri, DCTERMS.issued, date(framework.issued)
    for language in framework.languages:
        yield iri, DCTERMS.language, Literal(language)
    yield iri, OWL.versionInfo, Literal(framework.edition)
    if all(statement.iri.startswith(f"{iri}/") for statement in framework.statements):
        yield iri, VANN.preferredNamespaceUri, Literal(f"{iri}/")
    yield from rights_triples(iri, framework.rights, framework.license, framework.attribution)
    for source in framework.sources:
        yield iri, DCTERMS.source, source
    if framework.notation_note:
        yield iri, SKOS.editorialNote, framework.notation_note


def _stated_agents(framework: Framework) -> Iterator[Triple]:
    """Yield who the agents are that the source gives by IRI; no name is made up for any."""
    agents = (*framework.creators, framework.publisher, framework.rights_holder)
    stated = {further.value for further in framework.properties}
    for agent in agents:
        if agent is None or agent.iri not in stated:
            continue
        yield agent.iri, RDF.type, PROV.Agent
        if agent.type == "Person":
            yield agent.iri, RDF.type, FOAF.Person
        if agent.name != str(agent.iri):
            yield agent.iri, FOAF.name, Literal(agent.name)


def level_triples(level: Level, framework: Framework, base: str) -> Iterator[Triple]:
    """Yield the triples that describe one level of ``framework``."""
    xw = ontology_namespace(base)
    kinds = {each.name: each.kind for each in framework.levels}
    yield level.iri, RDF.type, XKOS.ClassificationLevel
    yield level.iri, SKOS.inScheme, framework.iri
    yield level.iri, SKOS.prefLabel, level.label
    yield level.iri, XKOS.depth, number(level.depth)
    yield level.iri, XKOS.notationPattern, Literal(level.notation_pattern)
    yield level.iri, xw.kind, level.kind
    for name in level.broader:
        yield level.iri, xw.broaderKind, kinds[name]
    if level.roll_up:
        yield level.iri, xw.rollUp, boolean(True)


def statement_triples(statement: Statement, framework: Framework, base: str) -> Iterator[Triple]:
    """Yield the triples that describe ``statement`` and its place in ``framework``."""
    iri = statement.iri
    for kind in (SKOS.Concept, CEASN.Competency, SCHEMA.DefinedTerm, statement.kind):
        yield iri, RDF.type, kind
    yield from ((iri, SKOS.inScheme, scheme) for scheme in statement.schemes(framework.iri))
    for parent in filter(None, (statement.broader, *statement.also_broader)):
        yield iri, SKOS.broader, parent
        yield parent, SKOS.narrower, iri
    for scheme in statement.tops(framework.iri):
        yield iri, SKOS.topConceptOf, scheme
        yield scheme, SKOS.hasTopConcept, iri
    yield iri, ontology_namespace(base).position, number(statement.position)
    yield iri, SCHEMA.inDefinedTermSet, framework.iri
    if statement.deprecated:
        yield iri, OWL.deprecated, boolean(True)
    if statement.replaced_by:
        yield iri, DCTERMS.isReplacedBy, statement.replaced_by
    yield from _text_triples(statement, base)


def _text_triples(statement: Statement, base: str) -> Iterator[Triple]:
    iri, xw = statement.iri, ontology_namespace(base)
    if not statement.repeats_notation:
        yield iri, SKOS.notation, Literal(statement.notation)
    if statement.coined_notation:
        yield iri, xw.coinedNotation, boolean(True)
    if not statement.coined_label:
        yield iri, SKOS.prefLabel, statement.preferred_label
    yield iri, SCHEMA.termCode, Literal(statement.notation)
    yield iri, SCHEMA.name, statement.preferred_label
    if statement.label:
        yield iri, SKOS.definition, statement.text
        yield iri, SCHEMA.description, statement.text
    yield iri, CEASN.competencyText, statement.text
    yield iri, DCTERMS.identifier, Literal(statement.uuid)
    if statement.printed_in:
        yield iri, xw.printedIn, statement.printed_in
    yield from line_triples(iri, statement.lines, base)
    if statement.checksum:
        yield iri, xw.textChecksum, Literal(statement.checksum)
    yield from ((iri, further.property, further.value) for further in statement.properties)
