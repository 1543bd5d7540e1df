"""Triples of SKOS to a package: schemes, concepts and mapping relations.

Everything else about a scheme or concept becomes its properties; statements about other resources
are counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rdflib import RDF, SKOS, BNode, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.hierarchy import positioned, without_cycles
from crosswalk_rdf.formats.shared.rdf_documents import Subject
from crosswalk_rdf.formats.shared.skos_model.alignments import (
    Mapping3,
    Places,
    crosswalk,
    mappings_of,
    outer_mappings,
)
from crosswalk_rdf.formats.shared.skos_model.collections import collections_of
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    inner_nodes,
)
from crosswalk_rdf.formats.shared.skos_model.frameworks import Scheme, framework, scheme_of
from crosswalk_rdf.formats.shared.skos_model.hierarchy import parents_of
from crosswalk_rdf.formats.shared.skos_model.membership import (
    Members,
    known_namespaces,
    members_of,
)
from crosswalk_rdf.formats.shared.skos_model.normalization import with_names, with_plain_labels
from crosswalk_rdf.formats.shared.skos_model.statements import statement
from crosswalk_rdf.formats.shared.skos_model.vocabulary import MAPPINGS
from crosswalk_rdf.model import Crosswalk, Framework, Package, Statement


def read_triples(subjects: Subjects, file: str, report: Report) -> Reading:
    """Return the frameworks and crosswalks that ``subjects`` describe, in their order."""
    subjects = with_plain_labels(with_names(subjects, file, report), report)
    members = members_of(subjects, report)
    places = Places(members, subjects, _namespaces(members, subjects))
    concepts = _by_scheme(members)
    external = _only_mapped_to(subjects, places, concepts)
    collections, inside = collections_of(subjects, members)
    parents = parents_of(subjects, members, report)
    frameworks: dict[URIRef, Framework] = {}
    ids: set[str] = set()
    for iri in members.schemes:
        if iri in external:
            continue
        scheme = scheme_of(iri, concepts[iri], subjects, ids)
        mapped = list(mappings_of(subjects, places, concepts[iri]))
        statements = _statements(
            scheme, concepts[iri], parents, (subjects, members), mapped, file, report
        )
        further = collections.get(iri, [])
        frameworks[iri] = framework(scheme, statements, further, subjects, file, report)
    carried = _with_inner(subjects, {*frameworks, *members.home}) | inside
    crosswalks = _crosswalks(subjects, places, concepts, frameworks, carried, file)
    _count(subjects, members, frameworks, crosswalks, carried, report)
    return Reading(Package(frameworks=tuple(frameworks.values()), crosswalks=crosswalks), report)


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
        if subject not in places.members.schemes
        for predicate in MAPPINGS
        for target in properties.get(predicate, ())
        for end in (subject, target)
        if isinstance(end, URIRef) and end not in places.members.home
    }
    return {scheme for scheme, members in concepts.items() if not members and scheme in targets}


def _statements(
    scheme: Scheme,
    concepts: Sequence[URIRef],
    parents: Mapping[URIRef, tuple[URIRef, ...]],
    source: tuple[Subjects, Members],
    mapped: Iterable[Mapping3],
    file: str,
    report: Report,
) -> tuple[Statement, ...]:
    """Return the concepts of ``scheme`` as statements in one hierarchy without cycles."""
    subjects, members = source
    descriptions = {concept: Description(concept, subjects) for concept in concepts}
    for concept, predicate, target in mapped:
        descriptions[concept].take(predicate, target)
    for concept, description in descriptions.items():
        _take_place(description, concept, parents[concept], descriptions)
        _take_scheme(description, scheme, concept, bool(parents[concept]), members, report)
    bare = [statement(d, scheme.language, subjects, file, report) for d in descriptions.values()]
    statements = [
        replace(s, broader=p[0], also_broader=p[1:]) if (p := parents[s.iri]) else s for s in bare
    ]
    rooted, cut = without_cycles(statements)
    for iri in cut:
        why = "it would stand under itself: the link that closes the circle is cut"
        report.add(iri, Action.REPAIRED, "skos:broader in a circle", why)
    return positioned(rooted)


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


def _take_scheme(
    description: Description,
    scheme: Scheme,
    concept: URIRef,
    is_below: bool,
    members: Members,
    report: Report,
) -> None:
    """Remove the scheme; further schemes remain and are reported."""
    home = URIRef(scheme.description.subject)
    description.take(SKOS.inScheme, home)
    if not is_below:
        description.take(SKOS.topConceptOf, home)
        scheme.take_top(concept)
    others = [s for s in description.iris(SKOS.inScheme) if s in members.schemes]
    if others:
        what = f"skos:inScheme {' '.join(others)}"
        why = f"it is taken to be in {home} and keeps the others as properties"
        report.add(concept, Action.KEPT, what, why)


def _crosswalks(
    subjects: Subjects,
    places: Places,
    concepts: Mapping[URIRef, Sequence[URIRef]],
    frameworks: Mapping[URIRef, Framework],
    carried: set[Subject],
    file: str,
) -> tuple[Crosswalk, ...]:
    crosswalks = []
    for iri, known in frameworks.items():
        mapped = list(mappings_of(subjects, places, concepts[iri]))
        if mapped:
            crosswalks.append(crosswalk(known, mapped, frameworks, places, file))
    outer = list(outer_mappings(subjects, carried))
    if outer:
        crosswalks.append(crosswalk(None, outer, frameworks, places, file))
    return tuple(crosswalks)


def _with_inner(subjects: Subjects, named: Iterable[Subject]) -> set[Subject]:
    return {inner for subject in named for inner in inner_nodes(subject, subjects)}


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
        report.count("collections", len(members.collections), len(members.collections))
    total = sum(len(part.alignments) for c in crosswalks for part in c.parts)
    report.count("mapping relations between schemes", total, total)
    sizes = {s: sum(map(len, properties.values())) for s, properties in subjects.items()}
    others = {s: size for s, size in sizes.items() if s not in carried}
    mapped = {a.subject for c in crosswalks for part in c.parts for a in part.alignments}
    uncarried: Counter[str] = Counter()
    first: dict[str, Subject] = {}
    number: Counter[str] = Counter()
    for subject in others:
        properties = subjects[subject]
        lost = others[subject]
        if subject in mapped:
            lost -= sum(
                len([v for v in properties.get(p, ()) if isinstance(v, URIRef)]) for p in MAPPINGS
            )
        if lost:
            kind = " ".join(str(kind) for kind in properties.get(RDF.type, ())) or "no type"
            uncarried[kind] += lost
            number[kind] += 1
            first.setdefault(kind, subject)
    report.count("triples", sum(sizes.values()), sum(sizes.values()) - sum(uncarried.values()))
    for kind, count in uncarried.items():
        what = f"{count} triples about {number[kind]} resources of {kind}"
        why = "they are nothing of a concept scheme; the properties that name them are kept"
        report.add(_place(first[kind]), Action.NOT_CARRIED, what, why)


def _place(subject: Subject) -> str:
    return f"blank node {subject}" if isinstance(subject, BNode) else str(subject)
