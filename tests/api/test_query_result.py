import datetime
import sys

import pytest
from rdflib import SKOS, Literal, URIRef

import crosswalk_rdf as xw
from crosswalk_rdf.api.query_text import run_query
from crosswalk_rdf.store.rdflib_backend import RdflibBackend

PREFIX = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
TYPES = """
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?iri ?text ?number ?share ?yes ?day ?year ?none WHERE {
  VALUES (?iri ?text ?number ?share ?yes ?day ?year ?none) {
    (<https://example.org/> "a <b> & c"@en 3 1.5 true
     "2017-10-01"^^xsd:date "2017"^^xsd:gYear UNDEF)
  }
}
"""


def test_rows(publication: xw.Publication) -> None:
    result = publication.query("agreement-totals")
    assert result.columns == ("parts", "pairs")
    assert len(result) == 3
    assert result[0] == {"parts": Literal(3), "pairs": Literal(18)}
    assert list(result) == result[:]
    assert result[-1] == result[2]
    assert bool(result)
    with pytest.raises(IndexError):
        result[3]


def test_any_backend_will_do(publication: xw.Publication) -> None:
    backend = RdflibBackend(publication.graph())
    result = run_query(backend, "agreement-totals", {}, publication.queries, publication.base)
    assert list(result) == list(publication.query("agreement-totals"))


def test_parameters_are_values(publication: xw.Publication) -> None:
    by_text = publication.query("aligned", notation="4d")
    assert {str(row["notation"]) for row in by_text} == {"CBICI.2", "SRSCIIA.4"}
    framework = publication["psel-2015"]
    named = [n for n, q in publication.queries.items() if {"framework"} == {
        p.name for p in q.parameters}]  # fmt: skip
    for name in named:
        assert (
            publication.query(name, framework=framework)[:]
            == publication.query(name, framework=str(framework.iri))[:]
        )


@pytest.mark.parametrize(
    ("query", "parameters", "error"),
    [
        ("nothing", {}, xw.UnknownQuery),
        ("aligned", {"other": "4d"}, xw.UnknownParameter),
        ("aligned", {"notation": "4 d"}, xw.BadParameterValue),
        ("SELECT ?x WHERE { }", {"x": "4d"}, xw.UnknownParameter),
        ("SELECT ?x WHERE {", {}, xw.QuerySyntaxError),
    ],
)
def test_what_cannot_be_answered(
    publication: xw.Publication, query: str, parameters: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        publication.query(query, **parameters)


def test_frames_hold_values_of_python(publication: xw.Publication) -> None:
    result = publication.query(TYPES)
    expected = {
        "iri": "https://example.org/",
        "text": "a <b> & c",
        "number": 3,
        "share": 1.5,
        "yes": True,
        "day": datetime.date(2017, 10, 1),
        "year": "2017",
        "none": None,
    }
    assert result.to_polars().to_dicts() == [expected]
    assert result.to_pandas().to_dict("records") == [expected]
    assert publication.query("SELECT ?x WHERE { FILTER(false) }").to_pandas().columns == ["x"]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_the_package(
    publication: xw.Publication, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = publication.query("agreement-totals")
    for module in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [_Absent(name), *sys.meta_path])
    with pytest.raises(xw.MissingDependency, match=f"pip install {name}") as raised:
        getattr(result, f"to_{name}")()
    assert isinstance(raised.value, ImportError)


class _Absent:
    """Finds nothing of a package, as if it were not installed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(self, name: str, *_: object) -> None:
        if name == self.name:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def test_a_graph(publication: xw.Publication) -> None:
    result = publication.query(
        PREFIX + "CONSTRUCT WHERE { <https://w3id.org/leadership-crosswalk/psel-2015/1a> "
        "skos:notation ?o }"
    )
    assert result.is_graph
    iri = URIRef("https://w3id.org/leadership-crosswalk/psel-2015/1a")
    assert set(result.to_graph()) == {(iri, SKOS.notation, Literal("1a"))}
    assert result[0]["predicate"] == SKOS.notation
    assert result.to_text("ttl").startswith("@prefix")
    assert repr(result) == "<QueryResult: 1 triple>"
    with pytest.raises(xw.NotApplicable):
        result.to_text("csv")


@pytest.mark.parametrize("answer", [True, False])
def test_a_truth_value(publication: xw.Publication, answer: bool) -> None:
    result = publication.query(f"ASK {{ FILTER({str(answer).lower()}) }}")
    assert bool(result) is answer
    assert list(result) == []
    assert repr(result) == f"<QueryResult: {answer}>"
    assert ("yes" if answer else "no") in result._repr_html_()


def test_what_a_notebook_shows_is_escaped(publication: xw.Publication) -> None:
    shown = publication.query(TYPES)._repr_html_()
    assert "a &lt;b&gt; &amp; c" in shown
    assert "&lt;https://example.org/&gt;" in shown
    many = publication.query("SELECT * WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 30")
    assert "20 of 30 rows" in many._repr_html_()


def test_agreement(publication: xw.Publication) -> None:
    tables = publication.agreement()
    assert [round(float(table.kappa or 0), 2) for table in tables] == [0.19, 0.66, 0.13]


def test_unknown_format(publication: xw.Publication) -> None:
    with pytest.raises(xw.UnknownResultFormat):
        publication.query("agreement-totals").to_text("xml")
