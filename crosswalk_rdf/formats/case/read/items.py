"""A CFItem to a statement that has no place in a hierarchy yet."""

from dataclasses import replace

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.case.document_metadata import DocumentMetadata
from crosswalk_rdf.formats.case.extensions import Object, extension_of, json_properties, literal_of
from crosswalk_rdf.formats.case.lexical import iri_of, uuid_of
from crosswalk_rdf.formats.case.properties import ITEM_SLOTS, properties_in
from crosswalk_rdf.formats.case.read.definitions import Definitions
from crosswalk_rdf.formats.case.read.documents import language_of, text_of, without_extension
from crosswalk_rdf.formats.case.read.index import Target
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.education_levels import education_level
from crosswalk_rdf.model import Origin, PropertyValue, Statement


def has_ended(end: str, changed: str) -> bool:
    """Return whether something whose status ends on ``end`` had ended when it was changed.

    Items are not deleted but get a ``statusEndDate`` (implementation guide); no clock is asked.
    """
    return bool(end) and end[:10] <= changed[:10]


def statement(
    clean: Object,
    target: Target,
    metadata: DocumentMetadata,
    definitions: Definitions,
    place: str,
    remarks: Remarks,
) -> Statement:
    """Return the statement that ``clean`` describes; ``place`` is its JSON pointer."""
    extension = extension_of(clean)
    language = _language(clean, metadata, place, remarks)
    text, label = _texts(clean, language, place, remarks)
    kind = definitions.kind(clean)
    item_statement = Statement(
        iri=target.iri,
        uuid=target.uuid,
        kind=kind,
        notation=clean.get("humanCodingScheme", ""),
        text=text,
        label=label,
        position=0,
        deprecated=_is_deprecated(clean, metadata),
        properties=(
            *_identifier(clean, target),
            *_properties(clean, metadata, definitions, kind, language, place, remarks),
        ),
        origin=Origin(place, 0),
    )
    return _with_extension(item_statement, extension) if extension else item_statement


def _language(clean: Object, metadata: DocumentMetadata, place: str, remarks: Remarks) -> str:
    """Return the language of the texts of an item: its own, else that of the document."""
    language = language_of(clean, place, remarks, metadata.language)
    text = literal_of(extension_of(clean).get("fullStatement"))
    is_recorded = text is not None and str(text) == clean.get("fullStatement")
    return (text.language or "") if text is not None and is_recorded else language


def _is_deprecated(clean: Object, metadata: DocumentMetadata) -> bool:
    """Return whether an item is deprecated: as recorded, else if its status has ended."""
    deprecated = extension_of(clean).get("deprecated")
    if isinstance(deprecated, bool):
        return deprecated
    changed = clean.get("lastChangeDateTime") or _changed(metadata)
    return has_ended(clean.get("statusEndDate", ""), changed)


def _with_extension(statement: Statement, extension: Object) -> Statement:
    """Return ``statement`` with what CASE has no property for."""
    return replace(
        statement,
        coined_notation=extension.get("coinedNotation") is True,
        printed_in=_iri(extension.get("printedIn")),
        lines=lines_of(extension.get("lines")),
        checksum=str(extension["checksum"]) if "checksum" in extension else None,
        properties=(*statement.properties, *json_properties(extension.get("properties"))),
    )


def _changed(metadata: DocumentMetadata) -> str:
    dates = (value.value for value in metadata.properties if value.property == DCTERMS.modified)
    return str(next(dates, ""))


def _texts(
    clean: Object, language: str, place: str, remarks: Remarks
) -> tuple[Literal, Literal | None]:
    """Return the full statement and the short title, of which there may be none."""
    has_text, has_label = (
        bool(clean.get(key, "").strip()) for key in ("fullStatement", "abbreviatedStatement")
    )
    if has_text:
        label = text_of(clean, "abbreviatedStatement", language) if has_label else None
        return text_of(clean, "fullStatement", language), label
    stand_in = "abbreviatedStatement" if has_label else "humanCodingScheme"
    remarks.add(
        f"{place}/fullStatement", Action.REPAIRED, "no fullStatement", f"{stand_in} stands in"
    )
    return Literal(clean.get(stand_in, ""), lang=language or None), None


def _identifier(clean: Object, target: Target) -> list[PropertyValue]:
    """Return an identifier that is not a UUID, or is the UUID of another item."""
    raw = clean.get("identifier", "")
    if not raw or uuid_of(raw) == target.uuid != "":
        return []
    return [PropertyValue(DCTERMS.identifier, Literal(raw))]


def _properties(
    clean: Object,
    metadata: DocumentMetadata,
    definitions: Definitions,
    kind: URIRef,
    language: str,
    place: str,
    remarks: Remarks,
) -> list[PropertyValue]:
    """Return all that has a property of its own, without what follows from the document."""
    stated = {
        name: value
        for name, value in without_extension(clean).items()
        if not (name == "language" and extension_of(clean).get("language") is True)
        and not (name == "CFItemType" and _follows(value, kind, definitions))
        and not (name == "lastChangeDateTime" and value == _changed(metadata))
    }
    if "educationLevel" in stated:
        stated["educationLevel"] = _own_levels(clean)
    properties = properties_in(stated, ITEM_SLOTS, language, extension_of(clean), place, remarks)
    license = definitions.iri("CFLicenses", clean.get("licenseURI", {}))
    return [*properties, PropertyValue(DCTERMS.license, license)] if license else properties


def _own_levels(clean: Object) -> list[str]:
    """Return the education levels, without those that the writer made of a concept it recorded."""
    levels = [*clean["educationLevel"]]
    for each in json_properties(extension_of(clean).get("properties")):
        if (level := education_level(each)) in levels:
            levels.remove(level)
    return levels


def _follows(title: str, kind: URIRef, definitions: Definitions) -> bool:
    """Return whether the title of an item's type is that of the type itself."""
    return not title.strip() or title == str(definitions.labels.get(kind, ""))


def lines_of(value: object) -> tuple[int, int] | None:
    """Return the first and last line of the source that the writer recorded."""
    match value:
        case [int(first), int(last)]:
            return first, last
    return None


def _iri(value: object) -> URIRef | None:
    return URIRef(value) if isinstance(value, str) and iri_of(value) == value else None
