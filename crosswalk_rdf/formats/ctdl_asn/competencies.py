"""Statements to competencies (``ceasn:Competency``)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.alignment_terms import Statements
from crosswalk_rdf.formats.ctdl_asn.json_ld import (
    language_map,
    reference,
    unique_strings,
    value_object,
)
from crosswalk_rdf.formats.ctdl_asn.properties import Describer, merge
from crosswalk_rdf.formats.shared.asn_model.texts import UNDETERMINED
from crosswalk_rdf.model import (
    Framework,
    PropertyValue,
    Statement,
    derived_uuid,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CEASN, CETERMS

DEPRECATED: Final = "publicationStatus:Deprecated"
_IN_FIELDS: Final = frozenset({SKOS.prefLabel, SKOS.definition, DCTERMS.language, CETERMS.ctid})
"""Properties that have a place beside the model's own fields."""
_LANGUAGE: Final = DCTERMS.language
_COMPETENCY: Final = CEASN.Competency
_PREF_LABEL: Final = SKOS.prefLabel
_DEFINITION: Final = SKOS.definition
_ALT_LABEL: Final = SKOS.altLabel
_RELATED: Final = SKOS.related


def ctid(uuid: str, iri: URIRef) -> str:
    """Return the CTID (https://credreg.net/ctdl/ctid) of what has ``uuid``, or else ``iri``."""
    return f"ce-{uuid or derived_uuid(str(iri), '')}"


def languages(text: Literal, language: str, properties: Sequence[PropertyValue]) -> list[str]:
    """Return the languages of something: that of its text, and those stated in addition."""
    tags = [str(each.value) for each in properties if each.property == _LANGUAGE]
    return unique_strings([text.language or language or UNDETERMINED, *tags])


@dataclass(slots=True)
class CompetencyWriter:
    """Writes the statements of one framework."""

    framework: Framework
    stated: Statements
    describer: Describer

    def nodes(self) -> list[dict[str, Any]]:
        """Return a node object for each statement, in their order."""
        iris = frozenset(s.iri for s in self.framework.statements)
        children = children_of(self.framework.statements, iris)
        labels = {level.kind: level.label for level in self.framework.levels}
        return [
            self._node(statement, iris, children.get(statement.iri, ()), labels)
            for statement in self.framework.statements
        ]

    def _node(
        self,
        statement: Statement,
        iris: frozenset[URIRef],
        children: Sequence[URIRef],
        labels: Mapping[URIRef, Literal],
    ) -> dict[str, Any]:
        label, text, again = _texts(statement)
        further = [_within(p, iris) for p in statement.properties if p.property not in _IN_FIELDS]
        entries = {
            "@id": str(statement.iri),
            "@type": "ceasn:Competency",
            "ceterms:ctid": ctid(statement.uuid, statement.iri),
            "ceasn:isPartOf": [str(self.framework.iri)],
            **self._place(statement, iris, children),
            **({"ceasn:codedNotation": statement.notation} if statement.notation else {}),
            **({"ceasn:competencyLabel": label} if label else {}),
            "ceasn:competencyText": text,
            **self._kind(statement, labels),
            "ceasn:inLanguage": languages(
                statement.text, self.framework.language, statement.properties
            ),
            **_status(statement),
        }
        for term, ends in self.stated.by_statement.get(statement.iri, {}).items():
            entries[term] = list(ends)
        description = self.describer.describe(str(statement.iri), [*again, *further])
        return merge(entries, description)

    def _place(
        self, statement: Statement, iris: frozenset[URIRef], children: Sequence[URIRef]
    ) -> dict[str, Any]:
        parents = [p for p in (statement.broader, *statement.also_broader) if p]
        entries: dict[str, Any] = {}
        if statement.broader not in iris:
            entries["ceasn:isTopChildOf"] = [str(self.framework.iri)]
        if parents:
            entries["ceasn:isChildOf"] = unique_strings(parents)
        if children:
            entries["ceasn:hasChild"] = unique_strings(children)
        return entries

    def _kind(self, statement: Statement, labels: Mapping[URIRef, Literal]) -> dict[str, Any]:
        """Return the kind by its name, and by its IRI where that does not follow from the name."""
        if statement.kind == _COMPETENCY:
            return {}
        label = labels.get(statement.kind)
        entries: dict[str, Any] = {}
        if label:
            entries["ceasn:competencyCategory"] = [value_object(label)]
        if statement.kind != unnamed_iri(self.framework.iri, f"kind {label}"):
            entries["dct:type"] = [reference(statement.kind)]
        return entries


def children_of(
    statements: Sequence[Statement], iris: frozenset[URIRef]
) -> dict[URIRef | None, list[URIRef]]:
    """Return the children of each statement, in their order; under None those at the top."""
    children: dict[URIRef | None, list[URIRef]] = {}
    for statement in sorted(statements, key=lambda s: s.position):
        parent = statement.broader if statement.broader in iris else None
        children.setdefault(parent, []).append(statement.iri)
    for statement in statements:
        for parent in statement.also_broader:
            children.setdefault(parent, []).append(statement.iri)
    return children


def _within(each: PropertyValue, iris: frozenset[URIRef]) -> PropertyValue:
    """Return ``each``; what is related and outside, and would be read as aligned, as a relation."""
    if each.property == _RELATED and each.value not in iris:
        return PropertyValue(DCTERMS.relation, each.value)
    return each


def _texts(
    statement: Statement,
) -> tuple[dict[str, str], dict[str, str], list[PropertyValue]]:
    """Return label and text by language, and further texts in the same languages."""
    labels = _literals(statement, _PREF_LABEL)
    texts = _literals(statement, _DEFINITION)
    if statement.label is None:
        texts, labels = [*labels, *texts], []
    text, again = language_map([statement.text, *texts])
    label, others = language_map([statement.label, *labels] if statement.label else [])
    further = [(_ALT_LABEL, each) for each in (*again, *others)]
    return label, text, [PropertyValue(property, value) for property, value in further]


def _literals(statement: Statement, property: URIRef) -> list[Literal]:
    return [
        each.value
        for each in statement.properties
        if each.property == property and isinstance(each.value, Literal)
    ]


def _status(statement: Statement) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    if statement.deprecated:
        entries["ceasn:publicationStatusType"] = [DEPRECATED]
    if statement.replaced_by:
        entries["dct:isReplacedBy"] = [reference(statement.replaced_by)]
    return entries
