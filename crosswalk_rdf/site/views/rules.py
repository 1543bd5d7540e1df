"""The rules of inference as a page: what follows from what, and how much did."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.inference.rules import Rule
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.site.views.references import Reference, References

_SKOS: Final = "https://www.w3.org/TR/skos-reference/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """One rule."""

    name: str
    summary: str
    clauses: Sequence[Reference]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleGroup:
    """The rules of one origin, in the order in which they are asked."""

    anchor: str
    title: str
    rules: Sequence[RuleView]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    """All rules, and what they made."""

    reasoner: str
    """``rules`` or ``owlrl``: what drew the conclusions."""
    groups: Sequence[RuleGroup]
    conclusions: Sequence[tuple[Reference, int]]
    """The number of inferred triples with each property, the most frequent first."""

    @property
    def count(self) -> int:
        """The number of rules."""
        return sum(len(group.rules) for group in self.groups)

    @property
    def triples(self) -> int:
        """The number of triples that were inferred."""
        return sum(count for _, count in self.conclusions)


def rules_view(
    rules: Iterable[Rule], store: ox.Store, references: References, reasoner: str
) -> RulesView:
    """Return ``rules``, those of SKOS before those of our own, and what ``store`` has of them."""
    graph = ox.NamedNode(graph_iri(references.base, "inferred"))
    quads = store.quads_for_pattern(None, None, None, graph)
    counts = Counter(quad.predicate.value for quad in quads)
    by_count = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return RulesView(
        reasoner=reasoner,
        groups=_groups(rules, references),
        conclusions=[(references.reference(iri), count) for iri, count in by_count],
    )


def _groups(rules: Iterable[Rule], references: References) -> list[RuleGroup]:
    sorted_rules = sorted(rules, key=lambda rule: (not _is_of_skos(rule), rule.name))
    groups = []
    for of_skos, group in groupby(sorted_rules, key=_is_of_skos):
        anchor, title = ("skos", "Rules of SKOS") if of_skos else ("own", "Rules of our own")
        views = [
            RuleView(
                name=rule.name,
                summary=rule.summary,
                clauses=[references.reference(clause) for clause in rule.clauses],
                text=rule.text,
            )
            for rule in group
        ]
        groups.append(RuleGroup(anchor=anchor, title=title, rules=views))
    return groups


def _is_of_skos(rule: Rule) -> bool:
    return any(clause.startswith(_SKOS) for clause in rule.clauses)
