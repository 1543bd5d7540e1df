"""What an import is told besides the package: the base, the day, and where UUIDs come from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import Agent, Framework, Statement

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """What an import is told besides the package."""

    base: str
    """The base IRI of the publication."""
    file: str
    """The name of the foreign file, for what is filled in."""
    today: str
    """``YYYY-MM-DD``, where the source gives no date at all."""
    mint: Callable[[], str]
    """Gives a new UUID of version 4."""
    language: str = ""
    """The language of texts that do not say theirs; empty for the one that is found."""
    files: frozenset[str] = frozenset()
    """The source documents that the publication has, by path within its folder."""
    before: Mapping[URIRef, Framework] = field(default_factory=dict)
    """The frameworks that are replaced, by IRI: what the source does not state stays as it was."""
    report: Report
    _statements: dict[URIRef, dict[URIRef, Statement]] = field(default_factory=dict, repr=False)

    def missing(self, iri: URIRef, what: str, instead: str) -> None:
        """Report that the source does not give ``what`` of ``iri``."""
        self.report.add(str(iri), Action.REPAIRED, f"{what} is not stated", f"{instead} stands in")

    def statement_before(self, framework: URIRef, statement: URIRef) -> Statement | None:
        """Return a statement as it was in the framework that is replaced, if it was there."""
        if framework not in self._statements:
            former = self.before.get(framework)
            self._statements[framework] = {s.iri: s for s in former.statements} if former else {}
        return self._statements[framework].get(statement)

    def rights(self, iri: URIRef, stated: Literal, language: str) -> Literal:
        """Return the rights as ``stated``, or else as they were, or that they are not."""
        if str(stated).strip():
            return tagged(stated, language)
        if iri in self.before:
            return self.before[iri].rights
        text = f"{self.file} states no rights."
        self.missing(iri, "rights", f'"{text}"')
        return Literal(text, lang="en")

    def agents(
        self, iri: URIRef, creators: tuple[Agent, ...], publisher: Agent | None
    ) -> tuple[tuple[Agent, ...], Agent]:
        """Return creators and publisher, each standing for the other where that is not stated."""
        former = self.before.get(iri)
        named = tuple(agent for agent in creators if agent.name.strip())
        named = named or (former.creators if former else ())
        publisher = publisher or (former.publisher if former else None)
        if publisher is None or not publisher.name.strip():
            publisher = named[0] if named else Agent(iri=URIRef(""), name="Not stated")
            self.missing(iri, "the publisher", publisher.name)
        if not named:
            self.missing(iri, "the creator", publisher.name)
        return named or (publisher,), publisher

    def date(self, iri: URIRef, stated: str, otherwise: str) -> str:
        """Return the date of issue as ``stated``, else that of the last change, else today."""
        if stated or iri in self.before:
            return stated or self.before[iri].issued
        instead = otherwise or self.today
        self.missing(iri, "the date of issue", f"{instead} ({'change' if otherwise else 'import'})")
        return instead


def tagged(text: Literal, language: str) -> Literal:
    """Return ``text`` without white space around it, in its own language or in ``language``."""
    return Literal(str(text).strip(), lang=text.language or language)
