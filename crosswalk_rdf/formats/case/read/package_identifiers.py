"""Cleaned packages to named ones: what each document and item is called, each once."""

from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.formats.case.coercion import OWN_DOCUMENT
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.lexical import uuid_of
from crosswalk_rdf.formats.case.read.index import Index, Target, named
from crosswalk_rdf.formats.case.read.package import Source
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action


def identify_source(clean: Object, place: str, index: Index, remarks: Remarks) -> Source | None:
    """Return ``clean`` with the names of its document and items, which go into ``index``.

    None for a document that was there already.
    """
    document = clean["CFDocument"]
    owner = document.get("title", "") or place or "CFDocument"
    here = f"{place}/CFDocument"
    target = named(document, owner, "CFDocument", here, remarks)
    if index.has(target.iri):
        why = "another document before it has the same uri: give each its own"
        remarks.add(here, Action.NOT_CARRIED, f"CFDocument {target.iri}", why)
        return None
    target = replace(_alone(target, here, index, remarks), document=target.iri)
    index.add(target, document)
    implied = {
        str(target.iri),
        target.uuid,
        document.get("uri", ""),
        document.get("identifier", ""),
    }
    for name in ("CFItems", "CFAssociations"):
        clean[name] = [
            _without_document(each, implied, f"{place}/{name}/{number}", remarks)
            for number, each in enumerate(clean.get(name, []))
        ]
    items = _items(clean, place, target.iri, index, remarks)
    return Source(place, clean, target, items)


def _items(
    clean: Object, place: str, document: URIRef, index: Index, remarks: Remarks
) -> list[tuple[str, Object, Target]]:
    """Return the items with their names; of several with the same ``uri`` the first."""
    items = []
    for number, item in enumerate(clean["CFItems"]):
        here = f"{place}/CFItems/{number}"
        target = named(item, document, f"item {number}", here, remarks)
        if index.has(target.iri):
            what = f"CFItem {target.iri}"
            why = "another item before it has the same uri: give each its own"
            remarks.add(here, Action.NOT_CARRIED, what, why)
            continue
        target = replace(_alone(target, here, index, remarks), document=document)
        index.add(target, item)
        items.append((here, item, target))
    return items


def _alone(target: Target, place: str, index: Index, remarks: Remarks) -> Target:
    """Return ``target``, without its UUID where something else has that already."""
    if not target.uuid or not index.has_uuid(target.uuid):
        return target
    why = "something before it has the same: kept as dcterms:identifier, and no UUID"
    remarks.add(f"{place}/identifier", Action.REPAIRED, f"identifier {target.uuid}", why)
    return replace(target, uuid="")


def _without_document(clean: Object, implied: set[str], place: str, remarks: Remarks) -> Object:
    """Return an item or association without the link to the document that holds it."""
    extensions = clean.get("extensions", {})
    link = extensions.get(OWN_DOCUMENT)
    if link is None:
        return clean
    names = {link} if isinstance(link, str) else set()
    if isinstance(link, dict):
        names = {str(link.get("uri", "")), uuid_of(str(link.get("identifier", "")))}
    if not names & (implied - {""}):
        why = "it names another document: an extension"
        remarks.add(f"{place}/{OWN_DOCUMENT}", Action.KEPT, OWN_DOCUMENT, why)
        return clean
    why = "it names the document of the package"
    remarks.add(f"{place}/{OWN_DOCUMENT}", Action.IGNORED, OWN_DOCUMENT, why)
    others = {key: value for key, value in extensions.items() if key != OWN_DOCUMENT}
    bare = {key: value for key, value in clean.items() if key != "extensions"}
    return {**bare, "extensions": others} if others else bare
