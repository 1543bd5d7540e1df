"""A harvester: it knows a protocol, an entry URL, and what it kept of the harvest before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import pyoxigraph as ox

from tests.server.harvesting.http import Get, dereferenced

JSON_LD = "application/ld+json"
RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def triples(body: bytes, format: ox.RdfFormat) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(body, format=format)}


def json_ld(body: bytes) -> set[str]:
    """Return the triples of a document; not by PyLD, which writes doubles in another form."""
    return triples(body, ox.RdfFormat.JSON_LD)


@dataclass
class Harvester:
    get: Get
    entry: str
    clock: Callable[[], datetime]
    held: dict[str, set[str]] = field(default_factory=dict)
    """Triples by what they came from."""

    @property
    def graph(self) -> set[str]:
        return set().union(*self.held.values())

    def fetched(self, url: str, accept: str = "*/*") -> bytes:
        status, _, body = dereferenced(self.get, url, accept)
        assert status == 200, (url, status, body)
        return body
