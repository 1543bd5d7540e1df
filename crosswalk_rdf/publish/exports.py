"""A publication to what other systems read: files in every format that is published."""

from collections.abc import Iterator

from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Publication, package_of

Files = Iterator[tuple[str, bytes]]


def export_files(publication: Publication) -> Files:
    """Yield the files of each foreign format that ``publication`` is to have, by path."""
    package = package_of(publication)
    for format in formats():
        wanted = publication.formats is None or format.name in publication.formats
        if format.publish is not None and (wanted or format.always):
            yield from format.publish(package)
