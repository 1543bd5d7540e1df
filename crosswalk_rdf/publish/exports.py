"""A publication to what other systems read: files in every format that is published."""

from collections.abc import Iterator

from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Publication, package_of

Files = Iterator[tuple[str, bytes]]


def export_files(publication: Publication) -> Files:
    """Yield the files of each foreign format that ``publication`` is to have, by path."""
    package = package_of(publication)
    for known in formats():
        wanted = publication.formats is None or known.name in publication.formats
        if known.publish is not None and wanted:
            yield from known.publish(package)
