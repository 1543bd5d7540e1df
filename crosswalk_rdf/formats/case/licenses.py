"""The license of a document: the CFLicense for its IRI, and what it is called.

A statement of rights is not a license. Beside one it is the text of the license; alone it goes into
the notes of the document.
"""

import re
from typing import Final

from rdflib import Literal

from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.model import derived_uuid

_CREATIVE_COMMONS: Final = re.compile(
    r"https?://creativecommons\.org/(?:licenses/(?P<terms>[a-z-]+)|publicdomain/(?P<domain>zero|mark))"
    r"/(?P<version>\d\.\d)(?:/(?:deed|legalcode)?.*)?"
)
_PUBLIC_DOMAIN: Final = {"zero": "CC0", "mark": "Public Domain Mark"}


def license_uuid(document: str) -> str:
    """Return the UUID of the CFLicense that the writer makes for the document ``document``."""
    return derived_uuid(document, "licence")


def license_title(license: str) -> str:
    """Return what the license with the IRI ``license`` is called; the IRI where nobody says so.

    The names are those that Creative Commons gives its licenses: ``CC BY-NC 4.0``.
    """
    match = _CREATIVE_COMMONS.fullmatch(license)
    if match is None:
        return license
    name = _PUBLIC_DOMAIN.get(match["domain"] or "") or f"CC {match['terms'].upper()}"
    return f"{name} {match['version']}"


def derived_license(metadata: DocumentMetadata, document: str, changed: str) -> Object | None:
    """Return a CFLicense for the license of ``metadata``; None where it has none."""
    if not metadata.license:
        return None
    return {
        "identifier": license_uuid(document),
        "uri": str(metadata.license),
        "title": license_title(str(metadata.license)),
        "licenseText": str(metadata.rights or metadata.license),
        "lastChangeDateTime": changed,
    }


def is_address_of_text(license: Object, document: str) -> bool:
    """Return whether ``license`` was made for a text alone, as version 1.0 of this product did."""
    uuid = license_uuid(document)
    return license.get("identifier") == uuid and str(license.get("uri", "")).endswith(uuid)


def derived_notes(note: Literal | None, rights: Literal, is_licensed: bool) -> str:
    """Return the notes of a document for what CASE has no property for.

    That is the ``note`` on its notations, and the ``rights`` of what has no license.
    """
    return "\n\n".join(str(text) for text in (note, "" if is_licensed else rights) if text)
