"""JSON text to values and back, with the place of each fault and the same bytes every time."""

import json
import re
from typing import Any, Final

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.model.lexical import without_surrogates
from crosswalk_rdf.serialization.json_text import pretty

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_START: Final = re.compile(rb"(\xef\xbb\xbf)?\s*[\[{]")


def may_be_json(data: bytes) -> bool:
    """Return whether ``data`` begins as an object or array of JSON does, a BOM before it or not."""
    return bool(_START.match(data))


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
        value = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}; correct it here"
        raise InputFaults([Fault(file, error.lineno, error.colno, message)]) from error
    except RecursionError as error:
        raise InputFaults([Fault(file, 0, 0, "JSON nested too deep: flatten it")]) from error
    except ValueError as error:
        message = "a number of thousands of digits: write it as a text"
        raise InputFaults([Fault(file, 0, 0, message)]) from error
    _refuse_half_characters(text, value, file)
    return value


def _refuse_half_characters(text: str, value: object, file: str) -> None:
    """Raise InputFaults for half of a surrogate pair, which no UTF-8 can hold (RFC 8259 §8.2)."""
    escape = _SURROGATE.search(text)
    if escape is None:
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        line = text[: escape.start()].count("\n") + 1
        message = f"{escape[0]} is half of a character: write the whole character"
        raise InputFaults([Fault(file, line, 0, message)]) from error


def whole_characters(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return ``value`` with U+FFFD for each surrogate that stands alone (RFC 8259 §8.2)."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [whole_characters(item) for item in value]
    if isinstance(value, dict):
        return {without_surrogates(key): whole_characters(v) for key, v in value.items()}
    return value


def write_json(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return ``value`` as UTF-8, indented, its keys in the order that they have."""
    return f"{pretty(value)}\n".encode()
