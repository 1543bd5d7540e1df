"""The two frameworks, from their printings."""

import hashlib
from collections.abc import Callable

from rdflib import Literal, URIRef

from crosswalk_2017_extraction import bibliography
from crosswalk_2017_extraction.errata import part_iri
from crosswalk_2017_extraction.records import LCPE, PSEL
from crosswalk_2017_extraction.resolution import (
    Resolution,
    canonical_label,
    canonical_text,
    notations,
)
from crosswalk_rdf.model import Framework, Level, Origin, Statement

Uuids = Callable[[str, str], str]
"""The UUID of a framework (notation ``""``) or of one of its statements."""


def frameworks(resolution: Resolution, base: str, file: str, uuids: Uuids) -> list[Framework]:
    """Return PSEL 2015 and the Leadership Competencies as the source prints them."""
    return [_psel(resolution, base, file, uuids), _lcpe(resolution, base, file, uuids)]


def _psel(resolution: Resolution, base: str, file: str, uuids: Uuids) -> Framework:
    npbea = bibliography.agent(base, bibliography.NPBEA)
    return Framework(
        iri=URIRef(base + PSEL),
        id=PSEL,
        uuid=uuids(PSEL, ""),
        title=Literal(f"{bibliography.PSEL_TITLE} 2015", lang="en"),
        creators=(npbea,),
        publisher=npbea,
        rights_holder=npbea,
        issued="2015",
        edition="2015",
        language="en",
        rights=Literal(bibliography.PSEL_RIGHTS, lang="en"),
        sources=(URIRef(bibliography.SOURCES[PSEL]),),
        verbatim=True,
        levels=bibliography.levels(base, PSEL),
        statements=_statements(resolution, base, PSEL, file, uuids),
        origin=Origin(file, 1),
    )


def _lcpe(resolution: Resolution, base: str, file: str, uuids: Uuids) -> Framework:
    ccsso = bibliography.agent(base, bibliography.CCSSO)
    return Framework(
        iri=URIRef(base + LCPE),
        id=LCPE,
        uuid=uuids(LCPE, ""),
        title=Literal(bibliography.LCPE_TITLE, lang="en"),
        creators=(bibliography.agent(base, bibliography.JFF), ccsso),
        publisher=ccsso,
        issued="2017",
        edition="2017",
        language="en",
        rights=Literal(bibliography.LCPE_RIGHTS, lang="en"),
        sources=(URIRef(bibliography.SOURCES[LCPE]),),
        notation_note=Literal(bibliography.LCPE_NOTATIONS, lang="en"),
        levels=bibliography.levels(base, LCPE),
        statements=_statements(resolution, base, LCPE, file, uuids),
        origin=Origin(file, 1),
    )


def _statements(
    resolution: Resolution, base: str, framework: str, file: str, uuids: Uuids
) -> tuple[Statement, ...]:
    ordered = list(notations(resolution.printings, framework))
    if framework == PSEL:
        ordered.sort(key=_standard_then_letter)
    else:
        ordered = _as_in_part_2(resolution)
    children: dict[str, int] = {}
    statements = []
    for notation in ordered:
        parent = _parent(framework, notation)
        children[parent] = children.get(parent, 0) + 1
        place = children[parent]
        statements.append(_statement(resolution, base, framework, notation, place, file, uuids))
    return tuple(statements)


def _standard_then_letter(notation: str) -> tuple[int, str]:
    letter = notation.lstrip("0123456789")
    return int(notation.removesuffix(letter)), letter


def _as_in_part_2(resolution: Resolution) -> list[str]:
    part_2 = (r for r in resolution.printings if r.printing.part == "part-2")
    return list(dict.fromkeys(r.notation for r in part_2 if r.printing.framework == LCPE))


def _parent(framework: str, notation: str) -> str:
    """Return the notation of the statement above, or the empty string for none."""
    if framework == LCPE:
        return notation.rpartition(".")[0]
    return notation[:-1] if notation[-1].isalpha() else ""


def _level(levels: tuple[Level, ...], framework: str, notation: str) -> Level:
    if framework == LCPE:
        return levels[notation.count(".")]
    return levels[int(notation[-1].isalpha())]


def _statement(
    resolution: Resolution,
    base: str,
    framework: str,
    notation: str,
    position: int,
    file: str,
    uuids: Uuids,
) -> Statement:
    label = canonical_label(resolution, framework, notation)
    is_domain = framework == LCPE and "." not in notation
    printing = label if is_domain and label else canonical_text(resolution, framework, notation)
    parent = _parent(framework, notation)
    checksum = hashlib.sha256(printing.text.encode()).hexdigest() if framework == PSEL else None
    return Statement(
        iri=URIRef(f"{base}{framework}/{notation}"),
        uuid=uuids(framework, notation),
        kind=_level(bibliography.levels(base, framework), framework, notation).kind,
        notation=notation,
        text=Literal(printing.text, lang="en"),
        label=Literal(label.text, lang="en") if label and not is_domain else None,
        broader=URIRef(f"{base}{framework}/{parent}") if parent else None,
        position=position,
        printed_in=part_iri(base, printing.part),
        lines=printing.lines,
        checksum=checksum,
        origin=Origin(file, printing.lines[0]),
    )
