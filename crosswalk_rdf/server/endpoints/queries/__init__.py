"""``/queries/NAME?param=value``: the questions of the library as resources.

``/queries/NAME`` is negotiated: an answer, the query itself, or its page. ``/queries/NAME.csv``
and its like are answers in one format. ``/queries`` lists the library.
"""

from starlette.routing import Route

from crosswalk_rdf.server.endpoints.queries.listing import query_list
from crosswalk_rdf.server.endpoints.queries.openapi_paths import paths
from crosswalk_rdf.server.endpoints.queries.resource import query_resource

__all__ = ["ROUTES", "paths"]

ROUTES = (
    Route("/queries", query_list),
    Route("/queries/", query_list),
    Route("/queries/{name:path}", query_resource),
)
