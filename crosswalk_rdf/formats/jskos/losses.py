"""What JSKOS has no place for: one remark for each kind of thing of a package."""

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.skos_model.losses import framework_losses
from crosswalk_rdf.model import Package

_WHY = "JSKOS has no field for it"


def report_losses(package: Package, report: Report) -> None:
    """Note what of ``package`` is not in its documents, and count what is."""
    for framework in package.frameworks:
        for what in framework_losses(framework):
            report.add(str(framework.iri), Action.NOT_CARRIED, what, _WHY)
    for crosswalk in package.crosswalks:
        found = (
            ("errata", crosswalk.errata),
            ("passages", crosswalk.sections),
            ("that it was read from a document", crosswalk.source),
            (
                "kinds that may be aligned",
                [p for p in crosswalk.parts if p.subject_kinds or p.object_kinds],
            ),
        )
        for what, values in found:
            if values:
                report.add(str(crosswalk.iri), Action.NOT_CARRIED, what, _WHY)
    count = sum(len(framework.statements) for framework in package.frameworks)
    report.count("concepts", count, count)
    report.count("schemes", len(package.frameworks), len(package.frameworks))
