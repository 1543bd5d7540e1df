"""Frameworks and crosswalks to CASE packages, strict to the schema of one version."""

from crosswalk_rdf.formats.case.conformance import V1_0, V1_1, Schema
from crosswalk_rdf.formats.case.coverage import CASE_1_0, CASE_1_1
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import Names, changed
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.case.write.packages import Document, PackageWriter
from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Crosswalk, Framework, Package


def write_1_1(package: Package) -> Writing:
    """Return a CASE 1.1 package for each framework and each crosswalk between frameworks.

    Raises Unwritable for a package with neither.
    """
    return _write(package, V1_1)


def write_1_0(package: Package) -> Writing:
    """Return a CASE 1.0 package for each; raises as :func:`write_1_1`."""
    return _write(package, V1_0)


def _write(package: Package, version: str) -> Writing:
    if not package.frameworks and not package.crosswalks:
        raise Unwritable("nothing to write: a CASE package needs a framework or a crosswalk")
    report, remarks = Report(), Remarks()
    documents = {}
    for document in PackageWriter(package).documents():
        conforming = strict(document, version, remarks)
        documents[document.id] = write_json(conforming)
        report.count("CFDocuments", 1, 1)
        for name in ("CFItems", "CFAssociations"):
            number = len(conforming.get(name, []))
            report.count(name, number, number)
    note_dates(package, remarks)
    remarks.into(report)
    report_losses(package, CASE_1_0 if version == V1_0 else CASE_1_1, report)
    return Writing(documents, report)


def strict(document: Document, version: str, remarks: Remarks) -> Object:
    """Return the CFPackage of ``document`` as the schema of ``version`` permits it."""
    return Schema(version, document.changed, remarks).conform("CFPackage", document.package)


def note_dates(package: Package, remarks: Remarks) -> None:
    """Note where it is not known when something was last changed, and CASE asks for it."""
    names = Names(package)
    documents: list[Framework | Crosswalk] = [*package.frameworks, *package.crosswalks]
    for document in documents:
        if not package.modified and not changed(document.properties, ""):
            what = "no date of the last change"
            why = f"CASE asks for one: {names.changed(document)} is written"
            remarks.add(document.iri, Action.REPAIRED, what, why)
