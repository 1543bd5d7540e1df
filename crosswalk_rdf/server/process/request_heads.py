"""What the parser leaves open of the head of a request: its Host and its Content-Length."""

import re
from collections.abc import Iterable
from typing import Final

from crosswalk_rdf.server.problems import Problem

_HOST: Final = re.compile(
    rb"(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+(?::[0-9]*)?"
    rb"|\[[0-9A-Fa-f:.]+\](?::[0-9]*)?"
)
"""``uri-host [ ":" port ]`` (RFC 9110 §7.2); no host is empty where the scheme is http (§4.2.1)."""
_MAX_DIGITS: Final = 18


def check_head(headers: Iterable[tuple[bytes, bytes]], version: str) -> None:
    """Raise a 400 Problem where ``headers``, names in lower case, have no valid and single Host.

    RFC 9112 §3.2; HTTP/1.0 knows none. A Content-Length is to be a number of bytes that there may
    be: Python reads none of thousands of digits.
    """
    hosts = 0
    for name, value in headers:
        if name == b"host":
            hosts += 1
            if not _HOST.fullmatch(value):
                raise Problem(400, "the header Host is no host and port: send the name of one")
        elif name == b"content-length" and len(value) > _MAX_DIGITS:
            raise Problem(400, "the header Content-Length has too many digits")
    if hosts > 1:
        raise Problem(400, f"there are {hosts} headers Host: send one")
    if not hosts and version != "1.0":
        raise Problem(400, "there is no header Host: send it (RFC 9112 §3.2)")
