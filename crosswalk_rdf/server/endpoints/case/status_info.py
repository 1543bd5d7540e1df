"""A Problem to the ``imsx_StatusInfo`` that CASE answers with (REST binding §2.4, Table 2.4)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from crosswalk_rdf.server.endpoints.case.version import (
    CODES,
    FORBIDDEN,
    INTERNAL_SERVER_ERROR,
    INVALID_SELECTION_FIELD,
    SERVER_BUSY,
    UNAUTHORISED_REQUEST,
    UNKNOWN_OBJECT,
    Version,
)
from crosswalk_rdf.server.problems import Problem

JSON: Final = "application/json"
SYSTEM: Final = "TargetEndSystem"
"""Who says so: the one that was asked, in the words of 1EdTech."""
_CODES: Final = {
    HTTPStatus.BAD_REQUEST: INVALID_SELECTION_FIELD,
    HTTPStatus.UNAUTHORIZED: UNAUTHORISED_REQUEST,
    HTTPStatus.NOT_FOUND: UNKNOWN_OBJECT,
    HTTPStatus.TOO_MANY_REQUESTS: SERVER_BUSY,
    HTTPStatus.SERVICE_UNAVAILABLE: SERVER_BUSY,
}
"""What a status means where the Problem does not say it itself."""


class CaseError(Problem):
    """A Problem with the ``imsx_codeMinorFieldValue`` of CASE 1.1 that says what it is."""

    def __init__(
        self, status: int, code: str, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.code = code
        super().__init__(status, detail, headers=headers)


def status_info(error: HTTPException, version: Version) -> Response:
    """Return ``error`` in the form and with the words of ``version``, without its headers."""
    code = error.code if isinstance(error, CaseError) else _code(error.status_code)
    minor = {"imsx_codeMinorFieldName": SYSTEM, "imsx_codeMinorFieldValue": version.code(code)}
    document = {
        "imsx_codeMajor": "failure",
        "imsx_severity": "error",
        "imsx_description": error.detail,
        "imsx_codeMinor": {"imsx_codeMinorField": [minor]},
    }
    body = json.dumps(document, ensure_ascii=False).encode()
    return Response(body, error.status_code, {"content-type": JSON})


def status_schema(version: Version) -> dict[str, object]:
    """Return the schema of that (``imsx_StatusInfoDType``)."""
    text = {"type": "string"}
    codes = [version.code(code) for code in CODES]
    field = {
        "imsx_codeMinorFieldName": text,
        "imsx_codeMinorFieldValue": {"type": "string", "enum": codes},
    }
    fields = {"type": "array", "minItems": 1, "items": _closed(field, list(field))}
    majors, severities = ["failure"], ["error"]
    properties = {
        "imsx_codeMajor": {"type": "string", "enum": majors},
        "imsx_severity": {"type": "string", "enum": severities},
        "imsx_description": text,
        "imsx_codeMinor": _closed({"imsx_codeMinorField": fields}, ["imsx_codeMinorField"]),
    }
    return _closed(properties, ["imsx_codeMajor", "imsx_severity"])


def _closed(properties: dict[str, object], required: list[str]) -> dict[str, object]:
    closed: dict[str, object] = {"type": "object", "additionalProperties": False}
    return {**closed, "properties": properties, "required": required}


def _code(status: int) -> str:
    otherwise = FORBIDDEN if status < HTTPStatus.INTERNAL_SERVER_ERROR else INTERNAL_SERVER_ERROR
    return _CODES.get(HTTPStatus(status), otherwise)
