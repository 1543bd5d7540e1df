"""A local name to the resource that has it, and what its description says for the headers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, SKOS

from crosswalk_rdf.model import UNSPECIFIED_LICENSE
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.server.content.build import DATASET, ONTOLOGY, ServedBuild, iri_of

_LICENSES: Final = (str(DCTERMS.license), str(DCTERMS.rights))
_CONTAINERS: Final = (str(SKOS.inScheme), str(DCTERMS.isPartOf))
_DUMPS: Final = "dumps/"
"""They are files; the document of the dataset describes them, but their IRIs name the files."""
_MAX_DEPTH: Final = 4
"""How far up a license is looked for: a statement, its framework; an alignment, part, crosswalk."""

Links = Sequence[tuple[str, str]]
"""Properties of a resource, and the IRIs that are their values."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What an IRI of the publication names, and the documents that describe it."""

    local: str
    path: str
    """Of its documents, without a suffix."""
    iri: str
    license: str | None
    container: str | None
    """The IRI of what it belongs to: its scheme, its part."""
    is_gone: bool
    """It was removed in an earlier version; its documents say when."""


def resource(build: ServedBuild, local: str) -> Resource | None:
    """Return the resource with the local name ``local``, or None."""
    is_term = build.manifest.base + local in build.ontology_subjects
    path = build.document(local) or (ONTOLOGY if is_term else None)
    if path is None or local.startswith(_DUMPS):
        return None
    return resource_at(build, path, "" if path not in (DATASET, ONTOLOGY) else local)


def resource_at(build: ServedBuild, path: str, local: str = "") -> Resource | None:
    """Return the resource with the documents at ``path``, or one called ``local`` in there."""
    file = build.n_triples(path)
    if file is None:
        return None
    base = build.manifest.base
    iri = base + local if local else file.about[0]
    local = local or (iri.removeprefix(base) if iri.startswith(base) else path)
    links = _links(build, path, iri)
    return Resource(
        local=local,
        path=path,
        iri=iri,
        license=_license(build, links),
        container=next(iter(_values(links, _CONTAINERS)), None),
        is_gone=file.kind.role is Role.TOMBSTONE,
    )


def _links(build: ServedBuild, path: str, iri: str) -> Links:
    """Return the links of ``iri`` in the documents at ``path``, in the order of these."""
    return [
        (quad.predicate.value, iri_of(quad.object))
        for quad in build.triples(path)
        if iri_of(quad.subject) == iri and isinstance(quad.object, ox.NamedNode)
    ]


def _values(links: Links, properties: tuple[str, ...]) -> list[str]:
    """Return the IRIs that ``links`` have for ``properties``, the first property first."""
    return [value for property in properties for name, value in links if name == property]


def _license(build: ServedBuild, links: Links, depth: int = _MAX_DEPTH) -> str | None:
    """Return the license that the data state as an IRI: its own, or that of what it belongs to."""
    own = [iri for iri in _values(links, _LICENSES) if iri != str(UNSPECIFIED_LICENSE)]
    if own or not depth:
        return own[0] if own else None
    licenses = (_license_of(build, iri, depth - 1) for iri in _values(links, _CONTAINERS))
    return next(filter(None, licenses), None)


def _license_of(build: ServedBuild, container: str, depth: int) -> str | None:
    """Return the license of ``container``; its document is read once."""
    if container not in build.licenses:
        base = build.manifest.base
        path = build.document(container.removeprefix(base)) if container.startswith(base) else None
        links = _links(build, path, container) if path is not None else ()
        build.licenses[container] = _license(build, links, depth)
    return build.licenses[container]
