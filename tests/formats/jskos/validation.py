"""The official JSON schemas of JSKOS, in the form that refuses unknown fields."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

OFFICIAL = Path(__file__).parents[2] / "official/jskos"
KINDS = {
    "http://www.w3.org/2004/02/skos/core#Concept": "concept",
    "http://www.w3.org/2004/02/skos/core#ConceptScheme": "scheme",
    "http://www.w3.org/2004/02/skos/core#Collection": "bundle",
    "http://www.w3.org/2004/02/skos/core#OrderedCollection": "bundle",
    "http://rdf-vocabulary.ddialliance.org/xkos#Correspondence": "concordance",
    "http://www.w3.org/ns/dcat#Catalog": "registry",
}


@cache
def validator(kind: str) -> Draft202012Validator:
    schemas = {p.name: json.loads(p.read_text()) for p in OFFICIAL.glob("*.schema.json")}
    resources = [(schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()]
    return Draft202012Validator(
        schemas[f"{kind}.schema.json"],
        registry=Registry().with_resources(resources),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def problems(value: Any) -> list[str]:
    """Return what the schema of its type says against an object.

    Of long sets the first two members are looked at: the schemas refer to each other at every
    level, and take seconds in Python.
    """
    kind = KINDS.get(value["type"][0], "mapping")
    value = {k: v[:2] if isinstance(v, list) else v for k, v in value.items()}
    return [f"{kind} {e.json_path}: {e.message}" for e in validator(kind).iter_errors(value)]


def objects(data: bytes) -> list[Any]:
    """Return the objects of a document: one a line, or one."""
    text = data.decode()
    if text.startswith("{\n"):
        return [json.loads(text)]
    return [json.loads(line) for line in text.splitlines()]
