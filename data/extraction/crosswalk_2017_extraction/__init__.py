"""The printed crosswalk of 2017: text to frameworks, alignments, prose and errata.

One reader for one document, and a plug-in of ``crosswalk-rdf``: it adds the command ``extract``.
It compares the printings of the document with each other; what only an editor sees is listed in
``editorial_errata.csv``.
"""

import hashlib
from dataclasses import dataclass

from crosswalk_2017_extraction.bibliography import source_document
from crosswalk_2017_extraction.coverage import Coverage, coverage
from crosswalk_2017_extraction.crosswalks import crosswalk
from crosswalk_2017_extraction.editorial import editorial
from crosswalk_2017_extraction.errata import errata
from crosswalk_2017_extraction.frameworks import Uuids, frameworks
from crosswalk_2017_extraction.reader import UnknownSource, read_crosswalk
from crosswalk_2017_extraction.resolution import UnknownText, resolve
from crosswalk_rdf.model import Crosswalk, Framework

__all__ = ["Extraction", "UnknownSource", "UnknownText", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the source holds, and the account of its lines."""

    frameworks: tuple[Framework, ...]
    crosswalk: Crosswalk
    coverage: Coverage


def extract(
    text: str, *, base: str, file: str, uuids: Uuids, curated: str | None = None
) -> Extraction:
    """Return everything that ``text``, the crosswalk printed in 2017, holds.

    ``file`` is the path of the text within the publication's folder, ``uuids`` gives the stored
    (or newly minted) UUID of a framework, a statement or the crosswalk. ``curated`` is the table of
    errata that an editor saw (CSV); without it none are added. Raises :class:`UnknownSource` for
    another text, :class:`UnknownText` for a row whose words are those of no statement, and
    :class:`crosswalk_rdf.errors.InputFaults` where ``curated`` quotes what is not printed.
    """
    reading = read_crosswalk(text)
    resolution = resolve(reading)
    both = frameworks(resolution, base, file, uuids)
    checksum = hashlib.sha256(text.encode()).hexdigest()
    source = source_document(base, file, checksum, text.count("\n"))
    editorial_errata = editorial(reading, text, curated) if curated else ()
    rows = errata(reading, resolution, base, file, editorial_errata)
    return Extraction(
        frameworks=tuple(both),
        crosswalk=crosswalk(resolution, reading.prose, rows, both, source, base, uuids),
        coverage=coverage(text, reading),
    )
