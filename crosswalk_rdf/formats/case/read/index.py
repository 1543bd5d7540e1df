"""What the documents and items of all packages are called, and what a link points at."""

from dataclasses import dataclass

from rdflib import URIRef

from crosswalk_rdf.formats.case.extensions import Object, extension_of
from crosswalk_rdf.formats.case.lexical import iri_of, uri_of, uuid_in, uuid_of
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.model import unnamed_iri


@dataclass(frozen=True, slots=True)
class Target:
    """A document or an item of one of the packages, or something outside."""

    iri: URIRef
    uuid: str
    """Empty where the document gives none."""
    document: URIRef | None
    """The document that it is in, or is; None for what is outside."""

    @property
    def is_document(self) -> bool:
        """Whether it is a document and no item."""
        return self.iri == self.document


def named(clean: Object, owner: str, name: str, place: str, remarks: Remarks) -> Target:
    """Return the IRI and the UUID of ``clean``; ``owner`` and ``name`` name what has neither."""
    raw, identifier = clean.get("uri", ""), clean.get("identifier", "")
    uuid, iri = uuid_of(identifier), iri_of(raw)
    own = extension_of(clean).get("iri")
    if isinstance(own, str) and iri_of(own) == own and uri_of(own) == iri:
        iri = own
    elif iri and iri != raw:
        remarks.add(f"{place}/uri", Action.REPAIRED, "uri with illegal characters", "encoded")
    uuid = uuid or ("" if identifier else uuid_in(iri))
    if identifier and identifier != uuid:
        why = "written in lower case with hyphens" if uuid else "kept as dcterms:identifier"
        remarks.add(f"{place}/identifier", Action.REPAIRED, "identifier that is no UUID", why)
    if not iri:
        iri = f"urn:uuid:{uuid}" if uuid else unnamed_iri(owner, identifier or raw or name)
        remarks.add(f"{place}/uri", Action.REPAIRED, "no absolute uri", "named with a urn:uuid")
    return Target(URIRef(iri), uuid, None)


class Index:
    """Documents and items by everything that a link may call them."""

    def __init__(self) -> None:
        self._by_uri: dict[str, Target] = {}
        self._by_identifier: dict[str, Target] = {}

    def add(self, target: Target, clean: Object) -> None:
        """Take in ``target``; what is there first keeps its names."""
        for uri in (str(target.iri), uri_of(target.iri), clean.get("uri", "")):
            if uri:
                self._by_uri.setdefault(uri, target)
        for identifier in (target.uuid, clean.get("identifier", "").lower()):
            if identifier:
                self._by_identifier.setdefault(identifier, target)

    def has(self, iri: URIRef) -> bool:
        """Return whether something has the IRI ``iri``."""
        return str(iri) in self._by_uri

    def has_uuid(self, uuid: str) -> bool:
        """Return whether something has the UUID ``uuid``."""
        return uuid in self._by_identifier

    def target(self, link: Object, owner: str) -> Target | None:
        """Return what ``link`` points at, by its ``uri`` or else its ``identifier``.

        What is in no package is outside, under the IRI that the link gives; None for no link.
        """
        uri, identifier = link.get("uri", ""), link.get("identifier", "")
        iri = iri_of(uri)
        uuid = uuid_of(identifier)
        for target in (
            self._by_uri.get(uri),
            self._by_uri.get(iri),
            self._by_identifier.get(identifier.lower()),
            self._by_identifier.get(uuid),
        ):
            if target:
                return target
        if not iri and not uuid and not identifier and not uri:
            return None
        iri = iri or (f"urn:uuid:{uuid}" if uuid else unnamed_iri(owner, identifier or uri))
        return Target(URIRef(iri), uuid or uuid_in(iri), None)
