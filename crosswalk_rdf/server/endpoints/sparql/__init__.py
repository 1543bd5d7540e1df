"""``/sparql``: the SPARQL 1.1 Protocol, query side, and the description of the service."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.endpoints.sparql.description import description_response
from crosswalk_rdf.server.endpoints.sparql.openapi_paths import paths
from crosswalk_rdf.server.endpoints.sparql.protocol import read_operation
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.sparql_results.formats import RESULTS, formats_of, negotiate_format
from crosswalk_rdf.server.sparql_results.responses import execute, query_response
from crosswalk_rdf.sparql_text.form import query_form

__all__ = ["ROUTES", "paths"]


async def sparql(request: Request) -> Response:
    """Answer a query; without one, describe the service. Raises a Problem."""
    operation = await read_operation(request)
    if operation.query is None:
        return description_response(request, operation.format)
    form = query_form(operation.query.text)
    if not form:
        await execute(request, operation.query, RESULTS[0].media_type)  # it says where
        raise Problem(400, "this is no query: it begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    format = negotiate_format(request, formats_of(form), operation.format)
    return await query_response(request, operation.query, format)


ROUTES = (Route("/sparql", sparql, methods=["GET", "POST"]),)
