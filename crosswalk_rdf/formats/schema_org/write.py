"""Frameworks and crosswalks in schema.org and LRMI: ``DefinedTermSet``, ``AlignmentObject``."""

from collections.abc import Iterator

from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.schema_org.alignment_objects import (
    Ends,
    alignments,
    crosswalk_document,
)
from crosswalk_rdf.formats.schema_org.coverage import COVERAGE
from crosswalk_rdf.formats.schema_org.write_sets import term_set
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.model.published_file import PublishedFile, Role


def write(package: Package) -> Writing:
    """Return a document for each framework and each crosswalk."""
    if not package.frameworks and not package.crosswalks:
        raise Unwritable("schema.org describes frameworks and crosswalks, and there are none")
    report = Report()
    documents = {f.id: write_json(term_set(f)) for f in package.frameworks}
    ends = _ends(package)
    for crosswalk in package.crosswalks:
        documents[crosswalk.id] = write_json(crosswalk_document(crosswalk, package, ends))
        _note_crosswalk(crosswalk, report)
    for framework in package.frameworks:
        _note_framework(framework, report)
    report_losses(package, COVERAGE, report)
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield a document for each framework and crosswalk, and the alignments to be copied."""
    for framework in package.frameworks:
        terms = term_set(framework)
        iris = tuple(str(node["@id"]) for node in (terms, *terms.get("hasDefinedTerm", ())))
        path = f"schema-org/{framework.id}"
        yield PublishedFile(f"{path}.jsonld", write_json(terms), iris, Role.REPRESENTATION)
        content = write_json(alignments(framework))
        yield PublishedFile(f"{path}.alignments.json", content, iris[:1])
    ends = _ends(package)
    for crosswalk in package.crosswalks:
        content = write_json(crosswalk_document(crosswalk, package, ends))
        path, about = f"schema-org/{crosswalk.id}.jsonld", (str(crosswalk.iri),)
        yield PublishedFile(path, content, about, Role.REPRESENTATION)


def _ends(package: Package) -> Ends:
    return {s.iri: (s, f) for f in package.frameworks for s in f.statements}


def _note_framework(framework: Framework, report: Report) -> None:
    number = len(framework.statements)
    report.count("DefinedTerm", number, number)


def _note_crosswalk(crosswalk: Crosswalk, report: Report) -> None:
    for part in crosswalk.parts:
        report.count("AlignmentObject", len(part.alignments), len(part.claims))
