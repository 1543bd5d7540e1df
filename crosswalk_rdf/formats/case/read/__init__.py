"""CASE 1.0 and 1.1 packages, as servers emit them, to frameworks and crosswalks."""

from collections.abc import Iterator, Sequence
from typing import Any

from crosswalk_rdf.formats.case.classes import DEFINITIONS
from crosswalk_rdf.formats.case.coercion import Cleaner, members
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.formats.case.read.envelopes import (
    packages_in,
    with_associations_of_items,
)
from crosswalk_rdf.formats.case.read.index import Index
from crosswalk_rdf.formats.case.read.package import (
    Draft,
    Source,
    draft,
    framework_and_crosswalk,
    with_framework,
)
from crosswalk_rdf.formats.case.read.package_identifiers import identify_source
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.json_documents import read_json
from crosswalk_rdf.model import Package


def read(data: bytes, file: str) -> Reading:
    """Return what the packages in ``data`` hold.

    Raises InputFaults for data that is not JSON, and for JSON without a CFDocument.
    """
    try:
        return _reading(read_json(data, file), file)
    except RecursionError as error:
        raise unreadable(file, "JSON nested too deep: flatten it") from error


def _reading(value: Any, file: str) -> Reading:  # noqa: ANN401 - any JSON value
    packages = packages_in(value)
    if not packages:
        message = "no CFDocument: a CASE package is a JSON object that has one beside its CFItems"
        raise unreadable(file, message)
    report, remarks, index = Report(), Remarks(), Index()
    cleaner = Cleaner(remarks)
    sources = []
    del value
    for place, raw in _each_once(packages):
        clean = cleaner.clean("CFPackage", with_associations_of_items(raw), place)
        _count(raw, report)
        source = identify_source(clean, place, index, remarks)
        if source:
            sources.append(source)
            _note_emptiness(source, remarks)
    package = _package(sources, index, remarks, report)
    remarks.into(report)
    return Reading(package, report)


def _each_once(packages: list[tuple[str, Object]]) -> Iterator[tuple[str, Object]]:
    """Yield and release each package, so that no two forms of it are in memory."""
    packages.reverse()
    while packages:
        yield packages.pop()


def _note_emptiness(source: Source, remarks: Remarks) -> None:
    """Note a package that holds nothing but its document."""
    if not source.items and not source.clean["CFAssociations"]:
        what = f"{source.clean['CFDocument'].get('title', source.document.iri)!r} without CFItems"
        why = "the package has neither items nor associations: the framework is empty"
        remarks.add(f"{source.place}/CFItems", Action.IGNORED, what, why)


def _count(raw: Object, report: Report) -> None:
    """Count what the package holds; what is carried is counted where it is."""
    report.count("CFDocuments", 1, 0)
    for name in ("CFItems", "CFAssociations", "CFRubrics"):
        report.count(name, len(members(raw.get(name))), 0)
    definitions = raw.get("CFDefinitions")
    if isinstance(definitions, dict):
        for name in DEFINITIONS:
            report.count(name, len(members(definitions.get(name))), 0)


def _package(sources: Sequence[Source], index: Index, remarks: Remarks, report: Report) -> Package:
    names = Names(Package())
    drafts: list[Draft] = []
    for source in sources:
        ids = [each.metadata.id for each in drafts]
        drafts.append(draft(source, index, ids, remarks))
    drafts = [
        each if each.is_crosswalk else with_framework(each, names, remarks) for each in drafts
    ]
    done = [framework_and_crosswalk(each, names, remarks) for each in drafts]
    for each in drafts:
        _carried(each, report)
    return Package(
        frameworks=tuple(framework for framework, _ in done if framework),
        crosswalks=tuple(crosswalk for _, crosswalk in done if crosswalk),
    )


def _carried(draft: Draft, report: Report) -> None:
    """Count what was carried."""
    report.count("CFDocuments", 0, 1)
    report.count("CFItems", 0, len(draft.source.items))
    report.count("CFAssociations", 0, draft.association_count - draft.cut)
    report.count("CFRubrics", 0, len(draft.source.clean.get("CFRubrics", [])))
    for name in DEFINITIONS:
        number = len(draft.definitions.lists[name])
        if number:
            report.count(name, 0, number)
