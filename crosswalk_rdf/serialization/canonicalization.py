"""Quads to quads with canonical blank nodes (RDF Dataset Canonicalization 1.0, SHA-256).

Telling blank nodes apart that look alike can take longer than anybody lives, of graphs that were
made for that (§7.1, dataset poisoning). So it is done here, where the work can be counted, and not
by Oxigraph, which gives the same labels.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import permutations
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError

_MOST_WORK: Final = 100_000
"""Orders of like neighbors that are tried, over all blank nodes."""
_DEEPEST: Final = 300
"""How many like blank nodes are followed from one to the next."""


class TooManyLikeNodes(CrosswalkError):
    """A graph whose blank nodes are so much alike that telling them apart would not end."""


@dataclass(slots=True)
class _Labels:
    """Issues labels in order (§4.5, identifier issuer)."""

    prefix: str
    of: dict[str, str] = field(default_factory=dict)

    def issue(self, node: str) -> str:
        return self.of.setdefault(node, f"{self.prefix}{len(self.of)}")

    def copy(self) -> "_Labels":
        return _Labels(self.prefix, dict(self.of))


def canonicalized(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return ``quads``, each once, their blank nodes ``c14n0``, ``c14n1`` … (§4.4.3).

    Raises TooManyLikeNodes where that takes more work than graphs of good will do.
    """
    unique = list(dict.fromkeys(quads))
    labels = _Canonicalization(unique).labels()
    nodes = {name: ox.BlankNode(label) for name, label in labels.items()}
    return [_relabeled(quad, nodes) for quad in unique]


class _Canonicalization:
    """The state of the algorithm (§4.3)."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._quads: dict[str, list[ox.Quad]] = {}
        for quad in quads:
            for name in dict.fromkeys(name for _, name in _blank_nodes(quad)):
                self._quads.setdefault(name, []).append(quad)
        self._first_hash = {name: _first_hash(name, self._quads[name]) for name in self._quads}
        self._canonical = _Labels("c14n")
        self._work = 0

    def labels(self) -> Mapping[str, str]:
        """Return the canonical label of each blank node (§4.4.3)."""
        by_hash: dict[str, list[str]] = {}
        for name, digest in self._first_hash.items():
            by_hash.setdefault(digest, []).append(name)
        for _, names in sorted(by_hash.items()):
            if len(names) == 1:
                self._canonical.issue(names[0])
        for _, names in sorted(by_hash.items()):
            if len(names) > 1:
                self._issue_alike(names)
        return self._canonical.of

    def _issue_alike(self, names: Sequence[str]) -> None:
        results: list[tuple[str, _Labels]] = []
        for name in names:
            if name not in self._canonical.of:
                labels = _Labels("b")
                labels.issue(name)
                results.append(self._hash_n_degree(name, labels))
        for _, labels in sorted(results, key=lambda result: result[0]):
            for name in labels.of:
                self._canonical.issue(name)

    def _hash_n_degree(self, name: str, labels: _Labels, depth: int = 0) -> tuple[str, _Labels]:
        """Return the hash of a blank node by what is around it, and labels of that (§4.8.3)."""
        if depth > _DEEPEST:
            raise _too_many()
        related: dict[str, list[str]] = {}
        for quad in self._quads[name]:
            for position, other in _blank_nodes(quad):
                if other != name:
                    digest = self._hash_related(other, quad, labels, position)
                    related.setdefault(digest, []).append(other)
        data = []
        for digest, names in sorted(related.items()):
            path, labels = self._shortest_path(names, labels, depth)
            data += [digest, path]
        return _hash("".join(data)), labels

    def _shortest_path(
        self, names: Sequence[str], labels: _Labels, depth: int
    ) -> tuple[str, _Labels]:
        """Return the first of the paths through ``names`` in any order, and its labels."""
        chosen: tuple[str, _Labels] | None = None
        for order in permutations(names):
            self._work += 1
            if self._work > _MOST_WORK:
                raise _too_many()
            result = self._path(order, labels.copy(), chosen[0] if chosen else "", depth)
            if result is not None and (chosen is None or result[0] < chosen[0]):
                chosen = result
        assert chosen is not None  # noqa: S101 (the first order is never given up)
        return chosen

    def _path(
        self, order: Sequence[str], labels: _Labels, best: str, depth: int
    ) -> tuple[str, _Labels] | None:
        """Return the path through ``order``; None once it is sure to come after ``best``."""
        path, unlabeled = "", []
        for name in order:
            label = self._canonical.of.get(name)
            if label is None:
                if name not in labels.of:
                    unlabeled.append(name)
                label = labels.issue(name)
            path += f"_:{label}"
            if best and len(path) >= len(best) and path > best:
                return None
        for name in unlabeled:
            digest, result = self._hash_n_degree(name, labels, depth + 1)
            path += f"_:{labels.issue(name)}<{digest}>"
            labels = result
            if best and len(path) >= len(best) and path > best:
                return None
        return path, labels

    def _hash_related(self, name: str, quad: ox.Quad, labels: _Labels, position: str) -> str:
        """Return the hash of a blank node by where it stands beside another (§4.7.3)."""
        label = self._canonical.of.get(name) or labels.of.get(name)
        identifier = f"_:{label}" if label else self._first_hash[name]
        predicate = "" if position == "g" else str(quad.predicate)
        return _hash(f"{position}{predicate}{identifier}")


def _first_hash(name: str, quads: Iterable[ox.Quad]) -> str:
    """Return the hash of a blank node by its own quads alone (§4.6.3)."""
    nodes = {name: ox.BlankNode("a")}
    lines = (f"{_relabeled(quad, nodes, ox.BlankNode('z'))} .\n" for quad in quads)
    return _hash("".join(sorted(lines)))


def _blank_nodes(quad: ox.Quad) -> Iterator[tuple[str, str]]:
    """Yield the blank nodes of ``quad``, each with its position: s, o or g."""
    for position, term in zip("sog", (quad.subject, quad.object, quad.graph_name), strict=True):
        if isinstance(term, ox.BlankNode):
            yield position, term.value


def _relabeled(
    quad: ox.Quad, nodes: Mapping[str, ox.BlankNode], other: ox.BlankNode | None = None
) -> ox.Quad:
    """Return ``quad`` with the ``nodes`` in place of its blank nodes, ``other`` for the rest."""
    subject, object, graph = quad.subject, quad.object, quad.graph_name
    return ox.Quad(
        _label(subject, nodes, other) if isinstance(subject, ox.BlankNode) else subject,
        quad.predicate,
        _label(object, nodes, other) if isinstance(object, ox.BlankNode) else object,
        _label(graph, nodes, other) if isinstance(graph, ox.BlankNode) else graph,
    )


def _label(
    node: ox.BlankNode, nodes: Mapping[str, ox.BlankNode], other: ox.BlankNode | None
) -> ox.BlankNode:
    return nodes[node.value] if other is None else nodes.get(node.value, other)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _too_many() -> TooManyLikeNodes:
    return TooManyLikeNodes(
        "too many blank nodes that differ in nothing of their own, nested or linked with each "
        "other (RDF Dataset Canonicalization 1.0 §7.1): give them IRIs, or flatten them"
    )
