"""A package to one document for each part of its crosswalks, whatever the syntax of SSSOM."""

from collections.abc import Callable

from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.sssom.coverage import COVERAGE
from crosswalk_rdf.model import Crosswalk, MappingSet, Package


def write_parts(
    package: Package, write_part: Callable[[MappingSet, Crosswalk, Report], bytes]
) -> Writing:
    """Return what ``write_part`` makes of each part of each crosswalk, by the id of the part.

    Where two crosswalks have parts with the same id, the id of the crosswalk precedes the second.
    Raises Unwritable for a package without alignments.
    """
    if not any(crosswalk.parts for crosswalk in package.crosswalks):
        raise Unwritable("a package without alignments: SSSOM holds nothing else")
    report = Report()
    report_losses(package, COVERAGE, report)
    documents: dict[str, bytes] = {}
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            id = part.id if part.id not in documents else f"{crosswalk.id}-{part.id}"
            documents[id] = write_part(part, crosswalk, report)
    return Writing(documents, report)
