"""Which terms a document holds, and of which set each of them is."""

from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.schema_org.nodes import Json, Node, Nodes, Terms
from crosswalk_rdf.formats.schema_org.read_sets import HAS_TERM, SET_TYPES
from crosswalk_rdf.formats.schema_org.read_terms import IN_SET, TERM_TYPES
from crosswalk_rdf.formats.schema_org.values import strings
from crosswalk_rdf.namespaces import SCHEMA

_NO_SET: Final = "Terms of no set"


@dataclass(slots=True)
class Sets:
    """The sets of a document, in its order, each with its terms."""

    nodes: Nodes
    report: Report
    sets: dict[int, Node] = field(default_factory=dict)
    """By identity, as all below."""
    members: dict[int, dict[int, Node]] = field(default_factory=dict)
    set_of: dict[int, Node] = field(default_factory=dict)
    _sets: dict[str, Node] = field(default_factory=dict)
    """By what names a set: its IRI, its URL, its name."""

    def add(self, node: Node) -> Node:
        """Return the set that ``node`` is; those without an IRI are one if they have one name."""
        names = [node.key] if node.key else [*strings(node, "url"), *strings(node, "name")]
        known_node = next((self._sets[name] for name in names if name in self._sets), node)
        for name in names:
            self._sets.setdefault(name, known_node)
        self.sets.setdefault(id(known_node), known_node)
        self.members.setdefault(id(known_node), {})
        return known_node

    def adopt(self, term: Node, named: Node) -> None:
        """Give the set that lists ``term`` the IRI that ``term`` knows it by, if it has none."""
        into = self.set_of.get(id(term))
        is_described = bool(named.types or named.values)
        if into is not None and not into.key and not is_described:
            into.key, into.iri = named.key, named.iri
            self._sets[named.key] = into

    def put(self, term: Node, into: Node) -> None:
        """Make ``term`` a member of ``into``, if it is in no other set."""
        before = self.set_of.setdefault(id(term), into)
        if before is not into:
            why = "a statement is of one framework: it stays in the first"
            self.report.add(term.place, Action.NOT_CARRIED, into.key or into.place, why)
        else:
            self.members[id(into)].setdefault(id(term), term)


def sets_of(nodes: Nodes, report: Report) -> Sets:
    """Return the sets of a document with their terms, those listed by the set first."""
    sets = Sets(nodes, report)
    candidates = list(nodes.all)
    for node in candidates:
        if SET_TYPES & set(node.types) or any(name in node.values for name in HAS_TERM):
            _list_terms(sets.add(node), node, sets)
    terms = [n for n in candidates if TERM_TYPES & set(n.types) and id(n) not in sets.sets]
    for term in terms:
        for value, _, context in [
            values for name in IN_SET for values in term.values.get(name, ())
        ]:
            named = nodes.of(value, context) or _new(value, context, term.place, sets)
            if named is not None:
                sets.adopt(term, named)
                sets.put(term, sets.add(named))
    _place_the_rest([term for term in terms if id(term) not in sets.set_of], sets)
    return sets


def _list_terms(into: Node, node: Node, sets: Sets) -> None:
    for value, _, context in [values for name in HAS_TERM for values in node.values.get(name, ())]:
        term = sets.nodes.of(value, context) or _new(value, context, node.place, sets)
        if term is not None and id(term) not in sets.sets:
            sets.put(term, into)


def _new(value: Json, context: Terms, place: str, sets: Sets) -> Node | None:
    """Return a node for what is named alone, by an IRI or in words."""
    if not isinstance(value, str) or not value:
        sets.report.add(place, Action.IGNORED, str(value)[:60], "it names no set and no term")
        return None
    node = sets.nodes.named(value, context, place)
    if not node.iri:
        node.values.setdefault(str(SCHEMA.name), []).append((value, context.language, context))
    return node


def _place_the_rest(terms: list[Node], sets: Sets) -> None:
    """Put ``terms`` that name no set into the only one, or into one of their own."""
    if not terms:
        return
    only = next(iter(sets.sets.values())) if len(sets.sets) == 1 else None
    if only is None:
        only = Node("/", "")
        only.values[str(SCHEMA.name)] = [(_NO_SET, "en", Terms())]
        sets.add(only)
    why = "a framework is asked for: put into the only one, or one of their own"
    sets.report.add(terms[0].place, Action.REPAIRED, f"inDefinedTermSet ({len(terms)})", why)
    for term in terms:
        sets.put(term, only)
