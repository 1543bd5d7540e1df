"""The form of IRIs, UUIDs and dates in CASE, and how other forms are corrected."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from crosswalk_rdf.model import lexical
from crosswalk_rdf.model.lexical import has_scheme, is_day, is_iri, percent_encoded, uuid_version

_MENDED: Final = re.compile(r"[%\[\]]")
"""What to check in an IRI: percent signs, and brackets that are not those of an IP address."""
_URI_CHARACTERS: Final = "!#$%&'()*+,/:;=?@[]~"
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DATE_TIME: Final = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<time>\d\d:\d\d)(?P<second>:\d\d)?(?P<part>\.\d+)?"
    r" ?(?P<zone>[Zz]|[+-]\d\d:?\d\d|[+-]\d\d)?"
)
EXTENSION_TYPE: Final = re.compile(r"ext:[a-zA-Z0-9._][a-zA-Z0-9._-]*")
"""CASE 1.1, ``CFAssociationTypeExtEnum`` and ``TargetTypeExtEnum``: what both the REST binding and
the package schema permit, in which a hyphen cannot come first."""


def iri_of(text: str) -> str:
    """Return ``text`` as an absolute IRI, what is illegal percent-encoded; "" where it is none."""
    if is_iri(text) and not _MENDED.search(text):
        return text
    text = _BAD_PERCENT.sub("%25", text.strip())
    scheme, _, rest = text.partition(":")
    if not has_scheme(text) or not rest:
        return ""
    return f"{scheme}:{_bracketless(percent_encoded(rest))}"


def _bracketless(rest: str) -> str:
    """Return what follows the scheme, with square brackets only around an IP address."""
    if "[" not in rest and "]" not in rest:
        return rest
    host = re.match(r"//(?:[^/?#@\[\]]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?(?=[/?#]|$)", rest)
    host_name = host[0] if host else ""
    return host_name + rest[len(host_name) :].replace("[", "%5B").replace("]", "%5D")


def uri_of(iri: str) -> str:
    """Return ``iri`` as a URI: what is not ASCII percent-encoded (RFC 3987 §3.1)."""
    return str(iri) if iri.isascii() else quote(iri, safe=_URI_CHARACTERS)


def uuid_of(text: str) -> str:
    """Return the UUID that ``text`` is, in lower case; "" where it is none.

    Capitals, braces, ``urn:uuid:`` and missing hyphens are corrected.
    """
    bare = text.strip().lower().removeprefix("urn:uuid:").strip("{}")
    if len(bare) == 32:
        bare = "-".join((bare[:8], bare[8:12], bare[12:16], bare[16:20], bare[20:]))
    return lexical.uuid_of(bare)


def uuid_in(iri: str) -> str:
    """Return the UUID with which ``iri`` ends, in lower case; "" where it does not."""
    return lexical.uuid_at_end(iri.rstrip("/"))


def is_case_uuid(text: str) -> bool:
    """Return whether ``text`` is a UUID as CASE permits them: version 1 to 5, in lower case."""
    return uuid_version(text) in range(1, 6)


@lru_cache(maxsize=1024)
def date_of(text: str) -> str:
    """Return the date (``YYYY-MM-DD``) that ``text`` is or begins with; "" where it is none."""
    text = text.strip()
    is_whole = len(text) == 10 or bool(_DATE_TIME.fullmatch(text))
    return text[:10] if is_whole and is_day(text[:10]) else ""


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
