"""One HTTP request to what a store answered, with or without an event loop, on httpx2.

A redirect is not followed: a login would go with it, and the body of a POST be lost. No answer is
decoded, so that its size is what was sent. What went wrong is a sentence that names the URL.
"""

import asyncio
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import httpx2

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.login import Flow, Login

DEFAULT_TIMEOUT: Final = 30.0
"""Seconds to wait for an endpoint to say anything."""
DEFAULT_MOST_BYTES: Final = 512 * 1024 * 1024

_HEADERS: Final = {"Accept-Encoding": "identity", "User-Agent": "crosswalk-rdf"}
_REDIRECTS: Final = range(300, 400)
_UNAUTHORIZED: Final = 401
_BEYOND_SUCCESS: Final = 300
_WHAT_TO_DO: Final = {
    403: "the store does not allow it, or not with this login: check --auth",
    404: "check the URL, which is to be that of its SPARQL endpoint",
    405: "check the URL, which is to be that of its SPARQL endpoint",
}


class EndpointError(CrosswalkError):
    """An endpoint that cannot be reached, refuses, or answers with what is not a SPARQL answer."""


class EndpointTimeout(EndpointError):
    """An endpoint that takes longer than it may."""


class ResponseTooLong(EndpointError):
    """A response with more bytes than it may have."""


class EndpointRefused(EndpointError):
    """A response with an HTTP status of 300 or more; ``detail`` is the beginning of its body."""

    def __init__(self, message: str, response: "HttpResponse") -> None:
        super().__init__(message)
        self.status, self.server = response.status, response.server
        self.detail = response.body[:2000].decode(errors="replace").strip()


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request as it goes to a store."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A whole response."""

    status: int
    reason: str
    media_type: str
    """Without parameters, in lower case."""
    body: bytes
    server: str
    """Which program says that it answered."""
    location: str


@dataclass(frozen=True, slots=True)
class HttpClient:
    """Sends requests, each on a connection of its own; raises EndpointError where one fails.

    ``timeout`` is for each wait, ``deadline`` for all of a request, however it goes on. A store
    that asks for a login (RFC 9110 §11.6.1) is asked a second time, with it. Proxies that the
    environment names are used if ``proxies`` says so.
    """

    timeout: float = DEFAULT_TIMEOUT
    most_bytes: int = DEFAULT_MOST_BYTES
    login: Login | None = None
    proxies: bool = True
    deadline: float | None = None

    def send(self, request: HttpRequest) -> HttpResponse:
        """Return the response to ``request``, whatever its status; where a loop runs, in a thread.

        A loop of its own can end a request at a deadline, which no blocking socket does.
        """
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(self.send_async(request))
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, self.send_async(request)).result()

    async def send_async(self, request: HttpRequest) -> HttpResponse:
        """Return the response to ``request``; to cancel it closes the connection."""
        settings = self._settings(request)
        with _failures(request.url, self.timeout):
            async with asyncio.timeout(self.deadline), httpx2.AsyncClient(**settings) as http:
                flow = _flow(http, request, self.login)
                response = await http.send(next(flow), auth=None, stream=True)
                while (second_request := _next(flow, response)) is not None:
                    await response.aclose()
                    response = await http.send(second_request, auth=None, stream=True)
                body = bytearray()
                async for piece in response.aiter_raw():
                    body += piece
                    self._check(body, request.url)
                return _response(response, bytes(body))

    def _settings(self, request: HttpRequest) -> dict[str, Any]:
        secure = request.url.lower().startswith("https:")
        return {
            "timeout": self.timeout,
            "trust_env": self.proxies,
            "verify": _tls() if secure else False,
        }

    def _check(self, body: bytearray, url: str) -> None:
        if len(body) > self.most_bytes:
            raise ResponseTooLong(f"{url} answered with more than {self.most_bytes:,} bytes")


def require_success(response: HttpResponse, url: str, *, with_login: bool) -> HttpResponse:
    """Return ``response``; raise EndpointRefused where its status is 300 or more."""
    if response.status < _BEYOND_SUCCESS:
        return response
    if response.status == _UNAUTHORIZED:
        hint = "did not accept the login" if with_login else "asks for a login"
        message = f"{url} {hint} (HTTP status 401): check --auth"
    elif response.status in _REDIRECTS:
        message = f"{url} has moved to {response.location}: give that URL"
    else:
        detail = response.body[:2000].decode(errors="replace").split()
        is_page = response.media_type == "text/html"
        reason = " ".join(detail)[:200] if detail and not is_page else response.reason
        message = f"{url} answered with HTTP status {response.status}: {reason}"
        if hint := _WHAT_TO_DO.get(response.status, ""):
            message = f"{message}; {hint}"
    raise EndpointRefused(message, response)


@cache
def _tls() -> ssl.SSLContext:
    """Return the trust of the system; httpx2 would take a list of its own."""
    return ssl.create_default_context()


def _flow(http: httpx2.AsyncClient, request: HttpRequest, login: Login | None) -> Flow:
    headers = {**_HEADERS, **request.headers}
    first = http.build_request(request.method, request.url, headers=headers, content=request.body)
    return (login or httpx2.Auth()).auth_flow(first)


def _next(flow: Flow, response: httpx2.Response) -> httpx2.Request | None:
    try:
        return flow.send(response)
    except StopIteration:
        return None


def _response(response: httpx2.Response, body: bytes) -> HttpResponse:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return HttpResponse(
        response.status_code,
        response.reason_phrase,
        kind,
        body,
        response.headers.get("server", ""),
        response.headers.get("location", ""),
    )


@contextmanager
def _failures(url: str, timeout: float) -> Iterator[None]:
    try:
        yield
    except (httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
        raise EndpointError(f"{url!r} is no endpoint: give a URL with http or https") from error
    except (httpx2.TimeoutException, TimeoutError) as error:
        message = f"{url} did not answer within {timeout:g} seconds"
        raise EndpointTimeout(f"{message}; ask for less or raise the timeout") from error
    except httpx2.ConnectError as error:
        raise EndpointError(f"{url} cannot be reached: {error}; check the URL") from error
    except (httpx2.HTTPError, httpx2.StreamError) as error:
        raise EndpointError(f"{url} broke off: {error!r}; try again") from error
