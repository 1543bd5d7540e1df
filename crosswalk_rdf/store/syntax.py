"""Whether a text is SPARQL 1.1, and what is wrong with one that is not, as Oxigraph reads it."""

import re
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.sparql_text.tokens import prefix_at_end
from crosswalk_rdf.store.backend import QuerySyntaxError

_PLACE: Final = re.compile(r"error at ([0-9]+):([0-9]+): (.*)", re.DOTALL)
_LONGEST_REASON: Final = 120


def check_syntax(text: str) -> tuple[str, ...]:
    """Return the variables that the query ``text`` selects, none unless it is a SELECT.

    All embedded backends check here first, so that they refuse the same queries with the same
    words, and give the variables of ``SELECT *`` in the same order. Raises QuerySyntaxError.
    """
    try:
        answer = ox.Store().query(text)
    except SyntaxError as error:
        raise syntax_error(error.msg, text) from error
    if not isinstance(answer, ox.QuerySolutions):
        return ()
    return tuple(variable.value for variable in answer.variables)


def syntax_error(message: str, text: str) -> QuerySyntaxError:
    """Return the error for what Oxigraph says, ``message``, about the query ``text``."""
    match = _PLACE.match(message)
    if match is None:
        return QuerySyntaxError(_short(message))
    line, column = int(match[1]), int(match[2])
    return QuerySyntaxError(_reason(match[3], text, line, column), line, column)


def _reason(message: str, text: str, line: int, column: int) -> str:
    """Return ``message`` in words; Oxigraph lists every token that could have stood there."""
    lines = text.splitlines()
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    if "Prefix not found" in message and (prefix := prefix_at_end(before)):
        return f"the prefix {prefix} is not declared; add PREFIX {prefix} <…> at the top"
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    place = f"{rest[:30]!r}" if rest else "the end of the line"
    return f"{place} cannot stand here; {_short(message)}"


def _short(message: str) -> str:
    text = " ".join(message.split())
    return text if len(text) <= _LONGEST_REASON else text[: _LONGEST_REASON - 1] + "…"
