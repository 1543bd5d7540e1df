"""Terms survive the way to Oxigraph and back."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, BNode, Literal, URIRef, Variable
from rdflib.term import Node

from crosswalk_rdf.store.terms import InvalidTerm, to_oxigraph, to_rdflib

texts = st.text(st.characters(exclude_categories=["Cs"]))
literals = st.one_of(
    texts.map(Literal),
    st.builds(
        Literal, texts, lang=st.sampled_from(["en", "es-mx", "zh-hant", "toolongsubtag", "x-a"])
    ),
    st.builds(
        Literal,
        st.sampled_from(["1", "007", "2015", "true", "x", ""]),
        datatype=st.sampled_from([XSD.integer, XSD.gYear, XSD.boolean, XSD.anyURI]),
        normalize=st.just(False),
    ),
)
iris = st.text("abcé/-1", max_size=8).map(lambda end: URIRef(f"https://example.org/{end}"))


@given(st.one_of(literals, iris, st.just(BNode("b1"))))
def test_round_trip(term: Node) -> None:
    assert to_rdflib(to_oxigraph(term)) == term


def test_plain_literals_have_no_datatype() -> None:
    typed = Literal("1a", datatype=XSD.string)
    assert to_rdflib(to_oxigraph(typed)) == Literal("1a")


def test_language_tags_are_in_lower_case() -> None:
    literal = to_rdflib(to_oxigraph(Literal("colour", lang="EN-gb")))
    assert isinstance(literal, Literal)
    assert literal.language == "en-gb"


@pytest.mark.parametrize(
    "term",
    [URIRef("no iri"), URIRef("relative"), Variable("x")],
)
def test_what_is_no_term(term: Node) -> None:
    with pytest.raises(InvalidTerm, match="graph"):
        to_oxigraph(term)


def test_rdf_1_2_is_refused() -> None:
    iri = ox.NamedNode("https://example.org/")
    with pytest.raises(InvalidTerm, match=r"RDF 1\.2"):
        to_rdflib(ox.Triple(iri, iri, iri))
    with pytest.raises(InvalidTerm, match=r"RDF 1\.2"):
        to_rdflib(ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL))
