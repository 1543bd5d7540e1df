"""JSON text to values and back, with the place of each fault and the same bytes every time."""

import json
from typing import Any

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.serialization.jsontext import pretty


def read_json(data: bytes, file: str) -> Any:  # noqa: ANN401 - any JSON value
    """Return the JSON value (RFC 8259) in ``data``: UTF-8, or UTF-16 or UTF-32 with its mark.

    Raises InputFaults with line and column.
    """
    try:
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        fault = Fault(file, line, 0, f"byte {error.start + 1} is not UTF-8: save it as UTF-8")
        raise InputFaults([fault]) from error
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}; correct it here"
        raise InputFaults([Fault(file, error.lineno, error.colno, message)]) from error
    except RecursionError as error:
        raise InputFaults([Fault(file, 0, 0, "JSON nested too deep: flatten it")]) from error


def write_json(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return ``value`` as UTF-8, indented, its keys in the order that they have."""
    return f"{pretty(value)}\n".encode()
