"""CTDL-ASN in other syntaxes of RDF, and under other spellings of its namespaces."""

import pytest

from crosswalk_rdf.formats.ctdl_asn import FORMATS
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.serialization.write import serialize

_CTDL_ASN = FORMATS[0]
TURTLE = """@prefix ceasn: <{scheme}://purl.org/ctdlasn/terms/> .
<https://x.example.org/f> a ceasn:CompetencyFramework ; ceasn:name "F"@en ;
  ceasn:hasTopChild <https://x.example.org/1> .
<https://x.example.org/1> a ceasn:Competency ; ceasn:competencyText "Leads."@en ;
  ceasn:isPartOf <https://x.example.org/f> ; ceasn:codedNotation "1" ;
  ceasn:hasChild <https://x.example.org/2> .
<https://x.example.org/2> a ceasn:Competency ; ceasn:competencyText "Listens."@en ;
  ceasn:isPartOf <https://x.example.org/f> ; ceasn:isChildOf <https://x.example.org/1> .
"""


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("syntax", ["turtle", "rdf-xml", "n-triples"])
def test_it_is_recognized_and_read(scheme: str, syntax: str) -> None:
    quads = parse(TURTLE.format(scheme=scheme).encode(), by_name("turtle"))
    data = serialize(quads, by_name(syntax), prefixes={}, context="https://x.example.org/c")
    assert recognized(data, f"x{by_name(syntax).suffix}").name == "ctdl-asn"
    assert _CTDL_ASN.read
    (framework,) = _CTDL_ASN.read(data, "x").package.frameworks
    assert [(s.notation, str(s.text), s.broader) for s in framework.statements] == [
        ("1", "Leads.", None),
        ("", "Listens.", framework.statements[0].iri),
    ]
