"""Each harvester ends with exactly the published graph: after its first harvest, and after an update."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from tests.server.harvesting.harvesters import (
    AtomHarvester,
    Crawler,
    DumpHarvester,
    Harvester,
    IiifHarvester,
    LdesHarvester,
    LineHarvester,
    OaiHarvester,
)
from tests.server.harvesting.http import TOP, Host


def turtle(*arguments: object) -> LdesHarvester:
    return LdesHarvester(*arguments, accept="text/turtle", format=ox.RdfFormat.TURTLE)


def n_quads(*arguments: object) -> LdesHarvester:
    return LdesHarvester(*arguments, accept="application/n-quads", format=ox.RdfFormat.N_QUADS)


def n_triples(*arguments: object) -> LdesHarvester:
    return LdesHarvester(*arguments, accept="application/n-triples", format=ox.RdfFormat.N_TRIPLES)


def json_ld(*arguments: object) -> LdesHarvester:
    return LdesHarvester(*arguments, accept="application/ld+json", format=ox.RdfFormat.JSON_LD)


PROTOCOLS = {
    "iiif": (IiifHarvester, "activities"),
    "ldes-trig": (LdesHarvester, "ldes"),
    "ldes-turtle": (turtle, "ldes"),
    "ldes-n-quads": (n_quads, "ldes"),
    "ldes-n-triples": (n_triples, "ldes"),
    "ldes-json-ld": (json_ld, "ldes"),
    "atom": (AtomHarvester, "changes/feed.atom"),
    "oai": (OaiHarvester, "oai"),
    "ndjson": (LineHarvester, "descriptions.ndjson"),
    "sitemap": (Crawler, "robots.txt"),
    "void": (DumpHarvester, ".well-known/void"),
}


@pytest.fixture(params=PROTOCOLS)
def harvester(request: pytest.FixtureRequest, host: Host) -> Harvester:
    make, path = PROTOCOLS[request.param]
    return make(host.get, TOP + path)


def test_a_harvest_and_the_next_end_with_what_is_published(
    host: Host, harvester: Harvester, later: Callable[[], None]
) -> None:
    harvester.harvest()
    assert harvester.graph == host.graph
    first, all_of_it = set(host.fetched), len(host.fetched)

    later()
    assert harvester.graph != host.graph
    harvester.harvest()
    assert harvester.graph == host.graph
    assert first
    assert len(host.fetched) <= all_of_it
    host.fetched.clear()

    harvester.harvest()
    assert harvester.graph == host.graph
