"""The parameters of a request to the text of a query, each fault as a problem that names it."""

from collections.abc import Iterable
from dataclasses import replace

from crosswalk_rdf.queries.binding import BadParameterValue, bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.server.problems import Problem


def bound(query: Query, arguments: Iterable[tuple[str, str]], base: str) -> str:
    """Return the text of ``query`` with the values ``arguments``, defaults for the others.

    An empty value leaves out a parameter that may be left out, so that a form can send all of its
    fields; where there is a default and it is a string, it is the empty string. Raises a 400
    Problem with the member ``parameter``.
    """
    values = _values(query, arguments)
    for parameter in query.parameters:
        if parameter.required and parameter.name not in values:
            detail = f"{query.name} needs the parameter '{parameter.name}': {parameter.description}"
            raise Problem(400, detail, parameter=parameter.name)
        alone = replace(query, parameters=(parameter,), text="")
        mine = {name: value for name, value in values.items() if name == parameter.name}
        try:
            bind(alone, mine, base)
        except BadParameterValue as error:
            detail = str(error).removeprefix(f"{query.file}: ")
            raise Problem(400, detail, parameter=parameter.name) from error
    return bind(query, values, base)


def _values(query: Query, arguments: Iterable[tuple[str, str]]) -> dict[str, str]:
    parameters = {parameter.name: parameter for parameter in query.parameters}
    values: dict[str, str] = {}
    for name, value in arguments:
        if name not in parameters:
            choice = f"it takes {', '.join(parameters)}" if parameters else "it takes none"
            detail = f"{query.name} has no parameter '{name}': {choice}"
            raise Problem(400, detail, parameter=name, alternatives=list(parameters))
        if name in values:
            raise Problem(400, f"'{name}' is given twice: give it once", parameter=name)
        parameter = parameters[name]
        if value or (parameter.default is not None and parameter.type == "string"):
            values[name] = value
    return values
