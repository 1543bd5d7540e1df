"""Whether the words of a crosswalk's records are printed on the lines that they name."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Erratum,
    Framework,
    Origin,
    SourceText,
    Statement,
)

_NOTATION = re.compile(r"^\S+: ")
"""The notation that an erratum may put before the words: it need not be printed beside them."""
_LINES_OF_A_LABEL = 10
"""A title is printed on the lines of the text, or at most so many before it."""

Statements = Mapping[URIRef, Statement]


def printed_word_faults(
    crosswalk: Crosswalk, frameworks: Iterable[Framework], text: str
) -> Iterator[Fault]:
    """Yield a fault for each record that quotes what ``text``, the source, does not print there.

    Looks at the statements that name a part of ``crosswalk``, and at its alignments, errata and
    sections; records that name no line are passed over.
    """
    source = SourceText.of(text)
    statements = {s.iri: s for framework in frameworks for s in framework.statements}
    parts = {crosswalk.iri, *(part.iri for part in crosswalk.parts)}
    for statement in statements.values():
        if statement.lines and statement.printed_in in parts:
            yield from _statement_faults(statement, statement.lines, source)
    for part in crosswalk.parts:
        for alignment in part.alignments:
            if alignment.lines and alignment.printed_text:
                beside = _texts(statements, (alignment.subject, alignment.object))
                fault = source.fault(alignment.printed_text, alignment.lines, beside)
                yield from _faults(fault, alignment.origin)
    alignments = {a.iri: a for part in crosswalk.parts for a in part.alignments}
    for erratum in crosswalk.errata:
        yield from _erratum_faults(erratum, statements, alignments, source)
    for section in crosswalk.sections:
        yield from _faults(source.fault(section.text, section.lines), section.origin)


def _statement_faults(
    statement: Statement, lines: tuple[int, int], source: SourceText
) -> Iterator[Fault]:
    label = str(statement.label or "")
    yield from _faults(source.fault(str(statement.text), lines, (label,)), statement.origin)
    around = max(lines[0] - _LINES_OF_A_LABEL, 1), lines[1]
    if label and not source.prints(label, around):
        fault = f"lines {around[0]}-{around[1]} of the source do not print the label {label!r}"
        yield from _faults(fault, statement.origin)


def _erratum_faults(
    erratum: Erratum,
    statements: Statements,
    alignments: Mapping[URIRef, Alignment],
    source: SourceText,
) -> Iterator[Fault]:
    words = _NOTATION.sub("", erratum.printed)
    if source.prints(erratum.printed, erratum.lines):
        words = erratum.printed
    records = (alignments[iri] for iri in erratum.concerns if iri in alignments)
    beside = (
        *_texts(statements, erratum.concerns),
        *(record.printed_text or "" for record in records),
    )
    yield from _faults(source.fault(words, erratum.lines, beside), erratum.origin)


def _texts(statements: Statements, iris: Iterable[URIRef]) -> Iterator[str]:
    for iri in iris:
        if iri in statements:
            yield str(statements[iri].text)


def _faults(message: str | None, origin: Origin) -> Iterator[Fault]:
    if message:
        advice = "correct the words or the lines"
        yield Fault(origin.file, origin.line, 0, f"{message}: {advice}")
