"""Checks of one passage against another: narratives against lists, and lists against lists."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswalk_2017_extraction.bibliography import LCPE_TITLE
from crosswalk_2017_extraction.deviations import Deviation
from crosswalk_2017_extraction.records import Prose, Reading
from crosswalk_2017_extraction.resolution import Resolution
from crosswalk_2017_extraction.words import words

_SUPPORTING = re.compile(r"(two|three|each) of the (?:three )?supporting domains")
_COUNTS = {"two": 2, "three": 3, "each": 3}
_EVERY_INDICATOR = re.compile(
    r"Each of the competencies listed below has indicators that address equity considerations"
)
_EQUITY = re.compile(r"\w*equit|bias|cultur|divers|inclusi|intoleran|privilege|oppress")
_SHORTEST_REPEAT = 3
_AGENT_OR_ACTION = re.compile(r"(?:ing|er)$")
"""What makes a word of a verb: a risk-taker is on the topic of risk-taking."""


def domain_counts(reading: Reading, resolution: Resolution) -> Iterator[Deviation]:
    """Yield each narrative whose number of supporting domains is not that of its list."""
    foundational = _domains(reading)[0]
    for passage, listed in _narratives(reading, resolution):
        domains = dict.fromkeys(n.partition(".")[0] for n in listed)
        supporting = [domain for domain in domains if domain != foundational]
        for match in _SUPPORTING.finditer(passage.text):
            if _COUNTS[match[1]] != len(supporting):
                comment = (
                    f"The list holds competencies of {len(supporting)} supporting domains: "
                    f"{', '.join(supporting)}."
                )
                canonical = f"{len(supporting)} supporting domains"
                yield _mismatch(passage, match.start(), match[0], canonical, comment, False)


def named_topics(reading: Reading, resolution: Resolution) -> Iterator[Deviation]:
    """Yield each compound in a narrative that competencies have, but none of those listed.

    Compounds (``risk-taking``) are the words of a competency that mark its topic, but for those
    of the framework's own title; whether a narrative promises a competency by one is a judgment.
    """
    topics = _topics(resolution)
    for passage, listed in _narratives(reading, resolution):
        for term, having in topics.items():
            match = re.search(rf"\b{re.escape(term)}\b", passage.text.casefold())
            if match and not having & set(listed):
                comment = (
                    f"The narrative names {term}; the competencies on it "
                    f"({', '.join(sorted(having))}) are not in the list."
                )
                yield _mismatch(passage, match.start(), term, "", comment, True)


def equity_indicators(reading: Reading, resolution: Resolution) -> Iterator[Deviation]:
    """Yield the narrative that promises indicators on equity for all, where some have none."""
    for passage, listed in _narratives(reading, resolution):
        match = _EVERY_INDICATOR.search(passage.text)
        without = [n for n in dict.fromkeys(listed) if not _on_equity(reading, n)]
        if match and without:
            comment = (
                "No indicator below these names equity, bias, culture, diversity or inclusion: "
                f"{', '.join(without)}."
            )
            yield _mismatch(passage, match.start(), match[0], "", comment, True)


def repeated_lists(resolution: Resolution) -> Iterator[Deviation]:
    """Yield the lists of Part 3 that repeat, in order, lists of later competencies.

    Reported and not repaired: that they were pasted by mistake is a judgment.
    """
    rows = _rows(resolution)
    names = list(rows)
    start, later = _longest_repeat([rows[name] for name in names])
    for name, other in zip(names[start:], later, strict=False):
        elsewhere = _standards_in_part_1(resolution, name)
        alignments = [
            a for a in resolution.alignments if a.printed.part == "part-3" and a.subject == name
        ]
        yield Deviation(
            kind="RepeatedList",
            part="part-3",
            lines=alignments[0].printed.lines,
            printed=alignments[0].printed.printed,
            canonical=alignments[0].printed.printed,
            comment=f"{name} has the list of {names[other]}, in a run of {len(later)} lists that "
            f"later competencies have in the same order; Part 1 gives {name} "
            f"{','.join(elsewhere)}{_verdict(rows[name], elsewhere)}",
            judgement=True,
            concerns=(f"lcpe-2017/{name}", *(f"crosswalk-2017/{a.id}" for a in alignments)),
        )


def _narratives(reading: Reading, resolution: Resolution) -> Iterator[tuple[Prose, list[str]]]:
    """Yield each narrative with the notations of the competencies listed under its standard."""
    for passage in reading.prose:
        if passage.kind == "Narrative":
            standard = passage.id.removeprefix("narrative-")
            listed = (a for a in resolution.alignments if a.printed.part == "part-1")
            yield passage, [a.object for a in listed if a.subject == standard]


def _domains(reading: Reading) -> list[str]:
    printed = (p.notation for p in reading.printings if p.part == "part-2")
    return list(dict.fromkeys(notation.partition(".")[0] for notation in printed))


def _topics(resolution: Resolution) -> dict[str, set[str]]:
    topics: dict[str, set[str]] = {}
    for resolved in resolution.printings:
        if resolved.notation.count(".") == 1:
            for word in words(resolved.printing.text):
                if "-" in word and word not in words(LCPE_TITLE):
                    topics.setdefault(word, set()).add(resolved.notation)
    stems = {word: _AGENT_OR_ACTION.sub("", word) for word in topics}
    return {
        word: set().union(*(topics[other] for other in topics if stems[other] == stems[word]))
        for word in topics
    }


def _on_equity(reading: Reading, competency: str) -> bool:
    below = f"{competency}."
    return any(
        _EQUITY.search(p.text.casefold())
        for p in reading.printings
        if p.part == "part-2" and f"{p.notation}.".startswith(below)
    )


def _rows(resolution: Resolution) -> Mapping[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for alignment in resolution.alignments:
        if alignment.printed.part == "part-3":
            rows.setdefault(alignment.subject, []).append(alignment.object)
    return rows


def _longest_repeat(lists: Sequence[list[str]]) -> tuple[int, list[int]]:
    """Return where the longest run starts that later lists repeat in order, and where they are."""
    best: tuple[int, list[int]] = (0, [])
    for start in range(len(lists)):
        for end in range(len(lists), start + max(len(best[1]), _SHORTEST_REPEAT - 1), -1):
            later = _subsequence(lists[start:end], lists, end)
            if later:
                best = start, later
                break
    return best


def _subsequence(run: Sequence[list[str]], lists: Sequence[list[str]], after: int) -> list[int]:
    """Return the positions from ``after`` on that hold the lists of ``run`` in order, or none."""
    positions: list[int] = []
    for each in run:
        after = next((i for i in range(after, len(lists)) if lists[i] == each), -1) + 1
        if not after:
            return []
        positions.append(after - 1)
    return positions


def _standards_in_part_1(resolution: Resolution, competency: str) -> list[str]:
    part = (a for a in resolution.alignments if a.printed.part == "part-1")
    return [a.subject for a in part if a.object == competency]


def _verdict(listed: Sequence[str], elsewhere: Sequence[str]) -> str:
    if set(listed) == set(elsewhere):
        return " as well. The list may be its own: only the run speaks against it."
    return ". Very likely pasted; not repaired."


def _mismatch(
    passage: Prose, offset: int, printed: str, canonical: str, comment: str, judgement: bool
) -> Deviation:
    standard = passage.id.removeprefix("narrative-")
    return Deviation(
        kind="NarrativeMismatch",
        part=passage.part,
        lines=(passage.line_at(offset), passage.line_at(offset + len(printed) - 1)),
        printed=printed,
        canonical=canonical or printed,
        comment=comment,
        judgement=judgement,
        concerns=(f"crosswalk-2017/section/{passage.id}", f"psel-2015/{standard}"),
    )
