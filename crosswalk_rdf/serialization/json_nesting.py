"""How deep JSON is nested, found before a parser that recurses gets it."""

import re
from typing import Final

_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"|([\[{])|[\]}]', re.DOTALL)


def json_nesting(data: bytes) -> int:
    """Return how many objects and arrays of ``data`` (RFC 8259) stand inside each other at most."""
    depth = deepest = 0
    for token in _TOKEN.finditer(data):
        if token[1]:
            depth += 1
            deepest = max(deepest, depth)
        elif token[0][:1] != b'"':
            depth -= 1
    return deepest
