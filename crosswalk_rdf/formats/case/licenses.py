"""The licence of a document: its IRI and the text of the rights, and the CFLicense for them."""

from crosswalk_rdf.formats.case.document_metadata import Heading
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.model import derived_uuid


def licence_uuid(document: str) -> str:
    """Return the UUID of the CFLicense that the writer makes for the document ``document``."""
    return derived_uuid(document, "licence")


def minted_licence(heading: Heading, document: str, names: Names, changed: str) -> Object | None:
    """Return a CFLicense for what ``heading`` says of rights; None where it says nothing.

    Without a licence IRI it is known by its address, and ``licenseText`` alone says something.
    """
    if not heading.license and not heading.rights:
        return None
    uuid = licence_uuid(document)
    return {
        "identifier": uuid,
        "uri": str(heading.license or names.address("CFLicenses", uuid)),
        "title": str(heading.title),
        "licenseText": str(heading.rights or heading.license),
        "lastChangeDateTime": changed,
    }


def is_address_of_text(licence: Object, document: str) -> bool:
    """Return whether ``licence`` was made for a text alone: its ``uri`` names no licence."""
    uuid = licence_uuid(document)
    return licence.get("identifier") == uuid and str(licence.get("uri", "")).endswith(uuid)
