"""Names in a document to IRIs: prefixes and terms of the published contexts, and of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.formats.ctdl_asn.terms import CTDL_PREFIXES, IRI_TERMS, PREFIXES
from crosswalk_rdf.formats.shared.asn_model.rdf_nodes import meant
from crosswalk_rdf.model.lexical import has_scheme


@dataclass(slots=True)
class Names:
    """What names mean in one document."""

    prefixes: Mapping[str, str]
    aliases: Mapping[str, str]
    """Terms of the document's own context, and their meaning."""
    iri_terms: frozenset[URIRef]
    vocabulary: str = ""
    language: str = ""
    _expansions: dict[str, URIRef | None] = field(default_factory=dict)

    def property(self, key: str) -> URIRef | None:
        """Return the property that ``key`` names; None if it names none."""
        named = self.aliases.get(key, key)
        if ":" not in named and self.vocabulary:
            named = self.vocabulary + named
        return self.iri(named)

    def keyword(self, key: str) -> str:
        """Return ``key``, or the keyword (``@id``) for which it is an alias."""
        return self.aliases.get(key, key) if not key.startswith("@") else key

    def iri(self, text: str) -> URIRef | None:
        """Return the IRI that ``text`` is, or is a compact form of; None if it is neither."""
        if text not in self._expansions:
            self._expansions[text] = self._iri(text)
        return self._expansions[text]

    def _iri(self, text: str) -> URIRef | None:
        prefix, colon, rest = text.partition(":")
        if colon and not rest.startswith("//") and prefix in self.prefixes:
            text = self.prefixes[prefix] + rest
        if not has_scheme(text):
            return None
        text = meant(text)
        try:
            ox.NamedNode(text)
        except ValueError:
            return None
        return URIRef(text)


def names_of(contexts: Sequence[object]) -> Names:
    """Return what names mean under ``contexts``; of those that are only named, the published ones.

    Nothing is fetched. JSON-LD 1.1 §4.1: an object maps terms to IRIs, or to definitions.
    """
    names = Names({**CTDL_PREFIXES, **PREFIXES}, {}, IRI_TERMS)
    prefixes, aliases = dict(names.prefixes), {"id": "@id", "type": "@type"}
    definitions: list[tuple[str, Any]] = []
    for context in contexts:
        for one in context if isinstance(context, list) else [context]:
            if isinstance(one, dict):
                definitions.extend(one.items())
    coerced: list[str] = []
    for term, definition in definitions:
        meaning = definition.get("@id", term) if isinstance(definition, dict) else definition
        if term == "@vocab" and isinstance(definition, str):
            names.vocabulary = definition
        elif term == "@language" and isinstance(definition, str):
            names.language = definition
        elif isinstance(meaning, str) and not term.startswith("@"):
            aliases[term] = meaning
            if meaning.endswith(("/", "#", ":", "_")):
                prefixes[term] = meaning
            if isinstance(definition, dict) and definition.get("@type") in ("@id", "@vocab"):
                coerced.append(term)
    aliases = {term: meaning for term, meaning in aliases.items() if term != meaning}
    named = Names(prefixes, aliases, IRI_TERMS, names.vocabulary, names.language)
    further = {iri for term in coerced if (iri := named.property(term))}
    named.iri_terms = IRI_TERMS | further
    return named
