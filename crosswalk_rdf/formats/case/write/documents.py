"""The heading of a framework or a crosswalk to a CFDocument."""

from collections.abc import Iterable

from rdflib import Literal

from crosswalk_rdf.formats.case.association_types import relation_type
from crosswalk_rdf.formats.case.definitions import license_link, text_in
from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata, metadata_of
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
from crosswalk_rdf.formats.case.licenses import derived_notes
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
    document: Framework | Crosswalk, licenses: Iterable[Object], names: Names, extension: Object
) -> Object:
    """Return the CFDocument of a framework or a crosswalk, of CASE 1.1.

    ``extension`` goes into its extensions, with everything else that CASE has no property for.
    """
    metadata = metadata_of(document)
    extra: Object = {}
    language = metadata.language
    case_document: Object = {"identifier": document_uuid(document), "uri": uri_of(metadata.iri)}
    case_document["caseVersion"] = "1.1"
    _people(metadata, case_document, extra)
    text_in(case_document, extra, "title", metadata.title, language)
    text_in(case_document, extra, "description", metadata.description, language)
    if metadata.sources:
        case_document["officialSourceURL"] = uri_of(metadata.sources[0])
    plain = (("language", language), ("version", metadata.edition))
    case_document |= {key: text for key, text in plain if text}
    own, others, untagged = properties_out(_own(metadata.properties), DOCUMENT_SLOTS, language)
    extra |= untagged
    link = license_link(metadata.license, document, licenses)
    case_document |= {"licenseURI": link} if link else {}
    case_document |= own
    case_document.setdefault("lastChangeDateTime", names.changed(document))
    _rest(metadata, case_document, extra)
    if others:
        extra["properties"] = properties_json(others)
    return with_extension(case_document, {**extra, **extension})


def with_extension(target: Object, extra: Object) -> Object:
    """Return ``target`` with ``rest`` among its extensions, if there is any."""
    if not extra:
        return target
    return {**target, "extensions": {**target.get("extensions", {}), EXTENSION: extra}}


def _own(properties: Iterable[PropertyValue]) -> list[PropertyValue]:
    """Return what the CFDocument itself states: no definitions, no associations."""
    return [
        each
        for each in properties
        if each.property not in _WRITTEN_ELSEWHERE
        and (isinstance(each.value, Literal) or not relation_type(each.property))
    ]


def _people(metadata: DocumentMetadata, document: Object, extra: Object) -> None:
    """Write who created and published it; CASE knows people by their names alone."""
    creator = "; ".join(agent.name for agent in metadata.creators)
    document["creator"] = creator
    if metadata.creators and metadata.creators != (named_agent(creator.strip()),):
        extra["creators"] = [agent_json(agent) for agent in metadata.creators]
    if metadata.publisher:
        document["publisher"] = metadata.publisher.name
        if metadata.publisher != named_agent(metadata.publisher.name.strip()):
            extra["publisher"] = agent_json(metadata.publisher)
    if metadata.rights_holder:
        extra["rightsHolder"] = agent_json(metadata.rights_holder)


def _rest(metadata: DocumentMetadata, document: Object, extra: Object) -> None:
    """Note what CASE has no property for."""
    if document["uri"] != str(metadata.iri):
        extra["iri"] = str(metadata.iri)
    if metadata.id != slug(metadata.title):
        extra["id"] = metadata.id
    if metadata.issued:
        extra["issued"] = metadata.issued
    if len(metadata.sources) > 1 or any(iri_of(str(s)) != uri_of(s) for s in metadata.sources):
        extra["sourceDocuments"] = [str(source) for source in metadata.sources]
    if metadata.license and not metadata.license.isascii():
        extra["license"] = str(metadata.license)
    if metadata.verbatim:
        extra["verbatim"] = True
    if metadata.notation_note is not None:
        extra["notationNote"] = term_json(metadata.notation_note)
    _rights(metadata, document, extra)


def _rights(metadata: DocumentMetadata, document: Object, extra: Object) -> None:
    """Note rights that stand beside no license, and whom to credit."""
    if metadata.attribution:
        extra["attribution"] = metadata.attribution
    own_language = (metadata.rights.language or "") == metadata.language
    if metadata.rights and not (metadata.license and own_language):
        extra["rights"] = term_json(metadata.rights)
    has_own_notes = "notes" in document
    notes = derived_notes(metadata.notation_note, metadata.rights, metadata.license is not None)
    if notes and document.setdefault("notes", notes) == notes and has_own_notes:
        extra["ownNotes"] = True
