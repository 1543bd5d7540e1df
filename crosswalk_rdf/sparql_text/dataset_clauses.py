"""The dataset clauses of a query (SPARQL 1.1 Query §13.2), with their IRIs resolved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.sparql_text.form import FORMS
from crosswalk_rdf.sparql_text.tokens import Token, tokens

_DEPTH: Final = {"{": 1, "}": -1}


@dataclass(frozen=True, slots=True)
class DatasetClauses:
    """The graphs that FROM and FROM NAMED name, in order."""

    default: tuple[str, ...]
    named: tuple[str, ...]


NO_CLAUSES: Final = DatasetClauses((), ())


def dataset_clauses(text: str) -> DatasetClauses | None:
    """Return what the FROM clauses of the query ``text`` name; None where they cannot be read."""
    if "from" not in text.lower():
        return NO_CLAUSES
    all_tokens = tuple(tokens(text))
    form = next((token for token in all_tokens if token.text.upper() in FORMS), None)
    clauses = list(clause_tokens(all_tokens))
    if form is None or not clauses:
        return NO_CLAUSES
    if any(clause[-1].kind not in ("iri", "name") for clause in clauses):
        return None
    iris = _resolve(text[: form.start], [clause[-1].text for clause in clauses])
    if iris is None:
        return None
    pairs = [(len(clause) > 2, iri) for clause, iri in zip(clauses, iris, strict=True)]
    return DatasetClauses(
        tuple(iri for named, iri in pairs if not named),
        tuple(iri for named, iri in pairs if named),
    )


def clause_tokens(all_tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield the tokens of each clause: FROM, NAMED where it says so, and the name of a graph.

    Braces hold no clauses.
    """
    depth = 0
    end = Token("mark", "", 0, 0)
    for token, second, third in zip(
        all_tokens, (*all_tokens[1:], end), (*all_tokens[2:], end, end), strict=False
    ):
        depth += _DEPTH.get(token.text, 0)
        if depth == 0 and token.kind == "word" and token.text.upper() == "FROM":
            is_named = second.kind == "word" and second.text.upper() == "NAMED"
            yield (token, second, third) if is_named else (token, second)


def _resolve(prologue: str, names: list[str]) -> list[str] | None:
    """Return the IRIs of ``names``; a prologue of SPARQL is one of Turtle as well."""
    document = f"{prologue}\n[] a {', '.join(names)} ."
    try:
        quads = list(ox.parse(document, ox.RdfFormat.TURTLE))
    except SyntaxError:
        return None
    iris = [quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)]
    return iris if len(iris) == len(names) else None
