"""Whether the process lives, and whether it can answer (``/healthz``, ``/readyz``)."""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from crosswalk_rdf.server.requests import service_of
from crosswalk_rdf.store.backend import PROBE, Busy, LimitReached, QueryFailed, Unavailable

_HEADERS: Final = {"cache-control": "no-store"}


async def healthz(_request: Request) -> Response:
    """Say that the process lives: it answers."""
    return JSONResponse({"status": "ok"}, headers=_HEADERS)


async def readyz(request: Request) -> Response:
    """Say which build is served; 503 while no query is answered."""
    service = service_of(request)
    manifest = service.build.manifest
    document: dict[str, object] = {
        "status": "ready",
        "publication": manifest.base,
        "version": manifest.version,
        "modified": manifest.modified,
    }
    try:
        await service.query_backend.execute(PROBE)
    except (Busy, LimitReached, Unavailable, QueryFailed) as error:
        document |= {"status": "not ready", "reason": str(error)}
    status = 200 if document["status"] == "ready" else 503
    return JSONResponse(document, status, _HEADERS)


ROUTES: Final = (Route("/healthz", healthz), Route("/readyz", readyz))
