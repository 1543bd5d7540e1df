"""Triples of SKOS to a package: schemes, concepts and mapping relations.

Everything else about a scheme or concept becomes its properties; statements about other resources
are counted.
"""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from rdflib import RDF, SKOS, BNode, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.circles import in_a_tree
from crosswalk_rdf.formats.shared.hierarchy import positioned
from crosswalk_rdf.formats.shared.rdf_documents import Subject
from crosswalk_rdf.formats.shared.skos_model.alignments import (
    Places,
    crosswalk,
    mappings_of,
    outer_mappings,
)
from crosswalk_rdf.formats.shared.skos_model.collections import with_collections
from crosswalk_rdf.formats.shared.skos_model.descriptions import Description, Subjects
from crosswalk_rdf.formats.shared.skos_model.frameworks import Scheme, framework, scheme_of
from crosswalk_rdf.formats.shared.skos_model.hierarchy import Parents, parents_of
from crosswalk_rdf.formats.shared.skos_model.membership import Members, members_of, with_schemes
from crosswalk_rdf.formats.shared.skos_model.namespaces import known_namespaces
from crosswalk_rdf.formats.shared.skos_model.normalization import (
    count_xl_labels,
    with_names,
    with_plain_labels,
    without_entailed,
)
from crosswalk_rdf.formats.shared.skos_model.resources import with_resources
from crosswalk_rdf.formats.shared.skos_model.statements import kinds_of, statement
from crosswalk_rdf.formats.shared.skos_model.vocabulary import MAPPINGS
from crosswalk_rdf.model import Crosswalk, Framework, Package, Statement


@dataclass(frozen=True, slots=True)
class _Source:
    """A document: its triples, what is a concept or a scheme there, and who stands above whom."""

    subjects: Subjects
    members: Members
    places: Places
    parents: Parents
    file: str
    report: Report


def read_triples(subjects: Subjects, file: str, report: Report) -> Reading:
    """Return the frameworks and crosswalks that ``subjects`` describe, in their order."""
    stated = with_names(subjects, file, report)
    subjects, entailed = with_plain_labels(stated)
    members = members_of(subjects, file, report)
    places = Places(members, subjects, _namespaces(members, subjects))
    concepts = _by_scheme(members)
    external = _only_mapped_to(subjects, places, concepts)
    source = _Source(subjects, members, places, parents_of(subjects, members), file, report)
    schemes = _schemes(source, concepts, external)
    frameworks: dict[URIRef, Framework] = {}
    for iri, scheme in schemes.items():
        statements = _statements(scheme, concepts[iri], source)
        is_made = iri == members.made
        frameworks[iri] = framework(scheme, statements, subjects, file, report, is_made=is_made)
    frameworks = with_collections(frameworks, members, subjects, file)
    frameworks = {iri: without_entailed(f, entailed) for iri, f in frameworks.items()}
    frameworks, carried = with_resources(frameworks, members, stated, file)
    collections = (c.iri for f in frameworks.values() for c in f.collections)
    inside = {*frameworks, *members.home, *collections}
    crosswalks = _crosswalks(subjects, places, concepts, frameworks, inside, file)
    _count(stated, members, frameworks, crosswalks, carried, report)
    return Reading(Package(frameworks=tuple(frameworks.values()), crosswalks=crosswalks), report)


def _schemes(
    source: _Source, concepts: Mapping[URIRef, Sequence[URIRef]], external: Container[URIRef]
) -> dict[URIRef, Scheme]:
    """Return the schemes that become frameworks, without what statements say of their tops."""
    ids: set[str] = set()
    schemes = {
        iri: scheme_of(iri, concepts[iri], source.subjects, ids)
        for iri in source.members.schemes
        if iri not in external
    }
    for concept, tops in source.members.tops.items():
        for iri in tops:
            if iri in schemes:
                schemes[iri].description.take_top(concept)
    return schemes


def _namespaces(members: Members, subjects: Subjects) -> Mapping[str, URIRef]:
    """Return the namespaces of every scheme that is named, those that are described first."""
    named = dict(members.schemes)
    for properties in subjects.values():
        for property in (SKOS.inScheme, SKOS.topConceptOf):
            named.update((v, None) for v in properties.get(property, ()) if isinstance(v, URIRef))
    return known_namespaces(named, subjects)


def _by_scheme(members: Members) -> dict[URIRef, list[URIRef]]:
    by_scheme: dict[URIRef, list[URIRef]] = {scheme: [] for scheme in members.schemes}
    for concept, home in members.home.items():
        by_scheme[home].append(concept)
    return by_scheme


def _only_mapped_to(
    subjects: Subjects, places: Places, concepts: Mapping[URIRef, Sequence[URIRef]]
) -> set[URIRef]:
    """Return the schemes that have no concept here, but are mapped to: they are external."""
    targets = {
        places.scheme(end)
        for subject, properties in subjects.items()
        if subject not in places.members.schemes and subject not in places.members.collections
        for predicate in MAPPINGS
        for target in properties.get(predicate, ())
        for end in (subject, target)
        if isinstance(end, URIRef) and end not in places.members.home
    }
    return {scheme for scheme, members in concepts.items() if not members and scheme in targets}


def _statements(
    scheme: Scheme, concepts: Sequence[URIRef], source: _Source
) -> tuple[Statement, ...]:
    """Return the concepts of ``scheme`` as statements in one hierarchy without cycles."""
    subjects, parents = source.subjects, source.parents
    descriptions = {concept: Description(concept, subjects) for concept in concepts}
    for concept, predicate, target in mappings_of(subjects, source.places, concepts):
        descriptions[concept].take(predicate, target)
    for concept, description in descriptions.items():
        _take_place(description, concept, parents[concept], descriptions)
        description.take_only(SKOS.inScheme, set(source.members.stated[concept]))
        description.take_only(SKOS.topConceptOf, set(source.members.tops[concept]))
    kinds = kinds_of(concepts, subjects)
    bare = [
        statement(d, scheme.language, kinds, source.file, source.report)
        for d in descriptions.values()
    ]
    statements = [
        replace(s, broader=p[0], also_broader=p[1:]) if (p := parents[s.iri]) else s for s in bare
    ]
    rooted = in_a_tree(statements, source.report)
    return positioned(with_schemes(s, scheme.iri, source.members) for s in rooted)


def _take_place(
    description: Description,
    concept: URIRef,
    parents: tuple[URIRef, ...],
    descriptions: Mapping[URIRef, Description],
) -> None:
    """Remove the relations of the hierarchy, here and at the parents."""
    if parents:
        description.take_only(SKOS.broader, set(parents))
    for parent in parents:
        descriptions[parent].take_narrower(concept)


def _crosswalks(
    subjects: Subjects,
    places: Places,
    concepts: Mapping[URIRef, Sequence[URIRef]],
    frameworks: Mapping[URIRef, Framework],
    inside: Container[Subject],
    file: str,
) -> tuple[Crosswalk, ...]:
    crosswalks = []
    for iri, mapped_framework in frameworks.items():
        mapped = list(mappings_of(subjects, places, concepts[iri]))
        if mapped:
            crosswalks.append(crosswalk(mapped_framework, mapped, frameworks, places, file))
    outer = list(outer_mappings(subjects, inside))
    if outer:
        crosswalks.append(crosswalk(None, outer, frameworks, places, file))
    return tuple(crosswalks)


def _count(
    subjects: Subjects,
    members: Members,
    frameworks: Mapping[URIRef, Framework],
    crosswalks: Sequence[Crosswalk],
    carried: set[Subject],
    report: Report,
) -> None:
    """Count what was found and carried, and list the kinds of triples that were not carried."""
    report.count("concept schemes", len(members.schemes), len(frameworks))
    report.count("concepts", len(members.home), sum(len(f.statements) for f in frameworks.values()))
    if members.collections:
        collections = sum(len(f.collections) for f in frameworks.values())
        report.count("collections", len(members.collections), collections)
    count_xl_labels(subjects, report)
    total = sum(len(part.alignments) for c in crosswalks for part in c.parts)
    report.count("mapping relations between schemes", total, total)
    mapped = {a.subject for c in crosswalks for part in c.parts for a in part.alignments}
    _count_triples(subjects, carried, mapped, report)


def _count_triples(
    subjects: Subjects, carried: set[Subject], mapped: Container[Subject], report: Report
) -> None:
    """Count all triples and those that were carried; report the others by type of their subject.

    Of a subject that is ``mapped`` and not ``carried``, only its mapping relations were.
    """
    total = sum(len(v) for properties in subjects.values() for v in properties.values())
    uncarried: Counter[str] = Counter()
    resources: dict[str, list[Subject]] = {}
    for subject, properties in subjects.items():
        mapping_properties = MAPPINGS if subject in mapped else ()
        lost = (
            0
            if subject in carried
            else sum(
                property not in mapping_properties or not isinstance(value, URIRef)
                for property, values in properties.items()
                for value in values
            )
        )
        if lost:
            kind = " ".join(str(kind) for kind in properties.get(RDF.type, ())) or "no type"
            uncarried[kind] += lost
            resources.setdefault(kind, []).append(subject)
    report.count("triples", total, total - sum(uncarried.values()))
    for kind, count in uncarried.items():
        what = f"{count} triples about {len(resources[kind])} resources of {kind}"
        why = "they are nothing of a concept scheme; the properties that name them are kept"
        report.add(_place(resources[kind][0]), Action.NOT_CARRIED, what, why)


def _place(subject: Subject) -> str:
    return f"blank node {subject}" if isinstance(subject, BNode) else str(subject)
