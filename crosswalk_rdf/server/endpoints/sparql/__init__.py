"""``/sparql``: the SPARQL 1.1 Protocol, query side, and the description of the service."""

from crosswalk_rdf.server.endpoints.sparql.description import described
from crosswalk_rdf.server.endpoints.sparql.openapi_paths import paths
from crosswalk_rdf.server.endpoints.sparql.protocol import read
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import RESULTS, chosen, formats_of
from crosswalk_rdf.server.sparql_results.responses import answered, reply_to
from crosswalk_rdf.sparql_text.form import query_form

__all__ = ["ROUTES", "paths"]


async def answer(request: Request, service: Service) -> Response:
    """Answer a query; without one, describe the service. Raises a Problem."""
    if request.path not in ("/sparql", "/sparql/"):
        raise Problem(404, f"there is no {request.path}: SPARQL is answered at {request.top}sparql")
    operation = read(request)
    if operation.asked is None:
        return described(request, service, operation.format)
    form = query_form(operation.asked.text)
    if not form:
        await reply_to(service, operation.asked, RESULTS[0].media_type)  # it says where
        raise Problem(400, "this is no query: it begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    format = chosen(request, formats_of(form), operation.format)
    return await answered(request, service, operation.asked, format)


ROUTES = (
    Route("/sparql", answer, ("GET", "POST")),
    Route("/sparql/", answer, ("GET", "POST")),
)
