"""What the formats of a build have published of each resource, by its IRI and profile.

Only where each description is to be read is held, so that a large publication costs little.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.content.files import ServedFile, generated_file
from crosswalk_rdf.server.endpoints.resources.profiles import (
    CASE,
    JSKOS,
    OPEN_BADGES,
    SCHEMA,
    Profile,
)
from crosswalk_rdf.server.service import Service

_PROFILES: Final = {
    "case-1.1": CASE,
    "jskos": JSKOS,
    "open-badges": OPEN_BADGES,
    "schema-org": SCHEMA,
}
"""Of the formats, as the index of a build names them."""
_NDJSON: Final = "application/x-ndjson"
_CONTEXT: Final = "@context"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A file, a line of it, or a node of a JSON-LD document."""

    path: str
    start: int = 0
    end: int | None = None
    """Where the line ends; None for what is not a line."""
    node: str = ""
    """The IRI of the node."""

    @property
    def is_whole(self) -> bool:
        """Return whether it is the whole file."""
        return self.end is None and not self.node


FormatIndex = dict[tuple[str, Profile], Excerpt]


def format_index(service: Service) -> FormatIndex:
    """Return the excerpt for each IRI and profile; for ``service.cached``."""
    index: FormatIndex = {}
    for path, file in service.build.files.items():
        profile = _PROFILES.get(file.kind.profile)
        if file.kind.role is Role.REPRESENTATION and profile is not None:
            for iri, excerpt in _excerpts(path, file):
                index.setdefault((iri, profile), excerpt)
    return index


def _excerpts(path: str, file: ServedFile) -> Iterator[tuple[str, Excerpt]]:
    if file.kind.media_type == _NDJSON:
        start = 0
        for iri, line in zip(file.about, io.BytesIO(file.content), strict=True):
            yield iri, Excerpt(path, start, start + len(line.rstrip()))
            start += len(line)
        return
    yield file.about[0], Excerpt(path)
    yield from ((iri, Excerpt(path, node=iri)) for iri in file.about[1:])


def content(build: ServedBuild, excerpt: Excerpt) -> ServedFile:
    """Return ``excerpt`` as a document of its own; a node has the context of its document."""
    file = build.files[excerpt.path]
    if excerpt.is_whole:
        return file
    if not excerpt.node:
        return generated_file(file.content[excerpt.start : excerpt.end], file.modified)
    document = json.loads(bytes(file.content))
    node = {_CONTEXT: document[_CONTEXT], **_node(document, excerpt.node)}
    text = json.dumps(node, ensure_ascii=False, indent=2)
    return generated_file(f"{text}\n".encode(), file.modified)


def _node(document: dict[str, Any], iri: str) -> dict[str, Any]:
    """Return the node of ``iri`` in a list at the top of ``document``."""
    lists = (value for value in document.values() if isinstance(value, list))
    return next(
        node
        for nodes in lists
        for node in nodes
        if isinstance(node, dict) and node.get("@id") == iri
    )
