"""The files of a build as a page: what each holds, how large it is, and its checksum."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import VOID, Literal

from crosswalk_rdf.model.build_index import FileEntry, Index
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.site.views.files import ExportView, FileView, export_views, file_view
from crosswalk_rdf.site.views.references import Properties, by_subject, label, literals

_GZIP_SUFFIX = ".gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """A named graph and its files."""

    name: str
    iri: str
    title: Literal
    triples: int
    files: Sequence[FileView]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsView:
    """Everything that can be downloaded as a whole."""

    triples: int
    dumps: Sequence[FileView]
    graphs: Sequence[GraphView]
    alignments: Sequence[FileView]
    """Each part of each crosswalk as SSSOM/TSV."""
    exports: Sequence[ExportView]
    """What other systems read: CASE, CTDL-ASN, spreadsheets …"""
    case_service: str
    """Path of the CASE service, "" where there is none."""
    further: Sequence[FileView]
    """The JSON-LD context and the validation report."""
    queries: int
    shapes: Sequence[FileView]

    def dump(self, suffix: str) -> FileView:
        """Return the dump whose name ends in ``suffix``, packed or not."""
        return next(f for f in self.dumps if f.path.removesuffix(_GZIP_SUFFIX).endswith(suffix))

    @property
    def listed(self) -> Iterator[FileView]:
        """The files that ``checksums.sha256`` lists."""
        yield from self.dumps
        for graph in self.graphs:
            yield from graph.files
        yield from self.alignments
        for group in self.exports:
            yield from group.files
        yield from self.further
        yield from self.shapes


def downloads_view(index: Index, store: ox.Store, base: str) -> DownloadsView:
    """Return what can be downloaded, of ``index``; ``store`` holds the same."""
    graph = ox.NamedNode(graph_iri(base, "dataset"))
    description = by_subject(store.quads_for_pattern(None, None, None, graph))
    by_role: dict[Role, list[FileEntry]] = {}
    for entry in index.values():
        by_role.setdefault(entry.role, []).append(entry)
    further = [e for role in (Role.CONTEXT, Role.REPORT) for e in by_role.get(role, ())]
    return DownloadsView(
        triples=_triples(description.get(f"{base}dataset", {})),
        dumps=_views(by_role.get(Role.DUMP, ())),
        graphs=[
            GraphView(
                name=name,
                iri=iri,
                title=label(description.get(iri, {}), name, ()),
                triples=_triples(description.get(iri, {})),
                files=_views(entries),
            )
            for iri, entries in sorted(_graphs(by_role.get(Role.GRAPH, ())).items())
            for name in (iri.removeprefix(graph_iri(base, "")),)
        ],
        alignments=_views(by_role.get(Role.MAPPING_SET, ())),
        exports=export_views(index),
        case_service=CASE_SERVICE if f"{CASE_SERVICE}CFDocuments/index.json" in index else "",
        further=_views(further),
        shapes=_views(by_role.get(Role.SHAPES, ())),
        queries=len(by_role.get(Role.QUERY, ())),
    )


CASE_SERVICE = "ims/case/v1p1/"
_GZIP = "application/gzip"
_LABELS = {"text/tab-separated-values": "SSSOM/TSV", "text/plain": "Text"}
"""What is not RDF, by its media type."""


def checksums(files: Iterable[FileView]) -> bytes:
    """Return what ``sha256sum --check`` reads, by path."""
    return "".join(f"{f.checksum}  {f.path}\n" for f in sorted(files, key=_path)).encode()


def _path(file: FileView) -> str:
    return file.path


def _triples(description: Properties) -> int:
    return sum(int(value) for value in literals(description, str(VOID.triples), ()))


def _graphs(entries: Iterable[FileEntry]) -> dict[str, list[FileEntry]]:
    """Return the files of each named graph, by its IRI."""
    graphs: dict[str, list[FileEntry]] = {}
    for entry in entries:
        graphs.setdefault(entry.about[0], []).append(entry)
    return graphs


def _views(entries: Iterable[FileEntry]) -> list[FileView]:
    """Return files: those of RDF in the order of the table of syntaxes."""
    order = {syntax.media_type: place for place, syntax in enumerate(SYNTAXES)}

    def rank(entry: FileEntry) -> tuple[int, str]:
        return order.get(entry.media_type, len(order)), entry.path

    return [_view(entry) for entry in sorted(entries, key=rank)]


def _view(entry: FileEntry) -> FileView:
    syntax = next((s for s in SYNTAXES if s.media_type == entry.media_type), None)
    name = syntax.label if syntax else _LABELS[entry.media_type]
    compressed = entry.kind.compression == _GZIP
    return file_view(
        entry,
        format=f"{name}, gzip" if compressed else name,
        graphs=syntax is not None and syntax.quads,
    )
