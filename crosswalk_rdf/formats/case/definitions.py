"""What a document defines: the types of its items, its license, the parts of a crosswalk.

What a foreign document defined is kept on the framework or crosswalk and goes out again as it is;
only what is in use and not yet defined is made.
"""

import re
from collections.abc import Iterable
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.document_metadata import metadata_of
from crosswalk_rdf.formats.case.extensions import EXTENSION, Object, objects, slots_json, term_json
from crosswalk_rdf.formats.case.identifiers import Names, bare_link, document_uuid, link
from crosswalk_rdf.formats.case.licenses import derived_license
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Crosswalk,
    Framework,
    Level,
    MappingSet,
    Slot,
    derived_uuid,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CASE, CEASN

UNGROUPED_TITLE: Final = "Associations"
UNGROUPED: Final = "associations"
"""The id of a part that is not a grouping; a number follows where there are several."""
GROUPING: Final = "ext_grouping"
"""The slot of a part that is, or shares, a grouping which its document defined."""


_UNGROUPED_ID: Final = re.compile(rf"{UNGROUPED}(-\d+)?")


def type_iri(document: URIRef, title: str) -> URIRef:
    """Return the IRI of a type of item that has nothing but a title."""
    return unnamed_iri(document, f"item type {title}")


def links_kept(document: Framework | Crosswalk) -> dict[str, Object]:
    """Return the links, by IRI, to what the document uses and does not define."""
    links = objects(document.properties, CASE.LinkURI)
    return {str(each["uri"]): each for each in links if "uri" in each}


def item_types(framework: Framework, names: Names) -> list[Object]:
    """Return the CFItemTypes of ``framework``: those defined, then those of its levels."""
    titles = {str(level.kind): str(level.label) for level in framework.levels}
    type_objects = [
        {**each, "title": titles.get(each.get("uri", ""), each.get("title", ""))}
        for each in objects(framework.properties, CASE.CFItemTypes)
    ]
    iris = {each.get("uri") for each in type_objects} | links_kept(framework).keys()
    uuid = document_uuid(framework)
    when = names.changed(framework)
    definitions = [
        _item_type(level, uuid, when)
        for level in framework.levels
        if str(level.kind) not in iris and not _is_nameless(level, framework)
    ]
    return [*type_objects, *definitions]


def _is_nameless(level: Level, framework: Framework) -> bool:
    """Return whether items of ``level`` have no type in CASE, or a title for one and no more."""
    return level.kind in (CEASN.Competency, type_iri(framework.iri, str(level.label)))


def _item_type(level: Level, uuid: str, when: str) -> Object:
    return {
        "identifier": derived_uuid(uuid, f"item type {level.name}"),
        "uri": str(level.kind),
        "title": str(level.label),
        "description": str(level.label),
        "hierarchyCode": str(level.depth),
        "typeCode": level.name,
        "lastChangeDateTime": when,
    }


def type_links(framework: Framework, types: Iterable[Object]) -> dict[URIRef, tuple[str, Object]]:
    """Return, by kind, the title of the type of items and the link to it, empty where none is."""
    links = links_kept(framework)
    links |= {
        each["uri"]: link(each["title"], each.get("identifier", ""), each["uri"])
        for each in types
        if "uri" in each
    }
    return {
        level.kind: (str(level.label), links.get(str(level.kind), {}))
        for level in framework.levels
        if level.kind != CEASN.Competency
    }


def licenses(document: Framework | Crosswalk, names: Names) -> list[Object]:
    """Return the CFLicenses of a document: those that were defined, and its own."""
    metadata, uuid = metadata_of(document), document_uuid(document)
    license_objects = [dict(each) for each in objects(document.properties, CASE.CFLicenses)]
    own = next((each for each in license_objects if each.get("uri") == str(metadata.license)), None)
    if own is not None and metadata.rights:
        own["licenseText"] = str(metadata.rights)
    is_linked = str(metadata.license) in links_kept(document) and not metadata.rights
    if own is None and not is_linked:
        license = derived_license(metadata, uuid, names.changed(document))
        license_objects += [license] if license else []
    return license_objects


def license_link(
    license: URIRef | None, document: Framework | Crosswalk, own: Iterable[Object]
) -> Object:
    """Return the link to a license; empty where there is none."""
    if license is None:
        return {}
    links = links_kept(document).get(str(license))
    if links:
        return links
    for each in own:
        if str(license) == each.get("uri"):
            return link(each.get("title", ""), each.get("identifier", ""), each["uri"])
    return bare_link(str(license))


def grouping_iri(part: MappingSet) -> URIRef | None:
    """Return the IRI of the grouping that ``part`` is; None where it is in none."""
    for slot in part.slots:
        if slot.name == GROUPING and isinstance(slot.values[0], URIRef):
            return slot.values[0]
    is_ungrouped = bool(_UNGROUPED_ID.fullmatch(part.id)) and str(part.title) == UNGROUPED_TITLE
    return None if is_ungrouped else part.iri


def groupings(crosswalk: Crosswalk, host: Framework | Crosswalk, names: Names) -> list[Object]:
    """Return the CFAssociationGroupings of ``crosswalk`` in the document ``host``."""
    imported = objects(host.properties, CASE.CFAssociationGroupings)
    by_uri = {each.get("uri"): each for each in imported}
    groupings: dict[str, Object] = {}
    for part in crosswalk.parts:
        iri = grouping_iri(part)
        if iri is not None and str(iri) not in groupings and str(iri) not in links_kept(host):
            new = grouping_of(part, crosswalk, host, names)
            old = by_uri.get(str(iri), {})
            groupings[str(iri)] = {**new, **old, **_stated_values(new, old)} if old else new
    others = [each for each in imported if each.get("uri") not in groupings]
    return [*groupings.values(), *others]


def _stated_values(new: Object, old: Object) -> Object:
    """Return what the part states about a grouping that a document defined."""
    texts: Object = {key: new[key] for key in ("title", "description") if key in new}
    extensions = {**old.get("extensions", {}), **new.get("extensions", {})}
    return {**texts, "extensions": extensions} if extensions else texts


def part_uuid(document: str, id: str) -> str:
    """Return the UUID of the grouping that the writer makes for a part of ``document``."""
    return derived_uuid(document, f"part {id}")


def grouping_of(
    part: MappingSet, crosswalk: Crosswalk, host: Framework | Crosswalk, names: Names
) -> Object:
    """Return the CFAssociationGrouping that ``part`` is."""
    rest = _rest(part, crosswalk, host)
    grouping: Object = {
        "identifier": part_uuid(document_uuid(crosswalk), part.id),
        "uri": str(grouping_iri(part) or part.iri),
        "title": str(part.title),
    }
    if part.description:
        grouping["description"] = str(part.description)
    grouping["lastChangeDateTime"] = names.changed(host)
    return {**grouping, "extensions": {EXTENSION: rest}} if rest else grouping


def _rest(part: MappingSet, crosswalk: Crosswalk, host: Framework | Crosswalk) -> Object:
    """Return what CASE has no property for, as far as a reader would not suppose it anyway."""
    language = metadata_of(host).language
    rest: Object = {}
    for key, text in (("title", part.title), ("description", part.description)):
        if text is not None and (text.language or "") != language:
            rest[key] = term_json(text)
    if part.id != slug(part.title, "part"):
        rest["id"] = part.id
    if part.license != UNSPECIFIED_LICENSE:
        rest["license"] = str(part.license)
    if part.rights != crosswalk.rights:
        rest["rights"] = term_json(part.rights)
    for key, source in (("subject", part.subject_source), ("object", part.object_source)):
        if source not in _supposed(crosswalk, host):
            rest[f"{key}Source"] = str(source)
    for key, kinds in (("subject", part.subject_kinds), ("object", part.object_kinds)):
        if kinds:
            rest[f"{key}Kinds"] = [str(kind) for kind in kinds]
    slots = [slot for slot in part.slots if not _is_grouping(slot)]
    return {**rest, "slots": slots_json(slots)} if slots else rest


def _is_grouping(slot: Slot) -> bool:
    return slot.name == GROUPING


def _supposed(crosswalk: Crosswalk, host: Framework | Crosswalk) -> set[URIRef]:
    """Return the sources that a reader assumes where none are stated."""
    supposed = {unnamed_iri(crosswalk.iri, name) for name in ("elsewhere", "origins")}
    return supposed | ({host.iri} if isinstance(host, Framework) else set())


def text_in(target: Object, rest: Object, key: str, text: Literal | None, language: str) -> None:
    """Put ``text`` under ``key`` of ``target``, and its language into ``rest`` where it differs."""
    if text is not None and text.strip():
        target[key] = str(text)
        if (text.language or "") != language or text.datatype:
            rest[key] = term_json(text)
