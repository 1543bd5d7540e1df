"""The folder of a publication, opened."""

from os import PathLike
from pathlib import Path

from crosswalk_rdf.api.publication import Publication
from crosswalk_rdf.dataset.finished_dataset import Progress, silent
from crosswalk_rdf.dataset.store import check_reasoner
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication


def open(
    folder: str | PathLike[str] = ".",
    *,
    base: str | None = None,
    reasoner: str = "rules",
    progress: Progress = silent,
) -> Publication:
    """Open the folder of a publication.

    Args:
        folder: The folder that holds ``data/publication.toml``.
        base: The base IRI to publish under, in place of the one that the folder names.
        reasoner: What computes the inferred graph: ``rules`` (built in, fast) or ``owlrl`` (the
            reference implementation, slow).
        progress: Called with the name of each stage as it begins.

    Returns:
        The publication, as its files are now; open it again after you change them.

    Raises:
        NoPublication: The folder holds no publication.
        InputFaults: Files are invalid; the error holds every fault in all of them.
        UnknownReasoner: There is no such reasoner.
    """
    check_reasoner(reasoner)
    progress("data")
    path = Path(folder)
    content = load_publication(path, base)
    library = load_library(content.base, (path, content.written_base))
    return Publication(path, content, library, reasoner=reasoner, progress=progress)
