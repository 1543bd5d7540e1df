"""A crosswalk to a Comprehensive Learner Record (CLR 2.0): statements and what associates them.

CLR 2.0 has associations nowhere but in the record of a learner, beside the achievements that they
join. So the record is a sample, of nobody and without proof; what is real in it, to be taken over
into records, are its ``achievement``s and ``association``s.
"""

from collections.abc import Iterable, Iterator

from crosswalk_rdf.formats.clr.associations import Association, associations_of
from crosswalk_rdf.formats.clr.coverage import COVERAGE
from crosswalk_rdf.formats.clr.record import ends_of, path_of, record
from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.published_file import PublishedFile


def write(package: Package) -> Writing:
    """Return a record for each crosswalk that has alignments."""
    report = Report()
    ends = ends_of(package)
    associations = {c.id: associations_of(c, report) for c in package.crosswalks}
    documents = {
        crosswalk.id: write_json(record(crosswalk, associations[crosswalk.id], ends, package))
        for crosswalk in package.crosswalks
        if associations[crosswalk.id]
    }
    if not documents:
        raise Unwritable("a learner record associates statements, and no crosswalk aligns any")
    _note_losses(package, associations.values(), report)
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield the record of each crosswalk that has alignments."""
    ends = ends_of(package)
    for crosswalk in package.crosswalks:
        if associations := associations_of(crosswalk, Report()):
            data = write_json(record(crosswalk, associations, ends, package))
            yield PublishedFile(path_of(crosswalk), data, (str(crosswalk.iri),))


def _note_losses(
    package: Package, associations: Iterable[Iterable[Association]], report: Report
) -> None:
    """Note the statements that are in no record, and what an association does not say."""
    named = {end for by_crosswalk in associations for _, *pair in by_crosswalk for end in pair}
    why = "a record holds the statements that a crosswalk aligns"
    for framework in package.frameworks:
        carried = sum(1 for s in framework.statements if s.iri in named)
        report.count("statements", len(framework.statements), carried)
        if unnamed := len(framework.statements) - carried:
            what = f"unaligned statements ({unnamed})"
            report.add(str(framework.iri), Action.NOT_CARRIED, what, why)
    report_losses(package, COVERAGE, report)
