"""Whether the process lives, and whether it can answer (``/healthz``, ``/readyz``)."""

import json

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.store.backend import PROBE, Busy, LimitReached, QueryFailed, Unavailable

_HEADERS = (("content-type", "application/json"), ("cache-control", "no-store"))


async def healthz(_request: Request, _service: Service) -> Response:
    """Say that the process lives: it answers."""
    return Response(headers=_HEADERS, body=b'{"status": "ok"}\n')


async def readyz(_request: Request, service: Service) -> Response:
    """Say which build is served; 503 while no query is answered."""
    manifest = service.build.manifest
    said: dict[str, object] = {
        "status": "ready",
        "publication": manifest.base,
        "version": manifest.version,
        "modified": manifest.modified,
    }
    try:
        await service.asker.execute(PROBE)
    except (Busy, LimitReached, Unavailable, QueryFailed) as error:
        said |= {"status": "not ready", "reason": str(error)}
    status = 200 if said["status"] == "ready" else 503
    return Response(status=status, headers=_HEADERS, body=json.dumps(said).encode() + b"\n")


ROUTES = (Route("/healthz", healthz), Route("/readyz", readyz))
