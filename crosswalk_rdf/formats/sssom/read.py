"""SSSOM/TSV to a package: one crosswalk, a part for each pair of sources."""

from collections.abc import Container, Iterator, Sequence
from pathlib import PurePath

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.skos_model.descriptions import json_literal
from crosswalk_rdf.formats.sssom import tsv
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
from crosswalk_rdf.formats.sssom.from_document import alignment_of, set_slots
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    Package,
    PropertyValue,
    local_name,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import SSSOM

_Pair = tuple[URIRef, URIRef]


def read(data: bytes, file: str) -> Reading:
    """Return the mapping set in ``data`` (SSSOM/TSV 1.0, 1.1) as a crosswalk.

    Its sources are external frameworks; a record that names none is of the namespace of its
    prefix. Raises InputFaults with every fault that the strict reader finds, each with its place.
    """
    document = tsv.read(data, file)
    report = Report()
    pairs: dict[_Pair, list[Record]] = {}
    properties: list[PropertyValue] = []
    for record in document.records:
        if record.value(SUBJECT) and record.value(OBJECT):
            pairs.setdefault(_pair(document, record), []).append(record)
        else:
            slots = {name: list(values) for name, values in record.slots.items()}
            properties.append(PropertyValue(SSSOM.mappings, json_literal(slots)))
            why = "an alignment is between two IRIs: it is kept as JSON of the crosswalk"
            report.add(f"line {record.line}", Action.KEPT, "a mapping of a literal", why)
    report.count("records", len(document.records), sum(map(len, pairs.values())) + len(properties))
    sources = [source for slot in SOURCES if (source := document.value(slot))]
    if not pairs and len(sources) == len(SOURCES):
        subject, object = map(document.expand, sources)
        pairs[subject, object] = []
    crosswalk = _crosswalk(document, pairs, properties, file)
    return Reading(Package(crosswalks=(crosswalk,)), report)


def _pair(document: Document, record: Record) -> _Pair:
    subject, object = (
        _source(document, record, source, end)
        for source, end in zip(SOURCES, (SUBJECT, OBJECT), strict=True)
    )
    return subject, object


def _source(document: Document, record: Record, source: str, end: str) -> URIRef:
    """Return what the slot ``source`` names, or else the namespace of the slot ``end``."""
    source_iri = record.value(source) or document.value(source)
    return document.expand(source_iri or f"{str(record.value(end)).partition(':')[0]}:")


def _crosswalk(
    document: Document,
    pairs: dict[_Pair, list[Record]],
    properties: Sequence[PropertyValue],
    file: str,
) -> Crosswalk:
    set_id = str(document.value(SET_ID))
    iri = unnamed_iri(set_id, "crosswalk")
    title = str(document.value(SET_TITLE) or local_name(set_id.rstrip("/#")))
    external = _external(document, pairs)
    names = {framework.iri: framework.id for framework in external}
    return Crosswalk(
        iri=iri,
        id=slug(
            PurePath(file).name.lower().removesuffix(".tsv").removesuffix(".sssom"), "mappings"
        ),
        title=Literal(title),
        creators=(),
        publisher=None,
        issued="",
        rights=Literal(""),
        external=external,
        properties=tuple(properties),
        parts=tuple(
            _part(document, pair, records, names, len(pairs) == 1)
            for pair, records in pairs.items()
        ),
        origin=Origin(file, 1),
    )


def _external(
    document: Document, pairs: dict[_Pair, list[Record]]
) -> tuple[ExternalFramework, ...]:
    prefixes = {space: prefix for prefix, space in document.prefixes.items()}
    frameworks: list[ExternalFramework] = []
    ids: set[str] = set()
    for iri in dict.fromkeys(end for pair in pairs for end in pair):
        name = prefixes.get(str(iri)) or local_name(iri.rstrip("/#")) or "elsewhere"
        wanted = id = slug(name, "elsewhere")
        number = 1
        while id in ids:
            number += 1
            id = f"{wanted}-{number}"
        ids.add(id)
        frameworks.append(ExternalFramework(iri=iri, id=id, title=Literal(str(iri))))
    return tuple(frameworks)


def _part(
    document: Document,
    pair: _Pair,
    records: Sequence[Record],
    names: dict[URIRef, str],
    is_only: bool,
) -> MappingSet:
    set_id = str(document.value(SET_ID))
    id = f"{names[pair[0]]}--{names[pair[1]]}"
    description = document.value(SET_DESCRIPTION)
    return MappingSet(
        iri=URIRef(set_id) if is_only else unnamed_iri(set_id, id),
        id=slug(local_name(set_id.rstrip("/#")), id) if is_only else id,
        title=Literal(str(document.value(SET_TITLE) or id)),
        description=Literal(description) if description else None,
        license=URIRef(str(document.value(LICENSE))),
        rights=Literal(""),
        subject_source=pair[0],
        object_source=pair[1],
        slots=set_slots(document),
        prefixes=tuple(sorted(document.prefixes.items())),
        alignments=tuple(_alignments(document, records, set_id)),
        origin=Origin("", 1),
    )


def _alignments(document: Document, records: Sequence[Record], set_id: str) -> Iterator[Alignment]:
    """Yield each record as an alignment with an IRI of its own."""
    taken: set[URIRef] = set()
    for record in records:
        iri = _iri(document, record, set_id, taken)
        taken.add(iri)
        yield alignment_of(document, record, iri, document.expand, origin=Origin("", record.line))


def _iri(document: Document, record: Record, set_id: str, taken: Container[URIRef]) -> URIRef:
    """Return the IRI of ``record``, or one made of what it aligns; none that is ``taken``."""
    ends = [document.expand(str(record.value(slot))) for slot in (SUBJECT, PREDICATE, OBJECT)]
    name = " ".join([*ends[:2], record.value(MODIFIER) or "", ends[2]])
    given = record.value(RECORD_ID)
    iri = document.expand(given) if given else unnamed_iri(set_id, name)
    number = 1
    while iri in taken:
        number += 1
        iri = unnamed_iri(set_id, f"{name} {number}")
    return iri


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` opens like SSSOM/TSV."""
    start = data[:20_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"#") and SET_ID.encode() in start
