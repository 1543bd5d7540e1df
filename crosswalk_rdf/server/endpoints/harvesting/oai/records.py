"""A description to a header and a record of OAI-PMH 2.0 (§2.5)."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from crosswalk_rdf.serialization.document import UnwritableGraph
from crosswalk_rdf.serialization.rdfxml import write_rdfxml
from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import OaiError
from crosswalk_rdf.server.endpoints.harvesting.oai.dublin_core import dublin_core
from crosswalk_rdf.server.endpoints.harvesting.resource_data import described
from crosswalk_rdf.server.endpoints.harvesting.xml import element
from crosswalk_rdf.server.service import Service

FORMATS: Final = {
    "oai_dc": (
        "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
        "http://www.openarchives.org/OAI/2.0/oai_dc/",
    ),
    "rdf": (
        "http://www.openarchives.org/OAI/2.0/rdf.xsd",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    ),
}
"""Schema and namespace of each metadata format, by prefix."""

_NOT_IN_A_SET: Final = re.compile(r"[^A-Za-z0-9\-_.!*'():]")


def uri(iri: str) -> str:
    """Return ``iri`` as a URI (RFC 3987 §3.1), which is its identifier."""
    return quote(iri, safe="!#$%&'()*+,/:;=?@[]~")


@lru_cache(maxsize=1024)
def set_spec(graph: str) -> str:
    """Return the set of a named graph: a slash in its name makes it part of a larger one."""
    return _NOT_IN_A_SET.sub(lambda match: f"~{ord(match[0]):x}~", graph.replace("/", ":"))


def header(entry: Entry) -> str:
    """Return the header of an item (§2.5)."""
    status = {"status": "deleted"} if entry.is_gone else {}
    inner = (
        element("identifier", uri(entry.iri)),
        element("datestamp", rfc3339(entry.timestamp)),
        *(element("setSpec", set_spec(name)) for name in entry.sets),
    )
    attributes = "".join(f' {name}="{value}"' for name, value in status.items())
    return f"<header{attributes}>{''.join(inner)}</header>"


def record(entry: Entry, prefix: str, service: Service) -> str | None:
    """Return the record of an item; None where its description cannot have that format.

    Raises OaiError (cannotDisseminateFormat) for a format that there is not.
    """
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", f"the formats are {' and '.join(FORMATS)}")
    if entry.is_gone:
        return f"<record>{header(entry)}</record>"
    if prefix == "oai_dc":
        content = dublin_core(entry.iri, service)
    else:
        try:
            content = "".join(write_rdfxml(described(entry.iri, service)))
        except UnwritableGraph:
            return None
        content = content.partition("\n")[2].rstrip("\n")
    return f"<record>{header(entry)}<metadata>\n{content}\n</metadata></record>"
