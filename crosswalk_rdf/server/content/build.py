"""A folder that ``build`` wrote, as a value that does not change while it is in use."""

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.build_index import FileEntry, read_index
from crosswalk_rdf.model.document_paths import normal_name
from crosswalk_rdf.model.manifest import FILE, Manifest, read_manifest
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.server.content.files import ServedFile, read_files

DATASET: Final = "dataset"
ONTOLOGY: Final = "ontology"
N_TRIPLES: Final = by_name("n-triples")
GZIP: Final = "application/gzip"
_DESCRIPTIONS: Final = frozenset((Role.DOCUMENT, Role.TOMBSTONE, Role.GRAPH))


class BrokenBuild(CrosswalkError):
    """A folder that is not a finished build, or not all of one."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ServedBuild:
    """Everything that one build published."""

    manifest: Manifest
    files: Mapping[str, ServedFile]
    """By path below the top."""
    licenses: dict[str, str | None] = field(default_factory=dict, repr=False)
    """The license of each container that was looked up, by IRI."""

    @property
    def dump(self) -> bytes:
        """The whole dataset as N-Quads."""
        file = self.files[self.manifest.dump]
        is_compressed = file.kind.compression == GZIP
        return gzip.decompress(file.content) if is_compressed else bytes(file.content)

    @cached_property
    def graphs(self) -> Mapping[str, Mapping[str, str]]:
        """The paths of the documents of each named graph, by IRI and media type."""
        graphs: dict[str, dict[str, str]] = {}
        for path, file in self.files.items():
            if file.kind.role is Role.GRAPH:
                graphs.setdefault(file.about[0], {})[file.kind.media_type] = path
        return graphs

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """The path, without suffix, of the documents about each resource, by normal local name."""
        base, paths = self.manifest.base, dict[str, str]()
        for file_path, file in self.files.items():
            if file.kind.role not in _DESCRIPTIONS or not file_path.endswith(N_TRIPLES.suffix):
                continue
            iri, path = file.about[0], file_path.removesuffix(N_TRIPLES.suffix)
            if iri.startswith(base) and "#" not in iri:
                paths[normal_name(iri.removeprefix(base))] = path
        return paths

    @cached_property
    def dataset_subjects(self) -> frozenset[str]:
        """The IRIs of what the document of the dataset describes."""
        return frozenset(iri_of(quad.subject) for quad in self.triples(DATASET))

    @cached_property
    def ontology_subjects(self) -> frozenset[str]:
        """The IRIs of what the document of the ontology describes."""
        return frozenset(iri_of(quad.subject) for quad in self.triples(ONTOLOGY))

    def n_triples(self, path: str) -> ServedFile | None:
        """Return the N-Triples of the documents at ``path``, a path without suffix; or None."""
        file = self.files.get(path + N_TRIPLES.suffix)
        return file if file is not None and file.kind.role in _DESCRIPTIONS else None

    def triples(self, path: str) -> Iterator[ox.Quad]:
        """Yield what the documents at ``path`` say; nothing where there are none."""
        if file := self.n_triples(path):
            yield from ox.parse(bytes(file.content), ox.RdfFormat.N_TRIPLES, lenient=True)

    def document(self, local: str) -> str | None:
        """Return the path, without suffix, of the documents that describe a resource.

        ``local`` is what its IRI has after the base, without a fragment. What belongs to the
        dataset's description (distributions, activities) is described by its document. None where
        nothing is published under that IRI.
        """
        path = self.documents.get(normal_name(local))
        if path is not None:
            return path
        is_part = local.startswith(PARTS_OF_THE_DATASET)
        return DATASET if is_part and self.manifest.base + local in self.dataset_subjects else None


def iri_of(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """Return the IRI that ``term`` is; an empty string for any other term."""
    return term.value if isinstance(term, ox.NamedNode) else ""


def load_build(folder: Path) -> ServedBuild:
    """Return the build in ``folder``.

    Raises :class:`BrokenBuild` where the folder has no index, where a file that the index lists is
    missing or is not what was written, and where the dump cannot be read; ``BadManifest`` for an
    index that cannot be read.
    """
    try:
        files = read_files(folder)
    except OSError as error:
        raise BrokenBuild(f"{error.filename or folder}: {error.strerror or error}") from error
    if FILE not in files:
        raise BrokenBuild(
            f"{folder} holds no {FILE}, so it is no finished build: run 'crosswalk-rdf build', "
            "or name the folder that it wrote"
        )
    lines = io.BytesIO(files[FILE].content)
    manifest = read_manifest(lines.readline())
    lines.seek(0)
    listed = {entry.path: _listed(folder, entry, files) for entry in read_index(lines)}
    if len(listed) != manifest.files:
        raise BrokenBuild(
            f"{folder}/{FILE} lists {len(listed)} files, and {manifest.files} were written: copy "
            "the build whole, or build again"
        )
    build = ServedBuild(manifest=manifest, files=files | listed)
    _check_dump(build, folder)
    return build


def _listed(folder: Path, entry: FileEntry, files: Mapping[str, ServedFile]) -> ServedFile:
    """Return the file of ``entry``, and what it is; raise :class:`BrokenBuild` if it differs."""
    file = files.get(entry.path)
    if file is None:
        what = "is missing"
    elif len(file.content) != entry.size:
        what = f"has {len(file.content)} bytes, and {entry.size} were written"
    elif file.digest != entry.digest:
        what = "is not what was written"
    else:
        return replace(file, kind=entry.kind, about=entry.about)
    raise BrokenBuild(f"{folder}/{entry.path} {what}: copy the build whole, or build again")


def _check_dump(build: ServedBuild, folder: Path) -> None:
    path = build.manifest.dump
    if path not in build.files:
        raise BrokenBuild(f"{folder} lacks {path}: build again")
    try:
        content = build.dump
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BrokenBuild(f"{folder}/{path}: {error}: build again") from error
    if not content:
        raise BrokenBuild(f"{folder}/{path} is empty: build again")
