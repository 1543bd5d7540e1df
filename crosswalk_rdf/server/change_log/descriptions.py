"""The dump of a build to what it says of each subject, held as offsets into one piece of text.

Every triple stands in the description of its subject, and in no other: together the descriptions
are exactly what is published, the graphs merged.
"""

import gzip
import io
import mmap
import re
import shutil
import tempfile
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Final

from rdflib import RDF, SKOS

from crosswalk_rdf.namespaces import DCAT
from crosswalk_rdf.server.content.build import GZIP, ServedBuild

_RUN: Final = re.compile(rb"(<([^>]*)>) [^\n]*\n(?:\1 [^\n]*\n)*+")
"""The lines of one subject, which stand together: the dump is sorted."""
_GRAPH: Final = re.compile(rb" <([^<> ]*)> \.\n")
_TYPE: Final = re.compile(rb"^<[^>]*> <" + str(RDF.type).encode() + rb"> <([^>]*)>", re.MULTILINE)
_TELLING: Final = tuple(map(str, (SKOS.Concept, SKOS.ConceptScheme, DCAT.Dataset)))
"""Of several types, the one that a harvester most likely knows."""
_DIGEST_BYTES: Final = 12


@dataclass(frozen=True)
class Descriptions:
    """What is published, by subject."""

    content: memoryview
    """Sorted N-Quads."""
    starts: Sequence[int]
    indexes: Mapping[str, int]
    """Subject to its place among ``starts``."""

    def lines(self, iri: str) -> tuple[str, ...]:
        """Return what is said of ``iri`` as statements of N-Triples without period, sorted.

        Nothing where nothing is said of it. Of a triple in several graphs there is one.
        """
        position = self.indexes.get(iri)
        if position is None:
            return ()
        end = self.starts[position + 1] if position + 1 < len(self.starts) else len(self.content)
        text = bytes(self.content[self.starts[position] : end]).decode()
        statements = (line[:-2].rpartition(" ")[0] for line in text[:-1].split("\n"))
        return tuple(line for line, _ in groupby(statements))


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of a description without reading it."""

    iri: str
    digest: str
    type: str
    graphs: tuple[str, ...]
    """IRIs, sorted."""


def described(build: ServedBuild) -> tuple[Descriptions, tuple[Described, ...]]:
    """Return the descriptions in the dump of ``build``, and what each is, by IRI."""
    content = _content(build)
    starts, indexes = array("Q"), dict[str, int]()
    summaries: list[Described] = []
    graph_sets = dict[tuple[str, ...], tuple[str, ...]]()
    types = dict[str, str]()
    for match in _RUN.finditer(content):
        iri, run = match[2].decode(), match[0]
        graphs = tuple(sorted({graph.decode() for graph in _GRAPH.findall(run)}))
        kind = _type(run)
        digest = blake2b(run, digest_size=_DIGEST_BYTES).hexdigest()
        summaries.append(
            Described(
                iri, digest, types.setdefault(kind, kind), graph_sets.setdefault(graphs, graphs)
            )
        )
        indexes[iri] = len(starts)
        starts.append(match.start())
    return Descriptions(content, starts, indexes), tuple(summaries)


def _type(run: bytes) -> str:
    types = {kind.decode() for kind in _TYPE.findall(run)}
    return next((kind for kind in _TELLING if kind in types), min(types, default=""))


def _content(build: ServedBuild) -> memoryview:
    """Return the dump; unpacked it lies in a file without a name, which takes no memory to hold."""
    dump = build.files[build.manifest.dump]
    if dump.kind.compression != GZIP:
        return dump.content
    with tempfile.TemporaryFile() as file:
        with gzip.open(io.BytesIO(dump.content)) as unpacking:
            shutil.copyfileobj(unpacking, file)
        file.flush()
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
