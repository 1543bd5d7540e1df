"""A form to what an endpoint answers with: one POST of HTTP that can be broken off at any time."""

import contextlib
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Final
from urllib.parse import urlencode, urlsplit

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.login import Login

_PIECE: Final = 64 * 1024
_UNAUTHORIZED: Final = 401


class EndpointUnreachable(CrosswalkError):
    """An endpoint that is not there, or breaks off."""


class EndpointTooSlow(CrosswalkError):
    """An endpoint that takes longer than it may."""


class AnswerTooLong(CrosswalkError):
    """An answer that is longer than it may be."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The whole response of an endpoint."""

    status: int
    media_type: str
    """Without parameters, in lower case."""
    body: bytes
    location: str = ""


class Exchange:
    """One request to ``url`` and its response, within ``seconds`` and ``most_bytes`` altogether.

    No redirection is followed: the body of a POST would be lost on most of them.
    """

    def __init__(
        self, url: str, seconds: float, most_bytes: int, login: Login | None = None
    ) -> None:
        self._url, self._seconds, self._most, self._login = url, seconds, most_bytes, login
        parts = urlsplit(url)
        kinds = {"http": HTTPConnection, "https": HTTPSConnection}
        if parts.scheme not in kinds or not parts.hostname:
            raise EndpointUnreachable(f"{url!r} is no endpoint: give a URL with http or https")
        self._target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._connection = kinds[parts.scheme](parts.hostname, parts.port, timeout=seconds)
        self._broken_off = False

    def post(self, form: Sequence[tuple[str, str]], accept: str) -> Answered:
        """Return what the endpoint answers to ``form``, in a blocking way.

        Where it asks for a login (RFC 9110 §11.6.1), it is asked a second time, with it. Raises
        EndpointUnreachable, EndpointTooSlow, AnswerTooLong.
        """
        deadline = time.monotonic() + self._seconds
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(form).encode()
        try:
            response = self._sent(body, headers)
            if self._learns(response):
                self._connection.close()
                response = self._sent(body, headers)
            found = self._body(response, deadline)
        except TimeoutError as error:
            raise self._too_slow() from error
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "strerror", None) or repr(error)
            raise EndpointUnreachable(f"{self._url} cannot be asked: {reason}") from error
        finally:
            self._connection.close()
        media_type = response.headers.get_content_type()
        return Answered(response.status, media_type, found, response.headers.get("Location", ""))

    def break_off(self) -> None:
        """Have :meth:`post`, in another thread, end at once."""
        self._broken_off = True
        connected: socket.socket | None = self._connection.sock
        if connected is not None:
            with contextlib.suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def _sent(self, body: bytes, headers: dict[str, str]) -> HTTPResponse:
        if self._login and (header := self._login.header("POST", self._url)):
            headers = {**headers, "Authorization": header}
        self._connection.request("POST", self._target, body, headers)
        response: HTTPResponse = self._connection.getresponse()
        return response

    def _learns(self, response: HTTPResponse) -> bool:
        """Return whether there is something to answer to what the endpoint asks for."""
        if response.status != _UNAUTHORIZED or self._login is None:
            return False
        challenges = response.headers.get_all("WWW-Authenticate") or []
        return self._login.learn(self._url, challenges)

    def _body(self, response: HTTPResponse, deadline: float) -> bytes:
        """Return the body; a response that ends too early raises HTTPException."""
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > self._most:
                raise AnswerTooLong(f"{self._url} answered with more than {self._most:,} bytes")
            if time.monotonic() > deadline or self._broken_off:
                raise self._too_slow()
        if response.length:
            raise EndpointUnreachable(f"{self._url} broke off in its answer: try again")
        return b"".join(pieces)

    def _too_slow(self) -> EndpointTooSlow:
        return EndpointTooSlow(f"{self._url} took longer than {self._seconds:g} s")
