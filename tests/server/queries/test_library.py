"""Every query of the library, over HTTP's formats, answers as the embedded engine does."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest

from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.store.answers import Boolean, Solutions, Triples, sorted_triples
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend, answer, triple_of
from tests.built import BuiltSite
from tests.conftest import REPOSITORY
from tests.server.client import Answer
from tests.server.embedded import TOP, ask, embedded_service

NAMES = sorted(path.stem for path in REPOSITORY.glob("queries/*.rq"))
RESULTS = ("application/sparql-results+json", "application/sparql-results+xml",
           "text/tab-separated-values")  # fmt: skip


@pytest.fixture(scope="module")
def engine(service: Service) -> OxigraphBackend:
    store = ox.Store()
    store.load(service.build.dump, ox.RdfFormat.N_QUADS)
    return OxigraphBackend(store)


def query_of(service: Service, name: str) -> Query:
    text = bytes(service.build.files[f"queries/{name}.rq"].content).decode()
    return parse_query(name, text, service.build.manifest.base)


def read(response: Answer, media_type: str) -> Any:
    assert response.status == 200, bytes(response.body)
    assert response.header("content-type").partition(";")[0] == media_type
    if results := ox.QueryResultsFormat.from_media_type(media_type):
        return answer(ox.parse_query_results(bytes(response.body), results))
    syntax = ox.RdfFormat.from_media_type(media_type)
    assert syntax
    triples = {triple_of(quad.triple) for quad in ox.parse(bytes(response.body), syntax)}
    return sorted_triples(triples)


def test_there_are_queries(service: Service) -> None:
    assert len(NAMES) == 48
    listed = json.loads(bytes(ask(service, "/queries").body))["queries"]
    assert [entry["name"] for entry in listed] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_format_holds_the_answer_of_the_engine(
    name: str, service: Service, engine: OxigraphBackend
) -> None:
    query = query_of(service, name)
    expected = engine.query(bind(query, {}, service.build.manifest.base))
    types = {
        Solutions: RESULTS,
        Boolean: RESULTS[:2],
        Triples: tuple(syntax.media_type for syntax in SYNTAXES),
    }[type(expected)]
    for media_type in types:
        actual = read(ask(service, f"/queries/{name}", accept=media_type), media_type)
        if isinstance(expected, Solutions):
            assert actual.variables == expected.variables
            assert actual.rows == expected.rows
        else:
            assert actual == expected


@pytest.mark.parametrize("name", NAMES)
def test_files_of_the_build_are_given_as_they_are(name: str, service: Service) -> None:
    for suffix in (".rq", ".html", ".csv", ".ttl"):
        file = service.build.files.get(f"queries/{name}{suffix}")
        response = ask(service, f"/queries/{name}{suffix}")
        if file is None and response.status == 404:
            continue
        assert response.status == 200
        if file is not None:
            assert bytes(response.body) == bytes(file.content)
            assert response.header("etag") == file.etag
            assert response.header("last-modified").endswith("GMT")


@pytest.mark.parametrize("name", NAMES)
def test_the_file_says_what_the_live_answer_says(name: str, service: Service) -> None:
    if f"queries/{name}.csv" in service.build.files:
        static = bytes(ask(service, f"/queries/{name}.csv").body)
        live = bytes(ask(service, f"/queries/{name}", accept="text/csv").body)
        assert Counter(static.splitlines()) == Counter(live.splitlines())


def test_the_queries_of_another_publication(tiny_site: BuiltSite) -> None:
    service = embedded_service(tiny_site.folder)
    own = b"#+ summary: Mine\nSELECT (1 AS ?one) WHERE {}\n"
    file = replace(service.build.files["queries/aligned.rq"], content=memoryview(own))
    broken = replace(file, content=memoryview(b"SELECT"))
    files = {**service.build.files, "queries/mine.rq": file, "queries/broken.rq": broken}
    changed = replace(service, build=replace(service.build, files=files), _cache={})
    assert b'"1"' in bytes(ask(changed, "/queries/mine").body)
    assert b"\r\n1\r\n" in bytes(ask(changed, "/queries/mine.csv").body)
    assert ask(changed, "/queries/broken").status == 404
    base = service.build.manifest.base.encode()
    assert base in bytes(ask(changed, "/queries/outline.rq").body)


@pytest.mark.parametrize(
    "hostile",
    [
        'x" } ?s ?p ?o . { SELECT * { ?s ?p "y',
        "\\",
        '\\"',
        "\\u0022 } #",
        "\n} #",
        "a\u2028",
        "?_word",
        "#",
    ],
)
def test_values_are_bound_as_terms(hostile: str, service: Service) -> None:
    response = ask(service, f"/queries/search?{urlencode({'word': hostile})}")
    assert response.status == 200
    echo = "/queries/echo?" + urlencode({"word": hostile})
    text = (
        b"#+ summary: Echo\n#+ parameters:\n#+   word: {type: string, description: x, default: y}\n"
    )
    text += b'SELECT ?word { VALUES ?_word { "y" } BIND(?_word AS ?word) }\n'
    file = replace(service.build.files["queries/aligned.rq"], content=memoryview(text))
    files = {**service.build.files, "queries/echo.rq": file}
    changed = replace(service, build=replace(service.build, files=files), _cache={})
    rows = json.loads(bytes(ask(changed, echo).body))["results"]["bindings"]
    assert [row["word"]["value"] for row in rows] == [hostile]


@pytest.mark.parametrize(
    ("target", "parameter", "says"),
    [
        ("/queries/aligned?notation=a%20b", "notation", "without white space"),
        ("/queries/aligned.csv?framework=%3Ca%20b%3E", "framework", "an IRI such as"),
        ("/queries/aligned?framework=x%3E%20%7D%20DROP%20ALL", "framework", "an IRI such as"),
        ("/queries/aligned?nothing=1", "nothing", "it takes notation, framework"),
        ("/queries/graphs?nothing=1", "nothing", "it takes none"),
        ("/queries/aligned?notation=1a&notation=1b", "notation", "given twice"),
        ("/queries/aligned.rq?notation=%20", "notation", "without white space"),
        ("/queries/aligned.tsv?notation=a%00", "notation", "U+0000"),
    ],
)
def test_faults_name_the_parameter(
    target: str, parameter: str, says: str, service: Service
) -> None:
    response = ask(service, target)
    problem = json.loads(bytes(response.body))
    assert (response.status, problem["parameter"]) == (400, parameter)
    assert says in problem["detail"]
    assert "--param" not in problem["detail"]


def test_a_parameter_that_is_demanded(service: Service) -> None:
    demanding = [
        (query, parameter)
        for query in (query_of(service, name) for name in NAMES)
        for parameter in query.parameters
        if parameter.required
    ]
    for query, parameter in demanding:
        problem = json.loads(bytes(ask(service, f"/queries/{query.name}").body))
        assert (problem["status"], problem["parameter"]) == (400, parameter.name)


def test_an_empty_optional_parameter_means_any(service: Service) -> None:
    any_ = bytes(ask(service, "/queries/aligned.json?notation=4d").body)
    assert bytes(ask(service, "/queries/aligned.json?notation=4d&framework=").body) == any_
    own = "/queries/aligned.json?notation=4d&framework="
    assert bytes(ask(service, own + "psel-2015").body) == any_
    assert bytes(ask(service, own + "lcpe-2017").body) != any_


def test_near_names(service: Service) -> None:
    problem = json.loads(bytes(ask(service, "/queries/alligned").body))
    assert problem["status"] == 404
    assert problem["alternatives"][0] == f"{TOP}queries/aligned"
    assert ask(service, "/queries/..%2fbuild.ndjson").status == 404
    assert ask(service, "/queries/aligned.csv/more").status == 404
    assert ask(service, "/queries/").status == 200


def test_people_get_pages(service: Service) -> None:
    html = "text/html,*/*;q=0.5"
    assert ask(service, "/queries", accept=html).header("location") == f"{TOP}queries.html"
    page = ask(service, "/queries/aligned", accept=html)
    assert (page.status, page.header("location")) == (303, f"{TOP}queries/aligned.html")
    live = ask(service, "/queries/aligned?notation=4d", accept=html).header("location")
    assert live.startswith(f"{TOP}sparql.html#query=")
    assert "%224d%22" in live
    assert ask(service, "/queries/aligned", accept="application/sparql-query").status == 200


def test_an_unknown_format_is_passed_over(service: Service) -> None:
    for target in ("/queries/aligned?format=ttl", "/queries/aligned?format=sparql-results%2Bxml"):
        assert ask(service, target).header("content-type") == "application/sparql-results+json"
        assert ask(service, target, accept="text/csv").header("content-type").startswith("text/csv")
        assert ask(service, target, accept="text/turtle").status == 406


def test_what_there_is_not(service: Service) -> None:
    for target, accept in (
        ("/queries/aligned", "text/turtle"),
        ("/queries/describe", "text/csv"),
        ("/queries/is-aligned", "text/csv"),
        ("/queries", "text/turtle"),
    ):
        response = ask(service, target, accept=accept)
        assert response.status == 406
        assert json.loads(bytes(response.body))["alternatives"]
    assert ask(service, "/queries/aligned.ttl").status == 404
    assert ask(service, "/queries/describe.csv").status == 404
