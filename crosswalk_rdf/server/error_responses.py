"""An ``HTTPException`` to a response: the exception handler of the application."""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.server.middleware.common_headers import COMMON, options_response
from crosswalk_rdf.server.middleware.request_context import Observer
from crosswalk_rdf.server.problems import Problem, problem_response
from crosswalk_rdf.server.requests import header, raw_path, request_id

ErrorWriter = Callable[[HTTPException], Response]
"""Writes an error where a standard has its own format for errors."""

_INTERNAL_ERROR: Final = (
    "the service failed: its log says why, under the request that is named here and in X-Request-Id"
)
_METHODS: Final = ("GET", "HEAD", "POST", "OPTIONS")
"""The order in which the header Allow lists them."""


class ErrorResponses:
    """Writes errors as problem documents, or as the standard of an API demands.

    ``writers`` holds the writer of each API by the beginning of its paths.
    """

    def __init__(self, writers: Mapping[str, ErrorWriter]) -> None:
        self._writers = dict(writers)

    async def handle(self, request: Request, error: Exception) -> Response:
        """Answer ``error``, an HTTPException of a route or of the router."""
        if not isinstance(error, HTTPException):
            raise error
        if error.status_code == 405 and error.headers:
            methods = error.headers["Allow"].split(", ")
            if request.method == "OPTIONS":
                return options_response(header(request.headers, "origin"), _allow(methods))
            error = _method_not_allowed(request, _allow(methods))
        return self.response(request, error)

    def response(self, request: Request, error: HTTPException) -> Response:
        """Return ``error`` in the format of the API that ``request`` is for."""
        path = request.scope["path"]
        for prefix, write in self._writers.items():
            if path.startswith(prefix):
                response = write(error)
                response.headers.update(error.headers or {})
                return response
        return problem_response(error, request_id(request))


class InternalErrorResponse:
    """Answers an exception that no other handler takes: 500, without what went wrong.

    Starlette calls it outside all middleware, and raises the exception again for the server to
    log. So the headers that middleware adds are added here, and the observers are called here.
    """

    def __init__(self, errors: ErrorResponses, observers: Iterable[Observer]) -> None:
        self._errors, self._observers = errors, tuple(observers)

    async def __call__(self, request: Request, _error: Exception) -> Response:
        """Return the response to ``request``."""
        response = self._errors.response(request, HTTPException(500, _INTERNAL_ERROR))
        for name, value in COMMON:
            response.headers.setdefault(name, value)
        response.headers["x-request-id"] = request_id(request)
        seconds = time.perf_counter() - request.state.started
        size = 0 if request.method == "HEAD" else len(response.body)
        for observer in self._observers:
            observer(request, 500, size, seconds)
        return response


def _method_not_allowed(request: Request, allow: str) -> Problem:
    detail = f"{request.method} is not for {raw_path(request)}: use {allow}"
    return Problem(405, detail, headers={"allow": allow})


def _allow(methods: Iterable[str]) -> str:
    allowed = {*methods, "OPTIONS"}
    return ", ".join(method for method in _METHODS if method in allowed)
