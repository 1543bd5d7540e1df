"""Views of crosswalks: parts, alignments between statements, errata, prose."""

from __future__ import annotations

from dataclasses import dataclass, field

from rdflib import Literal

from crosswalk_rdf.model import Alignment, Crosswalk, Erratum, MappingSet, Section, local_name
from crosswalk_rdf.model.mapping_predicates import inverse_predicate, predicate_label
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class AlignmentView:
    """An alignment between two statements, as printed or as rolled up."""

    iri: str
    path: str
    part: PartView
    subject: StatementView
    predicate: str
    object: StatementView
    alignment: Alignment | None = None
    """None for one that was inferred."""
    errata: list[ErratumView] = field(default_factory=list)
    derived_from: list[AlignmentView] = field(default_factory=list)
    """The printed alignments that an inferred one was rolled up from."""
    rolled_up: list[AlignmentView] = field(default_factory=list)
    """The inferred alignments that were made of this one."""

    @property
    def inferred(self) -> bool:
        """Whether it was concluded, and not printed."""
        return self.alignment is None

    @property
    def negated(self) -> bool:
        """Whether it says that the two do not match."""
        return self.alignment is not None and self.alignment.negated

    @property
    def unmapped(self) -> bool:
        """Whether it says that nothing in a framework matches."""
        return not self.negated and (self.subject.nothing or self.object.nothing)

    @property
    def is_denial(self) -> bool:
        """Whether it says of something that it does not match."""
        return self.negated or self.unmapped

    def other(self, statement: StatementView) -> StatementView:
        """Return the end that is not ``statement``."""
        return self.object if statement is self.subject else self.subject

    def relation(self, statement: StatementView | None = None) -> str:
        """Return the label of the relation, read from ``statement``: ``broad match``."""
        is_object = statement is not None and statement is not self.subject
        return predicate_label(inverse_predicate(self.predicate) if is_object else self.predicate)

    @property
    def printed_notation(self) -> str | None:
        """The notation that the source prints for the object, where it is another one."""
        printed = self.alignment.printed_notation if self.alignment else None
        return printed if printed != self.object.notation else None

    @property
    def printed_subject_notation(self) -> str | None:
        """The notation that the source prints for the subject, where it is another one."""
        printed = self.alignment.printed_subject_notation if self.alignment else None
        return printed if printed != self.subject.notation else None

    @property
    def printed_text(self) -> str | None:
        """What the source prints for the object, where that is not its text or label."""
        printed = self.alignment.printed_text if self.alignment else None
        current_texts = (str(self.object.text), str(self.object.label))
        return None if printed in current_texts else printed

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of the source."""
        return self.alignment.lines if self.alignment else None


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class ErratumView:
    """An erratum and what it concerns."""

    erratum: Erratum
    path: str
    part: PartView | None
    statements: list[StatementView] = field(default_factory=list)
    alignments: list[AlignmentView] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id, unique in the crosswalk."""
        return self.erratum.id

    @property
    def kind(self) -> str:
        """The local name of its kind: ``MisnumberedElement``."""
        return local_name(self.erratum.kind)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class SectionView:
    """A passage of prose and the statements that it is about."""

    section: Section
    path: str
    part: PartView | None
    statements: list[StatementView] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The local name of its kind: ``Narrative``."""
        return local_name(self.section.kind)


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class PartView:
    """One part of a crosswalk."""

    part: MappingSet
    crosswalk: CrosswalkView
    path: str
    subject_framework: FrameworkView
    object_framework: FrameworkView
    alignments: list[AlignmentView] = field(default_factory=list)
    """What it claims, as printed, in the order of the source."""
    denials: list[AlignmentView] = field(default_factory=list)
    """What it says does not match, or has no match: no claim, counted nowhere."""
    rolled_up: list[AlignmentView] = field(default_factory=list)
    """Inferred from :attr:`alignments`."""
    errata: list[ErratumView] = field(default_factory=list)
    sections: list[SectionView] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id: ``part-1``."""
        return self.part.id

    @property
    def title(self) -> Literal:
        """Its title."""
        return self.part.title


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class CrosswalkView:
    """A crosswalk with its parts."""

    crosswalk: Crosswalk
    path: str
    frameworks: list[FrameworkView] = field(default_factory=list)
    """Those that its parts align, in the order in which they occur."""
    external_frameworks: list[FrameworkView] = field(default_factory=list)
    """Those of them that are published elsewhere; they are none of :attr:`frameworks`."""
    parts: list[PartView] = field(default_factory=list)
    errata: list[ErratumView] = field(default_factory=list)
    sections: list[SectionView] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id: ``crosswalk-2017``."""
        return self.crosswalk.id

    @property
    def iri(self) -> str:
        """Its IRI."""
        return self.crosswalk.iri

    @property
    def title(self) -> Literal:
        """Its title."""
        return self.crosswalk.title

    @property
    def alignments(self) -> list[AlignmentView]:
        """All printed alignments that hold, part by part."""
        return [alignment for part in self.parts for alignment in part.alignments]

    @property
    def denials(self) -> list[AlignmentView]:
        """All alignments that say that there is no match, part by part."""
        return [denial for part in self.parts for denial in part.denials]

    @property
    def rolled_up(self) -> list[AlignmentView]:
        """All inferred alignments, part by part."""
        return [alignment for part in self.parts for alignment in part.rolled_up]
