"""Rules as a page shows them."""

import pyoxigraph as ox

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.inference.rules import Rule
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.rules import rules_view

BASE = "https://example.org/k/"


def test_rules_of_skos_come_first_and_conclusions_are_counted() -> None:
    store = ox.Store()
    graph = ox.NamedNode(f"{BASE}graph/inferred")
    for number in range(3):
        node = ox.NamedNode(f"{BASE}{number}")
        store.add(ox.Quad(node, ox.NamedNode(f"{BASE}often"), node, graph))
    store.add(ox.Quad(graph, ox.NamedNode(f"{BASE}once"), graph, graph))
    store.add(ox.Quad(graph, ox.NamedNode(f"{BASE}stated"), graph, ox.NamedNode(f"{BASE}graph/x")))
    rules = [
        Rule("10-own", "Ours", "CONSTRUCT"),
        Rule("90-s7", "Theirs", "CONSTRUCT", ("https://www.w3.org/TR/skos-reference/#S7",)),
    ]
    references = References(addresses=Addresses(BASE), names=PrefixedNames({}), paths=())
    view = rules_view(rules, store, references, "rules")
    assert [(g.anchor, [r.name for r in g.rules]) for g in view.groups] == [
        ("skos", ["90-s7"]),
        ("own", ["10-own"]),
    ]
    assert [(p.text, count) for p, count in view.conclusions] == [("often", 3), ("once", 1)]
    assert (view.count, view.triples) == (2, 4)
