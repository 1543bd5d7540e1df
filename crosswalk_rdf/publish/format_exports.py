"""A publication to files in every format that is published."""

from collections.abc import Iterator
from dataclasses import replace

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Publication, package_of
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.serialization.media_types import media_type_of


def export_files(publication: Publication) -> Iterator[PublishedFile]:
    """Yield the files of each foreign format that ``publication`` is to have."""
    package = package_of(publication)
    for format in formats():
        is_enabled = publication.formats is None or format.name in publication.formats
        if format.publish is not None and (is_enabled or format.always):
            for file in format.publish(package):
                media_type = _media_type(file.path, format)
                yield replace(file, profile=format.name, media_type=media_type)


def _media_type(path: str, format: Format) -> str:
    """Return the media type of the format, or that of a file of another kind beside it."""
    is_main_file = path.endswith(format.suffixes[0])
    return format.media_type if is_main_file else media_type_of(path) or format.media_type
