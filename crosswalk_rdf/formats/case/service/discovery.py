"""The service discovery file: what of the CASE service is here, in the words of OpenAPI 3.0.

CASE 1.1 wants one at a fixed place (REST binding §4). The text is ours, and says no more than a
static host does.
"""

from collections.abc import Iterable
from typing import Final

from crosswalk_rdf.formats.case.kept import Object

_OPERATIONS: Final = {
    "CFDocuments": ("getCFDocument", "a framework or a crosswalk"),
    "CFPackages": ("getCFPackage", "a framework or a crosswalk with all that belongs to it"),
    "CFItems": ("getCFItem", "a statement"),
    "CFItemAssociations": (
        "getCFItemAssociations",
        "a statement with the associations that begin or end at it",
    ),
    "CFAssociations": ("getCFAssociation", "an association"),
    "CFAssociationGroupings": ("getCFAssociationGrouping", "a part of a crosswalk"),
    "CFConcepts": ("getCFConcept", "a concept"),
    "CFSubjects": ("getCFSubject", "a subject"),
    "CFItemTypes": ("getCFItemType", "a type of statement"),
    "CFLicenses": ("getCFLicense", "a licence"),
    "CFRubrics": ("getCFRubric", "a rubric"),
}
_UUID: Final = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5]{1}[0-9a-f]{3}-[8-9a-b]{1}[0-9a-f]{3}-[0-9a-f]{12}"


def discovery(address: str, kinds: Iterable[str]) -> Object:
    """Return the OpenAPI document of the service at ``address`` that has ``kinds`` of resources."""
    there = set(kinds)
    paths: Object = {
        "/CFDocuments": {
            "get": {
                "operationId": "getAllCFDocuments",
                "summary": "Every framework and crosswalk, in one answer.",
                "responses": {"200": _answer("All CFDocuments.")},
            }
        }
    }
    for kind in (kind for kind in _OPERATIONS if kind in there):
        operation, what = _OPERATIONS[kind]
        paths[f"/{kind}/{{sourcedId}}"] = {"get": _operation(operation, what)}
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Competencies and Academic Standards Exchange (CASE) 1.1, static files",
            "description": "Read only. There is no paging, sorting or filtering: the parameters "
            "limit, offset, sort, orderBy, filter and fields are passed over. What is not found "
            "is answered by the host.",
            "version": "1.1",
        },
        "servers": [{"url": address.rstrip("/")}],
        "paths": paths,
    }


def _operation(operation: str, what: str) -> Object:
    return {
        "operationId": operation,
        "summary": f"Return {what}, by its identifier.",
        "parameters": [
            {
                "name": "sourcedId",
                "in": "path",
                "required": True,
                "description": "The UUID.",
                "schema": {"type": "string", "pattern": _UUID},
            }
        ],
        "responses": {
            "200": _answer(f"It is {what}."),
            "404": {"description": "There is nothing with this identifier."},
        },
    }


def _answer(description: str) -> Object:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {"description": description, "content": content}
