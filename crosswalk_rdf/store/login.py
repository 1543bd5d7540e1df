"""A user's secret to the ``Authorization`` header that a store asks for, and nothing else."""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from crosswalk_rdf.errors import CrosswalkError

_PARAMETER: Final = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]+))')
_HASHES: Final = {"MD5": "md5", "SHA-256": "sha256"}


class InvalidLogin(CrosswalkError):
    """A login that is neither a user with a password nor a token; the message does not show it."""


@dataclass(slots=True, repr=False)
class Login:
    """A user with a password, or a token.

    A token is sent with every request (Bearer, RFC 6750). A password is sent only where it is
    asked for, in the way that is asked for: Digest (RFC 7616) before Basic (RFC 7617). What was
    asked is remembered, so that a large body is not sent twice.
    """

    user: str
    secret: str
    _asked: dict[str, dict[str, str]] = field(default_factory=dict)
    _used: int = 0

    def header(self, method: str, url: str) -> str | None:
        """Return the header for a request, or None while nobody asked for one."""
        if not self.user:
            return f"Bearer {self.secret}"
        asked = self._asked.get(_place(url))
        if asked is None:
            return None
        return self._digest(method, url, asked) if "nonce" in asked else self._basic()

    def learn(self, url: str, challenges: list[str]) -> bool:
        """Take note of ``WWW-Authenticate``; return whether there is an answer to it."""
        if not self.user:
            return False
        schemes = {text.split(" ", 1)[0].lower(): text for text in challenges}
        if "digest" in schemes:
            found = _PARAMETER.findall(schemes["digest"])
            asked = {name.lower(): quoted or plain for name, quoted, plain in found}
            if asked.get("algorithm", "MD5").upper() not in _HASHES or "nonce" not in asked:
                return False
        elif "basic" in schemes:
            asked = {}
        else:
            return False
        self._asked[_place(url)] = asked
        return True

    def _basic(self) -> str:
        pair = f"{self.user}:{self.secret}".encode()
        return f"Basic {base64.b64encode(pair).decode()}"

    def _digest(self, method: str, url: str, asked: dict[str, str]) -> str:
        """Return the answer to a challenge (RFC 7616 §3.4.1), with ``qop=auth`` where offered."""
        algorithm = asked.get("algorithm", "MD5")
        name, realm, nonce = _HASHES[algorithm.upper()], asked.get("realm", ""), asked["nonce"]
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._used += 1
        count, own = f"{self._used:08x}", secrets.token_hex(8)
        first = _hash(name, f"{self.user}:{realm}:{self.secret}")
        second = _hash(name, f"{method}:{path}")
        quality = "auth" in re.split(r"[\s,]+", asked.get("qop", ""))
        between = f"{nonce}:{count}:{own}:auth" if quality else nonce
        fields = {"username": self.user, "realm": realm, "nonce": nonce, "uri": path,
                  "response": _hash(name, f"{first}:{between}:{second}")}  # fmt: skip
        if "opaque" in asked:
            fields["opaque"] = asked["opaque"]
        text = ", ".join(f'{key}="{_quoted(value)}"' for key, value in fields.items())
        ending = f', qop=auth, nc={count}, cnonce="{own}"' if quality else ""
        return f"Digest {text}, algorithm={algorithm}{ending}"


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


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _hash(name: str, text: str) -> str:
    return hashlib.new(name, text.encode(), usedforsecurity=False).hexdigest()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
