"""An answer to text: a table for people, the W3C's CSV and JSON results, RDF for graphs."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.namespaces import DEFAULT_BASE, PREFIXES, ontology_namespace
from crosswalk_rdf.queries.table import table
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import Syntax, document_syntaxes
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples
from crosswalk_rdf.store.embedded import add, new_store

_KINDS: Final = {Solutions: "rows", Boolean: "yes or no", Triples: "a graph"}
_TRIPLE: Final = ("subject", "predicate", "object")


class UnknownResultFormat(CrosswalkError):
    """A format that answers are not written in."""


class NotApplicable(CrosswalkError):
    """A format that cannot hold this kind of answer."""


def render(answer: Answer, format_: str, base: str = DEFAULT_BASE) -> str:
    """Return ``answer`` in one of :data:`FORMATS`.

    ``base`` is the publication's: the table writes IRIs under it as ``<psel-2015/1a>``. Raises
    UnknownResultFormat, NotApplicable where the format has no place for this kind of answer, and
    UnwritableGraph where RDF/XML has no name for a property.
    """
    if format_ not in FORMATS:
        raise UnknownResultFormat(f"'{format_}' is no format of answers: use {', '.join(FORMATS)}")
    return FORMATS[format_](answer, base)


def _table(answer: Answer, base: str) -> str:
    prefixes = _prefixes(base)
    if isinstance(answer, Boolean):
        return "yes\n" if answer.value else "no\n"
    if isinstance(answer, Triples):
        return table(_TRIPLE, answer.triples, prefixes, base)
    return table(answer.variables, answer.rows, prefixes, base)


def _csv(answer: Answer, _base: str) -> str:
    """SPARQL 1.1 Query Results CSV §3: lexical forms and bare IRIs, lines end in CRLF."""
    if not isinstance(answer, Solutions):
        raise _not_applicable("csv", answer)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.variables)
    writer.writerows([_csv_value(value) for value in row] for row in answer.rows)
    return out.getvalue()


def _csv_value(value: Node | None) -> str:
    if value is None:
        return ""
    return f"_:{value}" if isinstance(value, BNode) else str(value)


def _json(answer: Answer, _base: str) -> str:
    """SPARQL 1.1 Query Results JSON §3."""
    if isinstance(answer, Triples):
        raise _not_applicable("json", answer)
    document: dict[str, object] = {"head": {}}
    if isinstance(answer, Boolean):
        document["boolean"] = answer.value
    else:
        document["head"] = {"vars": list(answer.variables)}
        document["results"] = {"bindings": [_binding(answer.variables, r) for r in answer.rows]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _binding(variables: tuple[str, ...], row: tuple[Node | None, ...]) -> dict[str, object]:
    pairs = zip(variables, row, strict=True)
    return {name: _json_term(value) for name, value in pairs if value is not None}


def _json_term(value: Node) -> dict[str, str]:
    if isinstance(value, URIRef):
        return {"type": "uri", "value": str(value)}
    if isinstance(value, BNode):
        return {"type": "bnode", "value": str(value)}
    if isinstance(value, Literal) and value.language:
        return {"type": "literal", "xml:lang": value.language, "value": str(value)}
    if isinstance(value, Literal) and value.datatype:
        return {"type": "literal", "datatype": str(value.datatype), "value": str(value)}
    return {"type": "literal", "value": str(value)}


def _graph(syntax: Syntax, answer: Answer, base: str) -> str:
    if not isinstance(answer, Triples):
        raise _not_applicable(syntax.suffix[1:], answer)
    graph = new_store()
    add(graph, URIRef(base), answer.triples)
    return serialize(graph, syntax, prefixes=_prefixes(base), context=Context()).decode()


def _prefixes(base: str) -> Mapping[str, str]:
    return {**PREFIXES, "xw": str(ontology_namespace(base))}


def _not_applicable(format_: str, answer: Answer) -> NotApplicable:
    formats = {Solutions: ("csv", "json"), Boolean: ("json",), Triples: tuple(_GRAPHS)}
    *first, last = ("table", *formats[type(answer)])
    kind = _KINDS[type(answer)]
    return NotApplicable(
        f"the answer is {kind}, which {format_} cannot hold: use {', '.join(first)} or {last}"
    )


_GRAPHS: Final[Mapping[str, Callable[[Answer, str], str]]] = {
    syntax.suffix[1:]: partial(_graph, syntax) for syntax in document_syntaxes()
}
"""The RDF syntaxes of one graph, by their suffixes."""


FORMATS: Final[Mapping[str, Callable[[Answer, str], str]]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    **_GRAPHS,
}
"""Every format of answers, and what writes it."""
