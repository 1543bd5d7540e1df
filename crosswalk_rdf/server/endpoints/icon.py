"""``/favicon.ico``, which browsers ask for beside what is not a page: the icon of the site."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, service_of

_OWN: Final = "favicon.ico"
_ICON: Final = "assets/icon.svg"


async def icon(request: Request) -> Response:
    """Answer with the icon, or redirect to it; raise a 404 Problem where a site has none."""
    files = service_of(request).build.files
    if file := files.get(_OWN):
        return Response(file.content, headers={"content-type": "image/x-icon", "etag": file.etag})
    if _ICON not in files:
        raise Problem(404, "the site has no icon")
    location = base_url(request) + _ICON
    headers = {"location": location, "cache-control": "public, max-age=86400"}
    return Response(status_code=302, headers=headers)


ROUTES: Final = (Route(f"/{_OWN}", icon),)
