"""The service over a store to which a build was pushed: the answers of the embedded store."""

import subprocess
from collections.abc import Iterator
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.answers import sorted_triples
from crosswalk_rdf.store.oxigraph_backend import answer as normal_answer
from crosswalk_rdf.store.oxigraph_backend import triple_of
from tests.built import BuiltSite
from tests.push.conftest import Push
from tests.push.servers import Server
from tests.queries.library import NAMES, load
from tests.server.serving import Served, command, serving

JSON = "application/sparql-results+json"


@pytest.fixture(scope="module")
def embedded(flagship_site: BuiltSite) -> Iterator[Served]:
    with serving(flagship_site.folder, "--quiet") as served:
        yield served


@pytest.fixture
def remote(server: Server, push: Push, flagship_site: BuiltSite) -> Iterator[Served]:
    """The flagship, its queries answered by each of the stores."""
    pushed = push(server, flagship_site.folder)
    assert pushed.exit_code == 0, pushed.output
    endpoint = server.remote.addresses.query
    options = ("--quiet", "--query-seconds", "60", "--endpoint", endpoint)
    with serving(flagship_site.folder, *options) as served:
        yield served


def answer(served: Served, target: str) -> object:
    """Return what a query gives, in a form in which equal answers are equal."""
    response = served.ask(target, accept=f"{JSON}, application/n-triples;q=0.5")
    assert response.status == 200, (target, response.body[:500])
    if not response.headers["content-type"].startswith(JSON):
        quads = ox.parse(response.body, ox.RdfFormat.N_TRIPLES)
        return sorted_triples({triple_of(quad.triple) for quad in quads})
    return normal_answer(ox.parse_query_results(response.body, ox.QueryResultsFormat.JSON))


def test_library(remote: Served, embedded: Served) -> None:
    asked = [name for name in NAMES if not any(p.required for p in load(name).parameters)]
    assert len(asked) > 20
    different = [
        name
        for name in asked
        if answer(remote, f"/queries/{name}") != answer(embedded, f"/queries/{name}")
    ]
    assert different == []


def test_what_others_keep_in_the_store_is_not_asked(remote: Served, embedded: Served) -> None:
    """The stores hold the graphs of other tests as well."""
    for query in (
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?c } } ORDER BY ?g",
        "ASK { <urn:s> ?p ?o }",
    ):
        target = f"/sparql?{urlencode({'query': query})}"
        assert answer(remote, target) == answer(embedded, target)


PRIVATE = "https://example.org/private/graph"
SECRET = "a secret of others"
PATTERN = "?s ?p ?o . ?o ?q ?r"
OF_PRIVATE = f"GRAPH <{PRIVATE}> {{ {PATTERN} }}"
PROLOGUE = "PREFIX x: <https://example.org/private/> BASE <https://example.org/private/a/b/>"


@pytest.fixture
def private(server: Server) -> None:
    """A graph of others in the store."""
    lines = ("<urn:s> <urn:p> <urn:o> .", f'<urn:o> <urn:p> "{SECRET}" .')
    server.remote.add(PRIVATE, [f"{line}\n" for line in lines])


OF_OTHERS = (
    f"SELECT * FROM <{PRIVATE}> {{ {PATTERN} }}",
    f"SELECT * FROM NAMED <{PRIVATE}> {{ GRAPH ?g {{ {PATTERN} }} }}",
    f"SELECT * {{ {OF_PRIVATE} }}",
    f"SELECT * {{ GRAPH ?g {{ {PATTERN} }} FILTER(?g = <{PRIVATE}>) }}",
    f"SELECT * {{ VALUES ?g {{ <{PRIVATE}> }} GRAPH ?g {{ {PATTERN} }} }}",
    f"SELECT * {{ BIND(IRI('{PRIVATE}') AS ?g) GRAPH ?g {{ {PATTERN} }} }}",
    f"{PROLOGUE} SELECT * FROM x:graph {{ {PATTERN} }}",
    f"{PROLOGUE} SELECT * FROM <../../graph> {{ {PATTERN} }}",
    f"{PROLOGUE} SELECT * FROM NAMED x:graph {{ GRAPH x:graph {{ {PATTERN} }} }}",
    f"{PROLOGUE} SELECT * {{ GRAPH <../../graph> {{ {PATTERN} }} }}",
    f"SELECT * FR\\u004FM <{PRIVATE}> {{ {PATTERN} }}",
    f"SELECT * FROM <https://example.org/priv\\u0061te/graph> {{ {PATTERN} }}",
    f"SELECT * #\r FROM <{PRIVATE}>\n {{ {PATTERN} }}",
    f"SELECT * FROM#\n<{PRIVATE}>{{ {PATTERN} }}",
    f"SELECT * {{ {{ SELECT * {{ {OF_PRIVATE} }} }} }}",
    f"SELECT * {{ {{ SELECT * FROM <{PRIVATE}> {{ {PATTERN} }} }} }}",
    f"SELECT * {{ ?x a ?c OPTIONAL {{ {OF_PRIVATE} }} }} LIMIT 10",
    f"SELECT * {{ {{ {OF_PRIVATE} }} UNION {{ <urn:o> ?p ?o }} }}",
    "SELECT * { <urn:s> <urn:p>+ ?o }",
    f"SELECT * {{ GRAPH <{PRIVATE}> {{ <urn:s> <urn:p>+ ?o }} }}",
    f"SELECT * FROM <{PRIVATE}> {{ <urn:s> (<urn:p>|^<urn:p>)* ?o }}",
    f"CONSTRUCT {{ {PATTERN} }} WHERE {{ {OF_PRIVATE} }}",
    f"CONSTRUCT FROM <{PRIVATE}> WHERE {{ {PATTERN} }}",
    f"DESCRIBE <urn:o> FROM <{PRIVATE}>",
    "DESCRIBE <urn:o>",
    f"DESCRIBE ?s {{ {OF_PRIVATE} }}",
    f"SELECT * {{ SERVICE <{PRIVATE}> {{ {PATTERN} }} }}",
    f"define input:default-graph-uri <{PRIVATE}> SELECT * {{ {PATTERN} }}",
    f"SELECT * FROM <{PRIVATE}> OPTION (get:soft 'soft') {{ {PATTERN} }}",
    f"SELECT (sql:SPARQL_EVAL('SELECT * FROM <{PRIVATE}> {{ {PATTERN} }}', '', 9) AS ?x) {{}}",
)
"""Queries that ask for the graph of others, by every way to name one."""
PARAMETERS: tuple[dict[str, str], ...] = (
    {},
    {"default-graph-uri": PRIVATE},
    {"named-graph-uri": PRIVATE},
    {"default-graph-uri": PRIVATE, "named-graph-uri": PRIVATE},
)


@pytest.mark.usefixtures("private")
def test_graphs_of_others_are_not_given_away(remote: Served) -> None:
    for query in OF_OTHERS:
        for parameters in PARAMETERS:
            response = remote.ask(f"/sparql?{urlencode({'query': query, **parameters})}")
            assert response.status in (200, 400, 403, 502), response.body[:500]
            assert SECRET.encode() not in response.body, (query, parameters)
    for pattern in (OF_PRIVATE, f"GRAPH ?g {{ {PATTERN} }}", PATTERN):
        for start in (f"ASK FROM <{PRIVATE}>", f"ASK FROM NAMED <{PRIVATE}>", "ASK"):
            answers = {
                answer(
                    remote,
                    f"/sparql?{urlencode({'query': query.replace('?r', repr(text))})}",
                )
                for text in (SECRET, "another")
                for query in (f"{start} {{ {pattern} }}",)
            }
            assert len(answers) == 1, (start, pattern)


def test_documents_do_not_need_the_store(remote: Served, embedded: Served) -> None:
    for path in ("/psel-2015/1a.ttl", "/ims/case/v1p1/CFDocuments", "/oai?verb=Identify"):
        assert remote.ask(path).status == embedded.ask(path).status == 200
    assert remote.ask("/psel-2015/1a.ttl").body == embedded.ask("/psel-2015/1a.ttl").body


def test_a_store_that_asks_for_a_login(
    virtuoso_server: Server, push: Push, flagship_site: BuiltSite, embedded: Served
) -> None:
    """Virtuoso asks for one (Digest) at this address."""
    assert push(virtuoso_server, flagship_site.folder).exit_code == 0
    endpoint = virtuoso_server.endpoint.replace("/sparql", "/sparql-auth")
    options = ("--quiet", "--endpoint", endpoint, "--auth")
    target = f"/sparql?{urlencode({'query': 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }'})}"
    with serving(flagship_site.folder, *options, virtuoso_server.auth or "") as served:
        assert answer(served, target) == answer(embedded, target)
    refused = subprocess.run(
        [*command(flagship_site.folder), *options, "dba:wrong"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert refused.returncode == 2
    assert "401" in refused.stderr
    assert "wrong" not in refused.stderr
