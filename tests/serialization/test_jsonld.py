"""The JSON-LD that people and programs read."""

import json
from itertools import pairwise

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.serialization.json_text import pretty
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.serialization.write import serialize

from .conftest import CONTEXT, NAMES

EX = "https://example.org/"
ONE, TWO, THREE = (ox.NamedNode(f"{EX}{number}") for number in (1, 2, 3))
json_values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=["Cs"]))
    ),
    lambda values: st.one_of(st.lists(values), st.dictionaries(st.text('ab"é'), values)),
)


def document(quads: list[ox.Quad], root: str | None = None) -> dict[str, object]:
    data = serialize(quads, by_name("json-ld"), prefixes=NAMES, context=CONTEXT, root=root)
    value = json.loads(data)
    assert isinstance(value, dict)
    return value


def term(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(NAMES[prefix] + local)


@given(json_values)
def test_pretty_is_what_the_standard_library_writes(value: object) -> None:
    assert pretty(value) == json.dumps(value, indent=2, ensure_ascii=False)  # type: ignore[arg-type]


def test_a_dataset_has_named_graphs() -> None:
    result = document([ox.Quad(ONE, term("skos:broader"), TWO, THREE), ox.Quad(ONE, ONE, TWO)])
    assert result["@graph"] == [
        {"id": f"{EX}1", f"{EX}1": {"id": f"{EX}2"}},
        {"id": f"{EX}3", "@graph": [{"id": f"{EX}1", "broader": [f"{EX}2"]}]},
    ]


def test_records_are_nested_in_what_they_point_at() -> None:
    record = ox.NamedNode(f"{EX}record")
    quads = [
        ox.Quad(ONE, term("skos:notation"), ox.Literal("1")),
        ox.Quad(record, term("owl:annotatedSource"), ONE),
        ox.Quad(record, term("owl:annotatedTarget"), TWO),
        ox.Quad(TWO, term("skos:notation"), ox.Literal("2")),
    ]
    result = document(quads, ONE.value)
    del result["@context"]
    two = {"id": f"{EX}2", "notation": "2"}
    assert result == {
        "id": f"{EX}1",
        "notation": "1",
        "mappingsFrom": [{"id": f"{EX}record", "object_id": two}],
    }


def test_what_is_not_connected_is_included() -> None:
    result = document([ox.Quad(TWO, term("skos:notation"), ox.Literal("2"))], ONE.value)
    assert result["id"] == ONE.value
    assert result["@included"] == [{"id": f"{EX}2", "notation": "2"}]


def test_deep_chains_are_included_beside_the_root() -> None:
    nodes = [ox.NamedNode(f"{EX}{number}") for number in range(3000)]
    quads = [ox.Quad(a, term("skos:narrower"), b) for a, b in pairwise(nodes)]
    assert len(str(document(quads, nodes[0].value))) > 3000


def test_the_context_holds_what_is_used_and_no_more() -> None:
    kind = ox.NamedNode(f"{DEFAULT_BASE}ontology#Element")
    quads = [
        ox.Quad(ONE, term("rdf:type"), kind),
        ox.Quad(ONE, term("skos:prefLabel"), ox.Literal("Één", language="nl")),
        ox.Quad(ONE, term("skos:prefLabel"), ox.Literal("one")),
    ]
    assert document(quads, ONE.value) == {
        "@context": {
            "@version": 1.1,
            "id": "@id",
            "type": "@type",
            "skos": NAMES["skos"],
            "xw": NAMES["xw"],
            "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
            "Element": "xw:Element",
        },
        "id": f"{EX}1",
        "type": ["Element"],
        "prefLabel": {"nl": "Één"},
        "skos:prefLabel": "one",
    }


def test_values_that_a_term_does_not_fit_are_written_out() -> None:
    year = ox.Literal("2015", datatype=ox.NamedNode(NAMES["xsd"] + "gYear"))
    line = ox.Literal("007", datatype=ox.NamedNode(NAMES["xsd"] + "integer"))
    xw_line = ox.NamedNode(f"{DEFAULT_BASE}ontology#sourceLine")
    quads = [
        ox.Quad(ONE, term("dcterms:issued"), year),
        ox.Quad(ONE, xw_line, line),
        ox.Quad(ONE, term("skos:broader"), ox.Literal("no IRI")),
        ox.Quad(ONE, term("skos:notation"), TWO),
    ]
    result = document(quads, ONE.value)
    assert result["issued"] == {"@value": "2015", "@type": "xsd:gYear"}
    assert result["sourceLine"] == "007"
    assert result["broader"] == [{"@value": "no IRI"}]
    assert result["notation"] == {"id": f"{EX}2"}


def test_no_context_where_an_iri_looks_like_a_prefixed_name() -> None:
    odd = ox.NamedNode("skos:Concept")
    assert document([ox.Quad(odd, term("skos:broader"), odd)]) == {
        "@graph": [{"@id": "skos:Concept", NAMES["skos"] + "broader": {"@id": "skos:Concept"}}]
    }
