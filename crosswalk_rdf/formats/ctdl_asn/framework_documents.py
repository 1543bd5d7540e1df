"""A framework to a document: the framework, its competencies and its agents in one graph."""

from typing import Any, Final

from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.agents import AgentWriter
from crosswalk_rdf.formats.ctdl_asn.alignment_terms import Statements
from crosswalk_rdf.formats.ctdl_asn.competencies import (
    CompetencyWriter,
    children_of,
    ctid,
    languages,
)
from crosswalk_rdf.formats.ctdl_asn.json_ld import language_map, unique_strings, value_object
from crosswalk_rdf.formats.ctdl_asn.properties import Describer, merge
from crosswalk_rdf.formats.ctdl_asn.terms import COMPETENCY_TERMS, FRAMEWORK_TERMS
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import Framework, Package, PropertyValue, Statement
from crosswalk_rdf.model.lexical import is_day
from crosswalk_rdf.namespaces import CC, CETERMS

ATTRIBUTION: Final = str(CC.attributionName)
"""Whom to credit, for which CTDL has no term and the contexts no prefix."""
PUBLISHED: Final = "publicationStatus:Published"
_IN_FIELDS: Final = frozenset({SKOS.prefLabel, DCTERMS.description, DCTERMS.language, CETERMS.ctid})


def framework_graph(
    framework: Framework, package: Package, stated: Statements, report: Report
) -> list[dict[str, Any]]:
    """Return the nodes of the document of ``framework``."""
    agents = AgentWriter(framework.language)
    node = _framework_node(framework, package, agents, report)
    writer = CompetencyWriter(framework, stated, Describer(COMPETENCY_TERMS, report))
    competencies = writer.nodes()
    report.count("CompetencyFramework", 1, 1)
    report.count("Competency", len(competencies), len(competencies))
    _note_ctids(framework, report)
    return [node, *competencies, *agents.nodes()]


def issued_members(issued: str) -> dict[str, Any]:
    """Return when something was issued: ``ceasn:dateCreated`` is for whole dates alone."""
    if not issued:
        return {}
    if is_day(issued):
        return {"ceasn:dateCreated": issued}
    datatype = XSD.gYear if len(issued) == 4 else XSD.gYearMonth
    literal = Literal(issued, datatype=datatype, normalize=False)
    return {"dct:issued": [value_object(literal)]}


def modified_members(package: Package, members: dict[str, Any]) -> dict[str, Any]:
    """Return when the publication was last changed, where nothing else states it."""
    is_stated = "ceasn:dateModified" in members or "dct:modified" in members
    if is_stated or not is_day(package.modified):
        return {}
    return {"ceasn:dateModified": f"{package.modified}T00:00:00Z"}


def _framework_node(
    framework: Framework, package: Package, agents: AgentWriter, report: Report
) -> dict[str, Any]:
    place = str(framework.iri)
    words, again = _words(framework, report)
    entries: dict[str, Any] = {
        "@id": place,
        "@type": "ceasn:CompetencyFramework",
        "ceterms:ctid": ctid(framework.uuid, framework.iri),
        **words,
        **agents.creators(framework.creators),
        **agents.publisher(framework.publisher),
        **agents.rights_holder(framework.rights_holder),
        **_rights(framework),
        **issued_members(framework.issued),
        "dct:identifier": [{"@value": framework.id}],
        **_lists(framework),
    }
    rest = [*again, *(p for p in framework.properties if p.property not in _IN_FIELDS)]
    entries = merge(entries, Describer(FRAMEWORK_TERMS, report).describe(place, rest))
    if package.base:
        entries.setdefault("ceasn:publicationStatusType", [PUBLISHED])
        entries.update(modified_members(package, entries))
    return entries


def _words(framework: Framework, report: Report) -> tuple[dict[str, Any], list[PropertyValue]]:
    """Return what is said in words, and what is said in one language again."""
    if framework.description is None:
        why = "the Registry asks for a description: the title stands for it"
        report.add(str(framework.iri), Action.REPAIRED, "no description", why)
    further = _literals(framework)
    name, again = language_map([framework.title, *further.get(SKOS.prefLabel, ())])
    source_text = framework.description or framework.title
    description, others = language_map([source_text, *further.get(DCTERMS.description, ())])
    main = Literal("") if framework.language else framework.title
    entries = {
        "ceasn:name": name,
        "ceasn:description": description,
        "ceasn:inLanguage": languages(main, framework.language, framework.properties),
    }
    return entries, [
        *(PropertyValue(SKOS.altLabel, text) for text in again),
        *(PropertyValue(DCTERMS.abstract, text) for text in others),
    ]


def _lists(framework: Framework) -> dict[str, Any]:
    iris = frozenset(s.iri for s in framework.statements)
    entries: dict[str, Any] = {
        "ceterms:versionCode": framework.edition,
        "ceasn:source": unique_strings(framework.sources),
        "ceasn:hasTopChild": unique_strings(children_of(framework.statements, iris).get(None, [])),
    }
    return {key: value for key, value in entries.items() if value}


def _literals(framework: Framework) -> dict[URIRef, list[Literal]]:
    literals: dict[URIRef, list[Literal]] = {}
    for each in framework.properties:
        if isinstance(each.value, Literal):
            literals.setdefault(each.property, []).append(each.value)
    return literals


def _rights(framework: Framework) -> dict[str, Any]:
    """Return license and rights.

    The Registry's schema wants an IRI as ``ceasn:rights`` and the context a text by language: the
    text goes under ``dct:rights``, of which the schema says that it is the same.
    """
    entries: dict[str, Any] = {}
    if framework.license:
        entries["ceasn:license"] = str(framework.license)
    if framework.rights:
        entries["dct:rights"] = [value_object(framework.rights)]
    if framework.attribution:
        entries[ATTRIBUTION] = [{"@value": framework.attribution}]
    if framework.notation_note:
        entries["skos:editorialNote"] = [value_object(framework.notation_note)]
    return entries


def _note_ctids(framework: Framework, report: Report) -> None:
    """Report where a CTID is not as it should be."""
    statements, place = framework.statements, str(framework.iri)
    things: list[Framework | Statement] = [framework, *statements]
    derived = [thing.iri for thing in things if not thing.uuid]
    if derived:
        why = f"a CTID is asked for: made of the IRI, of {derived[0]} and all others"
        report.add(place, Action.REPAIRED, f"{len(derived)} without a UUID", why)
    other = [thing.uuid for thing in things if thing.uuid and thing.uuid[14] != "4"]
    if other:
        why = "a CTID has a UUID of version 4: kept, since it identifies the thing elsewhere"
        report.add(place, Action.KEPT, f"{len(other)} UUIDs such as {other[0]}", why)
