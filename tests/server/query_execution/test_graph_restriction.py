"""A store is asked of graphs of the publication alone, whichever a request names."""

import pytest

from crosswalk_rdf.server.query_execution.graph_restriction import NO_GRAPH, restricted
from crosswalk_rdf.store.backend import QueryRequest, QuerySyntaxError

OURS = ("http://e/a", "http://e/b")
BASE = "BASE <http://e/> PREFIX p: <http://e/> "
NONE = (NO_GRAPH,)


def request(text: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> QueryRequest:
    return QueryRequest(text, "text/csv", default, named)


@pytest.mark.parametrize(
    ("clauses", "default", "named"),
    [
        ("", OURS, OURS),
        ("FROM <a>", ("http://e/a",), NONE),
        ("FROM p:a FROM NAMED <x/../b>", ("http://e/a",), ("http://e/b",)),
        ("FROM NAMED p:b", NONE, ("http://e/b",)),
        ("FROM <private>", NONE, NONE),
        ("FROM <private> FROM p:a FROM NAMED <private>", ("http://e/a",), NONE),
        ("fR\\u006fM <priv\\u0061te>", NONE, NONE),
        ("FROM # <a>\n <private>", NONE, NONE),
    ],
)
def test_clauses(clauses: str, default: tuple[str, ...], named: tuple[str, ...]) -> None:
    result = restricted(request(f"{BASE} ASK {clauses} {{ GRAPH ?g {{}} }}"), OURS)
    assert (result.default_graphs, result.named_graphs) == (default, named)
    assert "private" not in result.text
    assert "FROM" not in result.text.upper()


def test_parameters_are_in_place_of_clauses() -> None:
    asked = request("ASK FROM <http://e/a> {}", ("http://e/b", "http://private/"), ("x:y",))
    result = restricted(asked, OURS)
    assert (result.default_graphs, result.named_graphs) == (("http://e/b",), NONE)


@pytest.mark.parametrize("text", ["ASK FROM {}", "ASK FROM NAMED ?g {}", "ASK FROM x:y {}"])
def test_clauses_that_name_nothing(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        restricted(request(text), OURS)


def test_an_error_has_its_place() -> None:
    with pytest.raises(QuerySyntaxError) as raised:
        restricted(request("ASK {\n { SELECT * FROM <a:b> {} } }"), OURS)
    assert (raised.value.line, raised.value.column) == (2, 13)


def test_a_build_without_graphs_has_none_in_the_store() -> None:
    assert restricted(request("ASK {}"), ()).default_graphs == NONE
