"""The columns of OpenSALT by field, in the spellings that occur, and its association types."""

from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.shared.association_types import (
    EXACT_MATCH_OF,
    EXTENSION_TYPES,
    IS_RELATED_TO,
    PREDICATES,
)
from crosswalk_rdf.formats.shared.tabular import simplified
from crosswalk_rdf.namespaces import CASE

ASSOCIATIONS: Final = (
    *("isPartOf", "isPeerOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy"),
    *("exemplar", "hasSkillLevel", "isTranslationOf"),
)
"""The types of association but ``isChildOf``, each of which may be a column of the CSV."""

_ITEM: Final = {
    "identifier": ("CASE Item Identifier", "GUID", "item identifier"),
    "uri": ("CFItemURI",),
    "fullStatement": (),
    "humanCodingScheme": (),
    "smartLevel": (),
    "sequenceNumber": ("sequence",),
    "listEnumeration": ("listEnumInSource", "list enumeration in source"),
    "abbreviatedStatement": (),
    "alternativeLabel": (),
    "conceptKeywords": (),
    "notes": ("note",),
    "language": (),
    "educationLevel": ("educationalAlignment",),
    "CFItemType": ("item type",),
    "license": ("licence",),
    "subject": (),
    "statusStartDate": (),
    "statusEndDate": (),
    "lastChangeDateTime": (),
    "parent": ("Is Child Of", "Parent Identifier"),
    **dict.fromkeys(ASSOCIATIONS, ()),
}
_DOCUMENT: Final = (
    *("identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher"),
    *("description", "subject", "language", "version", "adoptionStatus", "statusStartDate"),
    *("statusEndDate", "licenseTitle", "licenseText", "notes"),
)
_ASSOCIATION: Final = (
    *("identifier", "originNodeURI", "originNodeIdentifier", "originNodeHumanCodingScheme"),
    *("associationType", "destinationNodeURI", "destinationNodeIdentifier"),
    *("destinationNodeHumanCodingScheme", "associationGroupIdentifier", "associationGroupName"),
    *("sequenceNumber", "notes"),
)
ITEM_FIELDS: Final = {
    simplified(spelling): name for name, others in _ITEM.items() for spelling in (name, *others)
}
DOCUMENT_FIELDS: Final = {simplified(name): name for name in _DOCUMENT}
ASSOCIATION_FIELDS: Final = {simplified(name): name for name in _ASSOCIATION}

_TYPES: Final = {
    **{name.casefold(): name for name in ("isChildOf", *ASSOCIATIONS)},
    "isexactmatchof": EXACT_MATCH_OF,
    "isreplacedby": "replacedBy",
    "relatedto": IS_RELATED_TO,
    **{simplified(type.removeprefix("ext:")): type for type in EXTENSION_TYPES},
    "exactmatch": EXACT_MATCH_OF,
}
_INVERSES: Final = {
    "isparentof": "isChildOf",
    "matchedfrom": EXACT_MATCH_OF,
    "relatedfrom": IS_RELATED_TO,
    "haspart": "isPartOf",
    "replaces": "replacedBy",
    "haspredecessor": "precedes",
    "skilllevelfor": "hasSkillLevel",
    "peerof": "isPeerOf",
    "exemplarfor": "exemplar",
}
"""The labels that OpenSALT shows at the other end."""


def association_type(text: str) -> tuple[str, bool]:
    """Return the type of CASE that ``text`` means, and whether the ends change places."""
    name = text.removeprefix("ext:")
    word = simplified(name)
    if word in _TYPES:
        return _TYPES[word], False
    if word in _INVERSES:
        return _INVERSES[word], True
    if not word:
        return IS_RELATED_TO, False
    return "ext:" + "".join(c if c.isalnum() or c in ".-" else "_" for c in name), False


def mapping_of(type: str) -> URIRef:
    """Return the predicate between statements of different frameworks."""
    return PREDICATES.get(type) or CASE[type]


def relation_of(type: str) -> URIRef:
    """Return the property between statements of one framework."""
    return SKOS.related if type == IS_RELATED_TO else CASE[type]
