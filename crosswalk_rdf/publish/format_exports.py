"""A publication to files in every format that is published."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from crosswalk_rdf.formats.format import Format, Publisher
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Package, Publication, package_of
from crosswalk_rdf.model.published_file import PublishedFile, Task
from crosswalk_rdf.serialization.media_types import media_type_of


def export_tasks(publication: Publication) -> list[Task]:
    """Return what makes the files of each foreign format that ``publication`` is to have."""
    package = package_of(publication)
    return [
        partial(_files, format, format.publish, package)
        for format in formats()
        if format.publish is not None
        and (format.always or publication.formats is None or format.name in publication.formats)
    ]


def _files(format: Format, publish: Publisher, package: Package) -> Iterator[PublishedFile]:
    for file in publish(package):
        yield replace(file, profile=format.name, media_type=_media_type(file.path, format))


def _media_type(path: str, format: Format) -> str:
    """Return the media type of the format, or that of a file of another kind beside it."""
    is_main_file = path.endswith(format.suffixes[0])
    return format.media_type if is_main_file else media_type_of(path) or format.media_type
