"""Standard sets of the Common Standards Project."""

import json
from typing import Any

import pytest
from rdflib import URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.common_standards_project import read
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.model import Framework

STANDARDS: dict[str, dict[str, Any]] = {
    "C": {
        "id": "C",
        "position": 3000,
        "depth": 2,
        "description": "To ten",
        "ancestorIds": ["B", "A"],
    },
    "A": {
        "id": "A",
        "asnIdentifier": "S1",
        "position": 1000,
        "depth": 0,
        "statementNotation": "1",
        "statementLabel": "Domain",
        "description": "Numbers",
        "ancestorIds": [],
    },
    "B": {"id": "B", "position": 2000, "depth": 1, "description": "Counts", "ancestorIds": ["A"]},
    "D": {"id": "D", "position": 4000, "depth": 0, "description": "Shapes", "ancestorIds": []},
}
SET: dict[str, Any] = {
    "id": "X_grade-01",
    "title": "Grade 1",
    "subject": "Math",
    "educationLevels": ["01"],
    "jurisdiction": {"id": "J", "title": "State"},
    "document": {"id": "D1", "title": "State Math", "sourceURL": "https://x.example.org/pdf"},
    "license": {
        "title": "CC BY 4.0 US",
        "URL": "http://creativecommons.org/licenses/by/4.0/us/",
        "rightsHolder": "Common Curriculum, Inc.",
    },
    "standards": STANDARDS,
}


def framework(value: object) -> Framework:
    (one,) = read(json.dumps(value).encode(), "x.json").package.frameworks
    return one


def without_ancestors() -> dict[str, Any]:
    standards = [
        {key: each for key, each in standard.items() if key != "ancestorIds"}
        for standard in STANDARDS.values()
    ]
    return {**SET, "standards": standards}


@pytest.mark.parametrize("value", [{"data": SET}, SET, {"data": [SET]}, without_ancestors()])
def test_the_hierarchy_and_the_order(value: object) -> None:
    statements = {str(s.text): s for s in framework(value).statements}
    texts = {s.iri: text for text, s in statements.items()}
    above = {text: texts.get(s.broader or URIRef("")) for text, s in statements.items()}
    assert above == {"Numbers": None, "Counts": "Numbers", "To ten": "Counts", "Shapes": None}
    assert (statements["Numbers"].position, statements["Shapes"].position) == (1, 2)


def test_rights_and_metadata() -> None:
    result = framework({"data": SET})
    assert str(result.license) == SET["license"]["URL"]
    assert result.rights_holder and result.rights_holder.name == "Common Curriculum, Inc."
    assert (str(result.title), [str(s) for s in result.sources]) == (
        "Grade 1",
        ["https://x.example.org/pdf"],
    )


def test_it_is_recognized_by_its_content() -> None:
    assert recognized(json.dumps(SET).encode(), "x.json").name == "common-standards-project"


def test_what_holds_no_set_is_refused() -> None:
    with pytest.raises(InputFaults, match="no standard set"):
        read(b'{"data": {}}', "x.json")
