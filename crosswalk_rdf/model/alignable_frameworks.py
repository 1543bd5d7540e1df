"""The frameworks that a crosswalk may align, and what keeps a record from naming one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from rdflib import URIRef

from crosswalk_rdf.model.crosswalks import ExternalFramework
from crosswalk_rdf.model.frameworks import Framework, Statement
from crosswalk_rdf.model.lexical import path_segment
from crosswalk_rdf.model.metadata import local_name


@dataclass(frozen=True, slots=True)
class AlignableFrameworks:
    """Published and external frameworks, and the statements of the published ones."""

    published: Mapping[str, Framework]
    """By id."""
    external: frozenset[URIRef]
    """Those that are not published here: any IRI may be a statement of them."""
    statements: Mapping[URIRef, Statement]
    owners: Mapping[URIRef, URIRef]
    """The framework of each statement."""

    @classmethod
    def of(
        cls, frameworks: Mapping[str, Framework], external: Iterable[ExternalFramework]
    ) -> "AlignableFrameworks":
        """Return the published ``frameworks`` and the ``external`` ones."""
        return cls(
            frameworks,
            frozenset(framework.iri for framework in external),
            {s.iri: s for f in frameworks.values() for s in f.statements},
            {s.iri: f.iri for f in frameworks.values() for s in f.statements},
        )

    def problem_of_source(self, slot: str, source: URIRef) -> str | None:
        """Say why ``source`` cannot be the framework of one side; None where it can."""
        if source in self.external | {framework.iri for framework in self.published.values()}:
            return None
        message = f"{slot} {source} is no framework in data/frameworks"
        return f"{message}: add it, or name it under [external] in crosswalk.toml"

    def problem_of_end(self, slot: str, curie: str, end: URIRef, source: URIRef) -> str | None:
        """Say why ``end``, written as ``curie``, is not a statement of ``source``.

        None where it is one. Any IRI may be a statement of an external framework: if it is
        published here as well, it is that statement.
        """
        if source in self.external:
            return None
        owner = self._framework_of(end)
        if owner != source and owner is not None:
            return f"{curie} is of {local_name(owner)}; {slot} must be of {local_name(source)}"
        if end in self.statements:
            return None
        names = [local_name(s) for s in self.statements if s.startswith(f"{source}/")]
        matches = get_close_matches(local_name(end), names, n=3)
        hint = f"; near it: {', '.join(matches)}" if matches else ""
        return f"{curie}: {local_name(source)} has no statement {local_name(end)!r}{hint}"

    def notation(self, end: URIRef) -> str:
        """Return the notation of a statement, as one segment of an IRI."""
        statement = self.statements.get(end)
        return path_segment(statement.notation if statement else local_name(end))

    def _framework_of(self, statement: URIRef) -> URIRef | None:
        """Return the framework that holds ``statement``, or below which its IRI would be."""
        if statement in self.owners:
            return self.owners[statement]
        owners = (f for f in self.published.values() if statement.startswith(f"{f.iri}/"))
        return next((f.iri for f in owners), None)
