"""Characters that XML does not allow are replaced where a document is read, in any format."""

import json

import pytest

import crosswalk_rdf as xw
from crosswalk_rdf.serialization.naming import NOT_XML

CASE = json.dumps(
    {
        "CFDocument": {
            "identifier": "00000000-0000-4000-8000-000000000001",
            "uri": "https://x.example.org/f",
            "creator": "A\x0b",
            "title": "T",
        },
        "CFItems": [
            {
                "identifier": "00000000-0000-4000-8000-000000000002",
                "uri": "https://x.example.org/1",
                "fullStatement": "One\x0ctwo",
                "notes": "\x01",
            }
        ],
    }
)
TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://x.example.org/f> a skos:ConceptScheme ; skos:prefLabel "T"@en .
<https://x.example.org/1> a skos:Concept ; skos:inScheme <https://x.example.org/f> ;
  skos:prefLabel "One\\u000Ctwo"@en ; skos:note "\\u0001"@en .
"""
CSV = "code,text\nA,One\x0ctwo\nB,\x01Three\n"
CTDL = json.dumps(
    {
        "@context": "https://credreg.net/ctdlasn/schema/context/json",
        "@graph": [
            {
                "@id": "https://x.example.org/1",
                "@type": "ceasn:Competency",
                "ceasn:competencyText": {"en": "One\x0ctwo"},
                "ceasn:comment": [{"en": "\x01"}],
            }
        ],
    }
)
DOCUMENTS = {"x.case.json": CASE, "x.ttl": TURTLE, "x.csv": CSV, "x.jsonld": CTDL}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_reader(name: str) -> None:
    report = xw.Report()
    package = xw.parse(DOCUMENTS[name].encode(), name=name, report=report)
    assert not NOT_XML.search("".join(str(s.text) for s in package.frameworks[0].statements))
    assert "One two" in {str(s.text) for s in package.frameworks[0].statements}
    documents = xw.serialize(package, "rdf-xml", report=report)
    assert documents
    codes = {remark.what.split(" in ")[0] for remark in report.remarks}
    assert {"U+000C", "U+0001"} <= codes
