"""Prefixes and a JSON-LD context to the short names of IRIs in each kind of document.

It is computed once for all documents of a publication, which share most of their IRIs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML_LETTER: Final = "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131"
XML_NAME: Final = re.compile(f"[{XML_LETTER}][{XML_LETTER}0-9.-]*")
NOT_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML document can hold (XML 1.0 §2.2, ``Char``)."""
"""Names that XML 1.0 knows in every edition; parsers differ about later ones."""


@dataclass(frozen=True)
class Naming:
    """What is declared in documents where it is used."""

    prefixes: Mapping[str, str] = field(default_factory=dict)
    context: Context = field(default_factory=Context)

    @cached_property
    def turtle(self) -> PrefixedNames:
        """The names of Turtle and TriG."""
        return PrefixedNames(self._plain_prefixes)

    @cached_property
    def xml(self) -> PrefixedNames:
        """The names of RDF/XML."""
        return PrefixedNames({**self._plain_prefixes, "rdf": RDF}, XML_NAME)

    @cached_property
    def json(self) -> PrefixedNames:
        """The names of JSON-LD: the context's own prefixes come first."""
        return PrefixedNames({**self._beside_context, **self.context.prefixes})

    @cached_property
    def schemes(self) -> frozenset[str]:
        """What would be read as a prefix in JSON-LD."""
        return frozenset({*self.context.definitions, *self._beside_context})

    @cached_property
    def _plain_prefixes(self) -> dict[str, str]:
        """The prefixes without terms of rdflib, which do not equal plain strings."""
        return {str(prefix): str(namespace) for prefix, namespace in self.prefixes.items()}

    @cached_property
    def _beside_context(self) -> dict[str, str]:
        namespaces = set(self.context.prefixes.values())
        return {
            prefix: namespace
            for prefix, namespace in self._plain_prefixes.items()
            if prefix not in self.context.definitions and namespace not in namespaces
        }
