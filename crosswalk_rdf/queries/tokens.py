"""SPARQL text to the few tokens that parameters need: variables, words and VALUES blocks.

Comments, strings and IRIs are recognised so that nothing inside them is taken for a token
(SPARQL 1.1 Query §19.8); the grammar itself is left to the engine.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"""
    (?P<iri>      <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<comment>  \#[^\r\n]* )
  | (?P<string>   \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
  | (?P<variable> [?$]\w+ )
  | (?P<word>     [\w.-]*:[\w.:%\\-]* | \w+ )
  | (?P<mark>     \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_FORMS: Final = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ValuesBlock:
    """A ``VALUES ?_name { … }``: the parameter, what stands between the braces, and where."""

    parameter: str
    content: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of ``text`` without comments and white space."""
    return tuple(
        Token(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "comment"
    )


def values_blocks(text: str) -> Iterator[ValuesBlock]:
    """Yield the VALUES blocks of one parameter, in order; others are none of ours."""
    found = tokens(text)
    for place in range(len(found) - 3):
        values, variable, brace = found[place : place + 3]
        if values.text.upper() != "VALUES" or brace.text != "{" or not _is_parameter(variable):
            continue
        close = next((token for token in found[place + 3 :] if token.text == "}"), None)
        if close is not None:
            content = text[brace.end : close.start].strip()
            yield ValuesBlock(variable.text[2:], content, values.start, close.end)


def parameter_names(text: str) -> frozenset[str]:
    """Return the names of the parameters that ``text`` uses, without ``?_``."""
    return frozenset(token.text[2:] for token in tokens(text) if _is_parameter(token))


def with_terms(text: str, terms: Mapping[str, str]) -> str:
    """Return ``text`` with the parameters in ``terms`` replaced and their VALUES blocks dropped.

    Lines keep their numbers.
    """
    blocks = [block for block in values_blocks(text) if block.parameter in terms]
    changes = {
        token.start: (token.end, terms[token.text[2:]])
        for token in tokens(text)
        if _is_parameter(token) and token.text[2:] in terms
    }
    for block in blocks:
        changes = {at: x for at, x in changes.items() if not block.start <= at < block.end}
        changes[block.start] = (block.end, "\n" * text.count("\n", block.start, block.end))
    pieces, done = [], 0
    for start, (end, replacement) in sorted(changes.items()):
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])


def words(text: str) -> tuple[Token, ...]:
    """Return the keywords and names of ``text``."""
    return tuple(token for token in tokens(text) if token.kind == "word")


def query_form(text: str) -> str:
    """Return SELECT, CONSTRUCT, ASK or DESCRIBE; the empty string if ``text`` has none of them."""
    named = (word.text.upper() for word in words(text))
    return next((word for word in named if word in _FORMS), "")


def _is_parameter(token: Token) -> bool:
    return token.kind == "variable" and token.text[1:2] == "_" and len(token.text) > 2
