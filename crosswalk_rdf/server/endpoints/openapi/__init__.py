"""``/openapi.json``: the whole service in OpenAPI 3.1; ``/openapi.html``: the same for people."""

from starlette.routing import Route

from crosswalk_rdf.server.endpoints.openapi.document import openapi_document
from crosswalk_rdf.server.endpoints.openapi.openapi_paths import paths
from crosswalk_rdf.server.endpoints.openapi.page import openapi_page

__all__ = ["ROUTES", "paths"]

ROUTES = (Route("/openapi.json", openapi_document), Route("/openapi.html", openapi_page))
