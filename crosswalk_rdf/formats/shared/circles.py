"""Circles among the parents of statements: kept as they are asserted, left out of the tree."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.hierarchy import without_cycles
from crosswalk_rdf.model import PropertyValue, Statement


def in_a_tree(statements: Sequence[Statement], report: Report) -> tuple[Statement, ...]:
    """Return ``statements`` without circles among their parents, in the order they had.

    SKOS allows circles (SKOS Reference §8.6.8), a tree does not: the link that closes one is kept
    as ``skos:broader`` and ``skos:narrower`` among the properties, and reported with both ends.
    """
    rooted, cut = without_cycles(statements)
    if not cut:
        return rooted
    links: dict[URIRef, list[PropertyValue]] = {}
    for before, after in zip(statements, rooted, strict=True):
        left = _parents(after)
        for parent in _parents(before):
            if parent in left:
                continue
            why = "it closes a circle: kept as it is, and left out of the tree"
            report.add(str(before.iri), Action.KEPT, f"skos:broader {parent}", why)
            links.setdefault(before.iri, []).append(PropertyValue(SKOS.broader, parent))
            links.setdefault(parent, []).append(PropertyValue(SKOS.narrower, before.iri))
    return tuple(
        replace(s, properties=(*s.properties, *links[s.iri])) if s.iri in links else s
        for s in rooted
    )


def _parents(statement: Statement) -> dict[URIRef, None]:
    parents = (statement.broader, *statement.also_broader)
    return dict.fromkeys(parent for parent in parents if parent is not None)
