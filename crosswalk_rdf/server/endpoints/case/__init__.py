"""The CASE service, versions 1.0 and 1.1, on what a build holds of it.

All endpoints of both REST bindings (https://www.imsglobal.org/spec/case/v1p1), for GET; errors are
``imsx_StatusInfo``. What is in a document is what the build wrote, byte for byte.
"""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.endpoints.case.discovery import components, paths
from crosswalk_rdf.server.endpoints.case.endpoint import case_response
from crosswalk_rdf.server.endpoints.case.status_info import status_info
from crosswalk_rdf.server.endpoints.case.version import CASE_1_0, CASE_1_1

__all__ = ["ERROR_WRITERS", "ROUTES", "components", "paths"]


async def case_1_0(request: Request) -> Response:
    """Answer a request of CASE 1.0."""
    return await case_response(request, CASE_1_0)


async def case_1_1(request: Request) -> Response:
    """Answer a request of CASE 1.1."""
    return await case_response(request, CASE_1_1)


ROUTES = (
    Route(f"/{CASE_1_0.folder}{{path:path}}", case_1_0),
    Route(f"/{CASE_1_1.folder}{{path:path}}", case_1_1),
)
ERROR_WRITERS = {
    f"/{version.folder}": partial(status_info, version=version) for version in (CASE_1_0, CASE_1_1)
}
