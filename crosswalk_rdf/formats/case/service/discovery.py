"""The service discovery file: what of the CASE service is here, in the words of OpenAPI 3.0.

CASE 1.1 wants one at a fixed place (REST binding §2.5). The text is ours, and says no more than the
host does: a static one here, the service of :mod:`crosswalk_rdf.server` with the same pieces.
"""

from collections.abc import Iterable
from typing import Final

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.service.schemas import UUID_PATTERN

OPERATIONS: Final = {
    "CFDocuments": ("getCFDocument", "CFDocument", "a framework or a crosswalk"),
    "CFPackages": (
        "getCFPackage",
        "CFPackage",
        "a framework or a crosswalk with all that belongs to it",
    ),
    "CFItems": ("getCFItem", "CFItem", "a statement"),
    "CFItemAssociations": (
        "getCFItemAssociations",
        "CFAssociationSet",
        "a statement with the associations that begin or end at it",
    ),
    "CFAssociations": ("getCFAssociation", "CFAssociation", "an association"),
    "CFAssociationGroupings": (
        "getCFAssociationGrouping",
        "CFAssociationGrouping",
        "a part of a crosswalk",
    ),
    "CFConcepts": ("getCFConcept", "CFConceptSet", "a concept with those below it"),
    "CFSubjects": ("getCFSubject", "CFSubjectSet", "a subject with those below it"),
    "CFItemTypes": ("getCFItemType", "CFItemTypeSet", "a type of statement with those below it"),
    "CFLicenses": ("getCFLicense", "CFLicense", "a licence"),
    "CFRubrics": ("getCFRubric", "CFRubric", "a rubric"),
}
"""By the word of the path: the operation, what it returns, and what that is."""


def discovery(address: str, kinds: Iterable[str]) -> Object:
    """Return the OpenAPI document of the service at ``address`` that has ``kinds`` of resources."""
    there = set(kinds)
    every: Object = {
        "operationId": "getAllCFDocuments",
        "summary": "Every framework and crosswalk, in one answer.",
        "responses": {"200": answer("All CFDocuments.")},
    }
    absent = {"404": {"description": "There is nothing with this identifier."}}
    paths: Object = {"/CFDocuments": {"get": every}}
    for kind in (kind for kind in OPERATIONS if kind in there):
        paths[f"/{kind}/{{sourcedId}}"] = {"get": operation(kind, absent)}
    info: Object = {
        "title": "Competencies and Academic Standards Exchange (CASE) 1.1, static files",
        "description": "Read only. There is no paging, sorting or filtering: the parameters "
        "limit, offset, sort, orderBy, filter and fields are passed over. What is not found "
        "is answered by the host.",
        "version": "1.1",
    }
    return document(info, address, paths)


def document(info: Object, address: str, paths: Object) -> Object:
    """Return an OpenAPI document of the service at ``address``."""
    servers = [{"url": address.rstrip("/")}]
    return {"openapi": "3.0.3", "info": info, "servers": servers, "paths": paths}


def operation(kind: str, otherwise: Object, schema: Object | None = None) -> Object:
    """Return the operation that gives one resource of ``kind``.

    ``otherwise`` are the responses beside 200, ``schema`` is what 200 has.
    """
    name, _, what = OPERATIONS[kind]
    return {
        "operationId": name,
        "summary": f"Return {what}, by its identifier.",
        "parameters": [
            {
                "name": "sourcedId",
                "in": "path",
                "required": True,
                "description": "The UUID.",
                "schema": {"type": "string", "pattern": UUID_PATTERN},
            }
        ],
        "responses": {"200": answer(f"It is {what}.", schema), **otherwise},
    }


def answer(description: str, schema: Object | None = None) -> Object:
    """Return a response in JSON."""
    content = {"application/json": {"schema": schema or {"type": "object"}}}
    return {"description": description, "content": content}
