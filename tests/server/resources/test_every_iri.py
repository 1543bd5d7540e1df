"""Every IRI of a publication answers in every syntax, and says the same in all of them."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from tests.server.resources.client import ResourceClient

FORMS = [
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#flattened"',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#flattened '
    'http://www.w3.org/ns/json-ld#compacted"',
]
TYPES = [(syntax, syntax.media_type) for syntax in SYNTAXES] + [
    (next(s for s in SYNTAXES if s.name == "json-ld"), form) for form in FORMS
]


def subjects(client: ResourceClient) -> list[str]:
    """Return what a client finds in the dump and may ask for: IRIs below the base, no fragment."""
    quads = ox.parse(client.service.build.dump, ox.RdfFormat.N_QUADS)
    iris = {q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)}
    own = {iri.partition("#")[0] for iri in iris if iri.startswith(client.base)}
    return sorted(iri.removeprefix(client.base) for iri in own)


def triples(body: bytes, syntax: Syntax) -> frozenset[ox.Triple]:
    return frozenset(quad.triple for quad in ox.parse(body, syntax.parser))


def test_every_iri_says_the_same_in_every_syntax(any_client: ResourceClient) -> None:
    names = subjects(any_client)
    assert len(names) > 20
    first_graphs: dict[str, frozenset[ox.Triple]] = {}
    for name in names:
        graphs = set()
        for syntax, type in TYPES:
            answer = any_client.get(name, type)
            if name in any_client.service.build.files:  # the IRI of a file is that of the file
                assert answer.status == 200
                continue
            assert answer.status == 303, (name, type)
            location = answer.header("location")
            if location not in first_graphs:
                document = any_client.get(location, type)
                assert document.status == 200, location
                essence = document.header("content-type").partition(";")[0]
                assert essence == syntax.media_type, location
                first_graphs[location] = triples(bytes(document.body), syntax)
            graphs.add(first_graphs[location])
        assert len(graphs) <= 1, name
        assert all(graphs), name


def test_every_iri_has_a_page(any_client: ResourceClient) -> None:
    for name in subjects(any_client):
        if name not in any_client.service.build.files:
            answer = any_client.followed(name, "text/html")
            assert answer.status == 200, name
            assert answer.header("content-type") == "text/html; charset=utf-8", name


def test_a_document_is_about_its_resource(any_client: ResourceClient) -> None:
    for name in subjects(any_client):
        answer = any_client.followed(name, "application/n-triples")
        if answer.status == 200 and "." + name.rpartition(".")[2] not in (".gz", ".xlsx"):
            assert any_client.base.encode() in bytes(answer.body), name


@pytest.mark.parametrize("name", ["psel-2015/1a", "psel-2015", "ontology", "dataset"])
def test_suffixes_name_documents(flagship_client: ResourceClient, name: str) -> None:
    for syntax in SYNTAXES:
        answer = flagship_client.get(name + syntax.suffix, "image/png")
        assert answer.status == 200
        assert answer.header("content-type").partition(";")[0] == syntax.media_type
    assert flagship_client.get(f"{name}.html", "image/png").status == 200
    assert flagship_client.get(f"{name}.json").header("content-type") == "application/json"


def test_a_hash_iri_is_described_by_its_document(flagship_client: ResourceClient) -> None:
    term = ox.NamedNode(f"{flagship_client.base}ontology#Standard")
    body = bytes(flagship_client.followed("ontology", "application/n-triples").body)
    assert any(q.subject == term for q in ox.parse(body, ox.RdfFormat.N_TRIPLES))
