"""The classes of CASE to the schemas of an OpenAPI 3.0 document (REST binding §8.5)."""

from typing import Final

from crosswalk_rdf.formats.case.classes import (
    CLASSES,
    DATE,
    DATE_TIME,
    INTEGER,
    IRI,
    LINK,
    NUMBER,
    OBJECT,
    TEXT,
    UUID,
    CaseClass,
    Kind,
)
from crosswalk_rdf.formats.case.conformance import V1_0
from crosswalk_rdf.formats.case.extensions import Object

UUID_PATTERN: Final = (
    "[0-9a-f]{8}-[0-9a-f]{4}-[1-5]{1}[0-9a-f]{3}-[8-9a-b]{1}[0-9a-f]{3}-[0-9a-f]{12}"
)
"""The pattern of an identifier in the binding; it is not anchored."""

_SIMPLE: Final[dict[str, Object]] = {
    TEXT: {"type": "string"},
    UUID: {"type": "string", "pattern": UUID_PATTERN},
    IRI: {"type": "string", "format": "uri"},
    DATE: {"type": "string", "format": "date"},
    DATE_TIME: {"type": "string", "format": "date-time"},
    INTEGER: {"type": "integer"},
    NUMBER: {"type": "number"},
    OBJECT: {"type": "object"},
}
_ALONE: Final[dict[str, tuple[str, bool]]] = {
    "CFDocument": ("CFPackageURI", True),
    "CFItem": ("CFDocumentURI", True),
    "CFAssociation": ("CFDocumentURI", False),
}
"""What is said of these where they stand outside a package, and whether it has to be."""
_SETS: Final = ("CFDocument", "CFConcept", "CFSubject", "CFItemType")


def schemas(version: str) -> Object:
    """Return the schema of each class of ``version``, by the name that 1.1 gives it."""
    definitions: Object = {}
    for name, case_class in CLASSES.items():
        whole = _class(case_class, version)
        if name in _ALONE:
            definitions[f"{name.replace('CF', 'CFPckg')}DType"] = whole
            whole = _standing_alone(whole, *_ALONE[name])
        definitions[f"{name}DType"] = whole
    for name in _SETS:
        definitions[f"{name}SetDType"] = _closed({f"{name}s": _list(name)}, [f"{name}s"])
    definitions["CFAssociationSetDType"] = _closed(
        {"CFItem": _ref("CFItem"), "CFAssociations": _list("CFPckgAssociation")},
        ["CFItem", "CFAssociations"],
    )
    return definitions


def _class(case_class: CaseClass, version: str) -> Object:
    gone = case_class.since_1_1 if version == V1_0 else ()
    properties = {n: _value(kind) for n, kind in case_class.properties.items() if n not in gone}
    return _closed(properties, list(case_class.required))


def _standing_alone(within: Object, name: str, is_required: bool) -> Object:
    properties = {**within["properties"], name: _ref(LINK)}
    return _closed(properties, [*within["required"], *([name] if is_required else [])])


def _closed(properties: Object, required: list[str]) -> Object:
    schema: Object = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": required} if required else schema


def _value(kind: Kind) -> Object:
    if isinstance(kind, tuple):
        return {"type": "array", "items": _value(kind[0])}
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    return _ref(kind.replace("CF", "CFPckg") if kind in _ALONE else kind)


def _list(name: str) -> Object:
    return {"type": "array", "minItems": 1, "items": _ref(name)}


def _ref(name: str) -> Object:
    return {"$ref": f"#/components/schemas/{name}DType"}
