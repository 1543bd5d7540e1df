"""JSON-LD of schema.org to frameworks: a lenient reader.

Sets and terms may be nested, referenced, in a ``@graph``, in a list, or terms alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from rdflib import SKOS

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.schema_org.membership import Sets, sets_of
from crosswalk_rdf.formats.schema_org.nodes import Node, nodes_of
from crosswalk_rdf.formats.schema_org.read_sets import framework
from crosswalk_rdf.formats.schema_org.read_terms import BROADER, statement
from crosswalk_rdf.formats.schema_org.unmapped_properties import note_others
from crosswalk_rdf.formats.schema_org.values import reference, strings
from crosswalk_rdf.formats.shared.json_documents import read_json
from crosswalk_rdf.model import Framework, Package, PropertyValue, Statement, unnamed_iri
from crosswalk_rdf.model.identifiers import unused_name

_IS: Final = re.compile(rb"\bschema\.org\b")
_HOLDS: Final = re.compile(rb"\b(DefinedTerm|DefinedTermSet|CategoryCode|CategoryCodeSet)\"")
_IS_OTHER: Final = re.compile(rb"ConceptScheme|core#Concept|skos:Concept\"|ceasn:|ctdlasn")


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` holds terms of schema.org, and is of no other format."""
    return bool(_IS.search(data) and _HOLDS.search(data) and not _IS_OTHER.search(data))


def read(data: bytes, file: str) -> Reading:
    """Return a framework for each set, in the order of the document."""
    document = read_json(data, file)
    report = Report()
    sets = sets_of(nodes_of(document, file), report)
    if not sets.sets:
        raise unreadable(file, "no DefinedTermSet and no DefinedTerm: name its format with --from")
    iris = _iris(sets)
    note_others(sets.nodes, iris, report)
    frameworks = [_framework(node, sets, iris, file) for node in sets.sets.values()]
    report.count("DefinedTermSet", len(sets.sets), len(frameworks))
    carried = sum(len(term_set.statements) for term_set in frameworks)
    report.count("DefinedTerm", len(sets.set_of), carried)
    return Reading(Package(frameworks=tuple(_with_unique_ids(frameworks))), report)


def _framework(node: Node, sets: Sets, iris: dict[int, str], file: str) -> Framework:
    members = sets.members[id(node)].values()
    statements = [
        statement(term, iris[id(term)], number, _parents(term, sets, iris), file, sets.report)
        for number, term in enumerate(members, start=1)
    ]
    terms = _with_known_parents(statements)
    return framework(node, iris[id(node)], tuple(terms), sets.nodes, file, sets.report)


def _iris(sets: Sets) -> dict[int, str]:
    """Return the IRI of each set and term: its own, or one made of what it is called."""
    counts: Counter[str] = Counter()
    iris: dict[int, str] = {}
    for node in sets.sets.values():
        owner = iris[id(node)] = _iri(node, "DefinedTermSet", counts)
        for term in sets.members[id(node)].values():
            iris[id(term)] = _iri(term, owner, counts)
    return iris


def _iri(node: Node, owner: str, counts: Counter[str]) -> str:
    codes = [*strings(node, "termCode"), *strings(node, "codeValue"), *strings(node, "name")]
    name = node.key or next(iter(codes), "")
    iri = node.iri or str(unnamed_iri(owner, name))
    counts[iri] += 1
    return (
        iri if node.iri or counts[iri] == 1 else str(unnamed_iri(owner, f"{name} #{counts[iri]}"))
    )


def _parents(term: Node, sets: Sets, iris: dict[int, str]) -> list[str]:
    parents: dict[str, None] = {}
    for value, _, terms in term.values.get(BROADER, ()):
        node = sets.nodes.of(value, terms)
        iri = iris.get(id(node), "") if node else ""
        iri = iri or reference(value, terms)
        if iri:
            parents[iri] = None
        else:
            what = f"skos:broader {str(value)[:60]}"
            sets.report.add(term.place, Action.IGNORED, what, "it names no statement")
    return list(parents)


def _with_known_parents(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield ``statements``; a parent that is none of them becomes a further value."""
    all_of_them = list(statements)
    iris = {s.iri for s in all_of_them}
    for one in all_of_them:
        parents = [parent for parent in (one.broader, *one.also_broader) if parent]
        own = [parent for parent in parents if parent in iris]
        if len(own) == len(parents):
            yield one
        else:
            elsewhere = [PropertyValue(SKOS.broader, p) for p in parents if p not in iris]
            yield replace(
                one,
                broader=own[0] if own else None,
                also_broader=tuple(own[1:]),
                properties=(*one.properties, *elsewhere),
            )


def _with_unique_ids(frameworks: Iterable[Framework]) -> Iterator[Framework]:
    ids: set[str] = set()
    for term_set in frameworks:
        id = unused_name(term_set.id, ids)
        ids.add(id)
        yield replace(term_set, id=id)
