"""The CASE service, versions 1.0 and 1.1, on what a build holds of it.

All endpoints of both REST bindings (https://www.imsglobal.org/spec/case/v1p1), for GET; errors are
``imsx_StatusInfo``. What is in a document is what the build wrote, byte for byte.
"""

from crosswalk_rdf.server.endpoints.case.discovery import components, paths
from crosswalk_rdf.server.endpoints.case.endpoint import answered
from crosswalk_rdf.server.endpoints.case.status_info import status_info
from crosswalk_rdf.server.endpoints.case.version import CASE_1_0, CASE_1_1, Version
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service

__all__ = ["ROUTES", "components", "paths"]


def _route(version: Version) -> Route:
    async def answer(request: Request, service: Service) -> Response:
        return await answered(request, service, version)

    def refusal(problem: Problem) -> Response:
        return status_info(problem, version)

    return Route(f"/{version.folder}", answer, refusal=refusal)


ROUTES = tuple(_route(version) for version in (CASE_1_0, CASE_1_1))
