"""What each kind of value says in RDF, on the tiny publication and its variants."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.graph import Triple, asserted_graphs
from crosswalk_rdf.graph.crosswalks import part_triples, record_triples
from crosswalk_rdf.graph.frameworks import framework_triples, statement_triples
from crosswalk_rdf.graph.terms import date
from crosswalk_rdf.model import Framework, MappingSet, Publication
from crosswalk_rdf.namespaces import CEASN, PAV, SCHEMA, SSSOM, XKOS, ontology_namespace
from crosswalk_rdf.project.publication import load_publication

BASE = "https://example.org/kompetenzen/"
XW = ontology_namespace(BASE)


@pytest.fixture(scope="module")
def tiny() -> Publication:
    return load_publication(Path(__file__).parent.parent / "publications/tiny")


@pytest.fixture
def schule(tiny: Publication) -> Framework:
    return next(framework for framework in tiny.frameworks if framework.id == "schule")


@pytest.fixture
def part(tiny: Publication) -> MappingSet:
    return tiny.crosswalks[0].parts[0]


def _values(triples: Iterable[Triple], subject: str, predicate: URIRef) -> set[object]:
    return {o for s, p, o in triples if (s, p) == (URIRef(subject), predicate)}


def test_a_framework_is_a_scheme_with_its_rights(schule: Framework) -> None:
    triples = list(framework_triples(schule, BASE))
    iri = f"{BASE}schule"
    kinds = {SKOS.ConceptScheme, CEASN.CompetencyFramework, SCHEMA.DefinedTermSet}
    assert _values(triples, iri, RDF.type) == kinds
    assert _values(triples, iri, DCTERMS.rights) == {Literal("CC0", lang="de")}
    assert _values(triples, iri, DCTERMS.license) == {schule.license}
    assert _values(triples, iri, DCTERMS.issued) == {Literal("2024-03", datatype=XSD.gYearMonth)}
    assert _values(triples, f"{BASE}agent/erika-mustermann", RDF.type) >= {FOAF.Person}
    top = {URIRef(f"{BASE}schule/MA"), URIRef(f"{BASE}schule/DE")}
    assert _values(triples, iri, SKOS.hasTopConcept) == top


def test_a_level_declares_kind_pattern_and_parents(schule: Framework) -> None:
    triples = list(framework_triples(schule, BASE))
    level = f"{BASE}schule/level/ziel"
    assert _values(triples, level, XKOS.depth) == {Literal(3)}
    assert _values(triples, level, XW.broaderKind) == {XW.Thema, XW.Ziel}


def test_a_statement_with_a_title_is_labelled_by_it(schule: Framework) -> None:
    triples = list(statement_triples(schule.statements[0], schule, BASE))
    iri = f"{BASE}schule/MA"
    text = Literal("Zählen, messen, schließen", lang="de")
    assert _values(triples, iri, SKOS.prefLabel) == {Literal("Mathematik", lang="de")}
    assert _values(triples, iri, SKOS.definition) == {text}
    assert _values(triples, iri, CEASN.competencyText) == {text}
    assert _values(triples, iri, SKOS.notation) == {Literal("MA")}


def test_a_statement_without_a_title_is_labelled_by_its_text(schule: Framework) -> None:
    triples = list(statement_triples(schule.statements[3], schule, BASE))
    iri = f"{BASE}schule/MA%201%2F%C3%A4"
    assert _values(triples, iri, SKOS.prefLabel) == {Literal("Brüche addieren", lang="de")}
    assert not _values(triples, iri, SKOS.definition)
    assert _values(triples, iri, SKOS.broader) == {URIRef(f"{BASE}schule/MA%201%2Fa")}


def test_a_deprecated_statement_names_its_replacement(schule: Framework) -> None:
    replacement = URIRef(f"{BASE}schule/DE")
    old = replace(schule.statements[0], deprecated=True, replaced_by=replacement)
    triples = list(statement_triples(old, schule, BASE))
    iri = f"{BASE}schule/MA"
    assert _values(triples, iri, OWL.deprecated) == {Literal(True)}
    assert _values(triples, iri, DCTERMS.isReplacedBy) == {replacement}


def test_a_statement_in_use_says_nothing_of_it(schule: Framework) -> None:
    triples = list(statement_triples(schule.statements[0], schule, BASE))
    assert not [t for t in triples if t[1] in (OWL.deprecated, DCTERMS.isReplacedBy)]


def test_an_alignment_is_a_record_and_a_direct_triple(part: MappingSet) -> None:
    alignment = next(a for a in part.alignments if a.predicate == SKOS.closeMatch)
    triples = list(record_triples(alignment, part, BASE))
    assert _values(triples, alignment.iri, RDF.type) == {OWL.Axiom, XW.Alignment}
    assert _values(triples, alignment.iri, OWL.annotatedTarget) == {alignment.object}
    assert _values(triples, alignment.iri, PAV.authoredBy) == {
        URIRef("https://orcid.org/0000-0002-1825-0097")
    }
    assert _values(triples, alignment.iri, SSSOM.confidence) == {
        Literal("0.5", datatype=XSD.double)
    }
    assert _values(triples, alignment.subject, SKOS.closeMatch) == {alignment.object}


def test_a_negated_alignment_has_no_direct_triple(part: MappingSet) -> None:
    denial = replace(part.alignments[0], negated=True)
    triples = list(record_triples(denial, part, BASE))
    assert _values(triples, denial.iri, SSSOM.predicate_modifier) == {SSSOM.NegatedPredicate}
    assert not _values(triples, denial.subject, denial.predicate)


def test_a_part_names_its_records(tiny: Publication, part: MappingSet) -> None:
    triples = list(part_triples(part, tiny.crosswalks[0], BASE))
    assert len(_values(triples, part.iri, SSSOM.mappings)) == 3


def test_each_kind_of_fact_has_its_graph(tiny: Publication) -> None:
    assert [name for name, _ in asserted_graphs(tiny)] == ["beruf", "schule", "schule-beruf/alle"]


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("2015", XSD.gYear), ("2015-10", XSD.gYearMonth), ("2015-10-31", XSD.date)],
)
def test_a_date_is_as_exact_as_it_is_known(text: str, datatype: URIRef) -> None:
    assert date(text) == Literal(text, datatype=datatype, normalize=False)
