"""What things are called in CASE: their UUIDs, addresses, and the links that point at them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rdflib import DCTERMS, URIRef

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.lexical import uri_of, uuid_in
from crosswalk_rdf.model import (
    Crosswalk,
    Framework,
    Package,
    PropertyValue,
    Statement,
    derived_uuid,
)
from crosswalk_rdf.model.lexical import is_date
from crosswalk_rdf.model.own_dates import Dated, own_date

SERVICE: Final = "ims/case/v1p1/"
"""Below the base IRI: where the service of CASE 1.1 is (REST binding §3)."""
NEVER: Final = "1970-01-01T00:00:00+00:00"
"""For a required date of which nothing at all is known."""
_MODIFIED: Final = DCTERMS.modified
_MIDNIGHT: Final = "T00:00:00+00:00"


def document_uuid(document: Framework | Crosswalk) -> str:
    """Return the UUID of the CFDocument of a framework or a crosswalk."""
    return document.uuid or derived_uuid(str(document.iri), "")


def statement_uuid(statement: Statement, document: str) -> str:
    """Return the UUID of a statement of the document with the UUID ``document``."""
    return statement.uuid or derived_uuid(document, str(statement.iri))


def association_uuid(iri: str, document: str, uuid: str) -> str:
    """Return the UUID of an association in the document with the IRI ``document`` and ``uuid``.

    It is that in its IRI, or one made of what the IRI has below that of the document: the same
    under any base IRI.
    """
    return uuid_in(iri) or derived_uuid(uuid, iri.removeprefix(f"{document}/"))


def address(base: str, resource: str, uuid: str) -> str:
    """Return the URL of a resource of the service, or a URN where there is no service."""
    return f"{base}{SERVICE}{resource}/{uuid}" if base else f"urn:uuid:{uuid}"


def title_of(statement: Statement) -> str:
    """Return the title of links to ``statement``: its notation, or what names it, on one line."""
    return statement.notation or " ".join(statement.preferred_label.split())


def link(title: str, identifier: str, uri: str) -> Object:
    """Return a ``LinkURI``."""
    return {"title": title, "identifier": identifier, "uri": uri_of(uri)}


def bare_link(iri: str) -> Object:
    """Return a ``LinkURI`` to something of which only the IRI is known."""
    return link(iri, uuid_in(iri) or derived_uuid(iri, ""), iri)


def changed(properties: Iterable[PropertyValue], otherwise: str) -> str:
    """Return when something was last changed: its ``dcterms:modified``, or else ``otherwise``.

    Of a year or a month it is the start.
    """
    for value in properties:
        if value.property == _MODIFIED:
            text = str(value.value)
            return _start(text) or text
    return otherwise


def _start(date: str) -> str:
    """Return the start, in UTC, of a year or a month; "" for anything else."""
    return f"{date}-01-01"[:10] + _MIDNIGHT if is_date(date) and len(date) < 10 else ""


@dataclass(frozen=True, slots=True)
class Node:
    """What links to a statement or a document state about it."""

    title: str
    identifier: str
    document: URIRef
    """The framework that it is in, or is."""


class Names:
    """The statements and documents of a package, by IRI."""

    def __init__(self, package: Package) -> None:
        self.base = package.base
        self._modified = f"{package.modified}{_MIDNIGHT}" if package.modified else ""
        self.nodes: dict[URIRef, Node] = {}
        for framework in package.frameworks:
            self.add(framework)

    def add(self, framework: Framework) -> None:
        """Take in ``framework`` and its statements."""
        uuid = document_uuid(framework)
        self.nodes[framework.iri] = Node(str(framework.title), uuid, framework.iri)
        for statement in framework.statements:
            self.nodes[statement.iri] = Node(
                title_of(statement), statement_uuid(statement, uuid), framework.iri
            )

    def changed(self, document: Dated) -> str:
        """Return when ``document`` was last changed, as far as anything says so.

        That is what it says itself, or when the package was changed that it is of; where nothing
        says it, another date of its own.
        """
        date = own_date(document)
        own = _start(date) or (f"{date}{_MIDNIGHT}" if date else "")
        return changed(document.properties, self._modified or own or NEVER)

    def title(self, iri: URIRef) -> str:
        """Return the title of a link to ``iri``; the IRI where nothing is known of it."""
        node = self.nodes.get(iri)
        return node.title if node else str(iri)

    def identifier(self, iri: URIRef) -> str:
        """Return the identifier of a link to ``iri``."""
        node = self.nodes.get(iri)
        return node.identifier if node else uuid_in(iri) or derived_uuid(str(iri), "")

    def node(self, iri: URIRef) -> Object:
        """Return a ``LinkGenURI`` to ``iri``; what is known to be in CASE says so."""
        node_link = link(self.title(iri), self.identifier(iri), iri)
        return {**node_link, "targetType": "CASE"} if iri in self.nodes else node_link

    def address(self, resource: str, uuid: str) -> str:
        """Return the URL of a resource of the service of the package."""
        return address(self.base, resource, uuid)
