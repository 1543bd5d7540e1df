"""What can be wrong with the text of a query, before any data is asked."""

from collections.abc import Iterator

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.queries.parameters import NotATerm, Parameter, term
from crosswalk_rdf.queries.query import Query, fault_at
from crosswalk_rdf.queries.tokens import parameter_names, values_blocks, words
from crosswalk_rdf.store.engine import QuerySyntaxError, check_syntax


def syntax_faults(query: Query) -> Iterator[Fault]:
    """Yield where ``query`` is no SPARQL 1.1 query, or one that would ask another endpoint."""
    if any(word.text.upper() == "SERVICE" for word in words(query.text)):
        message = "the library asks this publication only: take SERVICE out"
        yield fault_at(query.name, query.text, r"(?i)^[^#]*\bservice\b", message)
        return
    try:
        check_syntax(query.text)
    except QuerySyntaxError as error:
        yield Fault(query.file, error.line, error.column, f"{error}")


def parameter_faults(query: Query, base: str) -> Iterator[Fault]:
    """Yield where the parameters of the header and those of the text differ."""
    declared = {parameter.name for parameter in query.parameters}
    for name in sorted(parameter_names(query.text) - declared):
        message = f"?_{name} is not declared: describe it under '#+ parameters:', or drop the '_'"
        yield fault_at(query.name, query.text, rf"^[^#]*[?$]_{name}\b", message)
    for parameter in query.parameters:
        try:
            yield from _default_faults(query, parameter, base)
        except NotATerm as error:
            message = f"the default '{parameter.default}' of '{parameter.name}' is not {error}"
            yield _header_fault(query, parameter, message)


def _default_faults(query: Query, parameter: Parameter, base: str) -> Iterator[Fault]:
    expected, name = _default(parameter, base), parameter.name
    blocks = [block for block in values_blocks(query.text) if block.parameter == name]
    if not blocks:
        message = f"parameter '{name}' is not in the query: add VALUES ?_{name} {{ {expected} }}"
        yield _header_fault(query, parameter, message)
    for block in blocks:
        written = block.content
        if written != expected and not (parameter.type == "iri" and written == parameter.default):
            line = query.text.count("\n", 0, block.start) + 1
            message = f"?_{name} is {written} here and {expected} in the header: make both the same"
            yield Fault(query.file, line, 0, message)


def _default(parameter: Parameter, base: str) -> str:
    if parameter.default is None:
        return "UNDEF"
    return term(parameter.type, parameter.default, base)


def _header_fault(query: Query, parameter: Parameter, message: str) -> Fault:
    return fault_at(query.name, query.text, rf"^#\+ +{parameter.name}\b", message)
