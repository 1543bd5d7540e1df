"""A package to one document for each mapping set, whatever the syntax of SSSOM."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from crosswalk_rdf.formats.coverage import Fields, field_names, treated
from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.sssom.coverage import COVERAGE
from crosswalk_rdf.model import Agent, Crosswalk, ExternalFramework, MappingSet, Package


def _all(model: type) -> Fields:
    return treated(carried=" ".join(field_names(model)))


_OF_ONE_SET: Final = replace(
    COVERAGE, crosswalk=_all(Crosswalk), external=_all(ExternalFramework), agent=_all(Agent)
)
"""What is lost of a crosswalk that is made of one mapping set: all that it says, the set says."""


def write_parts(
    package: Package,
    write_set: Callable[[Sequence[MappingSet], Crosswalk, Report], bytes],
) -> Writing:
    """Return what ``write_set`` makes of each mapping set of each crosswalk, by its id.

    Where two crosswalks have sets with the same id, the id of the crosswalk precedes the second.
    Raises Unwritable for a package without alignments.
    """
    if not any(crosswalk.parts for crosswalk in package.crosswalks):
        raise Unwritable("a package without alignments: SSSOM holds nothing else")
    report = Report()
    report_losses(replace(package, crosswalks=()), COVERAGE, report)
    documents: dict[str, bytes] = {}
    for crosswalk in package.crosswalks:
        is_set = all("crosswalk" in part.assumed for part in crosswalk.parts)
        alone = replace(package, frameworks=(), crosswalks=(crosswalk,))
        report_losses(alone, _OF_ONE_SET if is_set else COVERAGE, report)
        for name, parts in _sets(crosswalk):
            id = name if name not in documents else f"{crosswalk.id}-{name}"
            documents[id] = write_set(parts, crosswalk, report)
    return Writing(documents, report)


def _sets(crosswalk: Crosswalk) -> Iterator[tuple[str, Sequence[MappingSet]]]:
    """Yield the parts of each mapping set, with its id: several for a set that was divided."""
    divided = [part for part in crosswalk.parts if "iri" in part.assumed]
    if divided:
        yield crosswalk.id, divided
    for part in crosswalk.parts:
        if "iri" not in part.assumed:
            yield part.id, (part,)


def set_of(parts: Sequence[MappingSet], crosswalk: Crosswalk) -> MappingSet:
    """Return what ``parts`` of one set say of the set, which is the crosswalk if it was divided."""
    first = parts[0]
    iri = crosswalk.iri if "iri" in first.assumed else first.iri
    return replace(first, iri=iri)
