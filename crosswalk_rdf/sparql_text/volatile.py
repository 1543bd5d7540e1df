"""The functions of SPARQL that give another value each time (SPARQL 1.1 Query §17.4)."""

from typing import Final

from crosswalk_rdf.sparql_text.tokens import tokens

VOLATILE_FUNCTIONS: Final = frozenset({"BNODE", "NOW", "RAND", "STRUUID", "UUID"})


def volatile_functions(text: str) -> tuple[str, ...]:
    """Return which volatile functions the query ``text`` calls, in upper case and sorted.

    In doubt a function counts as called: ``?x<NOW()&&?y>?z`` is an IRI to the grammar and a
    comparison to Oxigraph.
    """
    upper = text.upper()
    if not any(name in upper for name in VOLATILE_FUNCTIONS):
        return ()  # as most queries, which need not be tokenized
    names: set[str] = set()
    for token in tokens(text):
        if token.kind == "word":
            names.add(token.text.upper())
        elif token.kind == "iri" and "(" in token.text:
            names |= {inner.text.upper() for inner in tokens(token.text[1:-1])}
    return tuple(sorted(names & VOLATILE_FUNCTIONS))
