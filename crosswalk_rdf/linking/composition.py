"""Mappings from A to B and from B to C to mappings from A to C, each with its chains."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from math import prod
from typing import Any, Final

import duckdb
import numpy as np
from rdflib import SKOS, URIRef

from crosswalk_rdf.model import Alignment, Framework, MappingSet
from crosswalk_rdf.model.mapping_predicates import MAPPING_PREDICATES, inverse_predicate

_RELATIONS: Final = {p.iri: p.name.removesuffix("Match") for p in MAPPING_PREDICATES}
"""What the tables call each predicate."""
_PREDICATES: Final = {name: predicate for predicate, name in _RELATIONS.items()}
NOT_EXACT: Final = "not exact"
"""What a denied exact match says; no other denial can be composed."""
_SQL: Final = files("crosswalk_rdf.linking") / "sql"

_Row = tuple[str, int, str, str, str, float]


@dataclass(frozen=True, slots=True)
class Chain:
    """One way in which a mapping follows from others."""

    records: tuple[str, ...]
    """The IRIs of the mappings, from the first framework to the last."""
    hops: tuple[str, ...]
    """The steps within a framework, to a statement above or below: both IRIs, with a space."""
    confidence: float
    """The product of the mappings' own; a mapping that states none counts as 1."""


@dataclass(frozen=True, slots=True)
class DerivedMapping:
    """A mapping that follows from others."""

    subject: str
    predicate: URIRef
    negated: bool
    object: str
    chains: tuple[Chain, ...]
    """The most confident first."""

    @property
    def confidence(self) -> float:
        """That of the best chain, raised by chains that share no record with it (noisy-or).

        Each further chain counts if it shares no record with those that do count, so that the same
        evidence is not counted twice.
        """
        counted: list[Chain] = []
        for chain in self.chains:
            if not any(set(chain.records) & set(other.records) for other in counted):
                counted.append(chain)
        return 1 - prod(1 - chain.confidence for chain in counted)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two derived mappings that cannot both hold, or not with the hierarchies as they are."""

    kind: str
    """``exact and broad``, ``two exact matches``, ``order reversed`` and others."""
    subject: str
    object: str
    other_subject: str
    other_object: str


@dataclass(frozen=True, slots=True)
class Composition:
    """What follows from mappings along a chain of frameworks."""

    mappings: tuple[DerivedMapping, ...]
    """By subject, predicate and object."""
    clashes: tuple[Clash, ...]


def compose(frameworks: Sequence[Framework], parts: Iterable[MappingSet]) -> Composition:
    """Return the mappings from the first framework to the last that follow from those between.

    Relations are composed as SSSOM has it ("Chaining rules"): only what ``exactMatch``, and
    ``broadMatch`` or ``narrowMatch`` in a row, allow; nothing follows from two close or related
    matches. A statement above or below in the hierarchy of a framework is one step more.

    Args:
        frameworks: Three or more, in the order of the chain.
        parts: Mapping sets; those between two frameworks that follow each other are used, in
            either direction.

    Returns:
        The mappings, each with all chains that lead to it, and what clashes.

    Raises:
        Nothing.
    """
    with duckdb.connect() as database:
        _load(database, frameworks, parts)
        database.execute((_SQL / "compose.sql").read_text(encoding="utf-8"))
        rows = database.table("chain").order("ALL").fetchall()
        clashes = database.execute((_SQL / "clashes.sql").read_text(encoding="utf-8")).fetchall()
    return Composition(tuple(_mappings(rows)), tuple(Clash(*row) for row in clashes))


def _mappings(rows: Iterable[tuple[Any, ...]]) -> Iterator[DerivedMapping]:
    chains: dict[tuple[str, str, str], list[Chain]] = defaultdict(list)
    for subject, relation, object, confidence, records, hops in rows:
        chains[subject, relation, object].append(Chain(tuple(records), tuple(hops), confidence))
    for (subject, relation, object), ways in chains.items():
        predicate = _PREDICATES[relation.removeprefix("not ")]
        best = sorted(ways, key=lambda chain: (-chain.confidence, len(chain.hops), chain.records))
        yield DerivedMapping(subject, predicate, relation == NOT_EXACT, object, tuple(best))


def _load(
    database: duckdb.DuckDBPyConnection,
    frameworks: Sequence[Framework],
    parts: Iterable[MappingSet],
) -> None:
    """Fill the tables that the queries read."""
    database.execute((_SQL / "tables.sql").read_text(encoding="utf-8"))
    table = _SQL / "composition.csv"
    rules = [line.split(",") for line in table.read_text(encoding="utf-8").splitlines()]
    _insert(database, "composition", rules[1:])
    _insert(database, "legs", [[len(frameworks) - 1]])
    _insert(database, "mapping", [row for part in parts for row in _rows(part, frameworks)])
    _insert(database, "hierarchy", list(_hierarchy(frameworks)))


def _insert(
    database: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]
) -> None:
    """Append rows to a table, column by column: row by row takes a hundred times as long."""
    if not rows:
        return
    columns = {
        str(number): np.array(values, dtype=object if isinstance(values[0], str) else None)
        for number, values in enumerate(zip(*rows, strict=True))
    }
    database.register("rows", columns)
    database.table("rows").insert_into(table)
    database.unregister("rows")


def _rows(part: MappingSet, frameworks: Sequence[Framework]) -> Iterator[_Row]:
    iris = [framework.iri for framework in frameworks]
    for layer, pair in enumerate(pairwise(iris)):
        if pair == (part.subject_source, part.object_source):
            yield from _directed(part.alignments, layer, is_inverse=False)
        elif pair == (part.object_source, part.subject_source):
            yield from _directed(part.alignments, layer, is_inverse=True)


def _directed(alignments: Iterable[Alignment], layer: int, *, is_inverse: bool) -> Iterator[_Row]:
    for alignment in alignments:
        subject, predicate, object = alignment.subject, alignment.predicate, alignment.object
        if is_inverse:
            subject, object = object, subject
            predicate = URIRef(inverse_predicate(str(predicate)))
        relation = _relation(alignment, predicate)
        if relation is not None:
            ends = str(subject), relation, str(object)
            yield str(alignment.iri), layer, *ends, _confidence(alignment)


def _relation(alignment: Alignment, predicate: URIRef) -> str | None:
    """Return what the tables call ``predicate``, which is that of the alignment or its inverse."""
    if alignment.is_claim:
        return _RELATIONS.get(predicate)
    denies = alignment.negated and not (alignment.unmapped or alignment.literal)
    return NOT_EXACT if denies and predicate == SKOS.exactMatch else None


def _confidence(alignment: Alignment) -> float:
    values = (s.values[0] for s in alignment.slots if s.name == "confidence" and s.values)
    return next((float(str(value)) for value in values), 1.0)


def _hierarchy(frameworks: Sequence[Framework]) -> Iterator[tuple[int, str, str]]:
    for layer, framework in enumerate(frameworks):
        for statement in framework.statements:
            parents = (*([statement.broader] if statement.broader else ()), *statement.also_broader)
            for parent in parents:
                yield layer, str(statement.iri), str(parent)
