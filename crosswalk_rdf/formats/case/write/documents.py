"""The heading of a framework or a crosswalk to a CFDocument."""

from collections.abc import Iterable

from rdflib import Literal

from crosswalk_rdf.formats.case.association_types import relation_type
from crosswalk_rdf.formats.case.definitions import licence_link, text_in
from crosswalk_rdf.formats.case.document_metadata import Heading, heading_of
from crosswalk_rdf.formats.case.extensions import (
    EXTENSION,
    Object,
    agent_json,
    named_agent,
    properties_json,
    term_json,
)
from crosswalk_rdf.formats.case.identifiers import Names, document_uuid
from crosswalk_rdf.formats.case.lexical import iri_of, uri_of
from crosswalk_rdf.formats.case.properties import DOCUMENT_SLOTS, properties_out
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import Crosswalk, Framework, PropertyValue
from crosswalk_rdf.namespaces import CASE

_WRITTEN_ELSEWHERE = {
    CASE[name]
    for name in (
        "CFAssociations",
        "CFConcepts",
        "CFDefinitionExtensions",
        "CFAssociationGroupings",
        "CFItemTypes",
        "CFLicenses",
        "CFPackageExtensions",
        "CFRubrics",
        "CFSubjects",
        "LinkURI",
    )
}


def document_json(
    document: Framework | Crosswalk, licences: Iterable[Object], names: Names, noted: Object
) -> Object:
    """Return the CFDocument of a framework or a crosswalk, of CASE 1.1.

    ``noted`` goes into its extensions with all else that CASE has no property for.
    """
    heading = heading_of(document)
    rest: Object = {}
    language = heading.language
    found: Object = {"identifier": document_uuid(document), "uri": uri_of(heading.iri)}
    if found["uri"] != str(heading.iri):
        rest["iri"] = str(heading.iri)
    found["caseVersion"] = "1.1"
    _people(heading, found, rest)
    text_in(found, rest, "title", heading.title, language)
    text_in(found, rest, "description", heading.description, language)
    if heading.sources:
        found["officialSourceURL"] = uri_of(heading.sources[0])
    plain = {"language": language, "version": heading.edition}
    found |= {key: text for key, text in plain.items() if text}
    own, others = properties_out(_own(heading.properties), DOCUMENT_SLOTS, language)
    link = licence_link(heading.license, document, licences)
    found |= {"licenseURI": link} if link else {}
    found |= own
    found.setdefault("lastChangeDateTime", names.default_change)
    _rest(heading, found, rest)
    if others:
        rest["properties"] = properties_json(others)
    return with_rest(found, {**rest, **noted})


def with_rest(found: Object, rest: Object) -> Object:
    """Return ``found`` with ``rest`` among its extensions, if there is any."""
    if not rest:
        return found
    return {**found, "extensions": {**found.get("extensions", {}), EXTENSION: rest}}


def _own(properties: Iterable[PropertyValue]) -> list[PropertyValue]:
    """Return what is said in the CFDocument itself: no definitions, no associations."""
    return [
        each
        for each in properties
        if each.property not in _WRITTEN_ELSEWHERE
        and (isinstance(each.value, Literal) or not relation_type(each.property))
    ]


def _people(heading: Heading, found: Object, rest: Object) -> None:
    """Write who created and published it; CASE knows people by their names alone."""
    creator = "; ".join(agent.name for agent in heading.creators)
    found["creator"] = creator
    if heading.creators and heading.creators != (named_agent(creator.strip()),):
        rest["creators"] = [agent_json(agent) for agent in heading.creators]
    if heading.publisher:
        found["publisher"] = heading.publisher.name
        if heading.publisher != named_agent(heading.publisher.name.strip()):
            rest["publisher"] = agent_json(heading.publisher)
    if heading.rights_holder:
        rest["rightsHolder"] = agent_json(heading.rights_holder)


def _rest(heading: Heading, found: Object, rest: Object) -> None:
    """Note what CASE has no property for."""
    if heading.id != slug(heading.title):
        rest["id"] = heading.id
    if heading.issued:
        rest["issued"] = heading.issued
    if len(heading.sources) > 1 or any(iri_of(str(s)) != uri_of(s) for s in heading.sources):
        rest["sourceDocuments"] = [str(source) for source in heading.sources]
    if heading.license and not heading.license.isascii():
        rest["license"] = str(heading.license)
    if heading.verbatim:
        rest["verbatim"] = True
    if heading.notation_note is not None:
        rest["notationNote"] = term_json(heading.notation_note)
        found.setdefault("notes", str(heading.notation_note))
    if heading.rights and (heading.rights.language or "") != heading.language:
        rest["rights"] = term_json(heading.rights)
