"""A query text to what any store reads as this package does, without its dataset clauses.

Stores extend SPARQL with pragmas, options, functions that run other queries, and dataset clauses in
subqueries. What SPARQL 1.1 Query does not have is refused here, and what is read differently, such
as comments and codepoint escapes, has no place. The grammar is left to the store.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from crosswalk_rdf.sparql_text.dataset_clauses import clause_tokens
from crosswalk_rdf.sparql_text.form import prefixes
from crosswalk_rdf.sparql_text.terminals import CODEPOINT
from crosswalk_rdf.sparql_text.tokens import Token, tokens

_WORDS: Final = """
    BASE PREFIX SELECT DISTINCT REDUCED AS CONSTRUCT DESCRIBE ASK FROM NAMED WHERE GROUP BY HAVING
    ORDER ASC DESC LIMIT OFFSET VALUES OPTIONAL GRAPH BIND UNDEF MINUS UNION FILTER IN NOT EXISTS A
    TRUE FALSE SEPARATOR COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE
    BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS
    STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID
    STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK
    ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE
    """
"""The words of the grammar (SPARQL 1.1 Query §19.8), without those of federated queries."""
_KEYWORDS: Final = frozenset(_WORDS.split())
_MARKS: Final = frozenset("{}()[].,;=<>!&|+-*/^?")
_CODE: Final = ("bif:", "sql:", "java:")
"""How IRIs begin that name code: of Virtuoso, of its procedures (some of which open connections),
and of the Java platform in Jena."""
_EDGE: Final = Token("mark", "", 0, 0)


class NonstandardText(ValueError):
    """What SPARQL 1.1 does not have, and the place where it begins."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason)
        self.reason, self.position = reason, position


def standard_query(text: str) -> str:
    """Return ``text``, which has no codepoint escapes, without comments and FROM clauses.

    Each other token stays in its place. Raises :class:`NonstandardText`.
    """
    if match := CODEPOINT.search(text):  # an escape that escapes made
        raise NonstandardText(f"{match[0]} cannot stand here", match.start())
    all_tokens = tuple(tokens(text))
    _check(all_tokens)
    clauses = {token for clause in clause_tokens(all_tokens) for token in clause}
    for token in all_tokens:
        if token.kind == "word" and token.text.upper() == "FROM" and token not in clauses:
            raise NonstandardText("FROM stands inside of a pattern", token.start)
    return "".join(_pieces(text, [token for token in all_tokens if token not in clauses]))


def _pieces(text: str, remaining: Sequence[Token]) -> Iterator[str]:
    """Yield the tokens that remain, and spaces and line breaks for all else."""
    place = 0
    for token in remaining:
        yield _blank(text[place : token.start])
        yield token.text
        place = token.end
    yield _blank(text[place:])


def _blank(text: str) -> str:
    return "".join(character if character in "\r\n" else " " for character in text)


def _check(all_tokens: Sequence[Token]) -> None:
    namespaces = prefixes(iter(all_tokens))
    for before, token in pairwise((_EDGE, *all_tokens)):
        if reason := _fault(before, token, namespaces):
            raise NonstandardText(reason, token.start)


def _fault(before: Token, token: Token, namespaces: dict[str, str]) -> str:
    """Return what is wrong with ``token``, or nothing."""
    text = token.text
    if token.kind == "word":
        return "" if text.upper() in _KEYWORDS else f"{text} is no word of SPARQL 1.1"
    if token.kind == "mark":
        return "" if text in _MARKS else f"{text!r} cannot stand here"
    if token.kind == "string":
        return "" if _is_closed(text) else "a string has no end"
    if token.kind == "language":
        return "" if before.kind == "string" else f"{text} cannot stand here"
    iri = text[1:-1] if token.kind == "iri" else ""
    if token.kind == "name":
        prefix, _, local = text.partition(":")
        is_declaration = before.text.upper() == "PREFIX"
        if not is_declaration and prefix not in namespaces:
            return f"the prefix {prefix}: is not declared; add PREFIX {prefix}: <…> at the top"
        iri = namespaces.get(prefix, "") + local
    is_code = iri.lower().startswith(_CODE)
    return f"{text} is no function of SPARQL 1.1" if is_code else ""


def _is_closed(text: str) -> bool:
    quotation = text[:3] if text[:3] in ('"""', "'''") else text[:1]
    return len(text) >= 2 * len(quotation) and text.endswith(quotation)
