"""The catalog of rules, made from the shapes: ids, names, severities, what leads to a finding."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from rdflib import DCTERMS, RDFS, URIRef
from rdflib.term import Node

from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.validation.shapes import Shapes

IMPORTED_SEVERITY: Final = "importedSeverity"
"""The severity of a rule in imported data, where that is not what the publication says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One requirement that data are held to: a named shape."""

    shape: URIRef
    id: str
    """Short and stable: ``S27``; the name where the shape gives none."""
    name: str
    """The local name of the shape: ``RelatedIsNotBroaderTransitive``."""
    severity: URIRef
    """In a publication's own data."""
    imported_severity: URIRef | None
    """In imported data; None where the publication's policy says it."""
    message: str
    see_also: tuple[URIRef, ...]
    file: str

    @property
    def is_for_every_origin(self) -> bool:
        """Whether imported data are held to it like own: else they could not be published."""
        return self.imported_severity == SH.Violation


class Catalog:
    """The rules of the shapes, by their ids and names."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, by name."""
        return tuple(sorted(self._rules(), key=lambda rule: rule.name))

    def _rules(self) -> Iterator[Rule]:
        graph = self._shapes.graph
        for shape in self._shapes.named_shapes:
            name = local_name(shape)
            id = graph.value(shape, DCTERMS.identifier)
            severity = graph.value(shape, SH.severity)
            yield Rule(
                shape=shape,
                id=name if id is None else str(id),
                name=name,
                severity=SH.Violation if severity is None else _iri(severity),
                imported_severity=self._imported_severity(shape),
                message=" ".join(sorted(map(str, graph.objects(shape, SH.message)))),
                see_also=tuple(sorted(map(_iri, graph.objects(shape, RDFS.seeAlso)))),
                file=self._shapes.file_of(shape),
            )

    def _imported_severity(self, shape: URIRef) -> URIRef | None:
        for predicate, value in self._shapes.graph.predicate_objects(shape):
            if local_name(str(predicate)) == IMPORTED_SEVERITY:
                return _iri(value)
        return None

    @cached_property
    def _by_name(self) -> Mapping[str, Rule]:
        return {rule.name: rule for rule in self.rules} | {rule.id: rule for rule in self.rules}

    @cached_property
    def _by_shape(self) -> Mapping[URIRef, Rule]:
        return {rule.shape: rule for rule in self.rules}

    def rule(self, name: str) -> Rule | None:
        """Return the rule with the id or name ``name``."""
        return self._by_name.get(name)

    def of_shape(self, shape: URIRef) -> Rule | None:
        """Return the rule that is the shape ``shape``."""
        return self._by_shape.get(shape)

    def near(self, name: str) -> tuple[str, ...]:
        """Return ids and names of rules that are spelled nearly like ``name``, nearest first."""
        by_lower = {each.lower(): each for each in self._by_name}
        return tuple(
            by_lower[m] for m in get_close_matches(name.lower(), by_lower, n=3, cutoff=0.5)
        )


def _iri(node: Node) -> URIRef:
    return URIRef(str(node))
