"""Circles among the parents of statements: kept as they are asserted, left out of the tree."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import SKOS

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.hierarchy import without_cycles
from crosswalk_rdf.model import PropertyValue, Statement


def in_a_tree(statements: Sequence[Statement], report: Report) -> tuple[Statement, ...]:
    """Return ``statements`` without circles among their parents, in the order they had.

    SKOS allows circles (SKOS Reference §8.6.8), a tree does not: the link that closes one is kept
    as ``skos:broader`` among the properties, and reported with both ends.
    """
    rooted, cut = without_cycles(statements)
    if not cut:
        return rooted
    before = {statement.iri: statement for statement in statements}
    return tuple(_with_cut_links(statement, before[statement.iri], report) for statement in rooted)


def _with_cut_links(statement: Statement, before: Statement, report: Report) -> Statement:
    left = {statement.broader, *statement.also_broader}
    parents = dict.fromkeys(p for p in (before.broader, *before.also_broader) if p)
    cut = [parent for parent in parents if parent not in left]
    for parent in cut:
        why = "it closes a circle: kept as it is, and left out of the tree"
        report.add(str(statement.iri), Action.KEPT, f"skos:broader {parent}", why)
    links = (PropertyValue(SKOS.broader, parent) for parent in cut)
    return replace(statement, properties=(*statement.properties, *links)) if cut else statement
