"""JSON manifests of ASN documents."""

import json
from typing import Any

import pytest

from crosswalk_rdf.formats.asn import FORMATS
from crosswalk_rdf.formats.registry import recognized

_ASN = FORMATS[0]
STATEMENTS: list[dict[str, Any]] = [
    {
        "id": "http://asn.example.org/resources/S1",
        "dcterms_description": {"literal": "Vision", "language": "en"},
        "asn_statementNotation": "1",
        "asn_statementLabel": {"literal": "Domain", "language": "en"},
        "dcterms_educationLevel": [
            {"uri": "http://purl.org/ASN/scheme/ASNEducationLevel/9", "prefLabel": "9"}
        ],
        "children": [
            {
                "id": "http://asn.example.org/resources/S3",
                "dcterms_description": {"literal": "Later", "language": "en"},
                "children": [],
            },
            {
                "id": "http://asn.example.org/resources/S2",
                "dcterms_description": {"literal": "Shares it", "language": "en"},
                "asn_statementNotation": {"literal": "1.a"},
                "cls": "file",
            },
        ],
    }
]
DOCUMENT = {
    "id": "http://asn.example.org/resources/D1",
    "dcterms_title": {"literal": "Math", "language": "en"},
    "cc_license": {"uri": "https://creativecommons.org/licenses/by/4.0/"},
    "children": STATEMENTS,
}


@pytest.mark.parametrize("value", [STATEMENTS, DOCUMENT, [DOCUMENT]])
def test_statements_and_their_places(value: object) -> None:
    data = json.dumps(value).encode()
    assert recognized(data, "x.json").name == "asn"
    assert _ASN.read
    (framework,) = _ASN.read(data, "x.json").package.frameworks
    first, *others = sorted(framework.statements, key=lambda s: s.broader is not None)
    assert (first.notation, str(first.text), str(first.text.language)) == ("1", "Vision", "en")
    assert {s.broader for s in others} == {first.iri}
    ordered = sorted(others, key=lambda s: s.position)
    assert [str(s.text) for s in ordered] == ["Later", "Shares it"]


def test_the_document_names_itself_and_its_license() -> None:
    assert _ASN.read
    (framework,) = _ASN.read(json.dumps(DOCUMENT).encode(), "x.json").package.frameworks
    assert (str(framework.iri), str(framework.title)) == (DOCUMENT["id"], "Math")
    assert str(framework.license) == "https://creativecommons.org/licenses/by/4.0/"
