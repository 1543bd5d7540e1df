"""Whether a query asks yet another endpoint, told by its tokens: for queries that others answer."""

import re
from typing import Final

_TOKENS: Final = re.compile(
    r"""
    <[^<>"{}|^`\\\x00-\x20]*+> | \#[^\r\n]*+
  | \"{3}(?:\"{0,2}+(?:[^"\\]|\\.))*+(?:\"{3}|\\?\Z) | '{3}(?:'{0,2}+(?:[^'\\]|\\.))*+(?:'{3}|\\?\Z)
  | "(?:[^"\\\r\n]|\\.)*+(?:"|(?=[\r\n])|\\?\Z) | '(?:[^'\\\r\n]|\\.)*+(?:'|(?=[\r\n])|\\?\Z)
  | [?$]\w++
  | (?P<declared> \bPREFIX\s++[\w.-]*+: )
  | (?<![\w.-])(?P<prefix>[\w.-]*+):(?P<local>[\w.:%\\-]*+)
  | (?P<service>SERVICE)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""What is passed over, and what may be the keyword; each character is read once."""
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")


def names_service(text: str) -> bool:
    """Return whether ``text`` may use SERVICE; it is asked of queries that are not parsed here.

    Codepoint escapes are undone first as well (SPARQL 1.1 §19.2). In doubt the answer is yes: where
    a name that ends in the word stands before what SERVICE could ask.
    """
    return any(_names_service(form) for form in {text, _unescaped(text)})


def _names_service(text: str) -> bool:
    if "service" not in text.lower():
        return False
    for match in _TOKENS.finditer(text):
        if match["service"]:
            return True
        prefix, local = (match["prefix"] or "").lower(), (match["local"] or "").lower()
        rest = text[match.end() : match.end() + 100].lstrip()
        before = text[max(0, match.start() - 100) : match.start()].rstrip().upper()
        if prefix.endswith("service") and rest.startswith("{") and not before.endswith("GRAPH"):
            return True  # SERVICE:name { … }, with the empty prefix
        if local.endswith(".service") or (local == "" and prefix.endswith(".service")):
            return True
    return False


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _character(int(match[1] or match[2], 16)), text)


def _character(number: int) -> str:
    return chr(number) if number <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"
