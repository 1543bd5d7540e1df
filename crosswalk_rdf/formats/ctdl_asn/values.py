"""JSON-LD values to terms of RDF: value objects, language maps, strings by what their term asks."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, XSD, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.contexts import Names
from crosswalk_rdf.formats.ctdl_asn.json_ld import NO_LANGUAGE
from crosswalk_rdf.formats.ctdl_asn.terms import DATE_TERMS, LANGUAGE_TERMS
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Value
from crosswalk_rdf.model.lexical import date_type, is_iso_639_tag, is_language_tag

Describe = Callable[[Mapping[str, Any], str], URIRef | None]
"""Takes an object inside another for a node of its own, and returns its IRI; or does not."""


@dataclass(slots=True)
class Values:
    """What the values of one document mean."""

    names: Names
    ids: Mapping[str, URIRef]
    """The IRI used for an ``@id`` or a CTID that is not an IRI."""
    report: Report
    describe: Describe

    def of(self, property: URIRef, value: object, place: str) -> Iterator[Value]:
        """Yield the terms that ``value`` is as a value of ``property``."""
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from self.of(property, item, f"{place}/{number}")
        elif isinstance(value, dict):
            yield from self._object(property, value, place)
        elif value is None or value == "":
            what = "null" if value is None else "an empty string"
            self.report.add(place, Action.IGNORED, what, "says nothing")
        elif isinstance(value, str):
            yield self._string(property, value, place)
        else:
            yield _number(value)

    def _string(self, property: URIRef, text: str, place: str) -> Value:
        if property in self.names.iri_terms:
            iri = self._reference(text, place)
            if iri:
                return iri
            why = "an IRI is asked for: kept as text"
            self.report.add(place, Action.KEPT, repr(text[:80]), why)
        if property in DATE_TERMS:
            return date_literal(text)
        language = self.names.language if property in LANGUAGE_TERMS else ""
        return self._text(text, language, place)

    def _reference(self, text: str, place: str) -> URIRef | None:
        iri = self.ids.get(text)
        if iri and ":" not in text:
            self.report.add(place, Action.REPAIRED, repr(text), f"read as {iri}")
        return iri or self.names.iri(text)

    def _object(self, property: URIRef, value: Mapping[str, Any], place: str) -> Iterator[Value]:
        keys = {self.names.keyword(key) for key in value}
        if "@value" in value:
            yield from self._value_object(property, value, place)
        elif "@list" in value or "@set" in value:
            yield from self.of(property, value.get("@list", value.get("@set")), place)
        elif keys == {"@id"}:
            text = next(iter(value.values()))
            iri = self._reference(text, place) if isinstance(text, str) else None
            yield iri or self._json(value, place)
        elif property in LANGUAGE_TERMS or (keys and all(_is_language(key) for key in value)):
            for tag, texts in value.items():
                yield from self._in_language(tag, texts, f"{place}/{tag}")
        else:
            yield self.describe(value, place) or self._json(value, place)

    def _in_language(self, tag: str, value: object, place: str) -> Iterator[Value]:
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text:
                yield self._text(text, "" if tag == NO_LANGUAGE else tag, place)
            elif text is None or text == "":
                self.report.add(place, Action.IGNORED, json.dumps(text), "says nothing")
            else:
                self.report.add(place, Action.REPAIRED, json.dumps(text)[:80], "read as text")
                yield self._text(text if isinstance(text, str) else json.dumps(text), tag, place)

    def _value_object(
        self, property: URIRef, value: Mapping[str, Any], place: str
    ) -> Iterator[Value]:
        content, tag, kind = value["@value"], value.get("@language"), value.get("@type")
        if content is None:
            self.report.add(place, Action.IGNORED, "a null", "says nothing")
        elif isinstance(tag, str) and isinstance(content, str):
            yield self._text(content, tag, place)
        elif kind == "@json":
            yield self._json(content, place)
        elif isinstance(kind, str) and (datatype := self.names.iri(kind)):
            text = content if isinstance(content, str) else json.dumps(content)
            plain = datatype == XSD.string
            yield Literal(text) if plain else Literal(text, datatype=datatype, normalize=False)
        elif isinstance(content, dict | list):
            yield self._json(content, place)
        else:
            yield from self.of(property, content, place)

    def _text(self, text: str, tag: str, place: str) -> Literal:
        if tag and not is_language_tag(tag):
            mended = tag.replace("_", "-")
            usable = mended if is_language_tag(mended) else ""
            why = f"no language tag of BCP 47: read as {usable or 'no language'}"
            self.report.add(place, Action.REPAIRED, f"language {tag!r}", why)
            tag = usable
        return Literal(text, lang=tag or None)

    def _json(self, value: object, place: str) -> Literal:
        """Return ``value`` as JSON; as text, if it has numbers that JSON does not know."""
        try:
            text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        except ValueError:
            self.report.add(
                place, Action.KEPT, "NaN or Infinity", "no number of JSON: kept as text"
            )
            return Literal(json.dumps(value, ensure_ascii=False))
        return Literal(text, datatype=RDF.JSON, normalize=False)


def date_literal(text: str) -> Literal:
    """Return ``text`` with the datatype that its form has: year, month, day or moment."""
    return Literal(text, datatype=date_type(text), normalize=False)


def _number(value: object) -> Literal:
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)
    datatype = XSD.integer if isinstance(value, int) else XSD.double
    text = repr(value).replace("inf", "INF").replace("nan", "NaN")
    return Literal(text, datatype=datatype, normalize=False)


def _is_language(key: str) -> bool:
    return key == NO_LANGUAGE or is_iso_639_tag(key)
