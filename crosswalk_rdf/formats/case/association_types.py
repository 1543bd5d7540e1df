"""Types of association to predicates and back (CASE 1.1, information model §7.4.1).

Between statements of different frameworks an association is a SKOS mapping relation where there
is one; inside a framework it is a relation of ``case:``, except the plain ``skos:related``.
"""

import re
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.case.classes import ASSOCIATION_TYPES
from crosswalk_rdf.formats.case.lexical import EXTENSION_TYPE
from crosswalk_rdf.formats.shared.association_types import (
    EXACT_MATCH_OF,
    IS_RELATED_TO,
    PREDICATES,
    TYPES,
)
from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import CASE

IS_CHILD_OF: Final = "isChildOf"
REPLACED_BY: Final = "replacedBy"

_INVERSES: Final = {"isparentof": IS_CHILD_OF}
"""Types that are those of CASE read from the other end; the JSON-LD of CASE 1.0 has this one."""
_SPELLINGS: Final = {
    **{type.lower(): type for type in ASSOCIATION_TYPES},
    "exactmatch": EXACT_MATCH_OF,
    "isexactmatchof": EXACT_MATCH_OF,
    "relatedto": IS_RELATED_TO,
    "isreplacedby": REPLACED_BY,
}


def association_type(text: str) -> tuple[str, bool]:
    """Return the type of CASE 1.1 that ``text`` means, and whether the ends are swapped.

    Any other word becomes an ``ext:`` type; no word at all is ``isRelatedTo``, the default.
    """
    if text in ASSOCIATION_TYPES or EXTENSION_TYPE.fullmatch(text):
        return text, False
    letters = re.sub(r"[^a-z]", "", text.lower())
    if letters in _INVERSES:
        return _INVERSES[letters], True
    if letters in _SPELLINGS:
        return _SPELLINGS[letters], False
    return extension_type(text.removeprefix("ext:")) if letters else IS_RELATED_TO, False


def extension_type(text: str) -> str:
    """Return an ``ext:`` type made of ``text``."""
    return f"ext:{re.sub(r'[^a-zA-Z0-9._-]+', '_', text).strip('_-') or 'other'}"


def predicate_of(type: str) -> URIRef:
    """Return the predicate between statements of different frameworks."""
    return PREDICATES.get(type) or CASE[type]


def relation_of(type: str) -> URIRef:
    """Return the property between two statements of the same framework."""
    return SKOS.related if type == IS_RELATED_TO else CASE[type]


def type_of(predicate: URIRef) -> str:
    """Return the type of an alignment with ``predicate``; an ``ext:`` type for what CASE lacks."""
    return TYPES.get(predicate) or relation_type(predicate) or extension_type(local_name(predicate))


def relation_type(property: URIRef) -> str:
    """Return the type of a relation inside a framework; "" where ``property`` is none."""
    if property == SKOS.related:
        return IS_RELATED_TO
    name = property.removeprefix(str(CASE)) if property.startswith(CASE) else ""
    return name if name in ASSOCIATION_TYPES or EXTENSION_TYPE.fullmatch(name) else ""
