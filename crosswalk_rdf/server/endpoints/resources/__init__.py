"""Every IRI of the publication, every document about it and every other file of the build."""

from starlette.routing import Route

from crosswalk_rdf.server.endpoints.resources.endpoint import resource_endpoint
from crosswalk_rdf.server.endpoints.resources.openapi_paths import paths

__all__ = ["ROUTES", "paths"]

ROUTES = (Route("/{path:path}", resource_endpoint),)
