"""Texts for third-party stores: what SPARQL 1.1 does not have is refused, clauses are taken out."""

import pytest

from crosswalk_rdf.sparql_text.standard_query import NonstandardText, standard_query


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("SELECT * FROM <a:b> { ?s ?p ?o }", "SELECT *            { ?s ?p ?o }"),
        ("ASK FROM NAMED <a:b> FROM<c:d>{}", "ASK                           {}"),
        ("PREFIX x: <a:> ASK from x:b {}", "PREFIX x: <a:> ASK          {}"),
        ("ASK # FROM <a:b>\n{ 'FROM <a:b> # no' }", "ASK             \n{ 'FROM <a:b> # no' }"),
        ("ASK {} # \r FROM <a:b>", "ASK {}   \r           "),
        ("ASK { ?s <a:b#c> 'x'@en, -2e3, true }", "ASK { ?s <a:b#c> 'x'@en, -2e3, true }"),
        ("ASK { ?s ^<a:b>/<c:d>*|!(<e:f>) [] }", "ASK { ?s ^<a:b>/<c:d>*|!(<e:f>) [] }"),
    ],
)  # fmt: skip
def test_what_is_left(text: str, rest: str) -> None:
    assert standard_query(text) == rest


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("define input:default-graph-uri <a:b> ASK {}", 0),
        ("ASK { { SELECT * FROM <a:b> { ?s ?p ?o } } }", 17),
        ("ASK { SELECT * WHERE { } FROM <a:b> }", 25),
        ("ASK FROM <a:b> OPTION (get:soft 'soft') {}", 15),
        ("ASK { BIND(bif:http_get('http://localhost/') AS ?x) }", 11),
        ("ASK { BIND(sql:SPARQL_EVAL('') AS ?x) }", 11),
        ("PREFIX x: <bif:ht> ASK { BIND(x:tp_get('http://localhost/') AS ?x) }", 7),
        ("PREFIX x: <b> ASK { BIND(x:if:http_get('http://localhost/') AS ?x) }", 25),
        ("ASK { BIND(<BIF:http_get>('') AS ?x) }", 11),
        ("ASK { ?s ?p `1` }", 12),
        ("ASK { ?s ?p 'no end }", 12),
        ("ASK { ?s ?p '''no end'' }", 12),
        ("ASK FR\\u004FM <a:b> {}", 6),
        ("ASK \0{}", 4),
        ("INSERT { ?s ?p ?o } WHERE {}", 0),
        ("LOAD <a:b>", 0),
        ("ASK { SERVICE <a:b> {} }", 6),
        ("@prefix x: <a:> . ASK {}", 0),
    ],
)
def test_what_is_refused(text: str, position: int) -> None:
    with pytest.raises(NonstandardText) as raised:
        standard_query(text)
    assert raised.value.position == position
