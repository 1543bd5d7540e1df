"""The changes between two versions to an Atom feed (RFC 4287)."""

from typing import Final
from xml.etree import ElementTree as ET

from crosswalk_rdf.comparison.report import Comparison, release_iri, timestamp
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.paths import href
from crosswalk_rdf.site.views.changes import ChangesView, ChangeView, EditView
from crosswalk_rdf.site.well_known.sitemap import site_url, xml

_ATOM: Final = "http://www.w3.org/2005/Atom"
_FILE: Final = "changes.atom"


def changes_feed(publication: Publication, comparison: Comparison, view: ChangesView) -> bytes:
    """Return the feed: an entry for each resource that differs, or one for the version."""
    top, updated = site_url(publication), timestamp(publication.modified)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(root, "id", f"{publication.base}changes")
    _text(root, "title", f"Changes: {publication.site.name or publication.title}")
    _text(root, "updated", updated)
    author = ET.SubElement(root, "author")
    _text(author, "name", publication.creator.name)
    _text(author, "uri", str(publication.creator.iri))
    _link(root, "self", href(_FILE, top), "application/atom+xml")
    _link(root, "alternate", href("changes.html", top), "text/html")
    _text(root, "rights", str(publication.rights))
    release = str(release_iri(publication.base, comparison.now))
    for _, changes in view.groups:
        for change in changes:
            name = change.resource.iri.removeprefix(publication.base)
            page = href(f"{change.resource.path}.html", top)
            _entry(root, f"{release}/{name}", _title(change), updated, page, _summary(change))
            ET.SubElement(root[-1], "category", term=change.category.value)
    if not view.total:
        title, page = f"Version {view.now.number}", href("changes.html", top)
        _entry(root, release, title, updated, page, _of_the_version(view))
    return xml(root)


def _entry(root: ET.Element, id: str, title: str, updated: str, page: str, summary: str) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "id", id)
    _text(entry, "title", title)
    _text(entry, "updated", updated)
    _link(entry, "alternate", page, "text/html")
    _text(entry, "summary", summary)


def _title(change: ChangeView) -> str:
    return f"{change.category.value.capitalize()}: {change.resource.title}"


def _summary(change: ChangeView) -> str:
    if change.edits:
        return "\n".join(map(_edit, change.edits))
    return str(change.resource.text or change.resource.title)


def _edit(edit: EditView) -> str:
    before, after = (
        "; ".join(str(value.resource.title if value.resource else value.text) for value in values)
        for values in (edit.before, edit.after)
    )
    return (
        f"{', '.join(edit.properties)}: {' → '.join(text for text in (before, after) if text)}"
        + ("" if after else " (gone)")
    )


def _of_the_version(view: ChangesView) -> str:
    if view.before is None:
        return "The first version that the publisher compares with later ones."
    return f"No resource differs from version {view.before.number}."


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, rel: str, address: str, type: str) -> None:
    ET.SubElement(parent, "link", rel=rel, href=address, type=type)
