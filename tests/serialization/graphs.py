"""Strategies: quads with everything that makes serializers stumble, and little else."""

import pyoxigraph as ox
from hypothesis import strategies as st

from .conftest import CONTEXT

XSD = "http://www.w3.org/2001/XMLSchema#"
EX = "https://example.org/"
ODD_IRIS = [
    f"{EX}1",
    f"{EX}a#b",
    f"{EX}é/ü?x=1&y='2'",
    f"{EX}a%20b",
    f"{EX}VVC.1.b--1b",
    "https://w3id.org/leadership-crosswalk/psel-2015/1a",
    "https://w3id.org/leadership-crosswalk/psel-2015/",
    "urn:uuid:1c9d6c1e-6d0c-4b8e-8d6f-0b8f6a1f2c33",
    "mailto:a@example.org",
]
CONFUSING_IRIS = ["skos:Concept", "xw:x", "title:x", "id:x", "psel-2015:1a", "dcterms:a:b"]
"""IRIs of an odd scheme, which look like prefixed names or terms of the context."""
PROPERTIES = [
    *sorted(CONTEXT.forward),
    *sorted(CONTEXT.inverse),
    f"{EX}property",
    "urn:property",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#first",
    "http://www.w3.org/2004/02/skos/core#notInTheContext",
]
ODD_TEXTS = ["", "_:b0", "@id", "@none", "skos:Concept", EX, "true", "1", "007", "null", "a\r\nb ",
             '"', "\\", "\t", "]]>", "<b>&amp;</b>", "Équité", "👩‍🏫", "\u2028\ufeff"]  # fmt: skip
FORMS = {
    "boolean": ["true", "false", "1", "TRUE"],
    "integer": ["1", "0", "-0", "007", "+1", "-12", "9007199254740993", "x", ""],
    "decimal": ["1.0", "1", ".5", "x"],
    "double": ["1", "1.0E0", "NaN"],
    "date": ["2017-10-01", "2017"],
    "gYear": ["2015", "02015"],
    "gYearMonth": ["2017-10"],
    "dateTime": ["2017-10-01T00:00:00Z"],
    "nonNegativeInteger": ["12", "012"],
    "anyURI": [EX, "x"],
}
TYPED = [(form, f"{XSD}{name}") for name, forms in FORMS.items() for form in forms]

xml_texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
)
texts = st.one_of(st.sampled_from(ODD_TEXTS), xml_texts)
languages = st.sampled_from(["en", "en-us", "zh-hant-tw", "x-none"])
iris = st.sampled_from(ODD_IRIS).map(ox.NamedNode)
blank_nodes = st.sampled_from(["b0", "b1"]).map(ox.BlankNode)
literals = st.one_of(
    texts.map(ox.Literal),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), texts, languages),
    st.sampled_from(TYPED).map(lambda pair: ox.Literal(pair[0], datatype=ox.NamedNode(pair[1]))),
)
properties = st.sampled_from(PROPERTIES).map(ox.NamedNode)
classes = st.sampled_from(sorted(CONTEXT.forward)).map(ox.NamedNode)
graph_names = st.one_of(st.just(ox.DefaultGraph()), iris)


def quads(
    nodes: st.SearchStrategy[ox.NamedNode | ox.BlankNode],
) -> st.SearchStrategy[list[ox.Quad]]:
    """Return lists of quads whose subjects, and objects that are not literals, are ``nodes``."""
    quad = st.builds(ox.Quad, nodes, properties, st.one_of(literals, nodes, classes), graph_names)
    return st.lists(quad, max_size=12)


any_quads = quads(iris)
quads_with_blank_nodes = quads(st.one_of(iris, blank_nodes))
confusing_quads = quads(st.sampled_from([*ODD_IRIS, *CONFUSING_IRIS]).map(ox.NamedNode))
