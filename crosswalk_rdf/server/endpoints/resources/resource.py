"""A local name to the resource that has it, and what its description says for the headers."""

import json
import re
from dataclasses import dataclass
from typing import Final

from rdflib import DCTERMS, RDF, SKOS

from crosswalk_rdf.namespaces import AS, SSSOM
from crosswalk_rdf.server.content.build import DATASET, ServedBuild
from crosswalk_rdf.server.content.files import ServedFile

_ROOT: Final = re.compile(rb'^  "@?id": ("(?:[^"\\]|\\.)*")', re.MULTILINE)
"""The identifier of the node that a JSON-LD document of ours is about: it is not nested."""

_LICENCES: Final = (str(DCTERMS.license), str(DCTERMS.rights))
_CONTAINERS: Final = (str(SKOS.inScheme), str(DCTERMS.isPartOf))
_TOMBSTONE: Final = f"<{RDF.type}> <{AS.Tombstone}> .".encode()
_NO_LICENCE: Final = str(SSSOM["license/unspecified"])
"""What SSSOM has for a mapping set whose source states no licence."""
_ONTOLOGY: Final = "ontology"
_DUMPS: Final = "dumps/"
"""They are files; the document of the dataset describes them, but their IRIs name the files."""
_DEEPEST: Final = 4
"""How far up a licence is looked for: a statement, its framework; an alignment, part, crosswalk."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What an IRI of the publication names, and the documents that describe it."""

    local: str
    path: str
    """Of its documents, without a suffix."""
    iri: str
    licence: str | None
    container: str | None
    """The IRI of what it belongs to: its scheme, its part."""
    is_gone: bool
    """It was removed in an earlier version; its documents say when."""


def resource(build: ServedBuild, local: str) -> Resource | None:
    """Return the resource with the local name ``local``, or None."""
    path = build.document(local) or _ontology(build, local)
    if path is None or local.startswith(_DUMPS) or f"{path}.nt" not in build.files:
        return None
    iri = _iri(build, local, path)
    lines = _lines(build, path, iri)
    return Resource(
        local=local,
        path=path,
        iri=iri,
        licence=_licence(build, lines),
        container=next(iter(_objects(lines, _CONTAINERS)), None),
        is_gone=any(line.endswith(_TOMBSTONE) for line in lines),
    )


def _ontology(build: ServedBuild, local: str) -> str | None:
    """Return the document of the ontology, if it is there that ``local`` is described."""
    document = build.files.get(f"{_ONTOLOGY}.nt")
    subject = f"\n<{build.manifest.base}{local}> ".encode()
    return _ONTOLOGY if document and subject in b"\n" + bytes(document.content) else None


def _iri(build: ServedBuild, local: str, path: str) -> str:
    """Return what the resource is called: a page may be that of something others have named."""
    document = build.files.get(f"{path}.jsonld")
    is_own = path not in (DATASET, _ONTOLOGY) or local == path
    found = _ROOT.search(document.content) if document and is_own else None
    return str(json.loads(found[1])) if found else build.manifest.base + local


def _lines(build: ServedBuild, path: str, iri: str) -> list[bytes]:
    """Return the N-Triples about ``iri`` in the document at ``path``."""
    document: ServedFile | None = build.files.get(f"{path}.nt")
    if document is None:
        return []
    start = f"<{iri}> ".encode()
    return [line for line in bytes(document.content).split(b"\n") if line.startswith(start)]


def _objects(lines: list[bytes], properties: tuple[str, ...]) -> list[str]:
    """Return the IRIs that ``lines`` have for ``properties``, the first property first."""
    found: list[str] = []
    for property in properties:
        marker = f" <{property}> <".encode()
        for line in (line for line in lines if marker in line):
            _, name, value = line.decode().split(" ", 2)
            if name == f"<{property}>" and value.startswith("<"):
                found.append(value.removesuffix(" .")[1:-1])
    return found


def _licence(build: ServedBuild, lines: list[bytes], depth: int = _DEEPEST) -> str | None:
    """Return the licence that the data state as an IRI: its own, or that of what it belongs to."""
    own = [iri for iri in _objects(lines, _LICENCES) if iri != _NO_LICENCE]
    containers = _objects(lines, _CONTAINERS)
    if own or not containers or not depth:
        return own[0] if own else None
    base = build.manifest.base
    for container in containers:
        path = build.document(container.removeprefix(base)) if container.startswith(base) else None
        if path and (found := _licence(build, _lines(build, path, container), depth - 1)):
            return found
    return None
