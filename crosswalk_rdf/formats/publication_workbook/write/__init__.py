"""A package to one workbook."""

from collections.abc import Iterator, Sequence
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report, Writing
from crosswalk_rdf.formats.publication_workbook.coverage import COVERAGE
from crosswalk_rdf.formats.publication_workbook.headers import FACT
from crosswalk_rdf.formats.publication_workbook.metadata_fields import SheetNames, details, metadata
from crosswalk_rdf.formats.publication_workbook.metadata_rows import Fact
from crosswalk_rdf.formats.publication_workbook.names import RESERVED, Notations, sheet_name
from crosswalk_rdf.formats.publication_workbook.write.about_sheet import about_page, title_of
from crosswalk_rdf.formats.publication_workbook.write.agreement import agreements
from crosswalk_rdf.formats.publication_workbook.write.agreement_sheet import agreement_plan
from crosswalk_rdf.formats.publication_workbook.write.crosswalk_sheets import (
    errata_plan,
    part_plan,
    prose_plan,
)
from crosswalk_rdf.formats.publication_workbook.write.framework_sheet import framework_plan
from crosswalk_rdf.formats.publication_workbook.write.layout import Column, Line, Page, Plan, Style
from crosswalk_rdf.formats.publication_workbook.write.workbook_writer import draw
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.published_file import PublishedFile

PATH: Final = "spreadsheets/publication.xlsx"
_WIDTHS: Final = (18, 46, 26, 70, 10, 22, 46)
_DETAILS_A_SHEET: Final = 1_000_000
_TAB: Final = "#8C959F"


def write(package: Package) -> Writing:
    """Return the workbook of ``package``, and what it cannot hold."""
    report = Report()
    names, plans = _plans(package)
    sheets: list[Page | Plan] = [about_page(package, plans, names), *plans]
    author = package.creator.name if package.creator else ""
    data = draw(sheets, title_of(package), author, package.modified, report)
    _count(package, report)
    report_losses(package, COVERAGE, report)
    return Writing({"": data}, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield the one workbook of a publication."""
    about = tuple(package.iris.values())
    yield PublishedFile(PATH, write(package).documents[""], about)


def _plans(package: Package) -> tuple[SheetNames, list[Plan]]:
    sheets = {name.casefold() for name in RESERVED}
    several = len(package.crosswalks) > 1
    tables = {f.iri: sheet_name(f.id, sheets) for f in package.frameworks}
    plans = [framework_plan(f, tables[f.iri]) for f in package.frameworks]
    notations = {f.iri: Notations(f.statements) for f in package.frameworks}
    errata: dict[URIRef, str] = {}
    prose: dict[URIRef, str] = {}
    for crosswalk in package.crosswalks:
        ending = f" {crosswalk.id}" if several else ""
        for part in crosswalk.parts:
            tables[part.iri] = sheet_name(part.id + ending, sheets)
            plans.append(part_plan(part, notations, tables[part.iri]))
        plans.extend(
            agreement_plan(agreement, sheet_name("Agreement" + ending, sheets))
            for agreement in agreements(crosswalk, package.frameworks)
        )
        if crosswalk.errata:
            name = errata[crosswalk.iri] = sheet_name("Errata" + ending, sheets)
            plans.append(errata_plan(crosswalk, package.base, name))
        if crosswalk.sections:
            name = prose[crosswalk.iri] = sheet_name("Prose" + ending, sheets)
            plans.append(prose_plan(crosswalk, package.base, name))
    names = SheetNames(tables, errata, prose)
    plans.extend(_fact_plans("Details", list(details(package))))
    plans.extend(_fact_plans("Metadata", list(metadata(package, names))))
    return names, plans


def _fact_plans(name: str, facts: Sequence[Fact]) -> Iterator[Plan]:
    columns = tuple(
        Column(header, width, Style.TEXT if field == "value" else Style.PLAIN)
        for (field, header), width in zip(FACT.items(), _WIDTHS, strict=True)
    )
    for start in range(0, len(facts), _DETAILS_A_SHEET):
        lines = [Line(fact.cells, fact.about) for fact in facts[start : start + _DETAILS_A_SHEET]]
        number = start // _DETAILS_A_SHEET + 1
        yield Plan(name if number == 1 else f"{name} {number}", columns, lines, tab=_TAB)


def _count(package: Package, report: Report) -> None:
    for framework in package.frameworks:
        report.count("statements", len(framework.statements), len(framework.statements))
        for statement in framework.statements:
            if statement.text.datatype or (statement.label and statement.label.datatype):
                report.add(
                    str(statement.iri), Action.NOT_CARRIED, "a datatype", "a text has a language"
                )
    for crosswalk in package.crosswalks:
        parts = sum(len(part.alignments) for part in crosswalk.parts)
        report.count("alignments", parts, parts)
        report.count("errata", len(crosswalk.errata), len(crosswalk.errata))
        report.count("sections", len(crosswalk.sections), len(crosswalk.sections))
