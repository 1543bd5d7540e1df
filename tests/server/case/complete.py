"""A package with something of every kind that CASE has."""

import json
from typing import Any

from tests.formats.case.case_objects import (
    SERVER,
    WHEN,
    association,
    document,
    item,
    link,
    package,
    uuid,
)


def definition(kind: str, number: int, **more: Any) -> dict[str, Any]:
    uri = f"{SERVER}/{kind}/{uuid(number)}"
    return {"identifier": uuid(number), "uri": uri, "lastChangeDateTime": WHEN, **more}


def coded(kind: str, first: int, *codes: str) -> list[dict[str, Any]]:
    return [
        definition(kind, number, title=code, description=f"That of {code}", hierarchyCode=code)
        for number, code in enumerate(codes, first)
    ]


def complete_package() -> bytes:
    level = definition("CFRubricCriterionLevels", 63, quality="good", score=2.5, position=1)
    criterion = definition("CFRubricCriteria", 62, position=1, CFRubricCriterionLevels=[level])
    definitions = {
        "CFConcepts": coded("CFConcepts", 21, "1", "1.1", "1.1.a", "10", "2"),
        "CFSubjects": coded("CFSubjects", 31, "A", "A.1", "B"),
        "CFItemTypes": coded("CFItemTypes", 41, "1", "1-1"),
        "CFLicenses": [definition("CFLicenses", 51, title="L", licenseText="Free.")],
        "CFAssociationGroupings": [definition("CFAssociationGroupings", 55, title="G")],
    }
    for kind, all_of_kind in definitions.items():
        if kind == "CFConcepts":
            for each in all_of_kind:
                each["keywords"] = "k"
    of = document(
        subject=["Arts", "Science"],
        subjectURI=[link("CFSubjects", 31, "A")],
        licenseURI=link("CFLicenses", 51, "L"),
        statusStartDate="2024-01-01",
    )
    items = [
        item(11, CFItemType="1", CFItemTypeURI=link("CFItemTypes", 41, "1")),
        item(12, conceptKeywordsURI=link("CFConcepts", 22, "1.1")),
    ]
    grouping = link("CFAssociationGroupings", 55, "G")
    associations = [
        association(71, "isChildOf", 11, link("CFDocuments", 1), sequenceNumber=1),
        association(72, "isChildOf", 12, 11, sequenceNumber=1),
        association(73, "precedes", 11, 12, CFAssociationGroupingURI=grouping),
    ]
    rubrics = [definition("CFRubrics", 61, title="R", CFRubricCriteria=[criterion])]
    whole = package(items, associations, of, CFDefinitions=definitions, CFRubrics=rubrics)
    return json.dumps(whole).encode()
