"""A file of a part as it was read, and what its rows are checked against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import ExternalFramework, Framework, Statement, local_name
from crosswalk_rdf.project.data_folder import Folder
from crosswalk_rdf.project.values import local


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDescription:
    """What a part is called, and what ``crosswalk.toml`` says of it."""

    local: str
    """``crosswalk-2017/part-1``."""
    base: str
    language: str
    rights: Literal
    subject_kinds: tuple[URIRef, ...]
    object_kinds: tuple[URIRef, ...]


@dataclass(frozen=True, slots=True)
class Schemes:
    """The frameworks that a crosswalk may align, with all that is known of them."""

    frameworks: Mapping[str, Framework]
    external: frozenset[URIRef]
    """Those that are not published here: any IRI may be a statement of them."""
    statements: Mapping[URIRef, Statement]
    owners: Mapping[URIRef, URIRef]
    """The framework of each statement."""

    @classmethod
    def of(
        cls, frameworks: Mapping[str, Framework], external: Iterable[ExternalFramework]
    ) -> "Schemes":
        """Return the published ``frameworks`` and the ``external`` ones."""
        return cls(
            frameworks,
            frozenset(framework.iri for framework in external),
            {s.iri: s for f in frameworks.values() for s in f.statements},
            {s.iri: f.iri for f in frameworks.values() for s in f.statements},
        )

    @property
    def iris(self) -> frozenset[URIRef]:
        """The IRIs of all of them."""
        return self.external | {framework.iri for framework in self.frameworks.values()}


@dataclass(frozen=True, slots=True)
class Part:
    """A file as it was read, with all that its rows are checked against."""

    folder: Folder
    file: str
    document: Document
    description: SetDescription
    schemes: Schemes

    def fault(self, record: Record, slot: str, message: str) -> None:
        """Note a fault of the cell that holds ``slot`` of ``record``."""
        self.folder.fault(self.file, record.line, record.columns.get(slot, 0), message)

    def iri(self, curie: str) -> URIRef:
        """Return the IRI of ``curie``, moved from the base of the file to that of now."""
        iri = self.document.expand(curie)
        base = str(self.document.value("mapping_set_id")).removesuffix(self.description.local)
        if iri.startswith(base):
            return URIRef(self.description.base + iri.removeprefix(base))
        return iri

    def framework_of(self, statement: URIRef) -> URIRef | None:
        """Return the framework that holds ``statement``, or below which its IRI would stand."""
        if statement in self.schemes.owners:
            return self.schemes.owners[statement]
        owners = (f for f in self.schemes.frameworks.values() if statement.startswith(f"{f.iri}/"))
        return next((f.iri for f in owners), None)

    def notation(self, end: URIRef) -> str:
        """Return the notation of a statement, as one segment of an IRI."""
        known = self.schemes.statements.get(end)
        return local(known.notation if known else local_name(end))
