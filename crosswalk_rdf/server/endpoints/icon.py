"""``/favicon.ico``, which browsers ask for beside what is no page: the icon of the site."""

from typing import Final

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service

_ICON: Final = "assets/icon.svg"


async def answer(request: Request, service: Service) -> Response:
    """Lead to the icon; raise a 404 Problem where a site has none."""
    own = request.path.removeprefix("/")
    found = next((path for path in (own, _ICON) if path in service.build.files), None)
    if found is None:
        raise Problem(404, "the site has no icon")
    if found == own:
        file = service.build.files[own]
        headers = (("content-type", "image/x-icon"), ("etag", file.etag))
        return Response(headers=headers, body=file.content)
    headers = (("location", request.top + found), ("cache-control", "public, max-age=86400"))
    return Response(status=302, headers=headers)


ROUTES: Final = (Route("/favicon.ico", answer),)
