"""What a format has no place for, counted: one remark a field of the model, not one a statement."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import Alignment, Crosswalk, Framework, PropertyValue, Statement
from crosswalk_rdf.namespaces import CEASN, SEMAPV

_NO_KINDS: Final = (CEASN.Competency,)
"""Kinds that say no more than that something is a statement."""

STATEMENT_FIELDS: Final[Mapping[str, Callable[[Statement], Any]]] = {
    "uuid": lambda s: s.uuid,
    "kind": lambda s: s.kind not in _NO_KINDS,
    "notation": lambda s: s.notation,
    "coined_notation": lambda s: s.coined_notation,
    "label": lambda s: s.label,
    "language": lambda s: s.text.language,
    "broader": lambda s: s.broader,
    "also_broader": lambda s: s.also_broader,
    "printed_in": lambda s: s.printed_in,
    "lines": lambda s: s.lines,
    "checksum": lambda s: s.checksum,
    "deprecated": lambda s: s.deprecated,
    "replaced_by": lambda s: s.replaced_by,
}
"""The fields of a statement that a format may not carry, and whether one has a value."""

FRAMEWORK_FIELDS: Final[Mapping[str, Callable[[Framework], Any]]] = {
    "uuid": lambda f: f.uuid,
    "description": lambda f: f.description,
    "creators": lambda f: f.creators,
    "publisher": lambda f: f.publisher,
    "rights_holder": lambda f: f.rights_holder,
    "issued": lambda f: f.issued,
    "edition": lambda f: f.edition,
    "language": lambda f: f.language,
    "rights": lambda f: f.rights,
    "license": lambda f: f.license,
    "sources": lambda f: f.sources,
    "notation_note": lambda f: f.notation_note,
    "verbatim": lambda f: f.verbatim,
}
"""The same of a framework."""

ALIGNMENT_FIELDS: Final[Mapping[str, Callable[[Alignment], Any]]] = {
    "justification": lambda a: a.justification != SEMAPV.UnspecifiedMatching,
    "subject_label": lambda a: a.subject_label is not None,
    "object_label": lambda a: a.object_label is not None,
    "printed_notation": lambda a: a.printed_notation is not None,
    "printed_subject_notation": lambda a: a.printed_subject_notation is not None,
    "printed_text": lambda a: a.printed_text is not None,
    "lines": lambda a: a.lines,
    "comment": lambda a: a.comment is not None,
    "negated": lambda a: a.negated,
    "slots": lambda a: a.slots,
}
"""The same of an alignment."""

CROSSWALK_FIELDS: Final[Mapping[str, Callable[[Crosswalk], Any]]] = {
    "uuid": lambda c: c.uuid,
    "description": lambda c: c.description,
    "creators": lambda c: c.creators,
    "publisher": lambda c: c.publisher,
    "issued": lambda c: c.issued,
    "rights": lambda c: c.rights,
    "external": lambda c: c.external,
    "properties": lambda c: c.properties,
    "source": lambda c: c.source,
    "errata": lambda c: c.errata,
    "sections": lambda c: c.sections,
}
"""The same of a crosswalk."""


def note_framework_losses(
    framework: Framework,
    report: Report,
    *,
    fields: Collection[str],
    of_statements: Collection[str],
    carries: Callable[[PropertyValue], bool] = lambda _: False,
    why: str,
) -> None:
    """Note all that ``framework`` holds and a format does not carry.

    ``fields`` and ``of_statements`` are the fields that it does carry, ``carries`` tells so of
    what the framework and its statements have besides; ``why`` ends the sentence: ``an Alignment
    has no place for it``.
    """
    place = str(framework.iri)
    for name, value in FRAMEWORK_FIELDS.items():
        if name not in fields and value(framework):
            report.add(place, Action.NOT_CARRIED, name, why)
    for name, has in STATEMENT_FIELDS.items():
        if name not in of_statements:
            _note_counted(report, place, name, sum(1 for s in framework.statements if has(s)), why)
    lost = _lost(framework.statements, carries)
    for name, number in sorted(lost.items()):
        _note_counted(report, place, name, number, why)
    for name in sorted({str(pair.property) for pair in framework.properties if not carries(pair)}):
        report.add(place, Action.NOT_CARRIED, name, why)


def note_crosswalk_losses(
    crosswalk: Crosswalk,
    report: Report,
    *,
    fields: Collection[str],
    of_alignments: Collection[str],
    why: str,
) -> None:
    """Note all that ``crosswalk`` holds beside its alignments, and a format does not carry."""
    place = str(crosswalk.iri)
    for name, value in CROSSWALK_FIELDS.items():
        if name not in fields and value(crosswalk):
            report.add(place, Action.NOT_CARRIED, name, why)
    for name, has in ALIGNMENT_FIELDS.items():
        if name not in of_alignments:
            number = sum(1 for part in crosswalk.parts for a in part.alignments if has(a))
            _note_counted(report, place, name, number, why)


def note_no_alignments(crosswalk: Crosswalk, report: Report, why: str) -> None:
    """Note the alignments of ``crosswalk``, of which a format carries none."""
    found = sum(len(part.alignments) for part in crosswalk.parts)
    report.count("alignments", found, 0)
    _note_counted(report, str(crosswalk.iri), "alignments", found, why)


def _note_counted(report: Report, place: str, name: str, number: int, why: str) -> None:
    if number:
        report.add(place, Action.NOT_CARRIED, f"{name} ({number})", why)


def _lost(
    statements: Iterable[Statement], carries: Callable[[PropertyValue], bool]
) -> dict[str, int]:
    """Return how many further values of each property are lost."""
    lost: dict[str, int] = {}
    for statement in statements:
        for pair in statement.properties:
            if not carries(pair):
                name = str(pair.property)
                lost[name] = lost.get(name, 0) + 1
    return lost
