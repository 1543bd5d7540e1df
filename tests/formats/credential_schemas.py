"""What the classes of Open Badges 3.0 and CLR 2.0 must have."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft201909Validator

_SCHEMA = json.loads(Path(__file__).with_name("credentials.schema.json").read_text("utf-8"))


def faults(value: Any, name: str) -> list[str]:
    """Return what keeps ``value`` from being a ``name``: ``Achievement``, ``ClrCredential`` …"""
    schema = {"$ref": f"#/$defs/{name}", "$defs": _SCHEMA["$defs"]}
    errors = Draft201909Validator(schema).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in errors]


def empties(value: Any, place: str = "$") -> list[str]:
    """Return where ``value`` holds null, or an empty string, list or object."""
    if value in (None, "", [], {}):
        return [place]
    if isinstance(value, dict):
        return [path for key, item in value.items() for path in empties(item, f"{place}.{key}")]
    if isinstance(value, list):
        return [path for n, item in enumerate(value) for path in empties(item, f"{place}[{n}]")]
    return []
