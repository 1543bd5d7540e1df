"""The license of a document: its IRI and the text of the rights, and the CFLicense for them."""

from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.model import derived_uuid


def license_uuid(document: str) -> str:
    """Return the UUID of the CFLicense that the writer makes for the document ``document``."""
    return derived_uuid(document, "licence")


def derived_license(
    metadata: DocumentMetadata, document: str, names: Names, changed: str
) -> Object | None:
    """Return a CFLicense for what ``metadata`` says of rights; None where it says nothing.

    Without a license IRI it is known by its address, and ``licenseText`` alone says something.
    """
    if not metadata.license and not metadata.rights:
        return None
    uuid = license_uuid(document)
    return {
        "identifier": uuid,
        "uri": str(metadata.license or names.address("CFLicenses", uuid)),
        "title": str(metadata.title),
        "licenseText": str(metadata.rights or metadata.license),
        "lastChangeDateTime": changed,
    }


def is_address_of_text(license: Object, document: str) -> bool:
    """Return whether ``license`` was made for a text alone: its ``uri`` names no license."""
    uuid = license_uuid(document)
    return license.get("identifier") == uuid and str(license.get("uri", "")).endswith(uuid)
