"""The description of the service in OpenAPI."""

from typing import Final

from crosswalk_rdf.server.endpoints.openapi.document import JSON, OPENAPI
from crosswalk_rdf.server.openapi import Json, content, responses
from crosswalk_rdf.server.service import Service

_HTML: Final = "text/html"


def paths(_service: Service) -> Json:
    """Return the Paths Object of the documents of this package."""
    return {
        "/openapi.json": {"get": _document("openapi", "This document", [JSON, OPENAPI], 406)},
        "/openapi.html": {"get": _document("documentation", "The same for people", [_HTML])},
    }


def _document(id: str, summary: str, media_types: list[str], *problems: int) -> Json:
    answers = responses(summary + ".", content(media_types), *problems)
    return {"operationId": id, "summary": summary, "tags": ["Description"], "responses": answers}
