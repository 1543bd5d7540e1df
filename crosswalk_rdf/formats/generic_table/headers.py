"""Common headers of the columns of a spreadsheet of standards."""

from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.formats.shared.tabular import simplified

_SPELLINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "identifier": ("identifier", "guid", "id", "item id", "standard id", "statement id"),
    "uuid": ("uuid", "case identifier", "ctid"),
    "uri": ("uri", "iri", "url", "link", "web address"),
    "humanCodingScheme": (
        *("notation", "code", "number", "no", "nr", "no.", "standard number", "standard code"),
        *(
            "statement notation",
            "statement code",
            "coding",
            "human coding scheme",
            "coded notation",
        ),
        *("reference", "ref", "indicator code", "element code", "competency code", "label code"),
        *("nummer", "kennung", "notación", "código", "numéro", "kode"),
    ),
    "fullStatement": (
        *("statement", "full statement", "text", "standard text", "statement text", "wording"),
        *("standard statement", "standard description", "competency text", "description"),
        *("definition", "beschreibung", "texto", "descripción", "énoncé", "learning outcome"),
        *("performance expectation", "expectation", "content standard", "competency"),
        *("standard", "element", "indicator", "outcome", "objective", "skill", "requirement"),
        *("kompetenz",),
    ),
    "abbreviatedStatement": (
        *("label", "title", "name", "short title", "short name", "short statement", "heading"),
        *("abbreviated statement", "standard title", "standard name", "competency name", "topic"),
        *("titel", "título", "titre", "bezeichnung", "preflabel", "pref label", "competency label"),
    ),
    "parent": (
        *("parent", "parent code", "parent id", "parent notation", "parent number", "parent uuid"),
        *("broader", "broader notation", "is child of", "belongs to", "parent identifier"),
        *("parent standard", "under", "child of", "ischildof", "übergeordnet", "parent item"),
    ),
    "CFItemType": (
        *("kind", "type", "level name", "item type", "statement label", "statement type"),
        *("standard type", "category", "typ", "art", "tipo", "cf item type", "hierarchy level"),
    ),
    "depth": ("level", "depth", "indent", "outline level", "tier", "ebene", "nivel", "niveau"),
    "sequenceNumber": ("sequence", "sequence number", "order", "sort", "sort order", "position"),
    "notes": ("note", "notes", "comment", "comments", "remark", "remarks", "clarification"),
    "conceptKeywords": ("keyword", "keywords", "tags", "concept keywords"),
    "subject": ("subject", "subjects", "subject area", "content area", "discipline"),
    "educationLevel": (
        *("grade", "grades", "grade level", "grade levels", "grade band", "education level"),
        *("education levels", "gradelevel"),
    ),
    "language": ("language", "lang", "sprache"),
    "alternativeLabel": ("alternative label", "alt label", "synonym", "synonyms"),
    "listEnumeration": ("list enumeration", "list id", "enumeration"),
    "statusStartDate": (
        "start date",
        "status start date",
        "valid from",
        "adopted",
        "adoption date",
    ),
    "statusEndDate": ("end date", "status end date", "valid until", "retired"),
    "lastChangeDateTime": ("modified", "last modified", "last change", "updated", "date modified"),
    "license": ("license", "licence", "rights"),
}
FIELDS: Final = {
    simplified(spelling): name for name, others in _SPELLINGS.items() for spelling in others
}
"""The field of each header, the better ones first, as :func:`simplified` spells it."""

MEANINGS: Final = {
    "identifier": "identifier",
    "uuid": "UUID",
    "uri": "IRI",
    "humanCodingScheme": "notation",
    "fullStatement": "text",
    "abbreviatedStatement": "label",
    "parent": "parent",
    "CFItemType": "kind",
    "depth": "depth",
    "sequenceNumber": "order",
}
"""What the fields are called in a report, where that is not their own name."""
