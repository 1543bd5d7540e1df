"""A crosswalk, its parts and its alignments to triples.

Each alignment is a SSSOM record (``owl:Axiom``) with the direct SKOS triple beside it (SSSOM
specification, section on SSSOM/RDF); a negated one has no direct triple.
"""

from collections.abc import Container, Iterator

from rdflib import DCTERMS, FOAF, PROV, RDF, Literal, URIRef

from crosswalk_rdf.graph.terms import Triple, date, responsibility_triples, rights_triples
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet
from crosswalk_rdf.model.agent_names import names_of_agents
from crosswalk_rdf.model.alignment_triples import alignment_triples, type_triples
from crosswalk_rdf.namespaces import SSSOM, ontology_namespace


def crosswalk_triples(crosswalk: Crosswalk, base: str) -> Iterator[Triple]:
    """Yield the triples that describe ``crosswalk`` as a whole."""
    iri, xw = crosswalk.iri, ontology_namespace(base)
    yield iri, RDF.type, xw.Crosswalk
    yield iri, DCTERMS.title, crosswalk.title
    if crosswalk.description:
        yield iri, DCTERMS.description, crosswalk.description
    yield from responsibility_triples(iri, crosswalk.creators, crosswalk.publisher)
    yield iri, DCTERMS.issued, date(crosswalk.issued)
    yield from rights_triples(iri, crosswalk.rights, crosswalk.license, crosswalk.attribution)
    yield iri, DCTERMS.identifier, Literal(crosswalk.id)
    for part in crosswalk.parts:
        yield iri, DCTERMS.hasPart, part.iri
        yield iri, xw.aligns, part.subject_source
        yield iri, xw.aligns, part.object_source
    for agent, name in names_of_agents(crosswalk).items():
        yield agent, RDF.type, FOAF.Agent
        yield agent, FOAF.name, Literal(name)
    for framework in crosswalk.external:
        yield framework.iri, RDF.type, xw.ExternalFramework
        yield framework.iri, DCTERMS.title, framework.title
    if crosswalk.source:
        yield iri, PROV.wasDerivedFrom, crosswalk.source.iri
    yield from ((iri, further.property, further.value) for further in crosswalk.properties)


def part_triples(part: MappingSet, crosswalk: Crosswalk, base: str) -> Iterator[Triple]:
    """Yield the triples of one part with all its alignments."""
    iri, xw = part.iri, ontology_namespace(base)
    yield iri, RDF.type, SSSOM.MappingSet
    yield iri, RDF.type, xw.CrosswalkPart
    yield iri, DCTERMS.title, part.title
    if part.description:
        yield iri, DCTERMS.description, part.description
    yield iri, DCTERMS.isPartOf, crosswalk.iri
    yield iri, DCTERMS.identifier, Literal(part.id)
    yield from rights_triples(iri, part.rights, part.license)
    yield iri, SSSOM.sssom_version, SSSOM["version1.1"]
    yield iri, SSSOM.subject_source, part.subject_source
    yield iri, SSSOM.object_source, part.object_source
    if crosswalk.source:
        yield iri, PROV.wasDerivedFrom, crosswalk.source.iri
    yield from ((iri, xw.subjectKind, kind) for kind in part.subject_kinds)
    yield from ((iri, xw.objectKind, kind) for kind in part.object_kinds)
    yield from ((iri, slot.property, value) for slot in part.slots for value in slot.values)
    external = {framework.iri for framework in crosswalk.external}
    for alignment in part.alignments:
        yield iri, SSSOM.mappings, alignment.iri
        yield from record_triples(alignment, part, base, external)


def record_triples(
    alignment: Alignment, part: MappingSet, base: str, external: Container[URIRef] = ()
) -> Iterator[Triple]:
    """Yield the record of ``alignment`` as one of its part, and the direct triple.

    ``external`` are the frameworks whose statements are not published here.
    """
    iri, xw = alignment.iri, ontology_namespace(base)
    yield iri, RDF.type, xw.Alignment
    yield iri, DCTERMS.isPartOf, part.iri
    yield from type_triples(alignment, part, external)
    yield from alignment_triples(alignment, part, xw)
