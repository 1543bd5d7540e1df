"""Static checks of the text of a query."""

from collections.abc import Iterator

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.queries.parameters import NotATerm, Parameter, term
from crosswalk_rdf.queries.query import Query, header_fault, text_fault
from crosswalk_rdf.sparql_text.parameters import parameters, values_blocks
from crosswalk_rdf.sparql_text.tokens import tokens
from crosswalk_rdf.store.backend import QuerySyntaxError
from crosswalk_rdf.store.syntax import check_syntax


def syntax_faults(query: Query) -> Iterator[Fault]:
    """Yield where ``query`` is not a SPARQL 1.1 query, or one that would ask another endpoint."""
    for token in tokens(query.text):
        if token.kind == "word" and token.text.upper() == "SERVICE":
            message = "the library asks this publication only: take SERVICE out"
            yield text_fault(query.name, query.text, token.start, message)
            return
    try:
        check_syntax(query.text)
    except QuerySyntaxError as error:
        yield Fault(query.file, error.line, error.column, f"{error}")


def parameter_faults(query: Query, base: str) -> Iterator[Fault]:
    """Yield where the parameters of the header and those of the text differ."""
    declared_names = {parameter.name for parameter in query.parameters}
    starts: dict[str, int] = {}
    for token in parameters(query.text):
        starts.setdefault(token.text[2:], token.start)
    for name in sorted(starts.keys() - declared_names):
        message = f"?_{name} is not declared: describe it under '#+ parameters:', or drop the '_'"
        yield text_fault(query.name, query.text, starts[name], message)
    for parameter in query.parameters:
        try:
            yield from _default_faults(query, parameter, base)
        except NotATerm as error:
            message = f"the default '{parameter.default}' of '{parameter.name}' is not {error}"
            yield _parameter_fault(query, parameter, message)


def _default_faults(query: Query, parameter: Parameter, base: str) -> Iterator[Fault]:
    default, name = _default(parameter, base), parameter.name
    blocks = [block for block in values_blocks(query.text) if block.parameter == name]
    if not blocks:
        message = f"parameter '{name}' is not in the query: add VALUES ?_{name} {{ {default} }}"
        yield _parameter_fault(query, parameter, message)
    for block in blocks:
        content = block.content
        if content != default and not (parameter.type == "iri" and content == parameter.default):
            message = f"?_{name} is {content} here and {default} in the header: make both the same"
            yield text_fault(query.name, query.text, block.start, message)


def _default(parameter: Parameter, base: str) -> str:
    if parameter.default is None:
        return "UNDEF"
    return term(parameter.type, parameter.default, base)


def _parameter_fault(query: Query, parameter: Parameter, message: str) -> Fault:
    return header_fault(query.name, query.text, rf"^#\+ +{parameter.name}\b", message)
