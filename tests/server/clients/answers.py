"""What clients are asked for, and what they should come back with."""

import pyoxigraph as ox

from tests.server.serving import Served

SELECT = "SELECT ?s { ?s a <http://www.w3.org/2004/02/skos/core#Concept> } ORDER BY ?s"
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = """CONSTRUCT { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }
WHERE { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }"""


def document(served: Served, name: str) -> set[str]:
    """Return the triples of the document about ``name``, as N-Triples."""
    answer = served.ask(f"/{name}.nt")
    assert answer.status == 200
    return {str(quad.triple) for quad in ox.parse(answer.body, ox.RdfFormat.N_TRIPLES)}


def triples(n_triples: str | bytes) -> set[str]:
    """Return the triples that a client has written as N-Triples or N-Quads, escaped or not."""
    return {str(quad.triple) for quad in ox.parse(n_triples, ox.RdfFormat.N_QUADS)}


def concepts(served: Served) -> list[str]:
    """Return what :data:`SELECT` finds."""
    answer = served.ask("/sparql", "POST", SELECT.encode(), Content_Type="application/sparql-query")
    return [row["s"]["value"] for row in answer.json()["results"]["bindings"]]
