"""One HTTP request to what a store answered; what went wrong is a sentence that names the URL.

A redirect is not followed: a login would go with it. What must be broken off from another thread,
as the service has it, is asked by ``protocol_client``.
"""

from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.login import Login

DEFAULT_TIMEOUT: Final = 30.0
"""Seconds to wait for an endpoint to say anything."""

_LARGEST: Final = 512 * 1024 * 1024
_REDIRECTS: Final = range(300, 400)
_UNAUTHORIZED: Final = 401
_WHAT_TO_DO: Final = {
    403: "the store does not allow it, or not with this login: check --auth",
    404: "check the URL, which is to be that of its SPARQL endpoint",
    405: "check the URL, which is to be that of its SPARQL endpoint",
}


class EndpointError(CrosswalkError):
    """An endpoint that cannot be reached, refuses, or answers with what is no SPARQL answer."""


class Refused(EndpointError):
    """An answer with an HTTP status of 300 or more; ``detail`` is the beginning of its body."""

    def __init__(self, message: str, status: int, detail: str, server: str) -> None:
        super().__init__(message)
        self.status, self.detail, self.server = status, detail, server


@dataclass(frozen=True, slots=True)
class Response:
    """What a store answered, with a status below 300."""

    body: bytes
    media_type: str
    server: str
    """Which program says that it answered."""


@dataclass(frozen=True, slots=True)
class Message:
    """A request as it goes to a store."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes | None = None


def exchange(
    message: Message, timeout: float = DEFAULT_TIMEOUT, login: Login | None = None
) -> Response:
    """Return the answer to ``message``; raise EndpointError, or Refused with the status.

    A store that asks for a login (RFC 9110 §11.6.1) is asked a second time, with it.
    """
    if urlsplit(message.url).scheme not in ("http", "https"):
        raise EndpointError(f"{message.url!r} is no endpoint: give a URL with http or https")
    try:
        try:
            return _sent(message, timeout, login)
        except HTTPError as error:
            challenges = error.headers.get_all("WWW-Authenticate") or []
            asked = error.code == _UNAUTHORIZED and login is not None
            if not (asked and login and login.learn(message.url, challenges)):
                raise
        return _sent(message, timeout, login)
    except HTTPError as error:
        raise _refusal(message.url, error, login) from error
    except TimeoutError as error:
        raise _too_late(message.url, timeout) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_late(message.url, timeout) from error
        sentence = f"{message.url} cannot be reached: {error.reason}; check the URL"
        raise EndpointError(sentence) from error
    except (OSError, HTTPException, ValueError) as error:
        raise EndpointError(f"{message.url} broke off: {error!r}; try again") from error


def _sent(message: Message, timeout: float, login: Login | None) -> Response:
    headers = dict(message.headers)
    if login and (header := login.header(message.method, message.url)):
        headers["Authorization"] = header
    request = Request(message.url, message.body, headers, method=message.method)  # noqa: S310
    with _opener().open(request, timeout=timeout) as response:
        body: bytes = response.read(_LARGEST + 1)
        kind, server = response.headers.get_content_type(), response.headers.get("Server", "")
    if len(body) > _LARGEST:
        raise EndpointError(f"{message.url} answered with more than 512 MiB; ask for less")
    return Response(body, kind, server)


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 (as urllib has it)
        return None


def _opener() -> OpenerDirector:
    return build_opener(_NoRedirects)


def _too_late(url: str, timeout: float) -> EndpointError:
    message = f"{url} did not answer within {timeout:g} seconds"
    return EndpointError(f"{message}; ask for less or raise the timeout")


def _refusal(url: str, error: HTTPError, login: Login | None) -> Refused:
    detail = error.read(2000).decode(errors="replace").strip()
    is_page = error.headers.get_content_type() == "text/html"
    reason = " ".join(detail.split())[:200] if detail and not is_page else error.reason
    if error.code == _UNAUTHORIZED:
        hint = "did not accept the login" if login else "asks for a login"
        message = f"{url} {hint} (HTTP status 401): check --auth"
    elif error.code in _REDIRECTS:
        message = f"{url} has moved to {error.headers.get('Location')}: give that URL"
    else:
        message = f"{url} answered with HTTP status {error.code}: {reason}"
        if hint := _WHAT_TO_DO.get(error.code, ""):
            message = f"{message}; {hint}"
    return Refused(message, error.code, detail, error.headers.get("Server", ""))
