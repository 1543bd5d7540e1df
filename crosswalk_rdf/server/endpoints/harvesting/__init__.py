"""Everything that is published, for those who keep a copy: at once, and what changes later."""

from typing import Any, Final

from crosswalk_rdf.server.endpoints.harvesting import (
    activity_streams,
    atom,
    ldes,
    ndjson,
    oai,
    sitemap,
)
from crosswalk_rdf.server.service import Service

_PARTS: Final = (activity_streams, atom, ldes, ndjson, oai, sitemap)

ROUTES: Final = tuple(route for part in _PARTS for route in part.ROUTES)


def paths(service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1 (§4.8.9)."""
    return {path: item for part in _PARTS for path, item in part.paths(service).items()}
