"""FROM and FROM NAMED name graphs; the words may as well stand elsewhere."""

import pytest

from crosswalk_rdf.sparql_text.dataset_clauses import dataset_clauses


@pytest.mark.parametrize(
    ("text", "default", "named"),
    [
        ("SELECT * { ?from ?p 'FROM <a:b>' }", (), ()),
        ("BASE <http://e/x/> SELECT * FROM <a> FROM NAMED <../b> {}", ("http://e/x/a",),
         ("http://e/b",)),
        ("PREFIX : <http://e/> CONSTRUCT { ?s ?p ?o } FROM :a FROM :b%20c WHERE { ?s ?p ?o }",
         ("http://e/a", "http://e/b%20c"), ()),
        ("#FROM <a:b>\nDESCRIBE <a:b> FROM <a:c>", ("a:c",), ()),
        ("SELECT ?x FROM <a:\\u0062> { ?x ?from ?y }", ("a:b",), ()),
    ],
)  # fmt: skip
def test_clauses(text: str, default: tuple[str, ...], named: tuple[str, ...]) -> None:
    clauses = dataset_clauses(text)
    assert clauses is not None
    assert (clauses.default, clauses.named) == (default, named)
