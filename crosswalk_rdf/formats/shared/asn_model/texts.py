"""Texts in several languages to the one that the model names, and the others beside it."""

from collections.abc import Iterable, Sequence
from typing import Final

from rdflib import RDF, XSD, Literal, URIRef

from crosswalk_rdf.formats.shared.asn_model.node import Value
from crosswalk_rdf.model import PropertyValue

UNDETERMINED: Final = "und"
"""The tag of a language that is not known (BCP 47)."""
_LANGUAGE_NAMES: Final = {"eng": "en", "spa": "es", "fra": "fr", "fre": "fr", "deu": "de"}
"""Codes of three letters (ISO 639-2) that ASN has in place of those of BCP 47."""


def language_of(values: Sequence[Value]) -> tuple[str, list[Value]]:
    """Return the first language named in ``values`` (a tag or its IRI), and the others."""
    if not values:
        return "", []
    first = values[0]
    code = str(first).rstrip("/").rsplit("/", 1)[-1] if isinstance(first, URIRef) else str(first)
    code = _LANGUAGE_NAMES.get(code, code)
    return ("" if code == UNDETERMINED else code), list(values[1:])


def in_language(values: Sequence[Value], language: str) -> tuple[Literal | None, list[Literal]]:
    """Return the text in ``language``, else the first there is, and the others.

    A tag fits that is the same, or else whose first part (``en`` of ``en-GB``) is.
    """
    texts = [as_text(value) for value in values]
    if not texts:
        return None, []
    main = min(texts, key=lambda text: _distance(text, language))
    index = texts.index(main)
    return main, [*texts[:index], *texts[index + 1 :]]


def as_text(value: Value) -> Literal:
    """Return ``value`` as text: without ``xsd:string``, an IRI as what it says."""
    if isinstance(value, Literal) and value.language:
        return value
    if isinstance(value, Literal) and value.datatype not in (None, XSD.string, RDF.langString):
        return Literal(str(value))
    return Literal(str(value))


def others(property: URIRef, texts: Iterable[Literal]) -> list[PropertyValue]:
    """Return ``texts`` as further values of ``property``."""
    return [PropertyValue(property, text) for text in texts]


def _distance(text: Literal, language: str) -> int:
    tag, preferred = (text.language or "").lower(), language.lower()
    if tag == preferred:
        return 0
    return 1 if tag and tag.split("-")[0] == preferred.split("-")[0] else 2
