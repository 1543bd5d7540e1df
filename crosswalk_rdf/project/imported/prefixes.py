"""Prefixes for the CURIEs of a part: SSSOM knows no other way to write an IRI."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom import BUILT_IN_PREFIXES
from crosswalk_rdf.model import Alignment, MappingSet, Slot
from crosswalk_rdf.namespaces import PREFIXES

_URN = "urn:uuid:"


def prefixes_for(
    part: MappingSet, alignments: Sequence[Alignment], base: str
) -> tuple[tuple[str, str], ...]:
    """Return the prefixes that ``part`` has, with those that its IRIs need besides."""
    known = dict(part.prefixes)
    spaces = {*BUILT_IN_PREFIXES.values(), *known.values(), base}
    needed: Counter[str] = Counter()
    for iri in _iris(part, alignments):
        if not any(iri.startswith(space) for space in spaces):
            needed[_space(iri)] += 1
    for space in sorted(needed):
        known[_name(space, known)] = space
    return tuple(sorted(known.items()))


def _iris(part: MappingSet, alignments: Iterable[Alignment]) -> Iterator[str]:
    yield from (part.subject_source, part.object_source)
    yield from _slot_iris(part.slots)
    for alignment in alignments:
        yield from (alignment.iri, alignment.subject, alignment.predicate, alignment.object)
        yield alignment.justification
        yield from _slot_iris(alignment.slots)


def _slot_iris(slots: Iterable[Slot]) -> Iterator[str]:
    for slot in slots:
        yield slot.property
        for value in slot.values:
            if isinstance(value, URIRef):
                yield value
            elif isinstance(value, Literal) and value.datatype:
                yield value.datatype


def _space(iri: str) -> str:
    """Return what an IRI has before its last part: all of it, where that part is empty."""
    if iri.startswith(_URN):
        return _URN
    match = re.match(r"(.*[/#:])[^/#:]+$", iri)
    return match[1] if match else iri


def _name(space: str, taken: dict[str, str]) -> str:
    """Return a prefix for ``space``: a known one, or a word of it."""
    for name, namespace in PREFIXES.items():
        if namespace == space and name not in taken:
            return name
    words = [w for w in re.findall(r"[a-z][a-z0-9]+", space.lower()) if w not in _COMMON]
    stem = words[-1] if words else "ns"
    name, number = stem, 1
    while name in taken or name in BUILT_IN_PREFIXES or name in PREFIXES:
        number += 1
        name = f"{stem}{number}"
    return name


_COMMON = frozenset(("http", "https", "www", "org", "com", "net", "edu", "gov", "uri", "ims"))
