"""The files of a build as a page: what each holds, how large it is, and its checksum."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import VOID, Literal

from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.media_types import media_type_of
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.site.views.files import FileView, ForeignView, foreign_views
from crosswalk_rdf.site.views.references import Properties, by_subject, label, literals

_PACKED = ".gz"


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
    foreign: Sequence[ForeignView]
    """What other systems read: CASE, CTDL-ASN, spreadsheets …"""
    case_service: str
    """Path of the CASE service, "" where there is none."""
    further: Sequence[FileView]
    """The JSON-LD context and the validation report."""
    queries: int
    shapes: Sequence[FileView]

    def dump(self, suffix: str) -> FileView:
        """Return the dump whose name ends in ``suffix``, packed or not."""
        return next(f for f in self.dumps if f.path.removesuffix(_PACKED).endswith(suffix))

    @property
    def listed(self) -> Iterator[FileView]:
        """The files that ``checksums.sha256`` lists."""
        yield from self.dumps
        for graph in self.graphs:
            yield from graph.files
        yield from self.alignments
        for group in self.foreign:
            yield from group.files
        yield from self.further
        yield from self.shapes


def downloads_view(files: Mapping[str, bytes], store: ox.Store, base: str) -> DownloadsView:
    """Return what can be downloaded of ``files``, by path; ``store`` holds the same."""
    graph = ox.NamedNode(graph_iri(base, "dataset"))
    described = by_subject(store.quads_for_pattern(None, None, None, graph))
    return DownloadsView(
        triples=_triples(described.get(f"{base}dataset", {})),
        dumps=_views(files, (p for p in files if p.startswith("dumps/"))),
        graphs=[
            GraphView(
                name=name,
                iri=f"{base}graph/{name}",
                title=label(described.get(f"{base}graph/{name}", {}), name, ()),
                triples=_triples(described.get(f"{base}graph/{name}", {})),
                files=_views(files, paths),
            )
            for name, paths in sorted(_graphs(files).items())
        ],
        alignments=_views(files, (p for p in files if _is_sssom(p))),
        foreign=foreign_views(files),
        case_service=CASE_SERVICE if f"{CASE_SERVICE}CFDocuments/index.json" in files else "",
        further=_views(files, (p for p in files if p in _FURTHER)),
        shapes=_views(files, (p for p in files if p.startswith("shapes/"))),
        queries=sum(path.endswith(".rq") for path in files),
    )


CASE_SERVICE = "ims/case/v1p1/"
_FURTHER = ("context.jsonld", "validation/report.ttl", "validation/report.txt")
_LABELS = {".sssom.tsv": "SSSOM/TSV", ".txt": "Text"}
"""What is no RDF, by the end of its name."""


def checksums(files: Iterable[FileView]) -> bytes:
    """Return what ``sha256sum --check`` reads, by path."""
    return "".join(f"{f.checksum}  {f.path}\n" for f in sorted(files, key=_path)).encode()


def _is_sssom(path: str) -> bool:
    return path.startswith("sssom/") and path.endswith(".sssom.tsv")


def _path(file: FileView) -> str:
    return file.path


def _triples(described: Properties) -> int:
    return sum(int(value) for value in literals(described, str(VOID.triples), ()))


def _graphs(files: Iterable[str]) -> dict[str, list[str]]:
    """Return the paths of the files of each named graph."""
    found: dict[str, list[str]] = {}
    for path in files:
        syntax = _syntax(path)
        if path.startswith("graph/") and syntax is not None:
            name = path.removesuffix(_PACKED).removesuffix(syntax.suffix).removeprefix("graph/")
            found.setdefault(name, []).append(path)
    return found


def _syntax(path: str) -> Syntax | None:
    plain = path.removesuffix(_PACKED)
    return next((s for s in SYNTAXES if plain.endswith(s.suffix)), None)


def _views(files: Mapping[str, bytes], paths: Iterable[str]) -> list[FileView]:
    """Return the files at ``paths``: those of RDF in the order of the table of syntaxes."""
    order = {syntax: place for place, syntax in enumerate(SYNTAXES)}

    def rank(path: str) -> tuple[int, str]:
        syntax = _syntax(path)
        return (len(order) if syntax is None else order[syntax], path)

    return [_view(path, files[path]) for path in sorted(paths, key=rank)]


def _view(path: str, content: bytes) -> FileView:
    syntax = _syntax(path)
    suffix = next((s for s in _LABELS if path.endswith(s)), ".txt")
    name = syntax.label if syntax else _LABELS[suffix]
    packed = path.endswith(_PACKED)
    return FileView(
        path=path,
        format=f"{name}, gzip" if packed else name,
        media_type=syntax.media_type if syntax else media_type_of(path) or "",
        size=len(content),
        checksum=hashlib.sha256(content).hexdigest(),
        graphs=syntax is not None and syntax.quads,
    )
