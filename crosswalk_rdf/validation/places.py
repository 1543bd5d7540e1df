"""Where findings stand in the data files, and in whose data."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosswalk_rdf.model import Origin
from crosswalk_rdf.validation.evidence import Triple
from crosswalk_rdf.validation.report import Evidence, ValidationResult


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where what is said stands in the data files, and whose data these are."""

    origins: Mapping[str, Origin] = field(default_factory=dict)
    """The row that each resource was read from, by IRI."""
    alignments: Mapping[Triple, Origin] = field(default_factory=dict)
    """The row of each alignment, by the triple that it claims."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """The id of the framework or crosswalk of each data file."""
    owners_of_node: Callable[[str], Iterable[str]] = lambda _: ()
    """Returns the ids of those whose graphs mention a resource that no data file describes."""

    def located(self, result: ValidationResult, triples: Sequence[Triple]) -> ValidationResult:
        """Return ``result`` with its evidence, ``triples``, its row, and its owners."""
        evidence = tuple(Evidence(*triple, self._row(triple)) for triple in triples)
        mappings = [e for e in evidence if (e.subject, e.predicate, e.object) in self.alignments]
        rows = [e.origin for e in mappings or evidence if e.origin is not None]
        origin = rows[0] if rows else place_of(result, self.origins)
        files = {row.file for row in rows or ([origin] if origin else [])}
        owners = {self.owners[file] for file in files if file in self.owners}
        owners = owners or set(self.owners_of_node(str(result.subject)))
        return replace(result, evidence=evidence, origin=origin, owners=tuple(sorted(owners)))

    def _row(self, triple: Triple) -> Origin | None:
        """Return the row that says ``triple``: a parent stands in the row of the child."""
        subject, predicate, object = triple
        child = object if predicate.endswith(("#narrower", "#hasTopConcept")) else subject
        return self.alignments.get(triple) or self.origins.get(str(child))


def place_of(result: ValidationResult, origins: Mapping[str, Origin]) -> Origin | None:
    """Return the row of what is at fault, or else of an IRI that the message names."""
    mentioned = (word.strip(",;:()") for word in result.message.split() if "://" in word)
    for iri in (str(result.value), str(result.focus), *mentioned):
        if iri in origins:
            return origins[iri]
    return None
