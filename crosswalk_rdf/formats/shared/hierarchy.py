"""The hierarchy of a flat list of foreign items: positions, order, levels."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rdflib import Literal, URIRef

from crosswalk_rdf.model import Level, Statement, local_name, unnamed_iri
from crosswalk_rdf.model.identifiers import unused_name

ANY_NOTATION = "^.*$"
"""The notation pattern of a level without one."""


def without_cycles(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], list[URIRef]]:
    """Return ``statements`` in a hierarchy without cycles, and those whose parents were cut.

    Of each cycle the link of the statement that stands last in the source is cut; a parent that
    is not among ``statements`` is none of ours to cut.
    """
    parents = {s.iri: [p for p in (s.broader, *s.also_broader) if p] for s in statements}
    rooted: set[URIRef] = set()
    cut: dict[URIRef, set[URIRef]] = {}
    for statement in statements:
        _walk(statement.iri, parents, rooted, cut)
    mended = tuple(
        _without(statement, cut[statement.iri]) if statement.iri in cut else statement
        for statement in statements
    )
    return mended, list(cut)


def _walk(
    start: URIRef,
    parents: Mapping[URIRef, list[URIRef]],
    rooted: set[URIRef],
    cut: dict[URIRef, set[URIRef]],
) -> None:
    """Follow the parents of ``start`` depth first; note each link that leads back into the path."""
    path: dict[URIRef, None] = {}
    waiting: list[tuple[URIRef, bool]] = [(start, False)]
    while waiting:
        here, done = waiting.pop()
        if done:
            path.pop(here, None)
            rooted.add(here)
        elif here not in rooted and here not in path:
            path[here] = None
            waiting.append((here, True))
            for parent in parents.get(here, ()):
                if parent in path:
                    cut.setdefault(here, set()).add(parent)
                else:
                    waiting.append((parent, False))


def _without(statement: Statement, gone: set[URIRef]) -> Statement:
    parents = [p for p in (statement.broader, *statement.also_broader) if p and p not in gone]
    return replace(
        statement,
        broader=parents[0] if parents else None,
        also_broader=tuple(dict.fromkeys(parents[1:])),
    )


def positioned(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return ``statements`` with the positions 1, 2, 3 … among siblings.

    Siblings are those that are read under the same parent; they are put in order by the position
    that they have, and where that is the same, as they come.
    """
    siblings = tuple(statements)
    places: Counter[URIRef | None] = Counter()
    numbers: dict[int, int] = {}
    for number in sorted(range(len(siblings)), key=lambda n: siblings[n].position):
        places[siblings[number].broader] += 1
        numbers[number] = places[siblings[number].broader]
    return tuple(
        s if s.position == numbers[n] else replace(s, position=numbers[n])
        for n, s in enumerate(siblings)
    )


def in_tree_order(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return ``statements`` with each after its parent and its earlier siblings.

    The hierarchy must have no cycle; one whose parent is missing counts as a top concept.
    """
    iris = {s.iri for s in statements}
    children: dict[URIRef | None, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.position):
        parent = statement.broader if statement.broader in iris else None
        children.setdefault(parent, []).append(statement)
    ordered: list[Statement] = []
    waiting = children.get(None, [])[::-1]
    while waiting:
        statement = waiting.pop()
        ordered.append(statement)
        waiting.extend(reversed(children.get(statement.iri, ())))
    return tuple(ordered)


def levels_of(
    framework: URIRef, statements: Sequence[Statement], labels: Mapping[URIRef, Literal]
) -> tuple[Level, ...]:
    """Return the levels on which ``statements`` stand: one a kind, upper ones first.

    ``labels`` name the kinds to people. A level may stand below each level below which it was
    seen; it has depth 1 where one of its statements has no parent.
    """
    kinds = {s.iri: s.kind for s in statements}
    above: dict[URIRef, dict[URIRef, None]] = {}
    tops: set[URIRef] = set()
    for statement in in_tree_order(statements):
        parent_kinds = above.setdefault(statement.kind, {})
        parents = [p for p in (statement.broader, *statement.also_broader) if p in kinds]
        parent_kinds.update((kinds[parent], None) for parent in parents)
        if statement.broader not in kinds:
            tops.add(statement.kind)
    names = _names(above, labels)
    depths: dict[URIRef, int] = {}
    for kind, parents_of in above.items():
        over = [depths[parent] for parent in parents_of if parent in depths]
        depths[kind] = 1 if kind in tops else 1 + max(over, default=0)
    return tuple(
        Level(
            iri=unnamed_iri(framework, f"level {names[kind]}"),
            kind=kind,
            label=labels.get(kind) or Literal(names[kind]),
            depth=depths[kind],
            notation_pattern=ANY_NOTATION,
            broader=tuple(names[parent] for parent in parents_of),
            id="" if names[kind] == local_name(kind) else names[kind],
        )
        for kind, parents_of in above.items()
    )


def _names(kinds: Iterable[URIRef], labels: Mapping[URIRef, Literal]) -> dict[URIRef, str]:
    """Return a name for each kind: its label without spaces, or its local name, each once."""
    names: dict[URIRef, str] = {}
    for kind in kinds:
        words = re.findall(r"\w+", labels.get(kind) or "") or re.findall(r"\w+", local_name(kind))
        stem = "".join(word[:1].upper() + word[1:] for word in words) or "Kind"
        names[kind] = unused_name(stem, names.values(), "")
    return names


def slug(text: str, otherwise: str = "framework") -> str:
    """Return an id made of ``text``: ``a`` to ``z``, digits and hyphens, as folders are named."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return "-".join(words)[:60].strip("-") or otherwise
