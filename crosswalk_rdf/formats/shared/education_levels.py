"""Education levels in the words of CASE, and as concepts of the ASN.

CASE recommends the codes of CEDS (*Grade Level*: ``KG``, ``01`` … ``12``, ``PK``); ASN and
CTDL-ASN have concepts (http://purl.org/ASN/scheme/ASNEducationLevel/). A code that has no concept
stays a text, and a concept that has no code its IRI.
"""

from collections.abc import Mapping
from typing import Final

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CASE, CEASN

_SCHEME: Final = "http://purl.org/ASN/scheme/ASNEducationLevel/"
_SPELLINGS: Final = (
    _SCHEME,
    "https://purl.org/ASN/scheme/ASNEducationLevel/",
    "http://purl.org/asn/scheme/ASNEducationLevel/",
    "https://purl.org/asn/scheme/ASNEducationLevel/",
)
_LEVELS: Final[Mapping[str, str]] = {
    "PK": "Pre-K",
    "KG": "K",
    **{f"{grade:02}": str(grade) for grade in range(1, 13)},
    "AE": "AdultEducation",
}
_CODES: Final = {name: code for code, name in _LEVELS.items()}

AS_TEXT: Final = CASE.educationLevel
"""The property of the codes, which are texts."""
_AS_CONCEPT: Final = (CEASN.educationLevelType, DCTERMS.educationLevel)


def education_level(value: PropertyValue) -> str:
    """Return the level that ``value`` states in the words of CASE; "" where it states none.

    A concept that CEDS has no code for is its IRI.
    """
    if value.property == AS_TEXT and isinstance(value.value, Literal):
        return str(value.value)
    if value.property not in _AS_CONCEPT:
        return ""
    text = str(value.value)
    space = next((each for each in _SPELLINGS if text.startswith(each)), "")
    return _CODES.get(text[len(space) :], text) if space else text


def level_concept(value: PropertyValue) -> PropertyValue:
    """Return ``value`` as the concept of the code that it is; as it is where there is none."""
    name = _LEVELS.get(str(value.value)) if value.property == AS_TEXT else None
    if name is None:
        return value
    return PropertyValue(CEASN.educationLevelType, URIRef(_SCHEME + name))
