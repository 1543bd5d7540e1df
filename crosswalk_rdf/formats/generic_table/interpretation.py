"""The readings of the sheets of a file to one package: frameworks, then crosswalks of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rdflib import URIRef

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.generic_table.alignments import crosswalk_of
from crosswalk_rdf.formats.generic_table.checks import faults_of
from crosswalk_rdf.formats.generic_table.degrees import Degrees
from crosswalk_rdf.formats.generic_table.hierarchy import arrange, compose_notations
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.generic_table.options import TableOptions
from crosswalk_rdf.formats.generic_table.remarks import remark_columns, remark_rows
from crosswalk_rdf.formats.generic_table.sheet_readings import SheetReading
from crosswalk_rdf.formats.generic_table.statements import framework_of, title_of
from crosswalk_rdf.formats.generic_table.subjects import (
    is_crosswalk,
    known_subject,
    subjects_of,
    subjects_of_items,
)
from crosswalk_rdf.formats.shared.tabular.frameworks import stem
from crosswalk_rdf.formats.shared.tabular.items import Item
from crosswalk_rdf.model import Crosswalk, Framework, Package


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a spreadsheet is read, and what it gives."""

    package: Package
    report: Report
    sheets: tuple[SheetReading, ...]
    faults: tuple[Fault, ...]
    """What makes the reading wrong; nothing is to be written then."""
    options: TableOptions
    """What would give the same reading again, with every column named."""

    def reading(self) -> Reading:
        """Return what the spreadsheet gives; raise InputFaults for what makes that wrong."""
        if self.faults:
            raise InputFaults(self.faults)
        return Reading(self.package, self.report)


@dataclass(slots=True)
class Interpretation:
    """The readings of all sheets, on their way to one package."""

    file: str
    options: TableOptions
    other_frameworks: list[KnownCodes]
    degrees: Degrees
    report: Report
    readings: tuple[SheetReading, ...]
    faults: list[Fault] = field(default_factory=list)
    frameworks: list[Framework] = field(default_factory=list)
    crosswalks: list[Crosswalk] = field(default_factory=list)
    unnamed: set[URIRef] = field(default_factory=set)

    def result(self) -> TableReading:
        """Return what all sheets give together."""
        read = [(r, r.walk) for r in self.readings if r.walk is not None and not r.problem]
        if not read:
            self._refuse_unread()
        for reading, walk in read:
            remark_columns(reading, self.report)
            remark_rows(walk, self.report)
            self.faults.extend(arrange(walk, self.report, self.file))
            compose_notations(walk.nodes, walk.frame.sheet, self.report)
            self.faults.extend(faults_of(walk, self.file))
            row = walk.frame.header_rows[-1] if walk.frame.header_rows else 0
            self.faults.extend(
                walk.frame.sheet.fault(self.file, row, 0, guess) for guess in reading.guesses
            )
        self._remark_unread()
        self._add(read)
        package = Package(
            frameworks=tuple(self.frameworks),
            crosswalks=tuple(self.crosswalks),
            unnamed=frozenset(self.unnamed),
        )
        options = replace(
            self.options,
            file=self.file.replace("\\", "/").rpartition("/")[2],
            sheets=tuple(reading.as_options() for reading, _ in read),
            only=(),
        )
        return TableReading(package, self.report, self.readings, tuple(self.faults), options)

    def _remark_unread(self) -> None:
        for reading in self.readings:
            if reading.problem and any(any(row) for row in reading.sheet.rows):
                place = f"sheet {reading.sheet.name}"
                self.report.add(place, Action.IGNORED, "the sheet", reading.problem)

    def _refuse_unread(self) -> None:
        problems = [
            Fault(
                self.file, 0, 0, f"sheet {r.sheet.name}: {r.problem}" if r.sheet.name else r.problem
            )
            for r in self.readings
        ]
        raise InputFaults(problems or [Fault(self.file, 0, 0, "it has no sheet that is shown")])

    def _add(self, read: Sequence[tuple[SheetReading, Walk]]) -> None:
        """Add frameworks first, then the sheets that may be crosswalks of them."""
        plain = [(r, w) for r, w in read if not is_crosswalk(r)]
        crosswalks = [(r, w) for r, w in read if is_crosswalk(r)]
        several = len(read) > 1 and not self.options.together
        if self.options.together:
            self._add_framework(list(read), stem(self.file))
            return
        for reading, walk in plain:
            name = f"{stem(self.file)} {reading.sheet.name}" if several else stem(self.file)
            self._add_framework([(reading, walk)], name)
        in_file = [KnownCodes(framework) for framework in self.frameworks]
        for reading, walk in crosswalks:
            subject = known_subject(reading, walk, [*in_file, *self.other_frameworks], self.file)
            if subject is None:
                several = len(read) > 1
                name = f"{stem(self.file)} {reading.sheet.name}" if several else stem(self.file)
                self._add_framework([(reading, walk)], name)
            else:
                self._add_crosswalk([walk], subject, None)

    def _add_framework(self, read: Sequence[tuple[SheetReading, Walk]], name: str) -> None:
        walks = [walk for _, walk in read]
        relations = [r for r in self.readings if r.is_relation]
        if not any(level.text is not None for walk in walks for level in walk.levels):
            message = (
                "no column has texts, and the codes are not those of a framework of the "
                "publication: say which column has the texts with --column text=NAME, or whose "
                "codes they are with --column code.ID=NAME"
            )
            self.faults.append(walks[0].frame.sheet.fault(self.file, 0, 0, message))
            return
        if not any(walk.nodes for walk in walks):
            message = "there is no row with a statement below the headers: add one"
            self.faults.append(walks[0].frame.sheet.fault(self.file, 0, 0, message))
            return
        titles = [title_of(walk, self.report) for walk in walks]
        title = next(filter(None, titles), "")
        framework, items, faults = framework_of(
            walks, relations, name, title, self.report, self.file
        )
        self.faults.extend(faults)
        self.frameworks.append(framework)
        self.unnamed.add(framework.iri)
        self.unnamed.update(
            item.iri
            for item in items.values()
            if item.iri.startswith("urn:uuid:") and not item.uuid
        )
        self._add_crosswalk(walks, KnownCodes(framework), items)

    def _add_crosswalk(
        self, walks: Sequence[Walk], subject: KnownCodes, items: Mapping[Node, Item] | None
    ) -> None:
        subjects = subjects_of(subject) if items is None else subjects_of_items(items)
        crosswalk, faults = crosswalk_of(
            walks,
            subjects,
            subject.framework.iri,
            {codes.framework.id: codes for codes in self.other_frameworks},
            self.degrees,
            str(subject.framework.title),
            self.file,
        )
        self.faults.extend(faults)
        if crosswalk is not None:
            self.crosswalks.append(crosswalk)
            self.unnamed.update(a.iri for part in crosswalk.parts for a in part.alignments)
            self.unnamed.update((crosswalk.iri, *(part.iri for part in crosswalk.parts)))
            number = sum(len(part.alignments) for part in crosswalk.parts)
            self.report.count("alignments", number, number)
