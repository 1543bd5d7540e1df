"""Matches that follow by SKOS alone: pairs of statements that no record names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE, MAPPING_PREDICATES
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.site.views.assembly import Assembly
from crosswalk_rdf.site.views.frameworks import StatementView


@dataclass(frozen=True, slots=True)
class EntailedMatch:
    """What a statement matches, by a chain of others (SKOS S42, S45)."""

    other: StatementView
    relation: str
    """The label of the relation: ``exact match``."""


def entailed_matches(assembly: Assembly, store: ox.Store) -> dict[str, list[EntailedMatch]]:
    """Return, by the IRI of each statement, what it matches without a record that claims it."""
    graph = ox.NamedNode(graph_iri(assembly.base, "inferred"))
    claims = (a for a in assembly.alignments.values() if not a.is_denial)
    claimed_pairs = {frozenset((claim.subject.iri, claim.object.iri)) for claim in claims}
    matches: dict[str, list[EntailedMatch]] = {}
    reported: set[tuple[str, str]] = set()
    for predicate in MAPPING_PREDICATES:
        if predicate.iri == DEFAULT_PREDICATE:
            continue  # it is symmetric and implies nothing of further pairs
        quads = store.quads_for_pattern(None, ox.NamedNode(str(predicate.iri)), None, graph)
        for pair in sorted(_pairs(quads)):
            if frozenset(pair) not in claimed_pairs and pair not in reported and pair[0] != pair[1]:
                reported.add(pair)
                subject, other = (assembly.statements.get(iri) for iri in pair)
                if subject and other:
                    match = EntailedMatch(other, predicate.label)
                    matches.setdefault(subject.iri, []).append(match)
    return matches


def _pairs(quads: Iterable[ox.Quad]) -> Iterator[tuple[str, str]]:
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield quad.subject.value, quad.object.value
