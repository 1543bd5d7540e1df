"""A factor to two frameworks with as many times the statements of the flagship's.

Each volume repeats the flagship's tree: how many children each statement has is read off there.
"""

import hashlib
import string
from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from benchmarks.prose import Prose
from crosswalk_rdf.model import Agent, Framework, Level, Origin, Statement
from crosswalk_rdf.namespaces import ontology_namespace

BASE = "https://example.org/synthetic/"
CROSSWALK = URIRef(f"{BASE}crosswalk")
NOWHERE = Origin("", 0)
RIGHTS = Literal("Made up: no rights in it.", lang="en")
AUTHOR = Agent(iri=URIRef(f"{BASE}agent/benchmark"), name="Benchmark")

_XW = ontology_namespace(BASE)
_ELEMENTS = (7, 6, 8, 7, 6, 9, 8, 10, 12, 10)
_COMPETENCIES = (6, 5, 5, 5)
_INDICATORS = (5, 6, 3, 6, 3, 5, 2, 5, 4, 6, 5, 9, 6, 4, 7, 6, 5, 5, 6, 6, 4)
_SUB_INDICATORS = {3: 5, 17: 4, 30: 3, 44: 4, 58: 3, 69: 4, 77: 5, 90: 4, 101: 4}
"""The number of sub-indicators by the indicator's place in the volume; the others have none."""


@dataclass(slots=True)
class _Tree:
    """Statements as they are made, in the order of the source."""

    framework: URIRef
    prose: Prose
    part: str
    verbatim: bool
    statements: list[Statement] = field(default_factory=list)

    def add(
        self, kind: str, notation: str, position: int, broader: URIRef | None, titled: bool = False
    ) -> URIRef:
        """Make up a statement and return its IRI."""
        text = self.prose.text(10, 28)
        iri = URIRef(f"{self.framework}/{notation}")
        label = self.prose.text(2, 5) if titled else ""
        statement = Statement(
            iri=iri,
            uuid=self.prose.uuid(),
            kind=_XW[kind],
            notation=notation,
            text=Literal(text, lang="en"),
            label=Literal(label, lang="en") if label else None,
            broader=broader,
            position=position,
            printed_in=URIRef(f"{CROSSWALK}/{self.part}"),
            lines=self.prose.printed(
                f"{notation} {label} {text}" if label else f"{notation} {text}"
            ),
            checksum=hashlib.sha256(text.encode()).hexdigest() if self.verbatim else None,
            origin=NOWHERE,
        )
        self.statements.append(statement)
        return iri


def standards(factor: int, prose: Prose) -> Framework:
    """Return ``factor`` times 10 standards with 83 elements, their text not to be changed."""
    tree = _Tree(URIRef(f"{BASE}standards"), prose, "part-1", verbatim=True)
    for number in range(1, 10 * factor + 1):
        iri = tree.add("Standard", str(number), number, None, titled=True)
        for place in range(_ELEMENTS[(number - 1) % 10]):
            letter = string.ascii_lowercase[place]
            tree.add("Element", f"{number}{letter}", place + 1, iri)
    levels = (_level("Standard", "^[1-9][0-9]*$"), _level("Element", "^[1-9][0-9]*[a-z]$"))
    return _framework(tree, levels)


def competencies(factor: int, prose: Prose) -> Framework:
    """Return ``factor`` times 4 domains, 21 competencies, 108 indicators, 36 sub-indicators."""
    tree = _Tree(URIRef(f"{BASE}competencies"), prose, "part-1", verbatim=False)
    for volume in range(factor):
        _volume(tree, volume)
    levels = (
        _level("Domain", "^[A-Z]+$"),
        _level("Competency", r"^[A-Z]+\.[1-9][0-9]*$"),
        _level("Indicator", r"^[A-Z]+\.[1-9][0-9]*\.[a-z]$"),
        _level("SubIndicator", r"^[A-Z]+\.[1-9][0-9]*\.[a-z]\.[1-9]$"),
    )
    return _framework(tree, levels)


def _volume(tree: _Tree, volume: int) -> None:
    places, indicators = iter(_INDICATORS), iter(range(sum(_INDICATORS)))
    for number, count in enumerate(_COMPETENCIES):
        domain = _letters(4 * volume + number)
        top = tree.add("Domain", domain, 4 * volume + number + 1, None, titled=True)
        for position in range(1, count + 1):
            notation = f"{domain}.{position}"
            competency = tree.add("Competency", notation, position, top)
            _indicators(tree, notation, competency, next(places), indicators)


def _indicators(
    tree: _Tree, above: str, competency: URIRef, count: int, places: Iterator[int]
) -> None:
    for position in range(1, count + 1):
        notation = f"{above}.{string.ascii_lowercase[position - 1]}"
        indicator = tree.add("Indicator", notation, position, competency)
        for sub in range(1, _SUB_INDICATORS.get(next(places), 0) + 1):
            tree.add("SubIndicator", f"{notation}.{sub}", sub, indicator)


def _letters(number: int) -> str:
    """Return ``number`` in base 26, three letters or more: ``AAB`` for 1."""
    letters = ""
    while number or len(letters) < 3:
        number, place = divmod(number, 26)
        letters = string.ascii_uppercase[place] + letters
    return letters


_ABOVE = {
    "Element": "Standard",
    "Competency": "Domain",
    "Indicator": "Competency",
    "SubIndicator": "Indicator",
}


def _level(kind: str, pattern: str) -> Level:
    return Level(
        iri=URIRef(f"{BASE}level/{kind.lower()}"),
        kind=_XW[kind],
        label=Literal(kind, lang="en"),
        depth=1,
        notation_pattern=pattern,
        broader=(_ABOVE[kind],) if kind in _ABOVE else (),
        roll_up=kind in ("Standard", "Competency"),
    )


def _framework(tree: _Tree, levels: tuple[Level, ...]) -> Framework:
    id = tree.framework.removeprefix(BASE)
    return Framework(
        iri=tree.framework,
        id=id,
        uuid=tree.prose.uuid(),
        title=Literal(f"Synthetic {id}", lang="en"),
        creators=(AUTHOR,),
        publisher=AUTHOR,
        rights_holder=AUTHOR if tree.verbatim else None,
        issued="2017",
        edition="2017",
        language="en",
        rights=RIGHTS,
        sources=(URIRef(f"https://example.org/{id}"),),
        verbatim=tree.verbatim,
        levels=levels,
        statements=tuple(tree.statements),
        origin=NOWHERE,
    )
