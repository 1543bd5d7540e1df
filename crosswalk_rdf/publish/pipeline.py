"""The whole way: a publication and the library to the files that are published."""

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.errors import DoesNotConform
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.manifest import FILE, Manifest, write_manifest
from crosswalk_rdf.project.library import Library, library_queries
from crosswalk_rdf.project.previous import Previous
from crosswalk_rdf.publish.aside import SharedFiles, aside
from crosswalk_rdf.publish.dataset import add_asserted, add_description, add_inferred
from crosswalk_rdf.publish.documents import (
    Files,
    default_answers,
    dump_files,
    graph_files,
    query_files,
    resource_files,
    sssom_files,
)
from crosswalk_rdf.publish.foreign import foreign_files
from crosswalk_rdf.publish.layout import dump_path, is_packed
from crosswalk_rdf.publish.material import Material
from crosswalk_rdf.publish.origins import origins
from crosswalk_rdf.publish.resources import resource_names
from crosswalk_rdf.publish.site import site_files
from crosswalk_rdf.publish.versions import compared, version_files
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.store.embedded import new_store
from crosswalk_rdf.validation import Report, render, validate

Progress = Callable[[str], None]


def _silent(stage: str) -> None:
    """Tell nobody that ``stage`` begins."""


class NotConforming(DoesNotConform):
    """A publication that violates a shape; holds the report and its readable text."""

    def __init__(self, report: Report, text: str) -> None:
        self.report = report
        super().__init__(text)


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: its files by path, and the store that they were written from."""

    files: MutableMapping[str, bytes]
    store: ox.Store
    comparison: Comparison
    """What differs from the version before."""


def build(
    publication: Publication,
    library: Library,
    *,
    reasoner: str = "rules",
    previous: Previous | None = None,
    files: MutableMapping[str, bytes] | None = None,
    progress: Progress = _silent,
) -> Build:
    """Put every file of the publication into ``files``, a new mapping unless one is given.

    What changed since the version ``previous`` is among them.

    ``progress`` is told the name of each stage as it begins. For a large publication a second
    process writes dumps, graphs and documents meanwhile. Raises :class:`NotConforming` when a
    shape is violated; nothing is published then.
    """
    target = dataset(publication, library, reasoner=reasoner, progress=progress)
    filled: MutableMapping[str, bytes] = {} if files is None else files
    worth = is_packed(publication)
    progress("validation")
    with aside(lambda: _wholes(target, publication, library), filled, worth=worth) as wholes:
        report, text = validated(target, publication, library)
        if not report.conforms:
            raise NotConforming(report, text)
        comparison = compared(publication, target, previous)
        progress("queries")
        queries = library_queries(library, publication.base)
        answers = default_answers(target, queries, publication.base)
        filled.update(query_files(queries, answers, publication.base))
        progress("serialization")
        wholes()
    filled.update(sssom_files(publication))
    filled.update(version_files(comparison, publication, library))
    filled.update(_texts(library, report, text))
    progress("site")
    material = Material(
        publication=publication,
        library=library,
        store=target,
        reasoner=reasoner,
        report=report,
        queries=queries,
        answers=answers,
        comparison=comparison,
        resources=resource_names(target, publication.base),
        files=filled,
    )
    _add_pages(material, filled)
    filled[FILE] = write_manifest(_manifest(publication, filled))
    return Build(filled if files is not None else dict(sorted(filled.items())), target, comparison)


def _add_pages(material: Material, files: MutableMapping[str, bytes]) -> None:
    """Add the pages and, meanwhile where that is worth while, the documents beside them."""
    publication, library = material.publication, material.library

    def produce() -> Files:
        return resource_files(material.store, publication, library, material.resources)

    with aside(produce, files, worth=is_packed(publication)) as documents:
        for path, content in site_files(material):
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


def _wholes(target: ox.Store, publication: Publication, library: Library) -> Files:
    """Yield the dumps, the graphs, and all in foreign formats."""
    yield from dump_files(target, publication, library)
    yield from graph_files(target, publication, library)
    yield from foreign_files(publication)


def _texts(library: Library, report: Report, text: str) -> Iterator[tuple[str, bytes]]:
    """Yield what is published as it stands: the context, the shapes, the report."""
    yield "context.jsonld", library.context.encode()
    yield "validation/report.ttl", report.turtle
    yield "validation/report.txt", text.encode()
    for name, shapes in library.shapes.items():
        yield f"shapes/{name.rpartition('/')[2]}", shapes.encode()


def dataset(
    publication: Publication,
    library: Library,
    *,
    reasoner: str = "rules",
    progress: Progress = _silent,
) -> ox.Store:
    """Return the store of the publication: asserted, inferred and described."""
    target = new_store()
    progress("graph")
    add_asserted(target, publication, library)
    progress("inference")
    add_inferred(target, publication, library, reasoner)
    progress("description")
    add_description(target, publication, reasoner)
    return target


def validated(target: ox.Store, publication: Publication, library: Library) -> tuple[Report, str]:
    """Return the SHACL report on the store, and the same as readable text."""
    report = validate(target, library.shapes, base=publication.base)
    return report, render(report, origins(publication))
