"""Every IRI of the publication, every document about it and every other file of the build."""

from crosswalk_rdf.server.endpoints.resources.endpoint import answer
from crosswalk_rdf.server.endpoints.resources.openapi_paths import paths
from crosswalk_rdf.server.route import Route

__all__ = ["ROUTES", "paths"]

ROUTES = (Route("/", answer),)
