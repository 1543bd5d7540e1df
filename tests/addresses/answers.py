"""What every IRI of a publication answers, whoever serves it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.model.document_paths import normal_name
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET
from tests.built import BuiltSite

FORMS = {
    "text/html": None,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
}
_URI: re.Pattern[str] = re.compile(r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-F]{2})*")
"""Characters of a URI without fragment (RFC 3986 §2)."""


@dataclass(frozen=True)
class Response:
    """What came back: an address in ``location`` is below the top."""

    status: int
    content_type: str
    location: str
    body: bytes


Get = Callable[[str, str], Response]
"""Asks for a path below the top with an Accept header."""


def iris(site: BuiltSite) -> list[str]:
    """Return every IRI below the base that the site describes, but for those of files."""
    base = site.publication.base
    subjects = {q.subject.value for q in site.build.store if isinstance(q.subject, ox.NamedNode)}
    own = (iri for iri in subjects if iri.startswith(base))
    return sorted(iri for iri in own if not iri.removeprefix(base).startswith(PARTS_OF_THE_DATASET))


def faults(site: BuiltSite, get: Get) -> Iterator[str]:
    """Yield what is wrong with the answers for each IRI in each form."""
    base = site.publication.base
    for iri in iris(site):
        name = normal_name(iri.removeprefix(base).partition("#")[0])
        for media_type, syntax in FORMS.items():
            fault = _fault(get, iri, name, media_type, syntax)
            if fault:
                yield f"{iri} as {media_type}: {fault}"


def _fault(get: Get, iri: str, name: str, media_type: str, syntax: ox.RdfFormat | None) -> str:
    answer = get(name, media_type)
    if answer.status == 303:
        if not _URI.fullmatch(answer.location):
            return f"Location is no URI: {answer.location!r}"
        answer = get(answer.location, media_type)
    elif name or syntax:
        return f"status {answer.status}"
    if answer.status != 200:
        return f"status {answer.status} of {answer.location}"
    if answer.content_type.partition(";")[0] != media_type:
        return f"Content-Type is {answer.content_type}"
    if syntax is None:
        return "" if b"<html" in answer.body else "is no page"
    subjects = {quad.subject for quad in ox.parse(answer.body, syntax)}
    return "" if ox.NamedNode(iri) in subjects else "is not described"
