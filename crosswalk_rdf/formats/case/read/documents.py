"""A CFDocument to the metadata of a framework or a crosswalk."""

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import (
    EXTENSION,
    Object,
    extension_of,
    json_agent,
    json_properties,
    literal_of,
    named_agent,
)
from crosswalk_rdf.formats.case.lexical import iri_of, uri_of
from crosswalk_rdf.formats.case.licenses import derived_notes, is_address_of_text
from crosswalk_rdf.formats.case.properties import DOCUMENT_SLOTS, properties_in
from crosswalk_rdf.formats.case.read.definitions import Definitions
from crosswalk_rdf.formats.case.read.index import Target
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import Agent
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.model.lexical import is_date, is_language_tag

_ID: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


def language_of(clean: Object, place: str, remarks: Remarks, otherwise: str = "") -> str:
    """Return the language tag of ``clean``, or ``otherwise``."""
    raw = clean.get("language", "").strip()
    tag: str = raw.replace("_", "-")
    if not tag:
        return otherwise
    if not is_language_tag(tag):
        remarks.add(f"{place}/language", Action.KEPT, f"language {raw!r}", "no language tag")
        return otherwise
    if tag != raw:
        remarks.add(f"{place}/language", Action.REPAIRED, f"language {raw!r}", f"read as {tag}")
    return tag


def text_of(clean: Object, key: str, language: str) -> Literal:
    """Return the text under ``key``, in the language that the writer recorded, or ``language``."""
    text = clean.get(key, "")
    extension = literal_of(extension_of(clean).get(key))
    return (
        extension
        if extension is not None and str(extension) == text
        else Literal(text, lang=language or None)
    )


def without_extension(clean: Object) -> Object:
    """Return ``clean`` without what the writer put into its extensions."""
    extensions = clean.get("extensions")
    if not isinstance(extensions, dict) or EXTENSION not in extensions:
        return clean
    others = {key: value for key, value in extensions.items() if key != EXTENSION}
    bare = {key: value for key, value in clean.items() if key != "extensions"}
    return {**bare, "extensions": others} if others else bare


def metadata(
    clean: Object,
    target: Target,
    definitions: Definitions,
    other_ids: Container[str],
    place: str,
    remarks: Remarks,
) -> DocumentMetadata:
    """Return the metadata that ``clean`` describes; ``other_ids`` are ids that others have."""
    extension = extension_of(clean)
    language = language_of(clean, place, remarks)
    title = _text(clean, "title", language) or Literal(str(target.iri))
    note = literal_of(extension.get("notationNote"))
    license, rights = _license(clean, target, definitions, language)
    stated = _stated(clean, language, derived_notes(note, rights, license is not None))
    properties = properties_in(stated, DOCUMENT_SLOTS, language, extension, place, remarks)
    document_metadata = DocumentMetadata(
        iri=target.iri,
        id=unused_name(id_of(extension.get("id")) or slug(title), other_ids),
        uuid=target.uuid,
        title=title,
        description=_text(clean, "description", language),
        creators=_creators(clean, extension),
        publisher=_publisher(clean, extension),
        edition=clean.get("version", ""),
        language=language,
        rights=rights,
        license=license,
        sources=_sources(clean, extension, place, remarks),
        properties=tuple(properties),
    )
    return _with_extension(document_metadata, extension, note)


def _text(clean: Object, key: str, language: str) -> Literal | None:
    return text_of(clean, key, language) if clean.get(key) else None


def _stated(clean: Object, language: str, derived_note: str) -> Object:
    """Return what the document states, without what follows from fields of the model."""
    bare = without_extension(clean)
    is_derived = bare.get("notes") == derived_note and not extension_of(clean).get("ownNotes")
    follows = {"language": bool(language), "notes": is_derived}
    return {key: value for key, value in bare.items() if not follows.get(key)}


def _with_extension(
    metadata: DocumentMetadata, extension: Object, note: Literal | None
) -> DocumentMetadata:
    """Return ``metadata`` with what CASE has no property for."""
    issued = str(extension.get("issued", ""))
    return replace(
        metadata,
        rights_holder=json_agent(extension.get("rightsHolder")),
        attribution=str(extension.get("attribution", "")),
        issued=issued if is_date(issued) else "",
        notation_note=note,
        verbatim=extension.get("verbatim") is True,
        properties=(*metadata.properties, *json_properties(extension.get("properties"))),
    )


def id_of(wanted_id: object) -> str:
    """Return the id that the writer recorded; "" for what could not be a file name."""
    return wanted_id if isinstance(wanted_id, str) and _ID.fullmatch(wanted_id) else ""


def _creators(clean: Object, extension: Object) -> tuple[Agent, ...]:
    values = extension.get("creators")
    agents = [json_agent(each) for each in (values if isinstance(values, list) else ())]
    name = clean.get("creator", "").strip()
    creators = tuple(agent for agent in agents if agent)
    is_same = "; ".join(agent.name for agent in creators).strip() == name
    return creators if creators and is_same else ((named_agent(name),) if name else ())


def _publisher(clean: Object, extension: Object) -> Agent | None:
    name = clean.get("publisher", "").strip()
    agent = json_agent(extension.get("publisher"))
    return agent if agent and agent.name == name else named_agent(name) if name else None


def _sources(clean: Object, extension: Object, place: str, remarks: Remarks) -> tuple[URIRef, ...]:
    raw = clean.get("officialSourceURL", "")
    sources = extension.get("sourceDocuments")
    if isinstance(sources, list):
        return tuple(URIRef(each) for each in sources if isinstance(each, str) and iri_of(each))
    iri = iri_of(raw)
    if raw and iri != raw:
        action = Action.REPAIRED if iri else Action.NOT_CARRIED
        why = f"read as {iri}" if iri else "no URL"
        remarks.add(f"{place}/officialSourceURL", action, f"officialSourceURL {raw!r}", why)
    return (URIRef(iri),) if iri else ()


def _license(
    clean: Object, target: Target, definitions: Definitions, language: str
) -> tuple[URIRef | None, Literal]:
    """Return the license and the text of the rights that ``licenseURI`` leads to."""
    link = clean.get("licenseURI")
    rights = literal_of(extension_of(clean).get("rights"))
    if not link:
        return None, rights or Literal("")
    entity = definitions.find("CFLicenses", link) or {}
    is_text = is_address_of_text(entity, target.uuid)
    iri = None if is_text else definitions.iri("CFLicenses", link)
    own = extension_of(clean).get("license")
    if isinstance(own, str) and iri is not None and uri_of(own) == str(iri):
        iri = URIRef(own)
    text = entity.get("licenseText", "")
    if iri is not None and text == str(iri):
        text = ""
    if rights is not None and str(rights) == text:
        return iri, rights
    return iri, Literal(text, lang=(text and language) or None)
