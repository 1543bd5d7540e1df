"""What an alignment claims of the statements above its ends: the roll-up, without a graph.

The rule ``ontology/rules/90-roll-up-alignment.rq`` is the same in SPARQL, for any graph; a test
compares the two.
"""

from collections.abc import Iterator

from rdflib import URIRef

from crosswalk_rdf.model.alignments import Alignment
from crosswalk_rdf.model.frameworks import Framework, Statement


class RollUp:
    """The statements of one framework to which alignments are rolled up."""

    def __init__(self, framework: Framework, *, or_top: bool = False) -> None:
        """Take the levels of ``framework`` that take roll-ups.

        With ``or_top``, a framework without such a level is rolled up to its top concepts.
        """
        self.framework = framework
        self.statements = {s.iri: s for s in framework.statements}
        self.places = {s.iri: place for place, s in enumerate(framework.statements)}
        kinds = {level.kind for level in framework.levels if level.roll_up}
        top = or_top and not kinds
        self.targets = {
            s.iri: s for s in framework.statements if s.kind in kinds or (top and s.broader is None)
        }
        """The statements that alignments are rolled up to, by IRI, in the order of the source."""
        self._nearest: dict[URIRef, tuple[Statement, ...]] = {}

    def of(self, iri: URIRef) -> tuple[Statement, ...]:
        """Return the nearest statements at or above ``iri`` that take roll-ups.

        Several where it stands below several; none above that level, and for an unknown IRI.
        """
        if iri not in self._nearest:
            first = self._first_targets(iri)
            further = {
                ancestor for iri_of_target in first for ancestor in self.above(iri_of_target)
            }
            nearest = (
                self.targets[iri_of_target]
                for iri_of_target in first
                if iri_of_target not in further
            )
            self._nearest[iri] = tuple(sorted(nearest, key=lambda s: self.places[s.iri]))
        return self._nearest[iri]

    def above(self, iri: URIRef) -> set[URIRef]:
        """Return all statements above ``iri``, by all their parents."""
        ancestors: set[URIRef] = set()
        queue = [iri]
        for current in queue:
            parents = [parent for parent in self._parents(current) if parent not in ancestors]
            ancestors.update(parents)
            queue.extend(parents)
        return ancestors

    def _first_targets(self, iri: URIRef) -> set[URIRef]:
        """Return the first statement on each way up that takes roll-ups."""
        first: set[URIRef] = set()
        queue, visited = [iri], {iri}
        for current in queue:
            if current in self.targets:
                first.add(current)
                continue
            parents = [parent for parent in self._parents(current) if parent not in visited]
            visited.update(parents)
            queue.extend(parents)
        return first

    def _parents(self, iri: URIRef) -> tuple[URIRef, ...]:
        statement = self.statements.get(iri)
        if statement is None:
            return ()
        return tuple(p for p in (statement.broader, *statement.also_broader) if p)


def claimed_pairs(
    alignment: Alignment, subjects: RollUp, objects: RollUp
) -> Iterator[tuple[Statement, Statement]]:
    """Yield each pair of statements that take roll-ups of which ``alignment`` is a claim.

    That is its own ends, or what they are rolled up to. A denial claims nothing, nor does
    what finds no match; one with an end above all that take roll-ups claims no pair.
    """
    if alignment.is_claim:
        for subject in subjects.of(alignment.subject):
            for object in objects.of(alignment.object):
                yield subject, object
