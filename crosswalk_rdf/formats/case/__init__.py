"""CASE, the Competencies and Academic Standards Exchange of 1EdTech, versions 1.1 and 1.0."""

import re
from typing import Final

from crosswalk_rdf.formats.case.coverage import CASE_1_0, CASE_1_1
from crosswalk_rdf.formats.case.read import read
from crosswalk_rdf.formats.case.service import publish_1_0, publish_1_1
from crosswalk_rdf.formats.case.write import write_1_0, write_1_1
from crosswalk_rdf.formats.format import Format

_DOCUMENT: Final = re.compile(rb'"CFDocument"\s*:')
_VERSION: Final = re.compile(rb'"caseVersion"\s*:\s*"1\.1"')


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is JSON with a CFDocument."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:8] else data
    start = plain[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start[:1] in (b"{", b"[") and bool(_DOCUMENT.search(plain))


def recognizes_1_0(data: bytes) -> bool:
    """Return whether ``data`` is that, and does not say that it is of version 1.1."""
    return recognizes(data) and not _VERSION.search(data)


FORMATS: Final = (
    Format(
        name="case-1.1",
        title="CASE 1.1 package",
        suffixes=(".case.json", ".cfpackage.json"),
        media_type="application/json",
        specification="https://www.imsglobal.org/spec/case/v1p1",
        read=read,
        write=write_1_1,
        coverage=CASE_1_1,
        recognizes=recognizes,
        publish=publish_1_1,
        folder="case",
    ),
    Format(
        name="case-1.0",
        title="CASE 1.0 package",
        suffixes=(".case-1.0.json",),
        media_type="application/json",
        specification="https://www.imsglobal.org/CASE/casev1p0",
        read=read,
        write=write_1_0,
        coverage=CASE_1_0,
        recognizes=recognizes_1_0,
        publish=publish_1_0,
        folder="case",
    ),
)
