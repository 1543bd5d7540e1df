"""The URL of an endpoint to all the URLs that a store is written to and read from.

What stores have where: Oxigraph and Virtuoso are known by what they say of themselves (``Server``),
stores with the interface of RDF4J (GraphDB) and Amazon Neptune by their URLs.
"""

import re
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode, urlsplit, urlunsplit

from crosswalk_rdf.store.http_client import (
    EndpointRefused,
    HttpClient,
    HttpRequest,
    require_success,
)
from crosswalk_rdf.store.login import Login

_REPOSITORY: Final = re.compile(r"/repositories/[^/]+$")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store answers queries, takes updates, and has its graphs."""

    query: str
    update: str
    graph_store: str | None
    """Of the SPARQL 1.1 Graph Store HTTP Protocol; None where there is none."""

    def graph(self, name: str) -> str:
        """Return the URL of the graph ``name`` (Graph Store Protocol §4.2, indirect)."""
        parts = urlsplit(self.graph_store or "")
        query = "&".join(filter(None, (parts.query, urlencode({"graph": name}))))
        return urlunsplit(parts._replace(query=query))


def store_addresses(endpoint: str, timeout: float, login: Login | None) -> Addresses:
    """Return the addresses of the store at ``endpoint``; raise EndpointError where none answers."""
    body = urlencode({"query": "ASK { }"}).encode()
    headers = {
        "Accept": "application/sparql-results+json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    try:
        request = HttpRequest("POST", endpoint, headers, body)
        response = HttpClient(timeout, login=login, deadline=timeout).send(request)
        server = require_success(response, endpoint, with_login=login is not None).server
    except EndpointRefused as refused:
        if not refused.server.startswith("Oxigraph"):  # which refuses what is sent to its root
            raise
        server = refused.server
    return addresses(endpoint, server)


def addresses(endpoint: str, server: str) -> Addresses:
    """Return the addresses of the store that calls itself ``server``.

    Of an unknown store: one URL for all, and no Graph Store Protocol.
    """
    parts = urlsplit(endpoint)
    path, plain = parts.path.rstrip("/"), parts._replace(query="", fragment="")

    def with_path(new: str) -> str:
        return urlunsplit(plain._replace(path=new))

    single = Addresses(endpoint, endpoint, None)
    if server.startswith("Oxigraph"):
        root = path.removesuffix("/query")
        query = endpoint if path.endswith("/query") else with_path(f"{root}/query")
        return Addresses(query, with_path(f"{root}/update"), with_path(f"{root}/store"))
    if server.startswith("Virtuoso"):
        root = path.removesuffix("-auth")
        return replace(
            single,
            update=with_path(f"{root}-auth"),
            graph_store=with_path(f"{root}-graph-crud-auth"),
        )
    if _REPOSITORY.search(path):
        service = with_path(f"{path}/rdf-graphs/service")
        return replace(single, update=with_path(f"{path}/statements"), graph_store=service)
    if ".neptune." in parts.netloc:
        return replace(single, graph_store=with_path(f"{path}/gsp/"))
    return single
