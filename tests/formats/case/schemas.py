"""The official schemas of CASE, with formats checked; dates and URIs as RFC 3339 and 3986 say."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

_FOLDER = Path(__file__).resolve().parents[2] / "official/case"
_FORMATS = jsonschema.FormatChecker()


@cache
def _document(name: str) -> Any:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


@cache
def package_1_1() -> jsonschema.Draft201909Validator:
    """The JSON schema of the CASE 1.1 package."""
    schema = _document("opencase-official-case-v1p1-cfpackage.schema.json")
    return jsonschema.Draft201909Validator(schema, format_checker=_FORMATS)


@cache
def package_1_0() -> jsonschema.Draft7Validator:
    """OpenSALT's schema of the CASE 1.0 package."""
    schema = _document("opensalt-case-v1p0-cfpackage-schema.json")
    return jsonschema.Draft7Validator(schema, format_checker=_FORMATS)


@cache
def response_1_1(name: str) -> jsonschema.Draft7Validator:
    """A response schema of the REST binding of CASE 1.1."""
    whole = _document("1edtech-casev1p1-openapi-3.0.0.json")
    schema = {**whole, "$ref": f"#/components/schemas/{name}DType"}
    return jsonschema.Draft7Validator(schema, format_checker=_FORMATS)


@cache
def response_1_0(name: str) -> jsonschema.Draft7Validator:
    """A response schema of the REST binding of CASE 1.0, its ``allOf`` with closed parts merged.

    As published, ``CFDocument.Type`` and its like can hold for nothing: each part forbids the
    properties of the other.
    """
    schema = {"definitions": definitions_1_0(), "$ref": f"#/definitions/{name}.Type"}
    return jsonschema.Draft7Validator(schema, format_checker=_FORMATS)


def definitions_1_0() -> dict[str, Any]:
    """Return the definitions of the REST binding of CASE 1.0, merged like that."""
    definitions = dict(_document("opensalt-case-v1p0-swagger.json")["definitions"])
    for key, value in definitions.items():
        if "allOf" in value:
            inner = definitions[value["allOf"][0]["$ref"].rsplit("/", 1)[-1]]
            own = value["allOf"][1]
            definitions[key] = {
                **inner,
                "properties": {**inner["properties"], **own["properties"]},
                "required": [*inner["required"], *own.get("required", [])],
            }
    return definitions


def faults(validator: Any, value: Any) -> list[str]:
    """Return what ``validator`` has to say of ``value``."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


def nulls(value: Any) -> int:
    """Return how many nulls there are in ``value``."""
    if isinstance(value, dict):
        return sum(map(nulls, value.values()))
    if isinstance(value, list):
        return sum(map(nulls, value))
    return int(value is None)
