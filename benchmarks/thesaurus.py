"""A number and a seed to the folder of a publication with a thesaurus of so many concepts.

It has the shape of a large subject thesaurus: short labels, few top concepts, four levels, some
ten concepts under each of the upper ones, no crosswalk. The same number and seed give the same
bytes.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

from rdflib import Literal, URIRef

from benchmarks.frameworks import AUTHOR, BASE, NOWHERE, RIGHTS
from benchmarks.generator import PUBLICATION
from benchmarks.prose import Prose
from crosswalk_rdf.model import Framework, Level, Statement
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.framework_writer import framework_files

_KINDS = ("Domain", "Competency", "Indicator", "SubIndicator")
_FAN_OUT = 12
"""Concepts under each concept of the upper levels; the lowest level holds the rest."""

_XW = ontology_namespace(BASE)
_SCHEME = URIRef(f"{BASE}thesaurus")


def concepts(number: int, prose: Prose) -> Iterator[Statement]:
    """Yield ``number`` concepts, each after what it stands under."""
    tops = max(1, round(number / (_FAN_OUT**3 / 2)))
    waiting: deque[tuple[str, int, URIRef | None, int]] = deque(
        (str(place), 0, None, place) for place in range(1, tops + 1)
    )
    made = 0
    while made < number:
        notation, depth, broader, place = waiting.popleft()
        concept = _concept(notation, depth, broader, place, prose)
        made += 1
        yield concept
        if depth + 1 < len(_KINDS):
            waiting.extend(
                (f"{notation}.{n}", depth + 1, concept.iri, n) for n in range(1, _FAN_OUT + 1)
            )


def _concept(
    notation: str, depth: int, broader: URIRef | None, place: int, prose: Prose
) -> Statement:
    return Statement(
        iri=URIRef(f"{_SCHEME}/{notation}"),
        uuid=prose.uuid(),
        kind=_XW[_KINDS[depth]],
        notation=notation,
        text=Literal(prose.text(1, 4), lang="en"),
        broader=broader,
        position=place,
        origin=NOWHERE,
    )


def thesaurus(number: int, seed: int = 4400) -> Framework:
    """Return the thesaurus."""
    prose = Prose(seed)
    return Framework(
        iri=_SCHEME,
        id="thesaurus",
        uuid=prose.uuid(),
        title=Literal("A synthetic thesaurus", lang="en"),
        creators=(AUTHOR,),
        publisher=AUTHOR,
        issued="2026-01-01",
        edition="1",
        language="en",
        rights=RIGHTS,
        levels=tuple(_level(depth) for depth in range(len(_KINDS))),
        statements=tuple(concepts(number, prose)),
        origin=NOWHERE,
    )


def _level(depth: int) -> Level:
    return Level(
        iri=URIRef(f"{_SCHEME}/level/{_KINDS[depth]}"),
        kind=_XW[_KINDS[depth]],
        label=Literal(_KINDS[depth], lang="en"),
        depth=depth + 1,
        notation_pattern="^" + r"\.".join(["[1-9][0-9]*"] * (depth + 1)) + "$",
        broader=(_KINDS[depth - 1],) if depth else (),
    )


def write_thesaurus(folder: Path, number: int, *, foreign: bool = True) -> None:
    """Write the publication to ``folder``; without ``foreign`` it has no foreign formats."""
    files = framework_files(thesaurus(number), BASE)
    formats = "" if foreign else "formats = []\n"
    files["data/publication.toml"] = (formats + PUBLICATION).encode()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
