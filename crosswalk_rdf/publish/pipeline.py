"""The whole way: a publication and the library to the files that are published."""

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.distributions import dump_path, is_packed
from crosswalk_rdf.dataset.finished import FinishedDataset, Progress, finish_dataset, silent
from crosswalk_rdf.dataset.store import dataset as dataset_store
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.manifest import FILE, Manifest, write_manifest
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.previous import Previous
from crosswalk_rdf.publish.background import SharedFiles, background
from crosswalk_rdf.publish.documents import (
    Files,
    dump_files,
    graph_files,
    query_files,
    resource_files,
    version_files,
)
from crosswalk_rdf.publish.exports import export_files
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.files import site_files


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its files by path, and the dataset that they were written from."""

    files: MutableMapping[str, bytes]
    dataset: FinishedDataset

    @property
    def store(self) -> ox.Store:
        """The graphs of the dataset."""
        return self.dataset.store

    @property
    def comparison(self) -> Comparison:
        """What differs from the version before."""
        return self.dataset.comparison


def build(
    publication: Publication,
    library: Library,
    *,
    reasoner: str = "rules",
    previous: Previous | None = None,
    files: MutableMapping[str, bytes] | None = None,
    progress: Progress = silent,
) -> Build:
    """Put every file of the publication into ``files``, a new mapping unless one is given.

    What changed since the version ``previous`` is among them.

    ``progress`` is told the name of each stage as it begins. For a large publication a second
    process writes dumps, graphs and documents meanwhile. Raises
    :class:`~crosswalk_rdf.dataset.finished.NotConforming` when a shape is violated; nothing is
    published then.
    """
    store = dataset_store(publication, library, reasoner=reasoner, progress=progress)
    target: MutableMapping[str, bytes] = {} if files is None else files
    worth = is_packed(publication)
    with background(lambda: _wholes(store, publication, library), target, worth=worth) as wholes:
        dataset = finish_dataset(
            publication, library, store, reasoner=reasoner, previous=previous, progress=progress
        )
        target.update(query_files(dataset))
        progress("serialization")
        wholes()
    target.update(version_files(dataset))
    target.update(_texts(dataset))
    progress("site")
    _add_pages(dataset, target)
    target[FILE] = write_manifest(_manifest(publication, target))
    return Build(target if files is not None else dict(sorted(target.items())), dataset)


def _add_pages(dataset: FinishedDataset, files: MutableMapping[str, bytes]) -> None:
    """Add the pages and, meanwhile where that is worth while, the documents beside them."""
    worth = is_packed(dataset.publication)
    with background(lambda: resource_files(dataset), files, worth=worth) as documents:
        for path, content in site_files(dataset, files):
            files[path] = content
        documents()


def _manifest(publication: Publication, files: MutableMapping[str, bytes]) -> Manifest:
    """Return what the build says of itself, once everything else is there."""
    sizes = files.sizes if isinstance(files, SharedFiles) else {n: len(c) for n, c in files.items()}
    return Manifest(
        base=publication.base,
        id=publication.id,
        title=str(publication.title),
        language=publication.language,
        version=publication.version,
        modified=publication.modified,
        url=publication.site.url,
        creator=publication.creator.name,
        dump=dump_path(publication, by_name("n-quads")),
        files=len(files),
        bytes=sum(sizes.values()),
    )


def _wholes(store: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield the dumps, the graphs, and all exports."""
    yield from dump_files(store, publication, library)
    yield from graph_files(store, publication, library)
    yield from export_files(publication)


def _texts(dataset: FinishedDataset) -> Iterator[tuple[str, bytes]]:
    """Yield what is published as it stands: the context, the shapes, the report."""
    yield "context.jsonld", dataset.library.context.encode()
    yield "validation/report.ttl", dataset.report.turtle
    yield "validation/report.txt", dataset.report.text.encode()
    for name, shapes in dataset.library.shapes.items():
        yield f"shapes/{name.rpartition('/')[2]}", shapes.encode()
