"""Packages to SSSOM/TSV: one document for each part of a crosswalk."""

from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.documents import document_of
from crosswalk_rdf.model import Package


def write(package: Package) -> Writing:
    """Return each part of each crosswalk as SSSOM/TSV, by its id.

    Where two crosswalks have parts of one id, that of the crosswalk stands before it. Raises
    Unwritable for a package without crosswalks.
    """
    if not any(crosswalk.parts for crosswalk in package.crosswalks):
        raise Unwritable("a package without alignments: SSSOM holds nothing else")
    report = Report()
    report_losses(package, report)
    found: dict[str, bytes] = {}
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            id = part.id if part.id not in found else f"{crosswalk.id}-{part.id}"
            found[id] = tsv.write(document_of(part, crosswalk, package, report))
    return Writing(found, report)


def report_losses(package: Package, report: Report) -> None:
    """Note what of ``package`` SSSOM has no place for."""
    why = "SSSOM is of mappings only"
    for framework in package.frameworks:
        what = f"a framework of {len(framework.statements)} statements"
        report.add(str(framework.iri), Action.NOT_CARRIED, what, why)
    for crosswalk in package.crosswalks:
        report.add(
            str(crosswalk.iri),
            Action.NOT_CARRIED,
            "what is said of the crosswalk as a whole: title, publisher, rights, prose, errata",
            "SSSOM has no place for a set of sets",
        )
