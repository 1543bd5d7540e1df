"""What the page of a query shows of its answer."""

import pytest
from rdflib import RDF, SKOS, XSD, BNode, Literal, URIRef

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.site.views.queries import MOST_ROWS, Cell, QueryView, query_view
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples

BASE = "https://example.org/x/"
PAGES = frozenset({"f/1a.html", "ontology.html"})


def query(parameters: str = "", text: str = "SELECT * WHERE { ?s ?p ?o } ORDER BY ?s") -> Query:
    header = f"#+ summary: Things\n#+ tags: [first, second]\n{parameters}"
    return parse_query("things", header + text + "\n", BASE)


def view(answer: Answer | None, asked: Query | None = None) -> QueryView:
    prefixes = {"skos": str(SKOS), "f": f"{BASE}f/", "xw": f"{BASE}ontology#"}
    return query_view(
        asked or query(), answer, addresses=Addresses(BASE), prefixes=prefixes, pages=PAGES
    )


def cell(term: URIRef | Literal | BNode | None) -> Cell:
    answer = view(Solutions(("x",), ((term,),))).answer
    assert answer is not None
    return answer.rows[0][0]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (None, Cell("")),
        (Literal("Ziel", lang="de"), Cell(Literal("Ziel", lang="de"))),
        (Literal("007"), Cell(Literal("007"))),
        (
            Literal("7", datatype=XSD.integer),
            Cell(Literal("7", datatype=XSD.integer), numeric=True),
        ),
        (BNode("b"), Cell("_:b")),
        (URIRef(f"{BASE}f/1a"), Cell("f:1a", path="f/1a.html")),
        (URIRef(f"{BASE}ontology#Thing"), Cell("xw:Thing", path="ontology.html#Thing")),
        (URIRef(f"{BASE}f/2"), Cell("f:2", iri=f"{BASE}f/2")),
        (URIRef(f"{BASE}g/x/2"), Cell("<g/x/2>", iri=f"{BASE}g/x/2")),
        (SKOS.Concept, Cell("skos:Concept", iri=str(SKOS.Concept))),
        (URIRef("urn:uuid:1"), Cell("urn:uuid:1")),
    ],
)
def test_cell(term: URIRef | Literal | BNode | None, expected: Cell) -> None:
    assert cell(term) == expected


def test_only_the_first_rows() -> None:
    rows = tuple((Literal(n), None) for n in range(MOST_ROWS + 1))
    answer = view(Solutions(("n", "none"), rows)).answer
    assert answer is not None
    assert (len(answer.rows), answer.total, answer.truncated) == (MOST_ROWS, MOST_ROWS + 1, True)
    assert answer.numeric == (True, False)
    assert answer.path == "queries/things.csv"


def test_triples() -> None:
    triple = (URIRef(f"{BASE}f/1a"), RDF.type, SKOS.Concept)
    answer = view(Triples((triple,))).answer
    assert answer is not None
    assert answer.columns == ("subject", "predicate", "object")
    assert answer.path == "queries/things.ttl"
    assert not answer.truncated


def test_yes_or_no() -> None:
    answer = view(Boolean(False)).answer
    assert answer is not None
    assert (answer.value, answer.path, answer.rows) == (False, None, ())


def test_no_answer_without_a_required_value() -> None:
    assert view(None).answer is None


def test_what_the_query_says_of_itself() -> None:
    query_view = view(None)
    assert (query_view.name, query_view.path, query_view.form) == (
        "things",
        "queries/things",
        "SELECT",
    )
    assert (query_view.summary, query_view.tags, query_view.group) == (
        "Things",
        ("first", "second"),
        "first",
    )
    assert query_view.command == "crosswalk-rdf query things"


def test_command_line_gives_what_has_a_value() -> None:
    parameters = """\
#+ parameters:
#+   word: {type: string, default: "it's here", description: A word}
#+   kind: {type: iri, default: "xw:Thing", description: A kind}
#+   any: {type: iri, description: Any}
#+   given: {type: integer, required: true, description: A number}
"""
    text = """\
SELECT * WHERE {
  VALUES ?_word { "it's here" } VALUES ?_kind { <https://example.org/x/ontology#Thing> }
  VALUES ?_any { UNDEF } VALUES ?_given { UNDEF }
  ?s a ?_kind, ?_any ; ?p ?_word, ?_given
} ORDER BY ?s"""
    query_view = view(None, query(parameters, text))
    expected = r"crosswalk-rdf query things --param word='it'\''s here' --param kind=xw:Thing"
    assert query_view.command == f"{expected} --param given=VALUE"
