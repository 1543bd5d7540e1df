"""SPARQL text to its tokens: the one tokenizer, which all else in this package uses.

Nothing inside comments, strings and IRIs is taken for a token, and nothing is refused: the grammar
is left to the engine. rdflib's parser is no substitute: it raises where a text is not SPARQL, does
not tell where a token stands, and takes more than 100 times as long.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from crosswalk_rdf.sparql_text.terminals import (
    CODEPOINT,
    IN_RUN,
    NAME_AT_END,
    PREFIX_START,
    TERMINALS,
)

_BOM: Final = "\ufeff"
_LONGEST_NAME: Final = 200


class Token(NamedTuple):
    """A terminal of a query: its kind, its text, and where it stands.

    The kind is ``iri``, ``string``, ``variable``, ``language``, ``blank`` (a label), ``number``,
    ``name`` (with a prefix), ``word`` (a keyword, a function, ``a``, ``true``), or ``mark``.
    """

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` in order, without comments, white space and a leading BOM."""
    for match in TERMINALS.finditer(text, text.startswith(_BOM)):
        kind = match.lastgroup or ""
        if kind == "run":
            yield from _in_run(match)
        elif kind != "comment":
            yield Token(kind, match.group(), match.start(), match.end())


def _in_run(match: re.Match[str]) -> Iterator[Token]:
    """Yield words, numbers and marks, and last the name that the run may end with."""
    text, end = match.string, match.end()
    head = match.start("local") if match["local"] else end
    is_prefix = head < end and text[head - 1] != "."
    for part in IN_RUN.finditer(text, match.start(), head):
        if is_prefix and PREFIX_START.match(part.group()):
            head = part.start()
            break
        yield Token(part.lastgroup or "", part.group(), part.start(), part.end())
    if head < end:
        yield Token("name", text[head:end], head, end)


def keywords(text: str) -> frozenset[str]:
    """Return the bare words of ``text`` in upper case: keywords and names of functions."""
    return frozenset(token.text.upper() for token in tokens(text) if token.kind == "word")


def has_keyword(text: str, word: str) -> bool:
    """Return whether ``word``, given in upper case, stands in ``text`` as a bare word."""
    return word in text.upper() and word in keywords(text)


def prefix_at_end(text: str) -> str | None:
    """Return the prefix, with its colon, of the name that ``text`` ends with; None without one.

    No more than the last 200 characters are looked at.
    """
    name = NAME_AT_END.search(text[-_LONGEST_NAME:])
    return name.group().partition(":")[0] + ":" if name else None


def with_codepoints(text: str) -> str:
    """Return ``text`` with codepoint escapes replaced by what they stand for (§19.2)."""
    return CODEPOINT.sub(lambda match: _character(int(match[1] or match[2], 16)), text)


def _character(number: int) -> str:
    return chr(number) if number <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"
