"""The alignment maps of a document, and what its competencies say, to its crosswalks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rdflib import RDF, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.agents import Agents
from crosswalk_rdf.formats.shared.asn_model.alignment_maps import MEMBERS, MapReader
from crosswalk_rdf.formats.shared.asn_model.identifiers import Uuids
from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.relations import Documented
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet
from crosswalk_rdf.namespaces import CEASN, CETERMS

_OBJECT_TYPES: Final = frozenset({CETERMS.AlignmentObject, RDF.Statement})


def crosswalks_of(
    nodes: Sequence[Node],
    documented: Documented,
    agents: Agents,
    associations: Sequence[Crosswalk],
    file: str,
    report: Report,
) -> tuple[list[Crosswalk], set[URIRef]]:
    """Return ``associations`` and the crosswalks of all maps, and the nodes that these took.

    A map that goes by the IRI of some associations goes on with those: this product writes it
    beside the framework for what no property of a competency can say.
    """
    reader = MapReader({n.iri: n for n in nodes}, documented, agents, Uuids(report), file, report)
    walks = {walk.iri: walk for walk in associations}
    members = _members(nodes, report)
    for iri, ones in members.items():
        walk = reader.crosswalk(reader.nodes[iri], ones)
        report.count("alignments", len(ones), sum(len(p.alignments) for p in walk.parts))
        walks[iri] = _joined(walks[iri], walk) if iri in walks else walk
    return list(walks.values()), reader.carried


def _joined(stated: Crosswalk, walk: Crosswalk) -> Crosswalk:
    """Return ``stated``, from properties of competencies, with what the map ``walk`` says fully."""
    fully = {_triple(a): a for part in walk.parts for a in part.alignments}
    parts = {part.iri: part for part in walk.parts}
    joined: dict[URIRef, MappingSet] = {}
    for part in stated.parts:
        counterpart = parts.get(part.iri, part)
        alignments = [fully.pop(_triple(a), a) for a in part.alignments]
        joined[part.iri] = replace(counterpart, alignments=tuple(alignments))
    for part in walk.parts:
        others = [a for a in part.alignments if _triple(a) in fully]
        earlier = joined.get(part.iri)
        before = earlier.alignments if earlier else ()
        if others:
            joined[part.iri] = replace(earlier or part, alignments=(*before, *others))
    external = tuple(dict.fromkeys((*stated.external, *walk.external)))
    return replace(stated, parts=tuple(joined.values()), external=external)


def _triple(alignment: Alignment) -> tuple[URIRef, URIRef, URIRef, bool]:
    return alignment.subject, alignment.predicate, alignment.object, alignment.negated


def _members(nodes: Sequence[Node], report: Report) -> dict[URIRef, dict[URIRef, None]]:
    """Return the alignment objects of each map, whichever of the two names the other."""
    maps = {n.iri: n for n in nodes if CETERMS.AlignmentMap in n.types}
    objects = {n.iri: n for n in nodes if _OBJECT_TYPES.intersection(n.types)}
    members: dict[URIRef, dict[URIRef, None]] = {
        iri: dict.fromkeys(o for p in MEMBERS for o in node.iris(p) if o in objects)
        for iri, node in maps.items()
    }
    aligned = {iri for ones in members.values() for iri in ones}
    for iri, node in objects.items():
        whole = next((m for m in node.iris(CEASN.isPartOf) if m in maps), None)
        if whole is None and iri not in aligned and len(maps) == 1:
            whole = next(iter(maps))
            why = "names no map: taken for part of the only one"
            report.add(node.place, Action.REPAIRED, str(iri), why)
        if whole:
            members[whole][iri] = None
    return members
