"""Small packages in the form of CASE, for the tests of the reader."""

import json
from typing import Any

from crosswalk_rdf.formats.case import read
from crosswalk_rdf.formats.format import Reading

SERVER = "https://case.example.org/ims/case/v1p0"
WHEN = "2024-05-06T07:08:09+00:00"


def uuid(number: int) -> str:
    return f"0a0b0c0d-0000-4000-8000-{number:012d}"


def link(kind: str, number: int, title: str = "T") -> dict[str, str]:
    return {"title": title, "identifier": uuid(number), "uri": f"{SERVER}/{kind}/{uuid(number)}"}


def document(number: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(number),
        "uri": f"{SERVER}/CFDocuments/{uuid(number)}",
        "creator": "A State",
        "title": f"Document {number}",
        "lastChangeDateTime": WHEN,
        **more,
    }


def item(number: int, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(number),
        "uri": f"{SERVER}/CFItems/{uuid(number)}",
        "fullStatement": f"Statement {number}",
        "lastChangeDateTime": WHEN,
        **more,
    }


def association(
    number: int, type: str, origin: Any, destination: Any, **more: Any
) -> dict[str, Any]:
    def end(value: Any) -> Any:
        return link("CFItems", value) if isinstance(value, int) else value

    return {
        "identifier": uuid(number),
        "uri": f"{SERVER}/CFAssociations/{uuid(number)}",
        "associationType": type,
        "originNodeURI": end(origin),
        "destinationNodeURI": end(destination),
        "lastChangeDateTime": WHEN,
        **more,
    }


def package(
    items: list[Any], associations: list[Any], of: Any = None, **more: Any
) -> dict[str, Any]:
    of = document() if of is None else of
    return {"CFDocument": of, "CFItems": items, "CFAssociations": associations, **more}


def reading(value: Any) -> Reading:
    return read(json.dumps(value).encode(), "made.case.json")


def remarks_of(result: Reading) -> str:
    """Return the report as text."""
    return "\n".join(map(str, result.report.remarks))
