"""All deviations of the source, as errata in the order of the source."""

import re
from collections.abc import Iterable, Iterator

from rdflib import URIRef

from crosswalk_2017_extraction import cross_checks, deviations, prose_deviations
from crosswalk_2017_extraction.bibliography import NAMES
from crosswalk_2017_extraction.deviations import Deviation
from crosswalk_2017_extraction.records import LCPE, PSEL, Reading
from crosswalk_2017_extraction.resolution import (
    Resolution,
    canonical_label,
    canonical_text,
    notations,
)
from crosswalk_rdf.model import Erratum, Origin
from crosswalk_rdf.namespaces import ontology_namespace

_CROSSWALK = "crosswalk-2017"


def errata(
    reading: Reading,
    resolution: Resolution,
    base: str,
    file: str,
    curated: Iterable[Deviation] = (),
) -> tuple[Erratum, ...]:
    """Return each deviation of the source once, by line and kind.

    ``curated`` are those that an editor saw; the others are found by comparison.
    """
    every = (*_deviations(reading, resolution), *curated)
    ordered = sorted(every, key=lambda d: (d.lines, d.kind))
    return tuple(_erratum(deviation, base, file) for deviation in ordered)


def part_iri(base: str, part: str) -> URIRef:
    """Return the IRI of a part; the introduction stands for the crosswalk as a whole."""
    local = _CROSSWALK if part == "introduction" else f"{_CROSSWALK}/{part}"
    return URIRef(base + local)


def _deviations(reading: Reading, resolution: Resolution) -> Iterator[Deviation]:
    yield from deviations.wordings(resolution)
    yield from deviations.missing_elements(resolution)
    yield from deviations.duplicated_rows(reading)
    yield from deviations.misplaced_alignments(resolution)
    yield from prose_deviations.narrative_numbers(reading)
    yield from prose_deviations.quotations(reading, _texts(resolution))
    yield from prose_deviations.names(reading, (*NAMES, *_domain_names(resolution)))
    yield from prose_deviations.lead_ins(reading)
    yield from prose_deviations.headings(reading)
    yield from cross_checks.domain_counts(reading, resolution)
    yield from cross_checks.named_topics(reading, resolution)
    yield from cross_checks.equity_indicators(reading, resolution)
    yield from cross_checks.repeated_lists(resolution)


def _texts(resolution: Resolution) -> dict[str, str]:
    """Return the text of each statement that has one beside its name, by local name."""
    return {
        f"{framework}/{notation}": canonical_text(resolution, framework, notation).text
        for framework in (PSEL, LCPE)
        for notation in notations(resolution.printings, framework)
        if framework == PSEL or "." in notation
    }


def _domain_names(resolution: Resolution) -> list[str]:
    domains = (n for n in notations(resolution.printings, LCPE) if "." not in n)
    labels = (canonical_label(resolution, LCPE, domain) for domain in domains)
    return [label.text for label in labels if label]


def _erratum(deviation: Deviation, base: str, file: str) -> Erratum:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", deviation.kind).lower()
    id = f"{words}-{deviation.lines[0]}"
    return Erratum(
        iri=URIRef(f"{base}{_CROSSWALK}/erratum/{id}"),
        id=id,
        kind=ontology_namespace(base)[deviation.kind],
        part=part_iri(base, deviation.part),
        lines=deviation.lines,
        printed=deviation.printed,
        canonical=deviation.canonical,
        comment=deviation.comment,
        changes_alignment=deviation.changes_alignment,
        judgement=deviation.judgement,
        concerns=tuple(URIRef(base + name) for name in deviation.concerns),
        origin=Origin(file, deviation.lines[0]),
    )
