"""The verbs that tell of the repository itself, its formats and its sets (OAI-PMH 2.0 §4)."""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import Arguments, OaiError
from crosswalk_rdf.server.endpoints.harvesting.oai.lists import item
from crosswalk_rdf.server.endpoints.harvesting.oai.records import FORMATS, record, set_spec
from crosswalk_rdf.server.endpoints.harvesting.resource_data import label
from crosswalk_rdf.server.endpoints.harvesting.xml import element
from crosswalk_rdf.server.requests import base_url
from crosswalk_rdf.server.service import Service

_NOBODY: Final = "nobody@service.invalid"
"""Where nobody said who runs the service: a domain that is none (RFC 2606)."""


def identify(_arguments: Arguments, request: Request, service: Service) -> str:
    """Return what the repository is (§4.2)."""
    rows = {
        "repositoryName": service.build.manifest.title or service.build.manifest.id,
        "baseURL": f"{base_url(request)}oai",
        "protocolVersion": "2.0",
        "adminEmail": service.settings.contact or _nobody(base_url(request)),
        "earliestDatestamp": rfc3339(service.change_log.started),
        "deletedRecord": "persistent",
        "granularity": "YYYY-MM-DDThh:mm:ssZ",
    }
    return "\n".join(element(name, value) for name, value in rows.items())


def _nobody(top: str) -> str:
    host = urlsplit(top).hostname or ""
    return f"webmaster@{host}" if "." in host and not host[-1].isdecimal() else _NOBODY


def list_metadata_formats(arguments: Arguments, _request: Request, service: Service) -> str:
    """Return the formats of the repository, or of one item (§4.4)."""
    entry = item(arguments.identifier, service) if arguments.identifier else None
    rows = [
        f"<metadataFormat>{element('metadataPrefix', prefix)}{element('schema', schema)}"
        f"{element('metadataNamespace', namespace)}</metadataFormat>"
        for prefix, (schema, namespace) in FORMATS.items()
        if entry is None or record(entry, prefix, service) is not None
    ]
    return "\n".join(rows)


def list_sets(arguments: Arguments, _request: Request, service: Service) -> str:
    """Return the sets (§4.6), all at once: one for each named graph, and those above them."""
    if arguments.token is not None:
        raise OaiError("badResumptionToken", "the list of sets is whole: it has no second part")
    rows = (
        f"<set>{element('setSpec', spec)}{element('setName', name)}</set>"
        for spec, name in sorted(service.cached(_sets).items())
    )
    return "\n".join(rows)


def _sets(service: Service) -> dict[str, str]:
    base = service.build.manifest.base
    graphs = {name for entry in service.change_log.descriptions.entries for name in entry.sets}
    names: dict[str, str] = {}
    for graph in sorted(graphs):
        parts = graph.split("/")
        above = ["/".join(parts[:end]) for end in range(1, len(parts))]
        names.update({set_spec(name): name for name in above if set_spec(name) not in names})
        names[set_spec(graph)] = label(str(graph_iri(base, graph)), service)
    return names
