"""A user's secret to the ``Authorization`` header that a store asks for, and nothing else."""

from collections.abc import Generator
from typing import Final

import httpx2

from crosswalk_rdf.errors import CrosswalkError

_UNAUTHORIZED: Final = 401
_UNANSWERABLE: Final = (httpx2.ProtocolError, NotImplementedError, LookupError, StopIteration)
"""What httpx2 raises for a challenge that is broken, or asks for what it cannot do."""
Flow = Generator[httpx2.Request, httpx2.Response, None]


class InvalidLogin(CrosswalkError):
    """A login that is neither a user with a password nor a token; the message does not show it."""


class Login(httpx2.Auth):
    """A user with a password, or a token, as the authentication of requests of httpx2.

    A token is sent with every request (Bearer, RFC 6750). A password is sent only where it is
    asked for, in the way that is asked for: Digest (RFC 7616) before Basic (RFC 7617). What was
    asked is remembered, so that a large body is not sent twice.
    """

    def __init__(self, user: str, secret: str) -> None:
        self._user, self._secret = user, secret
        self._schemes: dict[str, httpx2.DigestAuth | httpx2.BasicAuth] = {}
        """What each URL has asked for, by its scheme, host and path."""

    def auth_flow(self, request: httpx2.Request) -> Flow:
        """Yield ``request`` as it is to be sent, and again where the response asks for a login."""
        if not self._user:
            request.headers["Authorization"] = f"Bearer {self._secret}"
            yield request
            return
        place = str(request.url.copy_with(query=None))
        if (scheme_of_place := self._schemes.get(place)) is not None:
            yield from scheme_of_place.auth_flow(request)
            return
        response = yield request
        scheme = self._scheme(response)
        if scheme is None:
            return
        flow = scheme.auth_flow(request)
        second_request = next(flow)
        if isinstance(scheme, httpx2.DigestAuth):
            try:
                second_request = flow.send(response)
            except _UNANSWERABLE:
                return
        self._schemes[place] = scheme
        yield second_request

    def _scheme(self, response: httpx2.Response) -> httpx2.DigestAuth | httpx2.BasicAuth | None:
        """Return how to answer the challenges of ``response``, if there is a way."""
        if response.status_code != _UNAUTHORIZED:
            return None
        challenges = response.headers.get_list("www-authenticate")
        schemes = {text.split(" ", 1)[0].lower() for text in challenges}
        if "digest" in schemes:
            return httpx2.DigestAuth(self._user, self._secret)
        return httpx2.BasicAuth(self._user, self._secret) if "basic" in schemes else None


def login(text: str) -> Login:
    """Return the login that ``user:password`` or ``Bearer TOKEN`` stands for.

    Raises :class:`InvalidLogin`, which does not repeat the text.
    """
    scheme, space, token = text.strip().partition(" ")
    if space and scheme.lower() == "bearer" and token.strip():
        return Login("", _sendable(token.strip()))
    user, colon, password = text.strip("\r\n").partition(":")
    if not colon or not user:
        raise InvalidLogin("a login is written user:password or 'Bearer TOKEN': correct --auth")
    return Login(_sendable(user), _sendable(password))


def _sendable(text: str) -> str:
    if not text.isprintable():
        raise InvalidLogin("a login has no line breaks or control characters: correct --auth")
    return text
