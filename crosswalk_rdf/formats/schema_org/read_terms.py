"""A ``DefinedTerm`` (or ``CategoryCode``) to a statement."""

from collections.abc import Iterator
from typing import Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.schema_org.nodes import Node
from crosswalk_rdf.formats.schema_org.unmapped_properties import further, note_no_texts, words
from crosswalk_rdf.formats.schema_org.values import references, strings, term_of, texts
from crosswalk_rdf.model import Origin, PropertyValue, Statement, local_name
from crosswalk_rdf.model.lexical import is_iri, uuid_of
from crosswalk_rdf.namespaces import CEASN, SCHEMA

TERM_TYPES: Final = frozenset({str(SCHEMA.DefinedTerm), str(SCHEMA.CategoryCode)})
IN_SET: Final = (str(SCHEMA.inDefinedTermSet), str(SCHEMA.inCodeSet))
BROADER: Final = str(SKOS.broader)

_TEXTS: Final = ("name", "description", "alternateName", "termCode", "codeValue")
_READ: Final = frozenset(
    {
        *IN_SET,
        BROADER,
        *(
            str(SCHEMA[name])
            for name in (
                "additionalType",
                "alternateName",
                "codeValue",
                "description",
                "identifier",
                "name",
                "position",
                "termCode",
            )
        ),
    }
)


def statement(
    node: Node, iri: str, number: int, parents: list[str], file: str, report: Report
) -> Statement:
    """Return the statement ``iri`` that ``node`` describes, the ``number``-th of its set."""
    codes = [*strings(node, "termCode"), *strings(node, "codeValue")]
    label = next((name for name in texts(node, "name") if name), None)
    text = _text(node, label, codes, iri, report)
    note_no_texts(node, _TEXTS, report)
    uuids = [each for each in map(uuid_of, strings(node, "identifier")) if each]
    kinds = [*references(node, str(SCHEMA.additionalType)), *_other_types(node)]
    return Statement(
        iri=URIRef(iri),
        uuid=uuids[0] if uuids else "",
        kind=URIRef(kinds[0]) if kinds else CEASN.Competency,
        notation=codes[0] if codes else "",
        text=text,
        label=None if label in (None, text) else label,
        broader=URIRef(parents[0]) if parents else None,
        also_broader=tuple(map(URIRef, parents[1:])),
        position=_position(node, number, report),
        properties=(
            *_texts_as_properties(node, label, text),
            *(PropertyValue(SCHEMA.termCode, Literal(code)) for code in codes[1:]),
            *(PropertyValue(SCHEMA.additionalType, URIRef(kind)) for kind in kinds[1:]),
            *_identifiers(node, uuids[:1]),
            *words(node, [str(SCHEMA.additionalType)]),
            *further(node, _READ, report),
        ),
        origin=Origin(file, 0),
    )


def _text(node: Node, label: Literal | None, codes: list[str], iri: str, report: Report) -> Literal:
    """Return the first description, else the ``label``, else the code or the end of ``iri``."""
    text = next((each for each in texts(node, "description") if each), None) or label
    if text is None:
        text = Literal(codes[0] if codes else local_name(iri) or iri)
        report.add(node.place, Action.REPAIRED, "no name", f"text is asked for: {text}")
    return text


def _texts_as_properties(
    node: Node, label: Literal | None, text: Literal
) -> Iterator[PropertyValue]:
    """Yield the names and descriptions beside ``label`` and ``text``."""
    for property, values in (
        (SKOS.prefLabel, _others(texts(node, "name"), label)),
        (SKOS.definition, _others(texts(node, "description"), text)),
        (SKOS.altLabel, texts(node, "alternateName")),
    ):
        yield from (PropertyValue(property, value) for value in values)


def _others(labels: list[Literal], used: Literal | None) -> list[Literal]:
    """Return ``labels`` without the first that is ``used``, and without what is empty."""
    rest = list(labels)
    if used in rest:
        rest.remove(used)
    return [text for text in rest if text]


def _identifiers(node: Node, used: list[str]) -> list[PropertyValue]:
    """Return the identifiers that are not UUIDs, or one too many."""
    identifiers: list[PropertyValue] = []
    for value, language, terms in node.values.get(str(SCHEMA.identifier), ()):
        if not (isinstance(value, str) and [uuid_of(value)] == used):
            identifiers.append(PropertyValue(SCHEMA.identifier, term_of(value, language, terms)))
    return identifiers


def _other_types(node: Node) -> list[str]:
    return [kind for kind in node.types if not kind.startswith(str(SCHEMA)) and is_iri(kind)]


def _position(node: Node, number: int, report: Report) -> int:
    for value, *_ in node.values.get(f"{SCHEMA}position", ()):
        text = str(value) if isinstance(value, int | str) else ""
        if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
        report.add(node.place, Action.IGNORED, f"position {text[:20]}", "it is no number")
    return number
