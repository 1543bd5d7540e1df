"""What each printed place means: the text wins over the number, and what was printed is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from crosswalk_2017_extraction.records import LCPE, PSEL, PrintedAlignment, Printing, Reading
from crosswalk_2017_extraction.words import closest, most_printed, without_final_period
from crosswalk_rdf.errors import CrosswalkError


class UnknownText(CrosswalkError):
    """A printed text that is the text of no statement."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A printing, and the notation of the statement that its words are those of."""

    printing: Printing
    notation: str


@dataclass(frozen=True, slots=True)
class ResolvedAlignment:
    """A printed alignment, and the notations that its words mean."""

    printed: PrintedAlignment
    subject: str
    object: str

    @property
    def id(self) -> str:
        """Part and record, as in the alignment's IRI: ``part-2/VVC.1.b--1b``."""
        return f"{self.printed.part}/{self.subject}--{self.object}"


@dataclass(frozen=True, slots=True)
class Resolution:
    """All printings and alignments with what they mean."""

    printings: tuple[Resolved, ...]
    alignments: tuple[ResolvedAlignment, ...]

    def of(self, framework: str, notation: str, aspect: str = "text") -> list[Printing]:
        """Return the printings of one statement, in the order of the source."""
        return [
            resolved.printing
            for resolved in self.printings
            if resolved.notation == notation
            and (resolved.printing.framework, resolved.printing.aspect) == (framework, aspect)
        ]


def resolve(reading: Reading) -> Resolution:
    """Return what each printed place of ``reading`` means.

    Raises :class:`UnknownText` when the words of a place are those of no statement.
    """
    psel = _psel_texts(reading)
    lcpe = _lcpe_texts(reading)
    alignments = tuple(_resolved(alignment, psel, lcpe) for alignment in reading.alignments)
    printings = [Resolved(p, _notation(p, lcpe)) for p in reading.printings]
    printings += [
        Resolved(_as_printing(alignment.printed), alignment.object)
        for alignment in alignments
        if alignment.printed.part == "part-2"
    ]
    printings.sort(key=lambda resolved: resolved.printing.lines)
    return Resolution(tuple(printings), alignments)


def canonical_text(resolution: Resolution, framework: str, notation: str) -> Printing:
    """Return the printing whose words are taken for the statement's own.

    PSEL is printed in full in Part 1, which therefore decides. The competencies are printed in
    three parts of equal standing: the wording that is printed most often is taken, from Part 2
    where Part 2 has it, without the period that Part 2 alone puts. What is printed in one part
    only stands as it is there.
    """
    printings = resolution.of(framework, notation)
    if framework == PSEL or len({printing.part for printing in printings}) == 1:
        return printings[0]
    wording = most_printed(without_final_period(p.text) for p in printings)
    same = [p for p in printings if without_final_period(p.text) == wording]
    chosen = next((p for p in same if p.part == "part-2"), same[0])
    return replace(chosen, text=wording)


def canonical_label(resolution: Resolution, framework: str, notation: str) -> Printing | None:
    """Return the printing of the statement's title; None where the source prints no title.

    The title of a standard is as Part 1 prints it; the name of a domain is the one printed most
    often, from Part 2 where Part 2 has it.
    """
    printings = resolution.of(framework, notation, "label")
    if framework == PSEL or not printings:
        return printings[0] if printings else None
    wording = most_printed(p.text for p in printings)
    same = [p for p in printings if p.text == wording]
    return next((p for p in same if p.part == "part-2"), same[0])


def _psel_texts(reading: Reading) -> dict[str, str]:
    """Return the text of each standard and element; Part 2 adds those that Part 1 lacks."""
    texts: dict[str, str] = {}
    for printing in reading.printings:
        if printing.framework == PSEL and printing.aspect == "text":
            texts.setdefault(printing.notation, printing.text)
    for alignment in reading.alignments:
        unknown = alignment.part == "part-2" and alignment.object not in texts
        if unknown and closest(alignment.text, texts) is None:
            texts[alignment.object] = alignment.text
    return texts


def _lcpe_texts(reading: Reading) -> dict[str, str]:
    """Return the name of each domain and the text of each competency, indicator and so on."""
    texts: dict[str, str] = {}
    for printing in reading.printings:
        if printing.framework == LCPE and (printing.aspect == "label" or printing.part == "part-2"):
            texts.setdefault(printing.notation, printing.text)
    return texts


def _resolved(
    alignment: PrintedAlignment, psel: Mapping[str, str], lcpe: Mapping[str, str]
) -> ResolvedAlignment:
    subject, object = alignment.subject, alignment.object
    if alignment.part == "part-1":
        object = _meant(object, alignment.text, _upper(lcpe))
    elif alignment.part == "part-2":
        object = _meant(object, alignment.text, psel)
    else:
        subject = _meant(subject, alignment.text, _upper(lcpe))
    return ResolvedAlignment(alignment, subject, object)


def _notation(printing: Printing, lcpe: Mapping[str, str]) -> str:
    if printing.framework == LCPE and printing.part != "part-2" and printing.aspect == "text":
        return _meant(printing.notation, printing.text, _upper(lcpe))
    return printing.notation


def _upper(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the domains and competencies, which alone Parts 1 and 3 print."""
    return {notation: text for notation, text in texts.items() if notation.count(".") < 2}


def _meant(place: str, text: str, texts: Mapping[str, str]) -> str:
    """Return the notation whose text is ``text``, trying ``place`` first."""
    if place in texts and closest(text, {place: texts[place]}):
        return place
    notation = closest(text, texts)
    if notation is None:
        raise UnknownText(f"the source prints at {place} a text of no statement: {text!r}")
    return notation


def _as_printing(alignment: PrintedAlignment) -> Printing:
    return Printing(
        part=alignment.part,
        framework=PSEL,
        notation=alignment.object,
        text=alignment.text,
        lines=alignment.lines,
    )


def notations(printings: Iterable[Resolved], framework: str) -> Iterator[str]:
    """Yield the notation of each statement of ``framework`` once, in the order of the source."""
    yield from dict.fromkeys(r.notation for r in printings if r.printing.framework == framework)
