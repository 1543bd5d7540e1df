"""Each harvester ends with exactly the published graph: at first, and after an update."""

from collections.abc import Callable
from datetime import timedelta

import pyoxigraph as ox
import pytest

from tests.built import BuiltSite
from tests.server.harvesting.description_harvesters import (
    LdesHarvester,
    LineHarvester,
    OaiHarvester,
)
from tests.server.harvesting.document_harvesters import (
    AtomHarvester,
    Crawler,
    DcatHarvester,
    DumpHarvester,
    IiifHarvester,
)
from tests.server.harvesting.harvester import Harvester
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
    "dcat": (DcatHarvester, "catalog"),
}


@pytest.fixture(params=PROTOCOLS)
def harvester(request: pytest.FixtureRequest, host: Host) -> Harvester:
    make, path = PROTOCOLS[request.param]
    return make(host.get, TOP + path, lambda: host.now)


def test_a_harvest_and_the_next_end_with_what_is_published(
    host: Host, site: BuiltSite, harvester: Harvester, later: Callable[[], None]
) -> None:
    harvester.harvest()
    assert harvester.graph == host.graph
    first, size = len(host.fetched), sum(host.sizes)

    later()
    assert harvester.graph != host.graph
    harvester.harvest()
    assert harvester.graph == host.graph
    assert len(host.fetched) <= first
    if site.name == "flagship" and not isinstance(harvester, DumpHarvester):
        # An update is not harvested like a beginning; a dump comes whole, or not at all.
        assert sum(host.sizes) < size / 2
        assert len(host.fetched) <= 30

    host.now += timedelta(hours=1)
    harvester.harvest()
    assert harvester.graph == host.graph
