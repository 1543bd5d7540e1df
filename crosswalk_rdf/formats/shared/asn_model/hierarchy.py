"""Which framework each statement belongs to, and which statements it is below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.vocabulary import COMPETENCY_FRAMEWORK_TYPES
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.namespaces import CEASN

_CHILDREN: Final = (CEASN.hasTopChild, CEASN.hasChild)
_WHOLES: Final = (CEASN.isPartOf, CEASN.isTopChildOf)


_IS_TOP_CHILD_OF: Final = CEASN.isTopChildOf
_IS_CHILD_OF: Final = CEASN.isChildOf
_IS_PART_OF: Final = CEASN.isPartOf


@dataclass(slots=True)
class Hierarchy:
    """Frameworks and statements of a document, and what relates them."""

    frameworks: dict[URIRef, Node]
    statements: dict[URIRef, Node]
    framework_of: dict[URIRef, URIRef] = field(default_factory=dict)
    """The framework of each statement."""
    tops: dict[URIRef, URIRef] = field(default_factory=dict)
    """Statements that are said to be at the top of a framework."""
    parents: dict[URIRef, dict[URIRef, None]] = field(default_factory=dict)
    """Parents of each statement, those that it names itself before those that name it."""
    ranks: dict[tuple[URIRef, URIRef], int] = field(default_factory=dict)
    """Place of a statement among the children that a parent or framework lists."""

    def above(self, statement: URIRef) -> list[URIRef]:
        """Return the parents of ``statement`` in its own framework."""
        home = self.framework_of[statement]
        return [p for p in self.parents.get(statement, ()) if self.framework_of.get(p) == home]

    def members(self) -> dict[URIRef, list[Node]]:
        """Return the statements of each framework, in the order of the document."""
        by_framework: dict[URIRef, list[Node]] = {iri: [] for iri in self.frameworks}
        for iri, node in self.statements.items():
            by_framework[self.framework_of[iri]].append(node)
        return by_framework


def hierarchy_of(nodes: Sequence[Node], owner: str, report: Report) -> Hierarchy:
    """Return the hierarchy that ``nodes`` describe; ``owner`` names a framework made for them.

    A framework that is named and not described, or not even named, is made and reported.
    """
    hierarchy = Hierarchy(
        {node.iri: node for node in nodes if node.is_framework},
        {node.iri: node for node in nodes if node.is_statement},
    )
    for node in hierarchy.statements.values():
        _upward(node, hierarchy)
    for node in (*hierarchy.frameworks.values(), *hierarchy.statements.values()):
        _downward(node, hierarchy)
    _find_homes(hierarchy, owner, report)
    return hierarchy


def _upward(node: Node, hierarchy: Hierarchy) -> None:
    """Record what ``node`` states about its parents."""
    for parent in (*node.iris(_IS_TOP_CHILD_OF), *node.iris(_IS_CHILD_OF)):
        if parent in hierarchy.frameworks:
            hierarchy.tops.setdefault(node.iri, parent)
        elif parent in hierarchy.statements:
            hierarchy.parents.setdefault(node.iri, {})[parent] = None


def _downward(node: Node, hierarchy: Hierarchy) -> None:
    """Record what ``node`` states about its children and their order."""
    children = dict.fromkeys(child for name in _CHILDREN for child in node.iris(name))
    for rank, child in enumerate(children):
        if child not in hierarchy.statements:
            continue
        hierarchy.ranks[node.iri, child] = rank
        if node.is_framework:
            hierarchy.tops.setdefault(child, node.iri)
        else:
            hierarchy.parents.setdefault(child, {})[node.iri] = None


def _find_homes(hierarchy: Hierarchy, owner: str, report: Report) -> None:
    for iri, node in hierarchy.statements.items():
        home = _named_home(node, hierarchy) or hierarchy.tops.get(iri)
        if home:
            hierarchy.framework_of[iri] = home
    _inherit_homes(hierarchy)
    for iri, node in hierarchy.statements.items():
        home = None if iri in hierarchy.framework_of else _absent_home(node, hierarchy, report)
        if home:
            hierarchy.framework_of[iri] = home
    _inherit_homes(hierarchy)
    for iri, node in hierarchy.statements.items():
        if iri not in hierarchy.framework_of:
            hierarchy.framework_of[iri] = _last_home(node, hierarchy, owner, report)


def _inherit_homes(hierarchy: Hierarchy) -> None:
    for iri in hierarchy.statements:
        if iri not in hierarchy.framework_of:
            _inherit(iri, hierarchy)


def _named_home(node: Node, hierarchy: Hierarchy) -> URIRef | None:
    """Return the first described framework that ``node`` is part of."""
    return next((f for f in node.iris(_IS_PART_OF) if f in hierarchy.frameworks), None)


def _inherit(iri: URIRef, hierarchy: Hierarchy) -> None:
    """Give ``iri`` and its ancestors the framework of the nearest that has one."""
    path: dict[URIRef, None] = {}
    here: URIRef | None = iri
    while here and here not in hierarchy.framework_of and here not in path:
        path[here] = None
        here = next(iter(hierarchy.parents.get(here, ())), None)
    home = hierarchy.framework_of.get(here) if here else None
    if home:
        hierarchy.framework_of.update(dict.fromkeys(path, home))


def _absent_home(node: Node, hierarchy: Hierarchy, report: Report) -> URIRef | None:
    """Return a framework for the one that ``node`` names and the document does not describe."""
    named = next((iri for name in _WHOLES for iri in node.iris(name)), None)
    if named is None or named in hierarchy.statements:
        return None
    if named not in hierarchy.frameworks:
        why = "the document does not describe it: a framework with this IRI is made"
        report.add(node.place, Action.REPAIRED, f"isPartOf {named}", why)
        hierarchy.frameworks[named] = Node(named, node.place, (CEASN.CompetencyFramework,), {})
    return named


def _last_home(node: Node, hierarchy: Hierarchy, owner: str, report: Report) -> URIRef:
    """Return the only framework of competencies, or one that is made for the document."""
    fitting = [
        iri
        for iri, framework in hierarchy.frameworks.items()
        if any(kind in COMPETENCY_FRAMEWORK_TYPES for kind in framework.types)
    ]
    if len(fitting) == 1:
        home, why = fitting[0], "names no framework: taken for part of the only one"
    else:
        home, why = unnamed_iri(owner, "framework"), "names no framework: one is made"
    hierarchy.frameworks.setdefault(home, Node(home, node.place, (CEASN.CompetencyFramework,), {}))
    report.add(node.place, Action.REPAIRED, f"{node.iri}", why)
    return home
