"""JSKOS concepts and schemes to triples of SKOS; mappings are collected for later."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, XSD, BNode, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.jskos import fields
from crosswalk_rdf.formats.jskos.fields import JSKOS
from crosswalk_rdf.formats.jskos.values import (
    Json,
    Notes,
    iri,
    literals,
    members,
    rdf_value,
    text,
    uri_of,
)
from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects, json_literal
from crosswalk_rdf.formats.shared.skos_model.vocabulary import COLLECTIONS

_AGENTS: Final = ("creator", "contributor", "publisher")
_SCHEME_PROPERTIES: Final = {"prefLabel": DCTERMS.title, "definition": DCTERMS.description}
"""Fields of a scheme that are another property than those of a concept."""


@dataclass(slots=True)
class Resources:
    """The triples found so far, in the order of the document."""

    notes: Notes
    by_subject: dict[Subject, dict[URIRef, dict[Term, None]]] = field(default_factory=dict)
    mappings: list[tuple[Json, str]] = field(default_factory=list)
    _blank: int = 0

    @property
    def subjects(self) -> Subjects:
        """The triples by subject and property."""
        return {s: {p: tuple(v) for p, v in ps.items()} for s, ps in self.by_subject.items()}

    def scheme(self, value: Json, place: str) -> Subject:
        """Take over a concept scheme with all that is in it; return what names it."""
        subject = self._subject(value, place)
        self._add(subject, RDF.type, SKOS.ConceptScheme)
        self._fields(subject, value, place, is_scheme=True)
        return subject

    def concept(self, value: Json, place: str, scheme: Subject | None = None) -> Subject:
        """Take over a concept, in ``scheme`` if it names none; return what names it."""
        subject = self._subject(value, place)
        self._add(subject, RDF.type, SKOS.Concept)
        if scheme is not None and not value.get("inScheme"):
            self._add(subject, SKOS.inScheme, scheme)
        self._fields(subject, value, place, is_scheme=False)
        return subject

    def collection(self, value: Json, place: str) -> Subject:
        """Take over a group of concepts, in their order if it has one; return what names it."""
        subject = self._subject(value, place)
        ordered = "memberList" in value
        field = "memberList" if ordered else "memberSet"
        items = [
            self._group_member(item, at)
            for item, at in members(value.get(field) or [], f"{place}/{field}", self.notes)
        ]
        iris = [item for item in items if item is not None]
        self._add(subject, RDF.type, SKOS.OrderedCollection if ordered else SKOS.Collection)
        if ordered:
            self._list(subject, iris)
        for member in () if ordered else iris:
            self._add(subject, SKOS.member, member)
        rest = {name: content for name, content in value.items() if name != field}
        self._fields(subject, rest, place, is_scheme=False)
        return subject

    def _group_member(self, value: Json, place: str) -> Term | None:
        if not isinstance(value, dict) or set(value) <= {"uri", "type"}:
            return uri_of(value, place, self.notes)
        is_collection = any(str(kind) in (value.get("type") or []) for kind in COLLECTIONS)
        return self.collection(value, place) if is_collection else self.concept(value, place)

    def _list(self, subject: Subject, items: list[Term]) -> None:
        link: tuple[Subject, URIRef] = (subject, SKOS.memberList)
        for item in items:
            self._blank += 1
            node = BNode(f"b{self._blank}")
            self._add(*link, node)
            self._add(node, RDF.first, item)
            link = (node, RDF.rest)
        self._add(*link, RDF.nil)

    def _subject(self, value: Json, place: str) -> Subject:
        iri = uri_of(value, place, self.notes)
        if iri is not None:
            self.by_subject.setdefault(iri, {})
            return iri
        self._blank += 1
        return BNode(f"b{self._blank}")

    def _add(self, subject: Subject, property: URIRef, value: Term) -> None:
        self.by_subject.setdefault(subject, {}).setdefault(property, {})[value] = None

    def _fields(self, subject: Subject, value: Json, place: str, *, is_scheme: bool) -> None:
        for name, content in value.items():
            here = f"{place}/{name}"
            if name in ("uri", "@context"):
                continue
            if content is None:
                self.notes.add(here, Action.IGNORED, f"{name} null", "it says nothing")
            elif name.startswith("_") or (name.isupper() and name.isalnum()):
                self._custom(subject, name, content, here)
            elif name == "deprecated" and not is_scheme:
                truth = content if isinstance(content, bool) else str(content).lower() == "true"
                if truth:
                    self._add(subject, OWL.deprecated, Literal("true", datatype=XSD.boolean))
            elif name in _NESTED and (is_scheme or name != "concepts"):
                _NESTED[name](self, subject, content, here, value)
            else:
                self._field(subject, name, content, here, is_scheme=is_scheme)

    def _field(
        self, subject: Subject, name: str, content: Json, place: str, *, is_scheme: bool
    ) -> None:
        property, values = self._values(name, content, place)
        if property is None:
            if name.isidentifier():
                self._add(subject, JSKOS[name], json_literal(content))
            else:
                self.notes.add(place, Action.IGNORED, f'the field "{name}"', "no field of JSKOS")
            return
        if is_scheme:
            property = _SCHEME_PROPERTIES.get(name, property)
        for value in values:
            if name == "namespace" and str(value) == f"{subject}/":
                continue
            self._add(subject, property, value)

    def _values(self, name: str, content: Json, place: str) -> tuple[URIRef | None, list[Term]]:
        """Return the property that ``name`` is, and the values of it in ``content``."""
        for table in (fields.TEXTS, fields.TEXT_LISTS):
            if name in table:
                return table[name], list(literals(content, place, self.notes))
        if name in fields.DATES:
            date = text(content)
            return fields.DATES[name], [] if date is None else [fields.date_literal(date)]
        for table in (fields.LISTS, fields.STRINGS):
            if name in table:
                items = content if name in fields.LISTS else [content]
                texts = [text(item) for item, _ in members(items, place, self.notes)]
                return table[name], [Literal(item) for item in texts if item is not None]
        for table in (fields.IRI_LISTS, fields.IRIS):
            if name in table:
                items = content if name in fields.IRI_LISTS else [content]
                iris = [iri(item, at, self.notes) for item, at in members(items, place, self.notes)]
                return table[name], [item for item in iris if item is not None]
        for table in (fields.SETS, fields.CONCEPT_SETS, fields.SCHEME_SETS):
            if name in table:
                items = members(content, place, self.notes)
                terms = [self._member(name, item, at) for item, at in items]
                return table[name], [item for item in terms if item is not None]
        return None, []

    def _member(self, name: str, value: Json, place: str) -> Term | None:
        """Return the IRI of a member of a set; what else it states is read as well."""
        if not isinstance(value, dict):
            string = text(value)
            is_iri = string is not None and ("://" in string or string.startswith("urn:"))
            if name in _AGENTS and not is_iri:
                return None if string is None else Literal(string)
            return uri_of(value, place, self.notes)
        if name in fields.CONCEPT_SETS:
            is_named_only = set(value) <= {"uri"}
            return uri_of(value, place, self.notes) if is_named_only else self.concept(value, place)
        if name in fields.SCHEME_SETS:
            is_named_only = set(value) <= {"uri", "type", "@context", "notation"}
            return uri_of(value, place, self.notes) if is_named_only else self.scheme(value, place)
        return self._resource(value, place, FOAF.name if name in _AGENTS else SKOS.prefLabel)

    def _resource(self, value: Json, place: str, naming: URIRef) -> Term | None:
        """Return an agent or another resource; one that only has a name is the name.

        A name in no language is a value of the property ``naming``.
        """
        labels = value.get("prefLabel")
        named = list(literals(labels, place, self.notes)) if labels else []
        if "uri" not in value:
            if len(named) == 1 and set(value) <= {"prefLabel", "@context"}:
                return named[0]
            if not named:
                self.notes.add(place, Action.IGNORED, "a resource without uri", "nothing names it")
                return None
        subject = self._subject(value, place)
        for label in named:
            self._add(subject, SKOS.prefLabel if label.language else naming, label)
        for kind, at in members(value.get("type", []), place, self.notes):
            type_iri = iri(kind, at, self.notes)
            if type_iri is not None:
                self._add(subject, RDF.type, type_iri)
        return subject

    def _custom(self, subject: Subject, name: str, content: Json, place: str) -> None:
        if name != "_properties" or not isinstance(content, dict):
            why = "custom fields are of one application: passed over"
            self.notes.add(place, Action.IGNORED, f"{name}", why)
            return
        for property, values in content.items():
            for value in values if isinstance(values, list) else ():
                term = rdf_value(value)
                if term is not None:
                    self._add(subject, URIRef(property), term)

    def nested_concepts(self, scheme: Subject, content: Json, place: str, _: Json) -> None:
        """Take over the concepts in a scheme."""
        for item, at in members(content, place, self.notes):
            if isinstance(item, dict):
                self.concept(item, at, scheme)

    def nested_mappings(self, _: Subject, content: Json, place: str, __: Json) -> None:
        """Collect the mappings of a concept."""
        self.mappings += objects_in(content, place, self.notes)

    def ancestors(self, subject: Subject, content: Json, place: str, value: Json) -> None:
        """Take over ancestors, where no broader concept is given (JSKOS, "Concept")."""
        for item, at in members(content, place, self.notes):
            if isinstance(item, dict) and set(item) > {"uri"}:
                self.concept(item, at)
            ancestor = uri_of(item, at, self.notes)
            if ancestor is not None and not value.get("broader"):
                self._add(subject, SKOS.broaderTransitive, ancestor)


_Nested = Callable[[Resources, Subject, Json, str, Json], None]
_NESTED: Final[dict[str, _Nested]] = {
    "concepts": Resources.nested_concepts,
    "mappings": Resources.nested_mappings,
    "ancestors": Resources.ancestors,
}


def objects_in(value: Json, place: str, notes: Notes) -> Iterator[tuple[Json, str]]:
    """Yield the objects of a document: one, or those of a list."""
    for item, at in members(value if isinstance(value, list) else [value], place, notes):
        if isinstance(item, dict):
            yield item, at
        else:
            notes.add(at, Action.IGNORED, "a value that is no object", "JSKOS is of objects")
