"""The pool gives the answers of the embedded engine, in every media type."""

import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from crosswalk_rdf.namespaces import rebased
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.answers import Answer, Boolean, Triples
from crosswalk_rdf.store.backend import QueryRequest, QueryResult, QuerySyntaxError, Refused
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend, answer
from tests.queries.library import FILES
from tests.server.query_execution.conftest import store_of
from tests.server.query_execution.support import (
    CSV,
    JSON,
    LIMITS,
    SHORT,
    TSV,
    TURTLE,
    XML,
    Data,
    outcome,
    run,
    select,
    values,
)

ROOMY = replace(LIMITS, query_seconds=20, waiting_seconds=60, waiting_queries=500)


@pytest.mark.parametrize("site", ["flagship_data", "tiny_data"])
def test_the_query_library(site: str, request: pytest.FixtureRequest) -> None:
    data: Data = replace(request.getfixturevalue(site), limits=ROOMY)
    texts = {file.stem: _text(file.stem, file.read_text(), data.base) for file in FILES}
    engine = OxigraphBackend(store_of(data))
    expected = {name: engine.query(text) for name, text in texts.items()}

    async def use(pool: WorkerPool) -> dict[str, QueryResult]:
        return {name: await pool.execute(_question(texts[name], expected[name])) for name in texts}

    replies = run(data, use)
    assert len(replies) > 30
    for name, reply in replies.items():
        assert _read(reply, expected[name]) == expected[name], name
        assert reply.rows == _size(expected[name]), name


def _question(text: str, expected: Answer) -> QueryRequest:
    return select(text, TURTLE if isinstance(expected, Triples) else JSON)


def _text(name: str, text: str, base: str) -> str:
    query = parse_query(name, rebased(text, base), base)
    required = {p.name: "1b" for p in query.parameters if p.required}
    return bind(query, required, base)


def _read(reply: QueryResult, expected: Answer) -> Answer:
    if isinstance(expected, Triples):
        store = ox.Store()
        store.load(input=reply.body, format=ox.RdfFormat.TURTLE)
        result = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
        return answer(result)
    return answer(ox.parse_query_results(reply.body, ox.QueryResultsFormat.JSON))


def _size(expected: Answer) -> int:
    if isinstance(expected, Boolean):
        return 1
    return len(expected.triples if isinstance(expected, Triples) else expected.rows)


TRICKY = (
    'SELECT ?x ?y { VALUES (?x ?y) { ("a{},{}\\"\\n},{\\"b" UNDEF) (UNDEF UNDEF) '
    '("<result>" <a:b>) ("line\\r\\nline" "c,\\td") } }'
)


@pytest.mark.slow
@pytest.mark.parametrize("media_type", [JSON, XML, CSV, TSV])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (TRICKY, 4),
        ("SELECT * {}", 1),
        ("SELECT * { FILTER(false) }", 0),
        ("SELECT ?x { FILTER(false) }", 0),
        ("SELECT ?x { {} UNION {} UNION { VALUES ?x { 1 } } UNION {} }", 4),
        ('SELECT ?x { VALUES ?x { "}},{}" "{}" } }', 2),
        ("SELECT ?x { VALUES ?x { 1 2 3 } }", 3),
    ],
)  # fmt: skip
def test_rows_are_counted_exactly(overlapping: Data, media_type: str, text: str, rows: int) -> None:
    reply = run(overlapping, lambda pool: pool.execute(select(text, media_type)))
    assert reply.rows == rows


def test_every_syntax_of_graphs_says_the_same(flagship_data: Data) -> None:
    text = (
        "CONSTRUCT { ?s a ?o . ?s <https://example.org/n> [ ] } "
        "{ SELECT ?s ?o { ?s a ?o } ORDER BY ?s LIMIT 20 }"
    )

    async def use(pool: WorkerPool) -> list[QueryResult]:
        return [await pool.execute(select(text, s.media_type)) for s in SYNTAXES]

    graphs = []
    for syntax, reply in zip(SYNTAXES, run(flagship_data, use), strict=True):
        graph = ox.Dataset(ox.parse(reply.body, syntax.parser))
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        graphs.append(graph)
        assert reply.rows == len(graph) == 40
    assert all(graph == graphs[0] for graph in graphs)


def test_graphs_have_the_prefixes_of_documents(flagship_data: Data) -> None:
    text = "CONSTRUCT { ?s a ?o } { ?s a ?o }"
    turtle = run(flagship_data, lambda pool: pool.execute(select(text, TURTLE))).body.decode()
    assert "@prefix xw: <https://w3id.org/leadership-crosswalk/ontology#> ." in turtle
    jsonld = run(flagship_data, lambda pool: pool.execute(select(text, "application/ld+json")))
    assert json.loads(jsonld.body)["@context"]["xw"].endswith("ontology#")


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        (SHORT, TURTLE),
        ("ASK {}", "application/rdf+xml"),
        ("DESCRIBE <https://example.org/1>", JSON),
        ("CONSTRUCT { <a:b> <a:1> 1 } {}", "application/rdf+xml"),  # no XML name
    ],
)
def test_what_a_media_type_cannot_hold_is_refused(
    overlapping: Data, text: str, media_type: str
) -> None:
    with pytest.raises(Refused):
        run(overlapping, lambda pool: pool.execute(select(text, media_type)))


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_syntax_errors_have_a_place(overlapping: Data, loop: str) -> None:
    text = "SELECT *\n{ ?s ex:p ?o }"
    with pytest.raises(QuerySyntaxError) as expected:
        OxigraphBackend(ox.Store()).query(text)
    with pytest.raises(QuerySyntaxError) as caught:
        run(overlapping, lambda pool: pool.execute(select(text)), loop)
    assert (caught.value.line, caught.value.column) == (2, expected.value.column)
    assert str(caught.value) == str(expected.value)


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <a:b> <a:b> <a:b> }", "LOAD <file:///etc/passwd>", "CLEAR ALL", "",
     "\ud800", "SELECT * {} ; DROP ALL"],
)  # fmt: skip
def test_what_is_no_query_is_a_syntax_error(overlapping: Data, text: str) -> None:
    async def use(pool: WorkerPool) -> tuple[object, QueryResult]:
        return await outcome(pool.execute(select(text))), await pool.execute(
            select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        )

    error, count = run(overlapping, use)
    assert isinstance(error, QuerySyntaxError)
    assert values(count) == [("8",)]
