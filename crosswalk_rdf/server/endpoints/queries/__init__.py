"""``/queries/NAME?param=value``: the questions of the library as resources.

``/queries/NAME`` is negotiated: an answer, the query itself, or its page. ``/queries/NAME.csv``
and its like are answers in one format. ``/queries`` lists the library.
"""

from crosswalk_rdf.server.endpoints.queries.listing import listed
from crosswalk_rdf.server.endpoints.queries.openapi_paths import paths
from crosswalk_rdf.server.endpoints.queries.resource import resource
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service

__all__ = ["ROUTES", "paths"]


async def listing(request: Request, service: Service) -> Response:
    """Answer with the list of all queries, or lead to its page."""
    return listed(request, service)


async def answer(request: Request, service: Service) -> Response:
    """Answer a query of the library; raises a Problem."""
    if request.path == "/queries/":
        return listed(request, service)
    return await resource(request, service)


ROUTES = (Route("/queries", listing), Route("/queries/", answer))
