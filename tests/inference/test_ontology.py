"""The ontology: every term named and explained, no blank node, no entailment that is not meant."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, BNode, Graph, Literal, URIRef

from crosswalk_rdf.namespaces import DEFAULT_BASE, SCHEMA, ontology_namespace

XW = ontology_namespace(DEFAULT_BASE)
ONTOLOGY = Graph().parse(Path(__file__).resolve().parents[2] / "ontology/crosswalk.ttl")
TERMS = sorted(ONTOLOGY.subjects(RDFS.isDefinedBy, URIRef(DEFAULT_BASE + "ontology")))
PROPERTIES = [
    term
    for term in TERMS
    if {OWL.ObjectProperty, OWL.DatatypeProperty} & set(ONTOLOGY.objects(term, RDF.type))
]


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.rsplit("#", 1)[1])
def test_a_term_has_one_label_and_one_comment_in_english(term: URIRef) -> None:
    for says in (RDFS.label, RDFS.comment):
        assert [text.language for text in ONTOLOGY.objects(term, says)] == ["en"]


@pytest.mark.parametrize("term", PROPERTIES, ids=lambda term: term.rsplit("#", 1)[1])
def test_a_property_says_what_it_is_used_with(term: URIRef) -> None:
    assert set(ONTOLOGY.objects(term, RDFS.domain | SCHEMA.domainIncludes))
    assert set(ONTOLOGY.objects(term, RDFS.range | SCHEMA.rangeIncludes))
    # several rdfs:domain would mean that a subject belongs to all of them
    assert len(set(ONTOLOGY.objects(term, RDFS.domain))) <= 1
    assert len(set(ONTOLOGY.objects(term, RDFS.range))) <= 1


def test_every_term_of_our_own_is_defined() -> None:
    used = {node for triple in ONTOLOGY for node in triple if str(node).startswith(str(XW))}
    assert used - {Literal(str(XW))} == set(TERMS)


def test_there_are_no_blank_nodes() -> None:
    assert not [node for triple in ONTOLOGY for node in triple if isinstance(node, BNode)]


def test_the_ontology_describes_itself() -> None:
    iri = URIRef(DEFAULT_BASE + "ontology")
    for says in (DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.rights):
        assert ONTOLOGY.value(iri, says)
    assert ONTOLOGY.value(iri, OWL.versionInfo) == Literal("1.0.0")
    assert ONTOLOGY.value(iri, VANN.preferredNamespaceUri) == Literal(str(XW))


def test_a_rolled_up_match_is_no_mapping() -> None:
    assert not list(ONTOLOGY.objects(XW.rolledUpMatch, RDFS.subPropertyOf))
    assert (XW.rolledUpMatch, RDFS.seeAlso, SKOS.mappingRelation) in ONTOLOGY


@pytest.mark.parametrize(("kind", "count"), [("ErratumKind", 16), ("SectionKind", 6)])
def test_the_values_of_a_kind_are_concepts_in_its_scheme(kind: str, count: int) -> None:
    values = set(ONTOLOGY.subjects(RDF.type, XW[kind]))
    assert values == set(ONTOLOGY.subjects(SKOS.inScheme, XW[kind + "s"]))
    assert values == set(ONTOLOGY.objects(XW[kind + "s"], SKOS.hasTopConcept))
    assert len(values) == count
