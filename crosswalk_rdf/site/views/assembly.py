"""A publication and its store to views: every value linked with what it refers to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF

from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet, Publication
from crosswalk_rdf.namespaces import graph_iri, ontology_namespace
from crosswalk_rdf.site.paths import document_path, page_path, record_name
from crosswalk_rdf.site.views.crosswalks import (
    AlignmentView,
    CrosswalkView,
    ErratumView,
    PartView,
    SectionView,
)
from crosswalk_rdf.site.views.external import external_views
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView, framework_view
from crosswalk_rdf.site.views.matrix import matrices

View = TypeVar("View")


@dataclass(slots=True)
class Assembly:
    """The views of one publication, and where to find each by IRI."""

    base: str
    frameworks: list[FrameworkView] = field(default_factory=list)
    crosswalks: list[CrosswalkView] = field(default_factory=list)
    statements: dict[str, StatementView] = field(default_factory=dict)
    alignments: dict[str, AlignmentView] = field(default_factory=dict)
    parts: dict[str, PartView] = field(default_factory=dict)
    sections: dict[str, SectionView] = field(default_factory=dict)

    def path(self, iri: str) -> str:
        """Return the path of the documents of a resource below the base."""
        return document_path(iri.removeprefix(self.base))


def assemble(publication: Publication, store: ox.Store) -> Assembly:
    """Return the views of ``publication``; rolled-up alignments are read from ``store``."""
    found = Assembly(publication.base)
    for framework in publication.frameworks:
        view = framework_view(framework, publication.base)
        found.frameworks.append(view)
        found.statements |= {statement.iri: statement for statement in view.statements}
    for crosswalk in publication.crosswalks:
        _add_crosswalk(found, crosswalk)
    _add_rolled_up(found, store)
    for crosswalk, seen in zip(publication.crosswalks, found.crosswalks, strict=True):
        _add_sections(found, crosswalk, seen)
        _add_errata(found, crosswalk, seen)
        seen.matrices = matrices(seen)
    return found


def _add_crosswalk(found: Assembly, crosswalk: Crosswalk) -> None:
    view = CrosswalkView(crosswalk=crosswalk, path=found.path(str(crosswalk.iri)))
    view.external_frameworks = external_views(crosswalk)
    frameworks = {
        framework.iri: framework for framework in (*view.external_frameworks, *found.frameworks)
    }
    ends = {end.iri: end for framework in view.external_frameworks for end in framework.statements}
    found.statements = {**ends, **found.statements}
    for part in crosswalk.parts:
        sides = [frameworks[str(part.subject_source)], frameworks[str(part.object_source)]]
        seen = PartView(
            part=part,
            crosswalk=view,
            path=found.path(str(part.iri)),
            subject_framework=sides[0],
            object_framework=sides[1],
        )
        published = (side for side in dict.fromkeys(sides) if not side.external)
        view.frameworks += [side for side in published if side not in view.frameworks]
        view.parts.append(seen)
        found.parts[str(part.iri)] = seen
        _add_alignments(found, seen, part)
    found.crosswalks.append(view)


def _add_alignments(found: Assembly, view: PartView, part: MappingSet) -> None:
    for alignment in part.alignments:
        seen = _alignment(found, view, alignment)
        view.alignments.append(seen)
        _enter(found, seen)


def _alignment(found: Assembly, part: PartView, alignment: Alignment) -> AlignmentView:
    iri = str(alignment.iri)
    return AlignmentView(
        iri=iri,
        path=page_path(iri, found.base, part.path, record_name(iri)),
        part=part,
        subject=found.statements[str(alignment.subject)],
        predicate=str(alignment.predicate),
        object=found.statements[str(alignment.object)],
        alignment=alignment,
    )


def _enter(found: Assembly, alignment: AlignmentView) -> None:
    found.alignments[alignment.iri] = alignment
    alignment.subject.alignments.append(alignment)
    alignment.object.alignments.append(alignment)


def _add_rolled_up(found: Assembly, store: ox.Store) -> None:
    xw = ontology_namespace(found.base)
    graph = ox.NamedNode(graph_iri(found.base, "inferred"))
    kind = ox.NamedNode(str(xw.RolledUpAlignment))
    quads = store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), kind, graph)
    for iri in sorted(q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)):
        values = _values(store.quads_for_pattern(ox.NamedNode(iri), None, None, graph))
        view = AlignmentView(
            iri=iri,
            path=found.path(iri),
            part=found.parts[values[str(DCTERMS.isPartOf)][0]],
            subject=found.statements[values[str(OWL.annotatedSource)][0]],
            predicate=values[str(OWL.annotatedProperty)][0],
            object=found.statements[values[str(OWL.annotatedTarget)][0]],
        )
        origins = values[str(PROV.wasDerivedFrom)]
        view.derived_from = [a for a in view.part.alignments if a.iri in origins]
        view.part.rolled_up.append(view)
        for origin in view.derived_from:
            origin.rolled_up.append(view)
        _enter(found, view)


def _values(quads: Iterable[ox.Quad]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for quad in quads:
        if isinstance(quad.object, ox.NamedNode):
            values.setdefault(quad.predicate.value, []).append(quad.object.value)
    return values


def _add_sections(found: Assembly, crosswalk: Crosswalk, view: CrosswalkView) -> None:
    for section in crosswalk.sections:
        about = [found.statements[i] for i in map(str, section.about) if i in found.statements]
        part = found.parts.get(str(section.part))
        path = found.path(str(section.iri))
        seen = SectionView(section=section, path=path, part=part, statements=about)
        found.sections[str(section.iri)] = seen
        view.sections.append(seen)
        if part is not None:
            part.sections.append(seen)
        for statement in about:
            statement.sections.append(seen)


def _add_errata(found: Assembly, crosswalk: Crosswalk, view: CrosswalkView) -> None:
    for erratum in crosswalk.errata:
        concerns = [str(iri) for iri in erratum.concerns]
        part = found.parts.get(str(erratum.part))
        seen = ErratumView(
            erratum=erratum,
            path=found.path(str(erratum.iri)),
            part=part,
            statements=list(_known(found.statements, concerns)),
            alignments=list(_known(found.alignments, concerns)),
        )
        view.errata.append(seen)
        if part is not None:
            part.errata.append(seen)
        for errata in chain(
            (statement.errata for statement in seen.statements),
            (alignment.errata for alignment in seen.alignments),
        ):
            errata.append(seen)


def _known(views: Mapping[str, View], iris: Iterable[str]) -> Iterator[View]:
    return (views[iri] for iri in iris if iri in views)
