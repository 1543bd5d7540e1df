"""The nodes of a document to a package: frameworks, their associations, alignment maps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.asn_model.agents import Agents
from crosswalk_rdf.formats.shared.asn_model.crosswalks import crosswalks_of
from crosswalk_rdf.formats.shared.asn_model.described_files import with_described_files
from crosswalk_rdf.formats.shared.asn_model.frameworks import framework_of, language_in
from crosswalk_rdf.formats.shared.asn_model.hierarchy import Hierarchy, hierarchy_of
from crosswalk_rdf.formats.shared.asn_model.identifiers import Uuids
from crosswalk_rdf.formats.shared.asn_model.node import Node, merge_nodes
from crosswalk_rdf.formats.shared.asn_model.relations import Documented, associations_of
from crosswalk_rdf.formats.shared.asn_model.statements import StatementReader
from crosswalk_rdf.formats.shared.asn_model.vocabulary import (
    FRAMEWORK_TYPES,
    MAP_TYPES,
    STATEMENT_TYPES,
)
from crosswalk_rdf.model import Framework, Package, local_name


def read_nodes(document_nodes: Sequence[Node], file: str, report: Report) -> Reading:
    """Return what the nodes of a document hold; raise InputFaults where that is nothing.

    Nodes of other kinds are counted and reported.
    """
    merged, again = merge_nodes(document_nodes)
    nodes = with_described_files(merged)
    for node in again:
        why = "described twice: what is said of it is put together"
        report.add(node.place, Action.REPAIRED, str(node.iri), why)
    owner = next((str(n.iri) for n in nodes if not n.iri.startswith("urn:uuid:")), "")
    hierarchy = hierarchy_of(nodes, owner, report)
    agents, uuids = Agents(nodes), Uuids(report, hierarchy.frameworks.values())
    readers, frameworks = _frameworks(hierarchy, agents, uuids, file, report)
    documented = Documented(frameworks)
    associations = [associations_of(f, readers[f.iri], documented, report) for f in frameworks]
    crosswalks, carried = crosswalks_of(
        nodes, documented, agents, [walk for walk in associations if walk], file, report
    )
    if not frameworks and not crosswalks:
        kinds = ", ".join(local_name(str(kind)) for kind in (*FRAMEWORK_TYPES, *MAP_TYPES[:1]))
        raise unreadable(file, f"it describes no framework and no competency: none of {kinds}")
    _count(nodes, {*hierarchy.frameworks, *hierarchy.statements, *agents.used, *carried}, report)
    package = Package(frameworks=tuple(frameworks), crosswalks=tuple(crosswalks))
    return Reading(package, report)


def _frameworks(
    hierarchy: Hierarchy, agents: Agents, uuids: Uuids, file: str, report: Report
) -> tuple[dict[URIRef, StatementReader], list[Framework]]:
    numbers = {iri: number for number, iri in enumerate(hierarchy.statements)}
    readers: dict[URIRef, StatementReader] = {}
    frameworks: list[Framework] = []
    ids: Counter[str] = Counter()
    for iri, members in hierarchy.members().items():
        node = hierarchy.frameworks[iri]
        reader = StatementReader(iri, language_in(node), hierarchy, uuids, report, file)
        statements = [reader.statement(member, numbers[member.iri]) for member in members]
        framework = framework_of(node, statements, reader, agents)
        readers[iri] = reader
        frameworks.append(_with_own_id(framework, ids))
    return readers, frameworks


def _with_own_id(framework: Framework, ids: Counter[str]) -> Framework:
    """Return ``framework`` with an id that no other of the document has."""
    ids[framework.id] += 1
    number = ids[framework.id]
    return framework if number == 1 else replace(framework, id=f"{framework.id}-{number}")


def _count(nodes: Sequence[Node], carried: set[URIRef], report: Report) -> None:
    for node in nodes:
        if not node.types:
            if node.iri not in carried:
                says = ", ".join(sorted({local_name(property) for property in node.properties}))
                why = f"of no type: what is said of it has no place in a framework ({says})"
                report.add(node.place, Action.NOT_CARRIED, str(node.iri), why)
            continue
        kind = next((k for k in (*FRAMEWORK_TYPES, *STATEMENT_TYPES) if k in node.types), None)
        name = local_name(str(kind or node.types[0]))
        report.count(name, 1, int(node.iri in carried))
        if node.iri not in carried:
            why = "neither framework nor competency, concept, agent or alignment"
            report.add(node.place, Action.NOT_CARRIED, f"{name} {node.iri}", why)
