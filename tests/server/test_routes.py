from urllib.parse import unquote

import pytest
from starlette.routing import Match

from crosswalk_rdf.namespaces import SERVICE_PATHS
from crosswalk_rdf.server.routes import endpoint_paths, error_writers, routes


def endpoint(path: str, method: str = "GET") -> str:
    scope = {"type": "http", "method": method, "path": unquote(path)}
    scope["raw_path"] = path.encode()
    matches = (route.matches(scope) for route in routes())
    child_scope = next(
        endpoint_of_match for match, endpoint_of_match in matches if match is not Match.NONE
    )
    return str(child_scope["endpoint"].__name__)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "resource_endpoint"),
        ("/psel-2015/1a", "resource_endpoint"),
        ("/sparql", "sparql"),
        ("/sparql/", "sparql"),
        ("/sparql/x", "resource_endpoint"),
        ("/sparql//", "resource_endpoint"),
        ("/queries/", "query_list"),
        ("/queries/aligned/", "query_resource"),
        ("/activities/", "collection"),
        ("/activities/page/0/", "page"),
        ("/oai/", "oai"),
        ("/sparql.html", "resource_endpoint"),
        ("/queries", "query_list"),
        ("/queries/aligned.csv", "query_resource"),
        ("/ims/case/v1p1/CFItems/x/y", "case_1_1"),
        ("/ims/case/v1p2/CFItems", "resource_endpoint"),
        ("/activities", "collection"),
        ("/activities/page/0", "page"),
        ("/activities/a-0", "activity"),
        ("/queries%2Faligned", "resource_endpoint"),
        ("/queries/aligned%2fcsv", "query_resource"),
        ("/%71ueries/aligned", "query_resource"),
        ("//queries", "resource_endpoint"),
        ("/" * 15_000, "resource_endpoint"),
        ("/queries/" + "/d" * 5_000, "query_resource"),
    ],
)
def test_the_first_route_that_matches(path: str, name: str) -> None:
    assert endpoint(path) == name


def test_a_path_with_another_method_is_that_of_its_route() -> None:
    for path in ("/sparql", "/oai", "/healthz"):
        assert endpoint(path, "DELETE") == endpoint(path)


def test_apis_with_errors_of_their_own() -> None:
    assert set(error_writers()) == {"/ims/case/v1p0/", "/ims/case/v1p1/"}


def test_publications_know_the_paths_of_the_service() -> None:
    assert sorted(f"/{path}" for path in SERVICE_PATHS) == sorted(endpoint_paths())
