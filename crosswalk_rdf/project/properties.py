"""Properties that the model has no name for, as columns of a table or keys of a TOML file.

A column or key names the property and says what its values are: ``skos:altLabel@en`` (text in a
language), ``dcterms:modified^^xsd:dateTime`` (a typed literal), ``skos:note`` (plain text), or
``<https://example.org/term>`` for a property of no known prefix. A cell holds the values with
pipes between, as SSSOM writes them; a value in angle brackets is an IRI: ``<https://…>``. A
backslash before a value says that it is text all the same, and alone that it is an empty one.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.tsv.multi_valued import join_values, split_values
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.model.lexical import is_iri, is_language_tag
from crosswalk_rdf.namespaces import PREFIXES

_COLUMN_HEADING: Final = re.compile(
    r"(?P<property><[^<>]*>|[A-Za-z][\w-]*:[\w.-]+)"
    r"(?:@(?P<language>[\w-]+)|\^\^(?P<datatype><[^<>]*>|[A-Za-z][\w-]*:[\w.-]+))?"
)
_LOCAL: Final = re.compile(r"[\w.-]+")


def is_heading(text: str) -> bool:
    """Return whether ``text`` has the form of a column for a property."""
    return bool(_COLUMN_HEADING.fullmatch(text))


class Heading:
    """The head of a column, or the key of a TOML file, for the values of one property."""

    def __init__(self, text: str, *, lenient: bool = False) -> None:
        """Read ``text``; if ``lenient``, its language need not be well-formed."""
        match = _COLUMN_HEADING.fullmatch(text)
        self.fault = "" if match else f"{text!r} names no property: write one as skos:note@en"
        self._language: str | None = match["language"] if match else None
        self._property = self._iri(match["property"]) if match else URIRef("")
        datatype = match["datatype"] if match else None
        self._datatype = self._iri(datatype) if datatype else None
        if self._language and not lenient and not is_language_tag(self._language):
            self.fault = f"{text!r}: {self._language!r} is no language tag: write one such as 'en'"

    def _iri(self, name: str) -> URIRef:
        if name.startswith("<"):
            if not is_iri(name[1:-1]):
                self.fault = f"{name} is no IRI: write one such as <https://example.org/term>"
            return URIRef(name[1:-1])
        prefix, _, local = name.partition(":")
        if prefix not in PREFIXES:
            prefixes = ", ".join(PREFIXES)
            self.fault = (
                f"unknown prefix {prefix!r}: use one of {prefixes}, or the IRI as <https://…>"
            )
        return URIRef(PREFIXES.get(prefix, "") + local)

    def value(self, text: str) -> PropertyValue | str:
        """Return one value that ``text`` gives, or what is wrong with it, as a sentence."""
        if text.startswith("<") and text.endswith(">"):
            if not is_iri(text[1:-1]):
                return f"{text} is no IRI: write one such as <https://example.org/x>"
            return PropertyValue(self._property, URIRef(text[1:-1]))
        plain = text[1:] if text == "\\" or text.startswith(("\\<", "\\\\")) else text
        literal = Literal(plain, lang=self._language, datatype=self._datatype, normalize=False)
        return PropertyValue(self._property, literal)

    def values(self, cell: str) -> tuple[list[PropertyValue], list[str]]:
        """Return the values in ``cell``, and what is wrong with those that are none."""
        results = [self.value(text) for text in split_values(cell)] if cell else []
        return (
            [value for value in results if isinstance(value, PropertyValue)],
            [fault for fault in results if isinstance(fault, str)],
        )


def heading(value: PropertyValue) -> str:
    """Return the column, or key, that ``value`` stands under."""
    term = value.value
    name = _name(value.property)
    if isinstance(term, URIRef):
        return name
    if term.language:
        return f"{name}@{term.language}"
    return f"{name}^^{_name(term.datatype)}" if term.datatype else name


def text(value: PropertyValue) -> str:
    """Return ``value`` as it stands in a list or, joined with others, in a cell."""
    term = value.value
    if isinstance(term, URIRef):
        return f"<{term}>"
    plain = str(term)
    needs_escape = plain in ("", "\\") or plain.startswith(("<", "\\<", "\\\\"))
    return f"\\{plain}" if needs_escape else plain


def cell(values: Iterable[PropertyValue]) -> str:
    """Return ``values``, all of one heading, as one cell."""
    return join_values(text(value) for value in values)


def headings(owners: Iterable[Sequence[PropertyValue]]) -> list[str]:
    """Return the headings that the values of all ``owners`` need, sorted."""
    return sorted({heading(value) for values in owners for value in values})


def by_heading(values: Sequence[PropertyValue]) -> dict[str, list[PropertyValue]]:
    """Return ``values`` by heading, the headings sorted."""
    groups: dict[str, list[PropertyValue]] = {}
    for value in values:
        groups.setdefault(heading(value), []).append(value)
    return dict(sorted(groups.items()))


def _name(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"
