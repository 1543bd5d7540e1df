"""``/openapi.json``: the whole service in OpenAPI 3.1; ``/openapi.html``: the same for people."""

from crosswalk_rdf.server.endpoints.openapi.document import document
from crosswalk_rdf.server.endpoints.openapi.openapi_paths import paths
from crosswalk_rdf.server.endpoints.openapi.page import page
from crosswalk_rdf.server.route import Route

__all__ = ["ROUTES", "paths"]

ROUTES = (Route("/openapi.json", document), Route("/openapi.html", page))
