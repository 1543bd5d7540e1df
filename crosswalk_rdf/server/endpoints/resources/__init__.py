"""Every IRI of the publication, every document about it and every other file of the build."""

from starlette.routing import Match, Route
from starlette.types import Scope

from crosswalk_rdf.server.endpoints.resources.endpoint import resource_endpoint
from crosswalk_rdf.server.endpoints.resources.openapi_paths import paths

__all__ = ["ROUTES", "paths"]


class AnyPath(Route):
    """Matches every path: that of an IRI may hold a line break, which no converter matches."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return what the top matches."""
        return super().matches({**scope, "path": f"{scope.get('root_path', '')}/"})


ROUTES = (AnyPath("/{path:path}", resource_endpoint),)
