"""A node that describes a competency, a concept or a level to a statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.hierarchy import Hierarchy
from crosswalk_rdf.formats.shared.asn_model.identifiers import Uuids
from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining, Value
from crosswalk_rdf.formats.shared.asn_model.texts import in_language, language_of, others
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    ALIGNING,
    LABELS,
    LANGUAGES,
    NOTATIONS,
    TEXTS,
)
from crosswalk_rdf.model import Origin, PropertyValue, Statement, local_name, unnamed_iri
from crosswalk_rdf.namespaces import CEASN, CETERMS

_LAST: Final = 1_000_000_000
"""The rank of a child that its parent does not list: behind those that it lists."""


_PUBLICATION_STATUS_TYPE: Final = CEASN.publicationStatusType
_IS_REPLACED_BY: Final = DCTERMS.isReplacedBy
_SUPERSEDED_BY: Final = CETERMS.supersededBy
_ALT_CODED_NOTATION: Final = CEASN.altCodedNotation
_LANGUAGE: Final = DCTERMS.language
_IS_PART_OF: Final = CEASN.isPartOf
_IS_TOP_CHILD_OF: Final = CEASN.isTopChildOf
_IS_CHILD_OF: Final = CEASN.isChildOf
_HAS_CHILD: Final = CEASN.hasChild
_ALIGN_FROM: Final = CEASN.alignFrom
_ALIGN_TO: Final = CEASN.alignTo
_RELATED: Final = SKOS.related
_CODED_NOTATION: Final = CEASN.codedNotation
_DEFINITION: Final = SKOS.definition
_PREF_LABEL: Final = SKOS.prefLabel
_COMPETENCY_CATEGORY: Final = CEASN.competencyCategory
_TYPE: Final = DCTERMS.type
_COMPETENCY: Final = CEASN.Competency


@dataclass(slots=True)
class StatementReader:
    """What the statements of one framework have in common while they are read."""

    framework: URIRef
    language: str
    hierarchy: Hierarchy
    uuids: Uuids
    report: Report
    file: str
    kinds: dict[URIRef, Literal] = field(default_factory=dict)
    """Kinds that were seen, and what they are called."""
    relations: list[tuple[Node, URIRef, URIRef]] = field(default_factory=list)
    """What was said of statements elsewhere: the node, the property, and the other end."""

    def statement(self, node: Node, number: int) -> Statement:
        """Return the statement that ``node`` describes, the ``number``-th of the document."""
        remaining = Remaining(node)
        parents = self._parents(node, remaining)
        self._take_relations(node, remaining)
        language, languages = language_of(remaining.take(*LANGUAGES))
        label, text, further = self._texts(node, remaining, language or self.language)
        deprecated = remaining.take_where(_PUBLICATION_STATUS_TYPE, _is_deprecated)
        replaced_by = remaining.take_iris(_IS_REPLACED_BY, _SUPERSEDED_BY)
        remaining.give_back(_IS_REPLACED_BY, replaced_by[1:])
        notations = remaining.take(*NOTATIONS)
        remaining.give_back(_ALT_CODED_NOTATION, notations[1:])
        tags = [tag for tag in (language, *map(str, languages)) if self._is_news(tag, text)]
        return Statement(
            iri=node.iri,
            uuid=self.uuids.take(node, remaining),
            kind=self._kind(remaining),
            notation=str(notations[0]) if notations else "",
            text=text,
            label=label,
            broader=parents[0] if parents else None,
            also_broader=tuple(parents[1:]),
            position=self._rank(node, parents, number),
            deprecated=bool(deprecated),
            replaced_by=replaced_by[0] if replaced_by else None,
            properties=(*further, *others(_LANGUAGE, map(Literal, tags)), *remaining.properties()),
            origin=Origin(self.file, 0),
        )

    def _parents(self, node: Node, remaining: Remaining) -> list[URIRef]:
        """Read the hierarchy; relations that lead out of the framework remain."""
        above = self.hierarchy.above(node.iri)
        framework_of, places = self.hierarchy.framework_of, {*above, self.framework}
        remaining.take_where(_IS_PART_OF, lambda value: value == self.framework)
        remaining.take_where(_IS_TOP_CHILD_OF, lambda value: value == self.framework)
        remaining.take_where(_IS_CHILD_OF, lambda value: value in places)
        remaining.take_where(
            _HAS_CHILD,
            lambda value: isinstance(value, URIRef) and framework_of.get(value) == self.framework,
        )
        if above and self.hierarchy.tops.get(node.iri) == self.framework:
            why = "it has a parent too: it is read under that"
            self.report.add(node.place, Action.REPAIRED, f"isTopChildOf {self.framework}", why)
        for property in (_IS_PART_OF, _IS_TOP_CHILD_OF, _IS_CHILD_OF, _HAS_CHILD):
            for value in remaining.values(property):
                why = "outside this framework or not in the document: kept as a property"
                self.report.add(node.place, Action.KEPT, f"{local_name(property)} {value}", why)
        return above

    def _take_relations(self, node: Node, remaining: Remaining) -> None:
        framework_of, frameworks = self.hierarchy.framework_of, self.hierarchy.frameworks

        def elsewhere(value: Value) -> bool:
            is_other_iri = isinstance(value, URIRef) and value not in frameworks
            return is_other_iri and framework_of.get(URIRef(value)) != self.framework

        for property in node.properties:
            if property in ALIGNING or property == _ALIGN_FROM:
                for value in remaining.take_where(property, elsewhere):
                    self.relations.append((node, property, URIRef(value)))
        within = remaining.take_where(_ALIGN_TO, lambda value: value not in frameworks)
        remaining.give_back(_RELATED, within)

    def _texts(
        self, node: Node, remaining: Remaining, language: str
    ) -> tuple[Literal | None, Literal, list[PropertyValue]]:
        """Return the label, the text, and both in other languages."""
        text, texts = in_language(remaining.take(*TEXTS), language)
        label, labels = in_language(remaining.take(*LABELS), language)
        if text is None and label is not None:
            text, texts, label, labels = label, labels, None, []
        if text is None:
            text = Literal(str(next(iter(node.properties.get(_CODED_NOTATION, ())), "")))
            text = text if str(text).strip() else Literal(local_name(node.iri))
            why = f"has no text: {str(text)!r} stands for it"
            self.report.add(node.place, Action.REPAIRED, str(node.iri), why)
        further = _DEFINITION if label else _PREF_LABEL
        return label, text, [*others(further, texts), *others(_PREF_LABEL, labels)]

    def _kind(self, remaining: Remaining) -> URIRef:
        categories = remaining.take(_COMPETENCY_CATEGORY)
        label, further = in_language(categories, self.language)
        types = remaining.take_iris(_TYPE)
        remaining.give_back(_COMPETENCY_CATEGORY, further)
        remaining.give_back(_TYPE, types[1:])
        if types:
            self.kinds.setdefault(types[0], label or Literal(local_name(types[0])))
            return types[0]
        if label is None:
            return _COMPETENCY
        kind = unnamed_iri(self.framework, f"kind {label}")
        self.kinds.setdefault(kind, label)
        return kind

    def _rank(self, node: Node, parents: Sequence[URIRef], number: int) -> int:
        place = parents[0] if parents else self.framework
        return self.hierarchy.ranks.get((place, node.iri), _LAST + number)

    def _is_news(self, tag: str, text: Literal) -> bool:
        """Return whether ``tag`` is not the language of the text or of the framework."""
        tags = {"", (text.language or "").lower(), self.language.lower()}
        return tag.lower() not in tags | {each.split("-")[0] for each in tags}


def _is_deprecated(value: Value) -> bool:
    return local_name(str(value)).rsplit(":", 1)[-1].lower() == "deprecated"
