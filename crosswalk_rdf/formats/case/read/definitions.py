"""CFDefinitions: the types, licenses and groupings that items and associations point at."""

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.classes import DEFINITIONS
from crosswalk_rdf.formats.case.definitions import type_iri
from crosswalk_rdf.formats.case.extensions import Object, extension_property
from crosswalk_rdf.formats.case.identifiers import bare_link
from crosswalk_rdf.formats.case.lexical import iri_of, uuid_of
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CASE, CEASN


class Definitions:
    """What a package defines, by the links to it; records the links to what is not defined."""

    def __init__(self, clean: Object, document: URIRef, language: str) -> None:
        self.lists: dict[str, list[Object]] = {
            name: [_with_iri(entity) for entity in clean.get(name, [])] for name in DEFINITIONS
        }
        self.labels: dict[URIRef, Literal] = {}
        """The titles of the types of item that are in use, by IRI."""
        self._document, self._language = document, language
        self._definitions: dict[tuple[str, str], Object] = {}
        self._kinds: dict[tuple[str, str, str], URIRef] = {}
        self._links: dict[str, Object] = {}
        for name, entities in self.lists.items():
            for entity in entities:
                for key in (entity.get("uri", ""), uuid_of(entity.get("identifier", ""))):
                    if key:
                        self._definitions.setdefault((name, key), entity)

    def find(self, name: str, link: Object) -> Object | None:
        """Return the entity of the list ``name`` that ``link`` points at."""
        by_uri = self._definitions.get((name, link.get("uri", "")))
        return by_uri or self._definitions.get((name, uuid_of(link.get("identifier", ""))))

    def iri(self, name: str, link: Object) -> URIRef | None:
        """Return the IRI of what ``link`` points at; a link to what is not defined is kept."""
        entity = self.find(name, link)
        uri, identifier = ((entity or link).get(key, "") for key in ("uri", "identifier"))
        uuid = uuid_of(identifier)
        iri = iri_of(uri) or (f"urn:uuid:{uuid}" if uuid else "")
        if not iri:
            return None
        if entity is None:
            self._links.setdefault(iri, {**link, "uri": iri})
        return URIRef(iri)

    def kind(self, item: Object) -> URIRef:
        """Return the type of ``item``: the one that is linked, or one known by its title alone."""
        link, title = item.get("CFItemTypeURI", {}), item.get("CFItemType", "").strip()
        key = (link.get("uri", ""), link.get("identifier", ""), title)
        if key not in self._kinds:
            self._kinds[key] = self._kind(link, title)
        return self._kinds[key]

    def _kind(self, link: Object, title: str) -> URIRef:
        iri = self.iri("CFItemTypes", link)
        if iri is None and not title:
            return CEASN.Competency
        entity = self.find("CFItemTypes", link) or {}
        label = entity.get("title") or title or link.get("title") or ""
        iri = iri or type_iri(self._document, title)
        if label:
            self.labels.setdefault(iri, Literal(label, lang=self._language or None))
        return iri

    def kept_links(self) -> list[PropertyValue]:
        """Return the links to what is not defined here, to be written back unchanged."""
        return [
            extension_property(CASE.LinkURI, link)
            for iri, link in self._links.items()
            if link != bare_link(iri)
        ]


def _with_iri(entity: Object) -> Object:
    """Return ``entity`` with an absolute IRI under ``uri``, if it has anything to make one of."""
    raw, uuid = entity.get("uri", ""), uuid_of(entity.get("identifier", ""))
    iri = iri_of(raw) or (f"urn:uuid:{uuid}" if uuid else "")
    return entity if iri == raw or not iri else {**entity, "uri": iri}
