"""The build pipeline: a publication and the library to the published files."""

from collections.abc import MutableMapping
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.distributions import dump_path, is_compressed
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset, Progress, finish_dataset, silent
from crosswalk_rdf.dataset.naming import own_prefixes
from crosswalk_rdf.dataset.store import dataset as dataset_store
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.build_index import Index, index_lines
from crosswalk_rdf.model.manifest import FILE, Manifest
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.project.previous_version import Previous
from crosswalk_rdf.publish.background_process import background
from crosswalk_rdf.publish.documents import (
    Files,
    dump_files,
    graph_files,
    library_files,
    query_files,
    resource_files,
    version_files,
)
from crosswalk_rdf.publish.format_exports import export_files
from crosswalk_rdf.publish.output import Output
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.files import site_files


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its files by path, their index, and the dataset that they show."""

    files: MutableMapping[str, bytes]
    dataset: FinishedDataset
    index: Index
    """What each file is, by path."""

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
    """Write every file of the publication to ``files``, a new mapping unless one is given.

    What changed since the version ``previous`` is among them.

    ``progress`` is called with the name of each stage as it begins. For a large publication a
    second process writes dumps, graphs and documents meanwhile. Raises
    :class:`~crosswalk_rdf.dataset.finished_dataset.NotConforming` when a shape is violated;
    nothing is published then.
    """
    store = dataset_store(publication, library, reasoner=reasoner, progress=progress)
    output = Output({} if files is None else files)
    is_large = is_compressed(publication)
    with background(
        lambda: _dataset_files(store, publication, library), output, worth=is_large
    ) as dataset_files:
        dataset = finish_dataset(
            publication, library, store, reasoner=reasoner, previous=previous, progress=progress
        )
        output.update(query_files(dataset))
        progress("serialization")
        dataset_files()
    _add_other_files(dataset, output, progress)
    output.write(FILE, index_lines(_manifest(publication, output), output.index.values()))
    ordered_files = output.files if files is not None else dict(sorted(output.files.items()))
    return Build(ordered_files, dataset, output.index)


def _add_other_files(dataset: FinishedDataset, output: Output, progress: Progress) -> None:
    """Add everything but dumps, graphs and exports; pages and documents side by side."""
    output.update(version_files(dataset))
    output.update(library_files(dataset))
    progress("site")
    is_large = is_compressed(dataset.publication)
    with background(lambda: resource_files(dataset), output, worth=is_large) as documents:
        output.update(site_files(dataset, output.index))
        documents()


def _manifest(publication: Publication, output: Output) -> Manifest:
    """Return the manifest of the build, once all other files are written."""
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
        files=len(output.index),
        bytes=sum(entry.size for entry in output.index.values()),
        prefixes=own_prefixes(publication),
    )


def _dataset_files(store: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield the dumps, the graphs, and all exports."""
    yield from dump_files(store, publication, library)
    yield from graph_files(store, publication, library)
    yield from export_files(publication)
