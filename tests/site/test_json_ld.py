"""JSON-LD in pages gives the triples of the dump: neither more nor less."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, SDO, SKOS, Literal, URIRef

from crosswalk_rdf.namespaces import graph_iri
from tests.built import BuiltSite
from tests.site.documents import Document


def triples_of(page: Document) -> set[ox.Triple]:
    """Return what a JSON-LD processor makes of the blocks of a page."""
    return {
        quad.triple
        for block in page.json_ld
        for quad in ox.parse(block, format=ox.RdfFormat.JSON_LD)
    }


@pytest.fixture(scope="session")
def dump(site: BuiltSite) -> ox.Store:
    """The published N-Quads, read back."""
    store = ox.Store()
    name = f"dumps/{site.publication.id}.nq"
    store.load(site.files[name], format=ox.RdfFormat.N_QUADS)
    return store


def own_triples(dump: ox.Store, iri: str, graph: str) -> set[ox.Triple]:
    """Return what a named graph of the dump says of a subject."""
    quads = dump.quads_for_pattern(ox.NamedNode(iri), None, None, ox.NamedNode(graph))
    return {quad.triple for quad in quads}


def test_frameworks(site: BuiltSite, pages: dict[str, Document], dump: ox.Store) -> None:
    base = site.publication.base
    for framework in site.publication.frameworks:
        path = f"{site.build.dataset.addresses.path(framework.iri)}.html"
        expected = own_triples(dump, str(framework.iri), graph_iri(base, framework.id))
        assert expected, path
        assert triples_of(pages[path]) == expected, path


def test_statements(site: BuiltSite, pages: dict[str, Document], dump: ox.Store) -> None:
    base = site.publication.base
    for framework in site.publication.frameworks:
        for statement in framework.statements:
            path = f"{site.build.dataset.addresses.path(statement.iri)}.html"
            expected = own_triples(dump, str(statement.iri), graph_iri(base, framework.id))
            assert expected, path
            assert triples_of(pages[path]) == expected, path


def test_statements_are_what_crawlers_know(site: BuiltSite, pages: dict[str, Document]) -> None:
    for framework in site.publication.frameworks:
        for statement in framework.statements:
            path = f"{site.build.dataset.addresses.path(statement.iri)}.html"
            graph = rdflib.Graph().parse(data=pages[path].json_ld[0], format="json-ld")
            iri = URIRef(statement.iri)
            assert (iri, RDF.type, SDO.DefinedTerm) in graph, path
            assert (iri, RDF.type, SKOS.Concept) in graph, path
            assert (iri, SDO.name, statement.preferred_label) in graph, path
            assert (iri, SDO.termCode, Literal(statement.notation)) in graph, path
            assert (iri, SDO.inDefinedTermSet, framework.iri) in graph, path


def test_no_context_is_fetched(pages: dict[str, Document]) -> None:
    for page in pages.values():
        for block in page.json_ld:
            contexts = json.loads(block).get("@context", {})
            listed = contexts if isinstance(contexts, list) else [contexts]
            assert not [c for c in listed if isinstance(c, str)], page.path
