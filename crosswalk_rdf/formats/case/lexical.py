"""The form of single values: IRIs, UUIDs, dates, languages; and how others are corrected."""

import re
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from crosswalk_rdf.model import is_uuid

_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f]+")
_PLAIN_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9/:._~?#&=,;@!$()*+-]+")
_URI_CHARACTERS: Final = "!#$%&'()*+,/:;=?@[]~"
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_CASE_UUID: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME: Final = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d)(?P<second>:\d\d)?(?P<part>\.\d+)?"
    r" ?(?P<zone>[Zz]|[+-]\d\d:?\d\d|[+-]\d\d)?"
)
_LANGUAGE: Final = re.compile(
    r"[A-Za-z]{2,8}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?"
    r"(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*"
)
EXTENSION_TYPE: Final = re.compile(r"ext:[a-zA-Z0-9._][a-zA-Z0-9._-]*")
"""CASE 1.1, ``CFAssociationTypeExtEnum`` and ``TargetTypeExtEnum``: what both the REST binding and
the package schema permit, in which a hyphen cannot come first."""


def iri_of(text: str) -> str:
    """Return ``text`` as an absolute IRI, what is illegal percent-encoded; "" where it is none."""
    if _PLAIN_IRI.fullmatch(text):
        return text
    text = _BAD_PERCENT.sub("%25", text.strip())
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text):
        return ""
    scheme, _, rest = text.partition(":")
    if not _IRI.fullmatch(text):
        rest = re.sub(r"[\x00-\x20<>\"{}|\\^`\x7f]", lambda bad: quote(bad[0]), rest)
    return f"{scheme}:{_bracketless(rest)}"


def _bracketless(rest: str) -> str:
    """Return what follows the scheme, with square brackets only around an IP address."""
    if "[" not in rest and "]" not in rest:
        return rest
    host = re.match(r"//(?:[^/?#@\[\]]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?(?=[/?#]|$)", rest)
    kept = host[0] if host else ""
    return kept + rest[len(kept) :].replace("[", "%5B").replace("]", "%5D")


def uri_of(iri: str) -> str:
    """Return ``iri`` as a URI: what is not ASCII percent-encoded (RFC 3987 §3.1)."""
    return str(iri) if iri.isascii() else quote(iri, safe=_URI_CHARACTERS)


def uuid_of(text: str) -> str:
    """Return the UUID that ``text`` is, in lower case; "" where it is none.

    Capitals, braces, ``urn:uuid:`` and missing hyphens are corrected.
    """
    if is_uuid(text):
        return text
    bare = text.strip().lower().removeprefix("urn:uuid:").strip("{}")
    if re.fullmatch(r"[0-9a-f]{32}", bare):
        bare = "-".join((bare[:8], bare[8:12], bare[12:16], bare[16:20], bare[20:]))
    return bare if is_uuid(bare) else ""


def uuid_in(iri: str) -> str:
    """Return the UUID with which ``iri`` ends, in lower case; "" where it does not."""
    tail = re.split(r"[/:#=]", iri.rstrip("/"))[-1]
    return tail.lower() if _UUID.fullmatch(tail) else ""


def is_case_uuid(text: str) -> bool:
    """Return whether ``text`` is a UUID as CASE permits them: version 1 to 5, in lower case."""
    return bool(_CASE_UUID.fullmatch(text))


@lru_cache(maxsize=1024)
def date_of(text: str) -> str:
    """Return the date (``YYYY-MM-DD``) that ``text`` is or begins with; "" where it is none."""
    text = text.strip()
    if not _DATE.fullmatch(text) and not _DATE_TIME.fullmatch(text):
        return ""
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return ""
    return text[:10]


@lru_cache(maxsize=1024)
def date_time_of(text: str) -> str:
    """Return ``text`` as an ``xsd:dateTime``, its offset left out where there is none."""
    text = text.strip()
    day = date_of(text)
    match = _DATE_TIME.fullmatch(text)
    if not day or not match:
        return f"{day}T00:00:00+00:00" if day else ""
    if match["time"] > "23:59" or match["time"][3:] > "59" or (match["second"] or "") > ":59":
        return ""
    zone = (match["zone"] or "").upper()
    if zone not in ("", "Z"):
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
        if zone[1:3] > "14" or zone[4:] > "59":
            return ""
    return f"{day}T{match['time']}{match['second'] or ':00'}{match['part'] or ''}{zone}"


def is_language(text: str) -> bool:
    """Return whether ``text`` is a language tag (BCP 47)."""
    return bool(_LANGUAGE.fullmatch(text))
