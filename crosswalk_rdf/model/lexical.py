"""Lexical forms of IRIs, language tags, UUIDs and dates, each with the clause that defines it.

The checks are syntactic: they do not look up whether an identifier is registered or resolves.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote

from rdflib import XSD, URIRef

NO_LANGUAGE: Final = "none"
"""What data files and sheets write for the language of a text that has none."""
NONE: Final = "none"
"""What they write for a list that is stated to be empty."""
SURROGATES: Final = "\ud800-\udfff"
"""Halves of characters, which no UTF-8 can hold (the Unicode Standard, D92), as a range."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:", re.ASCII)
_NOT_IN_IRIS: Final = re.compile('[\x00-\x20\x7f-\x9f<>"{}|\\\\^`' + SURROGATES + "]")
_URI: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+"
)
_PREFIX: Final = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_SURROGATE: Final = re.compile(f"[{SURROGATES}]")
_LANGTAG: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_UUID_OF_VERSION: Final = re.compile(r".{14}([1-8]).{4}[89ab].{16}")
_LANGUAGE_TAG: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?"  # private use
    r"|x(?:-[a-z0-9]{1,8})+"
    r"|en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)"
    r"|sgn-(?:BE-FR|BE-NL|CH-DE)|art-lojban|cel-gaulish|no-(?:bok|nyn)"
    r"|zh-(?:guoyu|hakka|min|min-nan|xiang)",
    re.ASCII | re.IGNORECASE,
)
_DATE: Final = r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_TIME: Final = (
    r"(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:\.[0-9]+)?(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
)
_DATE_OR_TIME: Final = re.compile(rf"(?P<date>{_DATE})(?P<time>T{_TIME})?")

_DATE_AND_REST: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?=$|T|Z|[+-][0-9]{2}:)")


def is_prefix(text: str) -> bool:
    """Return whether ``text`` may be a prefix: an XML name without colon (CURIE 1.0 §3), nearly."""
    return bool(_PREFIX.fullmatch(text))


def has_scheme(text: str) -> bool:
    """Return whether ``text`` begins with the scheme of an absolute IRI (RFC 3986 §3.1)."""
    return bool(_SCHEME.match(text))


def is_iri(text: str) -> bool:
    """Return whether ``text`` is an absolute IRI, judged by its characters (RFC 3987 §2.2).

    There is something behind the scheme, and nothing that no IRI holds: controls, the space, angle
    brackets, braces, quotation marks, vertical bars, backslashes, carets, backticks, surrogates.
    """
    scheme = _SCHEME.match(text)
    return bool(scheme and scheme.end() < len(text) and not _NOT_IN_IRIS.search(text))


def is_uri(text: str) -> bool:
    """Return whether ``text`` is an absolute URI, judged by its characters (RFC 3986 §2)."""
    return bool(_URI.fullmatch(text))


def is_http_url(text: str) -> bool:
    """Return whether ``text`` has the scheme ``http`` or ``https`` (RFC 9110 §4.2)."""
    return text[:8].lower().startswith(("https://", "http://"))


def percent_encoded(text: str) -> str:
    """Return ``text`` with characters not allowed in IRIs percent-encoded (RFC 3987 §3.1)."""
    return _NOT_IN_IRIS.sub(lambda match: quote(match[0], errors="replace", safe=""), text)


def path_segment(text: str) -> str:
    """Return ``text`` as one segment of a path (RFC 3986 §3.3, ``segment``)."""
    return quote(text, safe="!$&'()*+,;=:@-._~")


def is_sha256(text: str) -> bool:
    """Return whether ``text`` is a SHA-256 checksum in lower-case hexadecimal (FIPS 180-4)."""
    return bool(_SHA256.fullmatch(text))


def joined_names(names: Sequence[str]) -> str:
    """Return path segments as one name that no other segments have.

    They have two hyphens between them; where one of them has hyphens that could be taken for these,
    a slash follows, which no segment holds.
    """
    is_ambiguous = any("--" in name or name[:1] == "-" or name[-1:] == "-" for name in names)
    return ("--/" if is_ambiguous else "--").join(names)


def is_language_tag(text: str) -> bool:
    """Return whether ``text`` is a well-formed language tag (BCP 47: RFC 5646 §2.1, §2.2.9)."""
    return bool(_LANGUAGE_TAG.fullmatch(text))


def language_tag(text: str) -> str:
    """Return ``text`` as a tag that a literal can have (RDF 1.1 Turtle, LANGTAG), "" for none.

    Others name languages as locales do: ``en_US`` is ``en-US``.
    """
    tag = text.strip().replace("_", "-")
    return tag if _LANGTAG.fullmatch(tag) else ""


def is_iso_639_tag(text: str) -> bool:
    """Return whether ``text`` is such a tag of a language of ISO 639: of two or three letters.

    Longer ones are reserved (RFC 5646 §2.2.1): a word such as *english* is well-formed, and no tag.
    """
    return is_language_tag(text) and len(text.partition("-")[0]) in (2, 3)


def is_uuid(text: str) -> bool:
    """Return whether ``text`` has the form of a UUID, in lower case (RFC 9562 §4)."""
    return bool(_UUID.fullmatch(text))


def uuid_version(text: str) -> int:
    """Return the version of the UUID ``text`` (RFC 9562 §4.2), 0 for what is of no version."""
    match = _UUID_OF_VERSION.fullmatch(text) if is_uuid(text) else None
    return int(match[1]) if match else 0


def uuid_of(text: str) -> str:
    """Return the UUID that ``text`` is, in lower case and bare; empty for what is none.

    It may be in capitals (RFC 9562 §4), a URN (§5) or in braces, as some systems write it.
    """
    bare = text.strip("{} ").lower().removeprefix("urn:uuid:").strip("{}")
    return bare if is_uuid(bare) else ""


def uuid_at_end(iri: str) -> str:
    """Return the UUID with which ``iri`` ends, in lower case; empty where it does not."""
    end = iri[-36:].lower()
    return end if is_uuid(end) and iri[-37:-36] in "/:#=-" else ""


def date_type(text: str) -> URIRef | None:
    """Return the datatype whose lexical space ``text`` is in (XSD 1.1 part 2 §3.3.7 to §3.3.12).

    That is ``xsd:gYear``, ``xsd:gYearMonth``, ``xsd:date`` or ``xsd:dateTime``, of four digits for
    the year and without time zones of dates; None for anything else.
    """
    match = _DATE_OR_TIME.fullmatch(text)
    if match is None or not _is_in_calendar(match["date"]):
        return None
    if match["time"]:
        return XSD.dateTime if len(match["date"].lstrip("-")) == 10 else None
    return {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}[len(match["date"].lstrip("-"))]


def is_date(text: str) -> bool:
    """Return whether ``text`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (W3CDTF levels 1 to 3)."""
    return not text.startswith("-") and date_type(text) not in (None, XSD.dateTime)


def date_part(text: str) -> str:
    """Return the date that ``text`` is or begins with, without its time or its zone; "" for none.

    (XSD 1.1 part 2 §3.3.7 to §3.3.12: ``2015-10-31T12:00:00Z``, ``2015-10+01:00``.)
    """
    match = _DATE_AND_REST.match(text)
    return match[1] if match and is_date(match[1]) else ""


def is_day(text: str) -> bool:
    """Return whether ``text`` is ``YYYY-MM-DD`` (RFC 3339 §5.6, ``full-date``)."""
    return is_date(text) and len(text) == 10


def _is_in_calendar(text: str) -> bool:
    """Return whether a day is one; a year or a month always is. Years before 1 are not checked."""
    if len(text) != 10 or text.startswith("0000"):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def without_surrogates(text: str) -> str:
    """Return ``text`` with U+FFFD for each half of a character, which no UTF-8 can hold.

    (RFC 8259 §8.2; the Unicode Standard, D92.)
    """
    return _SURROGATE.sub("\ufffd", text)
