"""Deviations of the source in its prose: numbers, quotations, names, lead-ins and headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from crosswalk_2017_extraction.deviations import Deviation, difference
from crosswalk_2017_extraction.records import LCPE, PSEL, Prose, Reading
from crosswalk_2017_extraction.words import closest, most_printed, same_words, words

_NARRATIVE_NUMBER = re.compile(r"PSEL Standard (\d+)")
_QUOTATION = re.compile(r"“([^”]+)”")
_CITATIONS = {
    PSEL: (re.compile(r"Standard (\d+), element ([a-z])\b"), ""),
    LCPE: (re.compile(r"Competency (\d+) \(([a-z])\)"), "."),
}
"""How a framework's statements are cited, and what joins the numbers of a citation."""
_QUOTED_WORDS = 8
"""Shorter quotations are phrases, not statements."""
_NEAR = 0.92
"""Share of characters from which a phrase is taken for a printing of a name."""
_PROSE = ("Introduction", "Narrative", "Description")


def narrative_numbers(reading: Reading) -> Iterator[Deviation]:
    """Yield each standard number in a narrative that is not that of its standard."""
    for passage in _of_kind(reading, "Narrative"):
        standard = passage.id.removeprefix("narrative-")
        for match in _NARRATIVE_NUMBER.finditer(passage.text):
            if match[1] != standard:
                line = passage.line_at(match.start(1))
                yield Deviation(
                    kind="WrongNumber",
                    part=passage.part,
                    lines=(line, line),
                    printed=match[0],
                    canonical=f"PSEL Standard {standard}",
                    comment=f"The narrative of Standard {standard} names another standard.",
                    concerns=(f"crosswalk-2017/section/{passage.id}", f"psel-2015/{standard}"),
                )


def quotations(reading: Reading, statements: Mapping[str, str]) -> Iterator[Deviation]:
    """Yield each quotation of a statement that is numbered or worded unlike the statement.

    ``statements`` holds the text of each statement by its local name: ``psel-2015/4g``.
    """
    for passage in _of_kind(reading, *_PROSE):
        for match in _QUOTATION.finditer(passage.text):
            name = closest(match[1], statements) if len(words(match[1])) >= _QUOTED_WORDS else None
            if name:
                yield from _cited(passage, match, name)
                yield from _quoted(passage, match, name, statements[name])


def _cited(passage: Prose, quotation: re.Match[str], name: str) -> Iterator[Deviation]:
    notation = name.rpartition("/")[2]
    pattern, joiner = _CITATIONS[name.partition("/")[0]]
    cited = list(pattern.finditer(passage.text[: quotation.start()]))[-1:]
    for match in cited:
        number = joiner.join(match.groups())
        if not f".{notation}".endswith(f".{number}"):
            line = passage.line_at(match.start())
            yield Deviation(
                kind="WrongNumber",
                part=passage.part,
                lines=(line, line),
                printed=f"{number}: {match[0]}",
                canonical=notation,
                comment=f"Cited as {number}, but the quoted words are those of {notation}.",
                concerns=(f"crosswalk-2017/section/{passage.id}", name),
            )


def _quoted(passage: Prose, quotation: re.Match[str], name: str, text: str) -> Iterator[Deviation]:
    quoted = quotation[1][0].upper() + quotation[1][1:]
    if kind := difference(quoted, text):
        yield Deviation(
            kind=kind,
            part=passage.part,
            lines=(passage.line_at(quotation.start()), passage.line_at(quotation.end() - 1)),
            printed=quotation[1],
            canonical=text,
            comment=f"The quotation differs from the text of {name.rpartition('/')[2]}.",
            concerns=(f"crosswalk-2017/section/{passage.id}", name),
        )


def names(reading: Reading, full_names: Sequence[str]) -> Iterator[Deviation]:
    """Yield each place in the prose where one of ``full_names`` is written otherwise.

    Longer names go first, and a place is reported once. Case is not a deviation.
    """
    for passage in _of_kind(reading, *_PROSE):
        spans: list[tuple[int, int]] = []
        for name in sorted(full_names, key=len, reverse=True):
            for start, end in _near(passage.text, name):
                if any(start < b and a < end for a, b in spans):
                    continue
                spans.append((start, end))
                if passage.text[start:end].casefold() != name.casefold():
                    yield _misnamed(passage, start, end, name)


def _near(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each phrase of ``text`` that is ``name`` or nearly so."""
    spans = [match.span() for match in re.finditer(r"[^\W_]+(?:[-’'][^\W_]+)*", text)]
    count = len(words(name))
    for first in range(len(spans) - count + 1):
        start, end = spans[first][0], spans[first + count - 1][1]
        phrase = text[start:end]
        matcher = SequenceMatcher(None, phrase.casefold(), name.casefold(), autojunk=False)
        if same_words(phrase, name) or (
            matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR
        ):
            yield start, end


def _misnamed(passage: Prose, start: int, end: int, name: str) -> Deviation:
    return Deviation(
        kind="Name",
        part=passage.part,
        lines=(passage.line_at(start), passage.line_at(end - 1)),
        printed=passage.text[start:end],
        canonical=name,
        comment="The name is printed otherwise elsewhere.",
        concerns=(f"crosswalk-2017/section/{passage.id}",),
    )


def lead_ins(reading: Reading) -> Iterator[Deviation]:
    """Yield each lead-in of a domain that is worded unlike the others."""
    passages = list(_of_kind(reading, "LeadIn"))
    usual = most_printed(passage.text for passage in passages)
    for passage in passages:
        if kind := difference(passage.text, usual):
            yield _unlike(passage, kind, passage.text, usual, "The other domains' lead-in differs.")


def headings(reading: Reading) -> Iterator[Deviation]:
    """Yield each heading of a single domain that is put in the plural."""
    for passage in _of_kind(reading, "Heading"):
        tier, colon, _ = passage.text.partition(":")
        if colon and tier.endswith("DOMAINS"):
            comment = "The heading of one domain; Part 2 prints the singular."
            yield _unlike(passage, "Wording", tier, tier.removesuffix("S"), comment)


def _unlike(passage: Prose, kind: str, printed: str, canonical: str, comment: str) -> Deviation:
    about = (passage.about or "").replace(":", "/")
    return Deviation(
        kind=kind,
        part=passage.part,
        lines=passage.lines,
        printed=printed,
        canonical=canonical,
        comment=comment,
        concerns=(f"crosswalk-2017/section/{passage.id}", about),
    )


def _of_kind(reading: Reading, *kinds: str) -> Iterator[Prose]:
    return (passage for passage in reading.prose if passage.kind in kinds)
