"""``/metrics``: what the service counts, as Prometheus reads it."""

from typing import Final, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.requests import header


async def metrics(request: Request) -> Response:
    """Answer with the metrics of the process, in the format that is asked for."""
    counted = cast(Metrics, request.app.state.metrics)
    content, media_type = counted.exposition(header(request.headers, "accept"))
    headers = {"content-type": media_type, "cache-control": "no-store"}
    return Response(content, headers=headers)


ROUTES: Final = (Route("/metrics", metrics),)
