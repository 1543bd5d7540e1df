"""The context of an import: the base IRI, the date, the source of UUIDs, and the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import (
    NO_TEXT,
    Agent,
    Framework,
    ImportSource,
    Statement,
    is_uuid,
    uuid_of_iri,
)

UNKNOWN_EDITION = "not stated"
_OWN_FORMATS: Final = ("xlsx", "publication")
"""Formats in which a publication goes out to be edited, and comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContext:
    """Everything that an import needs in addition to the package."""

    base: str
    """The base IRI of the publication."""
    source: ImportSource
    """The foreign file; its date stands in where the file gives no date at all."""
    mint: Callable[[], str]
    """Returns a new UUID of version 4."""
    language: str = ""
    """The language of texts without a language tag; empty to leave them without one."""
    files: frozenset[str] = frozenset()
    """The source documents that the publication has, by path within its folder."""
    former_sources: Mapping[str, ImportSource | None] = field(default_factory=dict)
    """What each framework and crosswalk of the publication was imported from, by its id."""
    before: Mapping[URIRef, Framework] = field(default_factory=dict)
    """The replaced frameworks by IRI: values that the source lacks are taken from them."""
    report: Report
    _uuids: dict[str, URIRef] = field(default_factory=dict, repr=False)
    _statements: dict[URIRef, dict[URIRef, Statement]] = field(default_factory=dict, repr=False)

    def report_missing(self, iri: URIRef, field: str, replacement: str) -> None:
        """Report that the source does not give ``field`` of ``iri``."""
        self.report.add(
            str(iri), Action.REPAIRED, f"{field} is not stated", f"{replacement} stands in"
        )

    def imported(self, id: str, version: str = "") -> ImportSource | None:
        """Return what is now the source of ``id``, in its ``version``.

        Own data that are replaced remain own data: None. What was imported and then edited in a
        workbook of the publication has the source that it had.
        """
        former = self.former_sources.get(id)
        if id in self.former_sources and (former is None or self.source.format in _OWN_FORMATS):
            return former
        return replace(self.source, version=version)

    def statement_before(self, framework: URIRef, statement: URIRef) -> Statement | None:
        """Return a statement as it was in the framework that is replaced, if it was there."""
        if framework not in self._statements:
            former = self.before.get(framework)
            self._statements[framework] = {s.iri: s for s in former.statements} if former else {}
        return self._statements[framework].get(statement)

    def text(self, text: Literal) -> Literal:
        """Return ``text`` without white space around it.

        One without a language is in :attr:`language`, if that is given, and else in none.
        """
        return Literal(str(text).strip(), lang=text.language or self.language or None)

    def uuid(self, iri: URIRef, uuid: str) -> str:
        """Return ``uuid`` for ``iri``, unless it is none or stands for something else already.

        What others have published gets the UUID of its IRI then, and ours a new one.
        """
        if is_uuid(uuid) and self._uuids.setdefault(uuid, iri) == iri:
            return uuid
        if uuid:
            reason = f"{self._uuids.get(uuid, 'it')} has it too, or it is none: another is used"
            self.report.add(str(iri), Action.REPAIRED, f"the UUID {uuid}", reason)
        replacement = self.mint() if iri.startswith(self.base) else uuid_of_iri(iri)
        if self._uuids.setdefault(replacement, iri) != iri:
            replacement = self.mint()
            self._uuids[replacement] = iri
        return replacement

    def rights(self, iri: URIRef, rights: Literal, license: URIRef | None) -> Literal:
        """Return ``rights``, else those of the replaced framework.

        Empty where a ``license`` alone says them; where that is not given either, a text says that
        none are stated.
        """
        if str(rights).strip():
            return self.text(rights)
        if iri in self.before:
            return self.before[iri].rights
        if license:
            return NO_TEXT
        text = f"{self.source.file} states no rights."
        self.report_missing(iri, "rights", f'"{text}"')
        return Literal(text, lang="en")

    def agents(
        self, iri: URIRef, creators: tuple[Agent, ...], publisher: Agent | None
    ) -> tuple[tuple[Agent, ...], Agent]:
        """Return creators and publisher; each defaults to the other, both to one not stated."""
        unnamed = Agent(iri=URIRef(""), name="Not stated")
        named_creators, named_publisher = self.named_agents(iri, creators, publisher, unnamed)
        return named_creators, named_publisher or unnamed

    def named_agents(
        self,
        iri: URIRef,
        creators: tuple[Agent, ...],
        publisher: Agent | None,
        default: Agent | None = None,
    ) -> tuple[tuple[Agent, ...], Agent | None]:
        """Return creators and publisher; each defaults to the other, both to ``default``."""
        former = self.before.get(iri)
        named_creators = tuple(agent for agent in creators if agent.name.strip())
        named_creators = named_creators or (former.creators if former else ())
        publisher = publisher or (former.publisher if former else None)
        if publisher is None or not publisher.name.strip():
            publisher = next(iter(named_creators), default)
            self._report_unnamed(iri, "the publisher", publisher)
        if not named_creators:
            self._report_unnamed(iri, "the creator", publisher)
        return named_creators or ((publisher,) if publisher else ()), publisher

    def _report_unnamed(self, iri: URIRef, role: str, substitute: Agent | None) -> None:
        if substitute:
            self.report_missing(iri, role, substitute.name)
        else:
            self.report.add(str(iri), Action.KEPT, f"{role} is not stated", "nobody is named here")

    def date(self, iri: URIRef, issued: str, own_date: str) -> str:
        """Return ``issued``, else another date that the source states of itself, else today."""
        if issued or iri in self.before:
            return issued or self.before[iri].issued
        substitute = own_date or self.source.date
        self.report_missing(
            iri, "the date of issue", f"{substitute} ({'its own' if own_date else 'import'})"
        )
        return substitute
