"""JSON values to text, as ``json.dumps(indent=2, ensure_ascii=False)`` has it, but faster.

The standard library falls back to Python for indented output and yields it a token at a time.
"""

from json.encoder import encode_basestring

from crosswalk_rdf.serialization.context import Json


def pretty(value: Json, indent: str = "") -> str:
    """Return ``value`` as text that starts where it stands and goes on at ``indent``."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int | float):
        return repr(value)
    inner = indent + "  "
    if isinstance(value, list):
        return _bracketed([pretty(item, inner) for item in value], "[]", indent)
    pairs = [f"{encode_basestring(key)}: {pretty(item, inner)}" for key, item in value.items()]
    return _bracketed(pairs, "{}", indent)


def _bracketed(items: list[str], brackets: str, indent: str) -> str:
    if not items:
        return brackets
    text = f",\n{indent}  ".join(items)
    return f"{brackets[0]}\n{indent}  {text}\n{indent}{brackets[1]}"
