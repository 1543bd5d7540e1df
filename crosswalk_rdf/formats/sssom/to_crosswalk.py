"""A SSSOM document, whatever its syntax, to a crosswalk with a part for each pair of sources."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.sssom.agents import creators
from crosswalk_rdf.formats.sssom.fields import (
    LICENSE,
    MODIFIER,
    OBJECT,
    PREDICATE,
    RECORD_ID,
    SET_DESCRIPTION,
    SET_ID,
    SET_TITLE,
    SOURCES,
    SUBJECT,
)
from crosswalk_rdf.formats.sssom.from_document import alignment_of, end_of, set_slots
from crosswalk_rdf.formats.sssom.sources import Pair, Sources, stated_sources
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    MappingSet,
    Origin,
    local_name,
    unnamed_iri,
)


@dataclass(frozen=True, slots=True)
class _Set:
    """One document in the making of a crosswalk."""

    document: Document
    id: str
    """``mapping_set_id``."""
    names: dict[URIRef, str]
    """The ids of its sources."""
    is_divided: bool
    """Whether it becomes several parts."""


def crosswalk_of(document: Document, id: str, file: str) -> Crosswalk:
    """Return ``document``, read from ``file``, as a crosswalk called ``id``.

    Where its records have several pairs of sources, the set is the crosswalk; else its one part.
    """
    set_id = str(document.value(SET_ID))
    sources = Sources.of(document, set_id)
    pairs: dict[Pair, list[Record]] = {}
    for record in document.records:
        pairs.setdefault(sources.pair(record), []).append(record)
    stated = [value for slot in SOURCES if (value := document.value(slot))]
    if not pairs and len(stated) == len(SOURCES):
        subject, object = map(document.expand, stated)
        pairs[subject, object] = []
    external = sources.frameworks(pairs)
    names = {framework.iri: framework.id for framework in external}
    license = URIRef(str(document.value(LICENSE)))
    whole = _Set(document, set_id, names, is_divided=len(pairs) > 1)
    return Crosswalk(
        iri=URIRef(set_id) if whole.is_divided else unnamed_iri(set_id, "crosswalk"),
        id=id,
        title=Literal(str(document.value(SET_TITLE) or local_name(set_id.rstrip("/#")))),
        creators=creators(document),
        publisher=None,
        issued="",
        rights=Literal(""),
        license=None if license == UNSPECIFIED_LICENSE else license,
        external=external,
        parts=tuple(_part(whole, pair, records, file) for pair, records in pairs.items()),
        origin=Origin(file, 1),
    )


def _part(whole: _Set, pair: Pair, records: Sequence[Record], file: str) -> MappingSet:
    document = whole.document
    id = f"{whole.names[pair[0]]}--{whole.names[pair[1]]}"
    description, title = document.value(SET_DESCRIPTION), document.value(SET_TITLE)
    return MappingSet(
        iri=unnamed_iri(whole.id, id) if whole.is_divided else URIRef(whole.id),
        id=id if whole.is_divided else slug(local_name(whole.id.rstrip("/#")), id),
        title=Literal(str(title or id)),
        description=Literal(description) if description else None,
        license=URIRef(str(document.value(LICENSE))),
        rights=Literal(""),
        subject_source=pair[0],
        object_source=pair[1],
        slots=set_slots(document),
        prefixes=tuple(sorted(document.prefixes.items())),
        alignments=tuple(_alignments(document, records, whole.id, file)),
        assumed=frozenset(_assumed(whole, records)),
        origin=Origin(file, 1),
    )


def _assumed(whole: _Set, records: Sequence[Record]) -> Iterator[str]:
    """Yield the fields of a part that the document does not state."""
    yield "crosswalk"
    if whole.is_divided:
        yield "iri"
    if not whole.document.value(SET_TITLE):
        yield "title"
    yield from {*SOURCES} - {*stated_sources(whole.document, records)}


def _alignments(
    document: Document, records: Sequence[Record], set_id: str, file: str
) -> Iterator[Alignment]:
    """Yield each record as an alignment with an IRI of its own."""
    iris: set[URIRef] = set()
    for record in records:
        iri = _iri(document, record, set_id, iris)
        iris.add(iri)
        yield alignment_of(
            document,
            record,
            iri,
            document.expand,
            unnamed=record.value(RECORD_ID) is None,
            origin=Origin(file, record.line),
        )


def _iri(document: Document, record: Record, set_id: str, iris: Container[URIRef]) -> URIRef:
    """Return the IRI of ``record``, or one made of what it aligns; none of ``iris``."""
    subject, predicate, object = (
        end_of(record, slot, document.expand) for slot in (SUBJECT, PREDICATE, OBJECT)
    )
    name = " ".join([subject, predicate, record.value(MODIFIER) or "", object])
    record_id = record.value(RECORD_ID)
    iri = document.expand(record_id) if record_id else unnamed_iri(set_id, name)
    number = 1
    while iri in iris:
        number += 1
        iri = unnamed_iri(set_id, f"{name} {number}")
    return iri
