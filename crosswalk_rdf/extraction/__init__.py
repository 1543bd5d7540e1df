"""The printed crosswalk of 2017: text to frameworks, alignments, prose and errata.

One reader for one document. It finds everything by comparing the printings of the document with
each other; nothing that it reports is listed by hand.
"""

import hashlib
from dataclasses import dataclass

from crosswalk_rdf.extraction.bibliography import source_document
from crosswalk_rdf.extraction.coverage import Coverage, coverage
from crosswalk_rdf.extraction.crosswalks import crosswalk
from crosswalk_rdf.extraction.errata import errata
from crosswalk_rdf.extraction.frameworks import Uuids, frameworks
from crosswalk_rdf.extraction.reading import UnknownSource, read_crosswalk
from crosswalk_rdf.extraction.resolution import UnknownText, resolve
from crosswalk_rdf.model import Crosswalk, Framework

__all__ = ["Extraction", "UnknownSource", "UnknownText", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the source holds, and the account of its lines."""

    frameworks: tuple[Framework, ...]
    crosswalk: Crosswalk
    coverage: Coverage


def extract(text: str, *, base: str, file: str, uuids: Uuids) -> Extraction:
    """Return everything that ``text``, the crosswalk printed in 2017, holds.

    ``file`` is the path of the text within the publication's folder, ``uuids`` gives the stored
    (or newly minted) UUID of a framework, a statement or the crosswalk. Raises
    :class:`UnknownSource` for another text and :class:`UnknownText` for a row whose words are those
    of no statement.
    """
    reading = read_crosswalk(text)
    resolution = resolve(reading)
    found = frameworks(resolution, base, file, uuids)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    source = source_document(base, file, checksum, text.count("\n"))
    rows = errata(reading, resolution, base, file)
    return Extraction(
        frameworks=tuple(found),
        crosswalk=crosswalk(resolution, reading.prose, rows, found, source, base, uuids),
        coverage=coverage(text, reading),
    )
