"""The local name of a resource to the path of its documents: what its IRI has after the base.

A path is that of files: a web server decodes the path of a request and looks for that file. What a
file system, a server or another machine would take for something else stays percent-encoded in the
name of the file; :mod:`crosswalk_rdf.dataset.addresses` tells the servers of it.
"""

import re
import unicodedata
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

_ENCODED: Final = re.compile("%([0-9A-Fa-f]{2})")
_BROKEN: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_UNRESERVED: Final = re.compile("[A-Za-z0-9._~-]")
_IN_URIS: Final = "/%:?#@!$&'()*+,;="
"""What stands in a URI's path and query as it is (RFC 3986 §3.3, §3.4), or is encoded already."""
_NORMAL: Final = re.compile(r"[A-Za-z0-9/._~:?@!$&'()*+,;=-]*")

_DEVICE: Final = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
"""Devices of Windows, whatever suffix follows."""
_RESERVED: Final = rf"(?:index|{_DEVICE})"
"""Names that are the index of a folder, or devices."""
_RESERVED_NAME: Final = re.compile(rf"\.|{_RESERVED}(?:\.|$)", re.IGNORECASE)
_PORTABLE_SEGMENT: Final = (
    rf"(?!{_RESERVED}(?:[./]|$))[A-Za-z0-9_~!&'()+,;=:@-][A-Za-z0-9._~!&'()+,;=:@-]{{0,199}}+"
)
_PORTABLE_PATH: Final = re.compile(rf"{_PORTABLE_SEGMENT}(?:/{_PORTABLE_SEGMENT})*+", re.IGNORECASE)
_UNPORTABLE: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f/\\<>\"|?#*${}\[\]\ud800-\udfff\u2028\u2029]|%[0-9A-Fa-f]{2}|^$"
)
"""What is not allowed in file names somewhere, is a pattern to a server, or looks encoded."""
_NOT_ON_WINDOWS: Final = re.compile(
    rf'[\x00-\x1f<>:"|?*\\]|[. ](?=/|$)|(?:^|/)(?:{_DEVICE})(?=[./]|$)', re.IGNORECASE
)
"""What a path cannot have on Windows: characters, dots and spaces at the end of names, devices."""
_SAFE_IN_FILES: Final = "-._~:@=+,!()"
_MOST_BYTES: Final = 200
"""Of a file name without its suffix; file systems have 255."""
_DIGITS: Final = 8


def normal_name(local: str) -> str:
    """Return the one spelling of local names that are equivalent.

    Characters that a URI cannot have are encoded (RFC 3987 §3.1), hexadecimal digits are in upper
    case, and nothing is encoded that need not be (RFC 3986 §6.2.2).
    """
    if _NORMAL.fullmatch(local):
        return local
    encoded = quote(_BROKEN.sub("%25", local), safe=_IN_URIS, errors="replace")
    return _ENCODED.sub(_normal, encoded)


def _normal(encoded: re.Match[str]) -> str:
    character = chr(int(encoded[1], 16))
    return character if _UNRESERVED.fullmatch(character) else encoded[0].upper()


def document_path(local: str) -> str:
    """Return the path, without suffix, of the documents of the resource called ``local``.

    A fragment is left out, and so is a slash at the end. A query is part of the file's name.
    """
    if _PORTABLE_PATH.fullmatch(local):
        return local
    name, mark, query = local.partition("#")[0].partition("?")
    path = "/".join(map(file_name, name.removesuffix("/").split("/")))
    if not mark:
        return path
    folder, slash, last = path.rpartition("/")
    return f"{folder}{slash}{_short(f'{last}%3F{quote(query, safe=_SAFE_IN_FILES)}')}"


def file_name(segment: str) -> str:
    """Return the name, without suffix, of the file for ``segment`` of an IRI's path.

    It is decoded, as a web server does before it looks for a file. A name that would then be
    hidden, lead elsewhere, or be impossible on some file systems is encoded; of a long one only the
    beginning stands before a checksum.
    """
    try:
        decoded = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return _short(normal_name(segment))
    is_reserved = _RESERVED_NAME.match(decoded)
    if not is_reserved and not _UNPORTABLE.search(decoded):
        return _short(decoded)
    encoded = quote(decoded, safe=_SAFE_IN_FILES, errors="replace") or "%"
    return _short(f"%{ord(encoded[0]):02X}{encoded[1:]}" if is_reserved else encoded)


def _short(name: str) -> str:
    """Return ``name``, or its beginning and a checksum where it is too long for a file."""
    data = name.encode(errors="replace")
    if len(data) <= _MOST_BYTES:
        return name
    beginning = data[: _MOST_BYTES - _DIGITS - 1].decode(errors="ignore")
    return f"{re.sub('%[0-9A-F]?$', '', beginning)}~{checksum(name)}"


def checksum(text: str) -> str:
    """Return eight hexadecimal digits that tell ``text`` from others."""
    return sha256(text.encode(errors="replace")).hexdigest()[:_DIGITS]


def is_windows_path(path: str) -> bool:
    """Return whether Windows can have files at ``path``, which is separated by slashes."""
    return not _NOT_ON_WINDOWS.search(path)


def folded(path: str) -> str:
    """Return what is the same for all paths that some file system takes for one."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
