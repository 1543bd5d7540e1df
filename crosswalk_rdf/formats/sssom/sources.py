"""The frameworks of both ends of a record: as it states them, or else by namespace."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.skos_model.namespaces import name_of_vocabulary
from crosswalk_rdf.formats.sssom.fields import OBJECT, SOURCES, SUBJECT
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.formats.sssom.tsv.values import NO_TERM_FOUND
from crosswalk_rdf.model import ExternalFramework, local_name, unnamed_iri
from crosswalk_rdf.model.identifiers import unused_name

Pair = tuple[URIRef, URIRef]
_ELSEWHERE: Final = "elsewhere"
"""The framework of an end that is not a term, where the record names none."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the records of one document come from."""

    document: Document
    elsewhere: URIRef
    usual: Mapping[str, URIRef]
    """For each side, the one namespace of all its terms, where there is but one."""

    @classmethod
    def of(cls, document: Document, set_id: str) -> "Sources":
        """Return the sources of ``document``."""
        usual = {}
        for source, end in zip(SOURCES, (SUBJECT, OBJECT), strict=True):
            spaces = Counter(
                _stated(document, record, source) or _namespace(document, record, end)
                for record in document.records
                if _is_term(record, end)
            )
            if len(spaces) == 1:
                usual[end] = next(iter(spaces))
        return cls(document, unnamed_iri(set_id, _ELSEWHERE), usual)

    def pair(self, record: Record) -> Pair:
        """Return the frameworks of subject and object."""
        subject, object = (
            self._source(record, source, end)
            for source, end in zip(SOURCES, (SUBJECT, OBJECT), strict=True)
        )
        return subject, object

    def _source(self, record: Record, source: str, end: str) -> URIRef:
        stated = _stated(self.document, record, source)
        if stated:
            return stated
        if _is_term(record, end):
            return _namespace(self.document, record, end)
        return self.usual.get(end, self.elsewhere)

    def frameworks(self, pairs: Iterable[Pair]) -> tuple[ExternalFramework, ...]:
        """Return the external frameworks of ``pairs``, each with an id of its own."""
        prefixes = {space: prefix for prefix, space in self.document.prefixes.items()}
        frameworks: list[ExternalFramework] = []
        ids: set[str] = set()
        for iri in dict.fromkeys(end for pair in pairs for end in pair):
            name = prefixes.get(str(iri)) or local_name(iri.rstrip("/#"))
            stem = slug(_ELSEWHERE if iri == self.elsewhere else name, _ELSEWHERE)
            id = unused_name(stem, ids)
            ids.add(id)
            title = "Not stated" if iri == self.elsewhere else name_of_vocabulary(iri)
            frameworks.append(ExternalFramework(iri=iri, id=id, title=Literal(title)))
        return tuple(frameworks)


def stated_sources(document: Document, records: Iterable[Record]) -> Iterator[str]:
    """Yield the slots of :data:`SOURCES` that a record, or the set, has a value in."""
    records = list(records)
    for source in SOURCES:
        if document.value(source) or any(record.value(source) for record in records):
            yield source


def _stated(document: Document, record: Record, source: str) -> URIRef | None:
    value = record.value(source) or document.value(source)
    return document.expand(value) if value else None


def _is_term(record: Record, end: str) -> bool:
    return record.value(end) not in (None, NO_TERM_FOUND)


def _namespace(document: Document, record: Record, end: str) -> URIRef:
    """Return the namespace of an identifier: that of its prefix, or what it has before its end."""
    value = str(record.value(end))
    if not value.startswith("<"):
        return document.expand(f"{value.partition(':')[0]}:")
    iri = value[1:-1]
    return URIRef(iri.removesuffix(local_name(iri)) or iri)
