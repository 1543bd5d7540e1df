"""Statements of frameworks that are published elsewhere: their IRIs, and what rows call them."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Crosswalk,
    ExternalFramework,
    Framework,
    Level,
    Origin,
    Statement,
    is_uuid,
    literal_iri,
    local_name,
)
from crosswalk_rdf.namespaces import CEASN
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView

_NOWHERE = Origin("", 0)
_LONGEST = 30


def external_views(crosswalk: Crosswalk) -> list[FrameworkView]:
    """Return the external frameworks of ``crosswalk``, each with the statements that it aligns."""
    return [_view(framework, crosswalk) for framework in crosswalk.external]


def _view(external: ExternalFramework, crosswalk: Crosswalk) -> FrameworkView:
    level = Level(
        iri=URIRef(f"{external.iri}#level"),
        kind=CEASN.Competency,
        label=Literal("Statement", lang="en"),
        depth=1,
        notation_pattern="^.*$",
    )
    ends = dict(_ends(external.iri, crosswalk))
    framework = _framework(external, level, ends)
    view = FrameworkView(framework=framework, path=str(external.iri), external=True)
    view.statements = view.top = [
        StatementView(
            statement=statement,
            framework=view,
            level=level,
            path=str(statement.iri),
        )
        for statement in framework.statements
    ]
    return view


def _ends(source: URIRef, crosswalk: Crosswalk) -> Iterator[tuple[URIRef, str]]:
    """Yield each end that is of ``source``, and what its row calls it, sorted by IRI."""
    labels: dict[URIRef, str] = {}
    for part in crosswalk.parts:
        for alignment in part.alignments:
            if part.subject_source == source:
                labels[alignment.subject] = (
                    labels.get(alignment.subject) or alignment.subject_label or ""
                )
            if part.object_source == source:
                labels[alignment.object] = (
                    labels.get(alignment.object) or alignment.object_label or ""
                )
    labels.pop(NO_TERM_FOUND, None)
    yield from sorted(labels.items())


def nothing_in(framework: FrameworkView) -> StatementView:
    """Return what stands for the other end where nothing in ``framework`` matches."""
    level = Level(
        iri=NO_TERM_FOUND,
        kind=CEASN.Competency,
        label=Literal("No statement", lang="en"),
        depth=1,
        notation_pattern="^.*$",
    )
    statement = Statement(
        iri=NO_TERM_FOUND,
        uuid="",
        kind=level.kind,
        notation="nothing",
        text=Literal("No statement of this framework", lang="en"),
        position=1,
        origin=_NOWHERE,
    )
    return StatementView(statement=statement, framework=framework, level=level, path=framework.path)


def _name(iri: URIRef) -> str:
    """Return what stands for a notation: the end of the IRI; of a UUID its first eight digits."""
    name = local_name(iri.rstrip("/#")).rpartition("urn:uuid:")[2]
    return f"{name[:8]}…" if is_uuid(name.lower()) else name


def _excerpt(text: str) -> str:
    """Return what stands for the notation of an end that is a text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _framework(external: ExternalFramework, level: Level, ends: dict[URIRef, str]) -> Framework:
    statements = tuple(
        Statement(
            iri=iri,
            uuid="",
            kind=level.kind,
            notation=_name(iri) if iri != literal_iri(label) else _excerpt(label),
            text=Literal(label or str(iri)),
            position=position,
            origin=_NOWHERE,
        )
        for position, (iri, label) in enumerate(ends.items(), start=1)
    )
    return Framework(
        iri=external.iri,
        id=external.id,
        uuid="",
        title=external.title,
        creators=(),
        publisher=None,
        issued="",
        edition="",
        language="",
        rights=Literal(""),
        levels=(level,),
        statements=statements,
        origin=_NOWHERE,
    )
