"""Parse a JSON-LD 1.1 context for the writer.

Only what our own context uses is understood (JSON-LD 1.1 §4.1, §9.15): aliases of ``@id`` and
``@type``, prefixes, terms with ``@id``, ``@type``, ``@reverse``, and ``@container`` of ``@set`` or
``@language``. Anything else raises an error, because ignoring it would change the meaning of the
document.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.prefixed_names import is_prefix

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_KEYS: Final = {"@id", "@type", "@reverse", "@container"}
_KEYWORDS_WITH_ALIAS: Final = ("@id", "@type")
_NAMESPACE_ENDS: Final = (":", "/", "?", "#", "[", "]", "@")
_SCHEMES: Final = ("http", "https", "urn")


class ContextError(CrosswalkError):
    """A context that is not JSON, or uses a feature that the writer does not support."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the context, its IRIs written out in full."""

    name: str
    iri: str
    type: str | None = None
    """``@id``, ``@vocab`` or the IRI of a datatype: how a bare string or number is understood."""
    language_map: bool = False
    array: bool = False
    reverse: bool = False


@dataclass(frozen=True)
class Context:
    """The terms of a context, and each definition as it stands."""

    definitions: Mapping[str, Json] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace: simple terms whose IRI ends in a delimiter (JSON-LD 1.1 §9.15)."""
        return {
            name: iri
            for name, iri in self.definitions.items()
            if isinstance(iri, str) and iri.endswith(_NAMESPACE_ENDS) and is_prefix(name)
        }

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Keyword to its alias."""
        names = self.definitions.items()
        return {
            keyword: name
            for name, keyword in names
            if isinstance(keyword, str) and keyword in _KEYWORDS_WITH_ALIAS
        }

    @cached_property
    def forward(self) -> dict[str, Term]:
        """IRI of a property or class to its term."""
        return {term.iri: term for term in reversed(self.terms) if not term.reverse}

    @cached_property
    def inverse(self) -> dict[str, Term]:
        """IRI of a property to the term that goes against it."""
        return {term.iri: term for term in reversed(self.terms) if term.reverse}

    @cached_property
    def rank(self) -> dict[str, int]:
        """Name of a term to its place, which is the order of keys in a document."""
        return {name: place for place, name in enumerate(self.definitions)}

    @cached_property
    def definition_prefixes(self) -> dict[str, set[str]]:
        """Name of a term to the prefixes that its definition is written with."""
        return {
            name: _prefixes_in(d) & self.prefixes.keys() for name, d in self.definitions.items()
        }

    def inline(self, terms_in_use: set[str], prefixes: Mapping[str, str]) -> dict[str, Json]:
        """Return a context that holds what ``terms_in_use`` names and ``prefixes``, and no more."""
        names = sorted(terms_in_use & self.definitions.keys(), key=self.rank.__getitem__)
        definition_prefixes = {name for term in names for name in self.definition_prefixes[term]}
        namespaces = {name: self.prefixes[name] for name in definition_prefixes}
        version = {n: self.definitions[n] for n in ("@version",) if n in self.definitions}
        keywords = {name: keyword for keyword, name in self.aliases.items() if name in terms_in_use}
        terms = {name: self.definitions[name] for name in names if name not in keywords}
        return {**version, **keywords, **dict(sorted({**namespaces, **prefixes}.items())), **terms}


def parse_context(text: str) -> Context:
    """Return the context that ``text``, a JSON-LD document, holds under ``@context``.

    Raises ContextError that names the term at fault.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise ContextError(f"the context is no JSON: {error}") from error
    definitions = document.get("@context") if isinstance(document, dict) else None
    if not isinstance(definitions, dict):
        raise ContextError("the context is to be an object under '@context'")
    context = Context(definitions)
    return Context(definitions, tuple(_terms(context)))


def _terms(context: Context) -> list[Term]:
    names = [name for name in context.definitions if not name.startswith("@")]
    for name in names:
        if ":" in name or "/" in name or name in _SCHEMES:
            raise ContextError(f"context term {name!r}: a name without ':' and '/' is needed")
    special = {*context.prefixes, *context.aliases.values()}
    return [
        _term(name, context.definitions[name], context) for name in names if name not in special
    ]


def _term(name: str, definition: Json, context: Context) -> Term:
    entry = {"@id": definition} if isinstance(definition, str) else definition
    if not isinstance(entry, dict) or not entry.keys() <= _KEYS:
        raise ContextError(f"context term {name!r}: use {', '.join(sorted(_KEYS))} only")
    container = entry.get("@container")
    if container not in (None, "@set", "@language"):
        raise ContextError(f"context term {name!r}: '@container' is to be '@set' or '@language'")
    if ("@id" in entry) == ("@reverse" in entry):
        raise ContextError(f"context term {name!r}: give it either '@id' or '@reverse'")
    if container == "@language" and ("@type" in entry or "@reverse" in entry):
        raise ContextError(f"context term {name!r}: a language map has no '@type', '@reverse'")
    return Term(
        name=name,
        iri=_expand(name, entry.get("@id", entry.get("@reverse")), context),
        type=_coercion(name, entry.get("@type"), context),
        language_map=container == "@language",
        array=container == "@set",
        reverse="@reverse" in entry,
    )


def _coercion(name: str, kind: Json, context: Context) -> str | None:
    if kind is None or kind == "@id" or kind == "@vocab":
        return kind
    return _expand(name, kind, context)


def _expand(name: str, value: Json, context: Context) -> str:
    """Return the IRI that ``value`` stands for: ``skos:notation`` written out."""
    if not isinstance(value, str) or ":" not in value:
        raise ContextError(f"context term {name!r}: {value!r} is no IRI and no prefixed name")
    prefix, _, local = value.partition(":")
    return value if local.startswith("//") else context.prefixes.get(prefix, f"{prefix}:") + local


def _prefixes_in(definition: Json) -> set[str]:
    """Return the prefixes that ``definition`` is written with."""
    values = definition.values() if isinstance(definition, dict) else [definition]
    return {value.partition(":")[0] for value in values if isinstance(value, str)}
