"""The pages of what no other kind of page is about."""

import pyoxigraph as ox
from rdflib import FOAF, RDF

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.resources import MOST_BACK, resource_views

BASE = "https://example.org/k/"
SEEN = ox.NamedNode(f"{BASE}seen")
ME = ox.NamedNode(f"{BASE}agent/me%20too")


def test_a_resource_has_its_properties_and_what_points_at_it() -> None:
    store, stated = ox.Store(), ox.NamedNode(f"{BASE}graph/dataset")
    inferred = ox.NamedNode(f"{BASE}graph/inferred")
    store.add(ox.Quad(ME, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(FOAF.Person)), stated))
    store.add(ox.Quad(ME, ox.NamedNode(str(FOAF.name)), ox.Literal("Me too"), stated))
    store.add(ox.Quad(ME, ox.NamedNode(str(FOAF.name)), ox.Literal("Me too"), inferred))
    store.add(ox.Quad(ME, SEEN, ME, inferred))
    for number in range(MOST_BACK + 3):
        store.add(ox.Quad(ox.NamedNode(f"{BASE}{number:02}"), SEEN, ME, stated))
    names = PrefixedNames({"foaf": str(FOAF)})
    references = References(addresses=Addresses(BASE), names=names, paths={"agent/me too.html"})
    [view] = resource_views(["agent/me%20too"], store, references, "en")
    assert (view.path, str(view.label)) == ("agent/me too", "Me too")
    assert [type.text for type in view.types] == ["foaf:Person"]
    assert [row.property.text for row in view.rows] == ["foaf:name"]
    [incoming] = view.incoming
    assert (incoming.property.text, incoming.count) == ("seen", MOST_BACK + 4)
    assert len(incoming.some) == MOST_BACK


def test_what_was_only_inferred_is_shown_with_what_was() -> None:
    store = ox.Store()
    store.add(ox.Quad(ME, SEEN, SEEN, ox.NamedNode(f"{BASE}graph/inferred")))
    references = References(addresses=Addresses(BASE), names=PrefixedNames({}), paths=())
    [view] = resource_views(["agent/me%20too"], store, references, "en")
    assert [row.property.text for row in view.rows] == ["seen"]
