"""Deviations of the source in its statements and rows, found by comparing every printing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from crosswalk_2017_extraction.records import LCPE, PSEL, Printing, Reading
from crosswalk_2017_extraction.resolution import (
    Resolution,
    ResolvedAlignment,
    canonical_label,
    canonical_text,
    notations,
)
from crosswalk_2017_extraction.words import same_words, without_final_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """One place where the source deviates from itself: a row of the errata to be."""

    kind: str
    part: str
    lines: tuple[int, int]
    printed: str
    canonical: str
    comment: str
    changes_alignment: bool = False
    judgement: bool = False
    concerns: tuple[str, ...] = ()
    """Local names below the base IRI: ``psel-2015/9i``, ``crosswalk-2017/part-1/9--PSMV.1``."""


def difference(printed: str, canonical: str) -> str | None:
    """Return the kind of erratum that ``printed`` is beside ``canonical``: None for no erratum.

    A period at the end is not an erratum: Part 2 puts one after each text, Parts 1 and 3 do not.
    """
    if without_final_period(printed) == without_final_period(canonical):
        return None
    return "Punctuation" if same_words(printed, canonical) else "Wording"


def wordings(resolution: Resolution) -> Iterator[Deviation]:
    """Yield each printing whose words or punctuation differ from the statement's own."""
    for framework in (PSEL, LCPE):
        for notation in notations(resolution.printings, framework):
            label = canonical_label(resolution, framework, notation)
            if label:
                yield from _differing(resolution.of(framework, notation, "label"), label, notation)
            if framework == PSEL or "." in notation:
                text = canonical_text(resolution, framework, notation)
                yield from _differing(resolution.of(framework, notation), text, notation)


def _differing(
    printings: list[Printing], canonical: Printing, notation: str
) -> Iterator[Deviation]:
    for printing in printings:
        if kind := difference(printing.text, canonical.text):
            what = "Words" if kind == "Wording" else "Punctuation or case"
            yield Deviation(
                kind=kind,
                part=printing.part,
                lines=printing.lines,
                printed=printing.text,
                canonical=canonical.text,
                comment=f"{what} of {notation} differ from {canonical.part}, "
                f"line {canonical.lines[0]}.",
                concerns=(f"{printing.framework}/{notation}",),
            )


def missing_elements(resolution: Resolution) -> Iterator[Deviation]:
    """Yield each PSEL element that Part 1, which prints PSEL in full, does not print."""
    for notation in notations(resolution.printings, PSEL):
        printings = resolution.of(PSEL, notation)
        if all(printing.part != "part-1" for printing in printings):
            first = printings[0]
            yield Deviation(
                kind="ElementMissing",
                part=first.part,
                lines=first.lines,
                printed=first.text,
                canonical=first.text,
                comment=f"Element {notation} is missing from Part 1; its text is taken from here.",
                concerns=(f"{PSEL}/{notation}",),
            )


def duplicated_rows(reading: Reading) -> Iterator[Deviation]:
    """Yield each row of Part 2 that is printed a second time."""
    for printing in reading.printings:
        if printing.repeated:
            yield Deviation(
                kind="DuplicatedRow",
                part=printing.part,
                lines=printing.lines,
                printed=printing.text,
                canonical=printing.text,
                comment=f"{printing.notation} was printed before, on lines "
                f"{printing.repeated[0]}-{printing.repeated[1]}; it is one statement.",
                concerns=(f"{LCPE}/{printing.notation}",),
            )


def misplaced_alignments(resolution: Resolution) -> Iterator[Deviation]:
    """Yield each row whose number or heading is not that of its text; the text wins."""
    misplaced = [a for a in resolution.alignments if _places(a)[0] != _places(a)[1]]
    for _, group in groupby(misplaced, key=lambda a: (a.printed.part, a.printed.lines)):
        rows = list(group)
        yield _misplaced(rows, resolution)


def _places(alignment: ResolvedAlignment) -> tuple[str, str]:
    """Return the place as printed and the place as meant."""
    if alignment.printed.part == "part-3":
        return alignment.printed.subject, alignment.subject
    return alignment.printed.object, alignment.object


def _misplaced(rows: list[ResolvedAlignment], resolution: Resolution) -> Deviation:
    printed, meant = _places(rows[0])
    framework = PSEL if rows[0].printed.part == "part-2" else LCPE
    is_domain = framework == LCPE and "." not in meant
    label = canonical_label(resolution, framework, meant) if is_domain else None
    text = label.text if label else canonical_text(resolution, framework, meant).text
    kind, comment = _explained(printed, meant, framework, is_domain)
    return Deviation(
        kind=kind,
        part=rows[0].printed.part,
        lines=rows[0].printed.lines,
        printed=f"{printed}: {rows[0].printed.text}",
        canonical=f"{meant}: {text}",
        comment=comment,
        changes_alignment=True,
        concerns=(f"{framework}/{meant}", *(f"crosswalk-2017/{row.id}" for row in rows)),
    )


def _explained(printed: str, meant: str, framework: str, is_domain: bool) -> tuple[str, str]:
    if framework == PSEL:
        return (
            "MisnumberedElement",
            f"Numbered {printed}, with the text of {meant}; the text wins.",
        )
    if is_domain:
        return "PhantomCompetency", (
            f"{printed} is no competency: its text is the name of domain {meant}, "
            "to which the row is taken to belong."
        )
    return "MisfiledCompetency", (f"Stands at {printed}, with the text of {meant}; the text wins.")
