"""A publication and its store to views: every value linked with what it refers to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF, URIRef

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import NO_TERM_FOUND, Alignment, Crosswalk, MappingSet, Publication
from crosswalk_rdf.namespaces import graph_iri, ontology_namespace
from crosswalk_rdf.site.views.collections import CollectionView, collection_views
from crosswalk_rdf.site.views.crosswalks import (
    AlignmentView,
    CrosswalkView,
    ErratumView,
    PartView,
    SectionView,
)
from crosswalk_rdf.site.views.external_frameworks import external_views, nothing_in
from crosswalk_rdf.site.views.framework_tree import framework_view
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView
from crosswalk_rdf.site.views.matrix import TabulatedCrosswalk, matrices

View = TypeVar("View")


@dataclass(slots=True)
class Assembly:
    """The views of one publication, and where to find each by IRI."""

    base: str
    addresses: Addresses
    frameworks: list[FrameworkView] = field(default_factory=list)
    crosswalks: list[TabulatedCrosswalk] = field(default_factory=list)
    statements: dict[str, StatementView] = field(default_factory=dict)
    collections: dict[str, CollectionView] = field(default_factory=dict)
    alignments: dict[str, AlignmentView] = field(default_factory=dict)
    parts: dict[str, PartView] = field(default_factory=dict)
    sections: dict[str, SectionView] = field(default_factory=dict)


def assemble(publication: Publication, store: ox.Store, addresses: Addresses) -> Assembly:
    """Return the views of ``publication``; rolled-up alignments are read from ``store``."""
    assembly = Assembly(publication.base, addresses)
    for framework in publication.frameworks:
        tree = framework_view(framework, addresses)
        assembly.frameworks.append(tree)
        assembly.statements |= {statement.iri: statement for statement in tree.statements}
    _add_guests(assembly.frameworks)
    for crosswalk in publication.crosswalks:
        _add_crosswalk(assembly, crosswalk)
    _add_rolled_up(assembly, store)
    for crosswalk, view in zip(publication.crosswalks, assembly.crosswalks, strict=True):
        _add_sections(assembly, crosswalk, view)
        _add_errata(assembly, crosswalk, view)
        view.matrices = matrices(view)
    assembly.collections = collection_views(
        assembly.frameworks, assembly.statements, assembly.addresses
    )
    return assembly


def _add_guests(frameworks: Sequence[FrameworkView]) -> None:
    """Add to each framework the statements of other frameworks that are stated to be in it."""
    by_iri = {framework.iri: framework for framework in frameworks}
    for statement in (s for framework in frameworks for s in framework.statements):
        for scheme in dict.fromkeys(statement.statement.in_schemes or ()):
            host = by_iri.get(str(scheme))
            if host is not None and host is not statement.framework:
                host.guests.append(statement)


def _add_crosswalk(assembly: Assembly, crosswalk: Crosswalk) -> None:
    view = TabulatedCrosswalk(crosswalk=crosswalk, path=assembly.addresses.path(str(crosswalk.iri)))
    view.external_frameworks = external_views(crosswalk)
    frameworks = {
        framework.iri: framework for framework in (*view.external_frameworks, *assembly.frameworks)
    }
    ends = {end.iri: end for framework in view.external_frameworks for end in framework.statements}
    assembly.statements = {**ends, **assembly.statements}
    for part in crosswalk.parts:
        sides = [frameworks[str(part.subject_source)], frameworks[str(part.object_source)]]
        part_view = PartView(
            part=part,
            crosswalk=view,
            path=assembly.addresses.path(str(part.iri)),
            subject_framework=sides[0],
            object_framework=sides[1],
        )
        own_sides = (side for side in dict.fromkeys(sides) if not side.external)
        view.frameworks += [side for side in own_sides if side not in view.frameworks]
        view.parts.append(part_view)
        assembly.parts[str(part.iri)] = part_view
        _add_alignments(assembly, part_view, part)
    assembly.crosswalks.append(view)


def _add_alignments(assembly: Assembly, view: PartView, part: MappingSet) -> None:
    for alignment in part.alignments:
        alignment_view = _alignment(assembly, view, alignment)
        (view.denials if alignment_view.is_denial else view.alignments).append(alignment_view)
        _enter(assembly, alignment_view)


def _alignment(assembly: Assembly, part: PartView, alignment: Alignment) -> AlignmentView:
    iri = str(alignment.iri)
    return AlignmentView(
        iri=iri,
        path=assembly.addresses.path(iri),
        part=part,
        subject=_end(assembly, alignment.subject, part.subject_framework),
        predicate=str(alignment.predicate),
        object=_end(assembly, alignment.object, part.object_framework),
        alignment=alignment,
    )


def _end(assembly: Assembly, iri: URIRef, framework: FrameworkView) -> StatementView:
    return nothing_in(framework) if iri == NO_TERM_FOUND else assembly.statements[str(iri)]


def _enter(assembly: Assembly, alignment: AlignmentView) -> None:
    assembly.alignments[alignment.iri] = alignment
    for end in (alignment.subject, alignment.object):
        (end.denials if alignment.is_denial else end.alignments).append(alignment)


def _add_rolled_up(assembly: Assembly, store: ox.Store) -> None:
    xw = ontology_namespace(assembly.base)
    graph = ox.NamedNode(graph_iri(assembly.base, "inferred"))
    kind = ox.NamedNode(str(xw.RolledUpAlignment))
    quads = store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), kind, graph)
    for iri in sorted(q.subject.value for q in quads if isinstance(q.subject, ox.NamedNode)):
        values = _values(store.quads_for_pattern(ox.NamedNode(iri), None, None, graph))
        view = AlignmentView(
            iri=iri,
            path=assembly.addresses.path(iri),
            part=assembly.parts[values[str(DCTERMS.isPartOf)][0]],
            subject=assembly.statements[values[str(OWL.annotatedSource)][0]],
            predicate=values[str(OWL.annotatedProperty)][0],
            object=assembly.statements[values[str(OWL.annotatedTarget)][0]],
        )
        origins = values[str(PROV.wasDerivedFrom)]
        view.derived_from = [a for a in view.part.alignments if a.iri in origins]
        view.part.rolled_up.append(view)
        for origin in view.derived_from:
            origin.rolled_up.append(view)
        _enter(assembly, view)


def _values(quads: Iterable[ox.Quad]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for quad in quads:
        if isinstance(quad.object, ox.NamedNode):
            values.setdefault(quad.predicate.value, []).append(quad.object.value)
    return values


def _add_sections(assembly: Assembly, crosswalk: Crosswalk, view: CrosswalkView) -> None:
    for section in crosswalk.sections:
        about = list(_existing(assembly.statements, map(str, section.about)))
        part = assembly.parts.get(str(section.part))
        path = assembly.addresses.path(str(section.iri))
        section_view = SectionView(section=section, path=path, part=part, statements=about)
        assembly.sections[str(section.iri)] = section_view
        view.sections.append(section_view)
        if part is not None:
            part.sections.append(section_view)
        for statement in about:
            statement.sections.append(section_view)


def _add_errata(assembly: Assembly, crosswalk: Crosswalk, view: CrosswalkView) -> None:
    for erratum in crosswalk.errata:
        concerns = [str(iri) for iri in erratum.concerns]
        part = assembly.parts.get(str(erratum.part))
        erratum_view = ErratumView(
            erratum=erratum,
            path=assembly.addresses.path(str(erratum.iri)),
            part=part,
            statements=list(_existing(assembly.statements, concerns)),
            alignments=list(_existing(assembly.alignments, concerns)),
        )
        view.errata.append(erratum_view)
        if part is not None:
            part.errata.append(erratum_view)
        for statement in erratum_view.statements:
            statement.errata.append(erratum_view)
        for alignment in erratum_view.alignments:
            alignment.errata.append(erratum_view)


def _existing(views: Mapping[str, View], iris: Iterable[str]) -> Iterator[View]:
    return (views[iri] for iri in iris if iri in views)
