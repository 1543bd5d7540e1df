"""Statements of frameworks that are published elsewhere: their IRIs, and what rows call them."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from crosswalk_rdf.model import (
    Crosswalk,
    ExternalFramework,
    Framework,
    Level,
    Origin,
    Statement,
    is_uuid,
    local_name,
)
from crosswalk_rdf.namespaces import CEASN
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView

_NOWHERE = Origin("", 0)


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
    yield from sorted(labels.items())


def _name(iri: URIRef) -> str:
    """Return what stands for a notation: the end of the IRI; of a UUID its first eight digits."""
    name = local_name(iri.rstrip("/#")).rpartition("urn:uuid:")[2]
    return f"{name[:8]}…" if is_uuid(name.lower()) else name


def _framework(external: ExternalFramework, level: Level, ends: dict[URIRef, str]) -> Framework:
    statements = tuple(
        Statement(
            iri=iri,
            uuid="",
            kind=level.kind,
            notation=_name(iri),
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
