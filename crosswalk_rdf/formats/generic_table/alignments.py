"""Codes of other frameworks beside statements, and marks in a grid, to parts of a crosswalk."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.generic_table.columns import Column
from crosswalk_rdf.formats.generic_table.degrees import BadDegree, Degree, Degrees
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes, Match, UnknownCode
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.shared.tabular import cell_name
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Origin,
    Statement,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import SEMAPV

_CODES: Final = ("codes", "grid")


@dataclass(frozen=True, slots=True)
class Subject:
    """The statement that a row is about."""

    iri: URIRef
    label: str


Subjects = Callable[[Node], Subject | None]
"""What gives the statement of a row; it may raise :class:`UnknownCode`."""


@dataclass(slots=True)
class _Reader:
    """Reads the cells of one sheet that are about one other framework."""

    walk: Walk
    file: str
    codes: KnownCodes
    degrees: Degrees
    subjects: Subjects
    source: URIRef
    faults: list[Fault]

    def alignments(self, column: Column) -> Iterator[Alignment]:
        """Yield the alignments that the cells of ``column`` state."""
        merged = {
            (row, left): top
            for top, left, bottom, _ in self.walk.frame.sheet.merged
            for row in range(top, bottom + 1)
        }
        for row, node in self.walk.node_of_row.items():
            text = self.walk.frame.cell(merged.get((row, column.index), row), column.index)
            if not text:
                continue
            try:
                matches, degree = self._objects(column, text, row)
                subject = self.subjects(node) if matches else None
            except (UnknownCode, BadDegree) as error:
                fault = self.walk.frame.sheet.fault(self.file, row, column.index, str(error))
                self.faults.append(fault)
                continue
            if subject is None or degree.silent:
                continue
            for match in matches:
                yield self._alignment(subject, match.statement, degree, row, column, text)

    def _objects(self, column: Column, text: str, row: int) -> tuple[list[Match], Degree]:
        """Return the statements that a cell names, and how well they match."""
        if column.role.name == "grid":
            header = self.walk.frame.own_headers[column.index]
            statement = self.codes.statement(header) or self.codes.statement(
                header.split()[0].rstrip(".:")
            )
            if statement is None:
                return self.codes.matches(header), self.degrees.degree(text)
            return [Match(statement, header)], self.degrees.degree(text)
        return self.codes.matches(text), self._degree(row)

    def _degree(self, row: int) -> Degree:
        """Return what the column of degrees says in ``row``."""
        for column in self.walk.columns:
            if column.role.name == "degree":
                text = self.walk.frame.cell(row, column.index)
                return self.degrees.degree(text) if text else Degree()
        return Degree()

    def _alignment(
        self,
        subject: Subject,
        statement: Statement,
        degree: Degree,
        row: int,
        column: Column,
        text: str,
    ) -> Alignment:
        return Alignment(
            iri=unnamed_iri(self.source, f"{subject.iri} {degree.predicate} {statement.iri}"),
            subject=subject.iri,
            predicate=degree.predicate,
            object=statement.iri,
            negated=degree.negated,
            justification=SEMAPV.UnspecifiedMatching,
            subject_label=subject.label,
            object_label=str(statement.preferred_label),
            comment=self._evidence(row, column, text),
            origin=Origin(self.file, row + 1),
        )

    def _evidence(self, row: int, column: Column, text: str) -> str:
        """Return where an alignment stands, and in what words."""
        sheet = self.walk.frame.sheet
        name = self.file.replace("\\", "/").rpartition("/")[2]
        place = (
            f"line {sheet.lines[row]}, column {column.header!r}"
            if sheet.lines
            else f"sheet {sheet.name}, cell {cell_name(row, column.index)}, "
            f"column {column.header!r}"
        )
        degrees = (c.index for c in self.walk.columns if c.role.name == "degree")
        words = [text, *filter(None, (self.walk.frame.cell(row, n) for n in degrees))]
        return f"{name}, {place}: {', '.join(repr(word) for word in words)}"


def crosswalk_of(
    walks: Sequence[Walk],
    subjects: Subjects,
    source: URIRef,
    other_frameworks: Mapping[str, KnownCodes],
    degrees: Degrees,
    name: str,
    file: str,
) -> tuple[Crosswalk | None, list[Fault]]:
    """Return the crosswalk in the columns of codes and marks: a part for each framework.

    ``source`` is the framework of the subjects. Also returns a fault for each code that does not
    exist, with its row and column.
    """
    faults: list[Fault] = []
    alignments: dict[str, dict[tuple[object, ...], Alignment]] = {}
    columns = ((walk, c) for walk in walks for c in walk.columns if c.role.name in _CODES)
    for walk, column in columns:
        id = column.role.of
        reader = _Reader(walk, file, other_frameworks[id], degrees, subjects, source, faults)
        for alignment in reader.alignments(column):
            key = (alignment.subject, alignment.predicate, alignment.object, alignment.negated)
            alignments.setdefault(id, {}).setdefault(key, alignment)
    parts = tuple(
        _part(other_frameworks[id].framework, name, source, tuple(each.values()), file)
        for id, each in alignments.items()
    )
    return (_crosswalk(name, source, parts, file) if parts else None), faults


def _part(
    framework: Framework,
    name: str,
    source: URIRef,
    alignments: tuple[Alignment, ...],
    file: str,
) -> MappingSet:
    return MappingSet(
        iri=unnamed_iri(source, f"part {framework.id}"),
        id=f"to-{framework.id}",
        title=Literal(f"{name} to {framework.title}", lang="en"),
        license=UNSPECIFIED_LICENSE,
        rights=Literal(""),
        subject_source=source,
        object_source=framework.iri,
        alignments=alignments,
        origin=Origin(file, 0),
    )


def _crosswalk(name: str, source: URIRef, parts: tuple[MappingSet, ...], file: str) -> Crosswalk:
    return Crosswalk(
        iri=unnamed_iri(source, "crosswalk"),
        id="crosswalk",
        title=Literal(f"Crosswalk of {name}", lang="en"),
        creators=(),
        publisher=None,
        issued="",
        rights=Literal(""),
        parts=parts,
        origin=Origin(file, 0),
    )
