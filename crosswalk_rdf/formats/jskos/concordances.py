"""JSKOS concordances to the parts of a crosswalk."""

from collections.abc import Mapping, Sequence
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.jskos.read_context import Key, Reader
from crosswalk_rdf.formats.jskos.read_slots import slots_of
from crosswalk_rdf.formats.jskos.values import (
    Json,
    literals,
    members,
    rdf_value,
    text,
    uri_of,
)
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    ExternalFramework,
    MappingSet,
    Origin,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name

_OF_SETS: Final = (
    *("uri", "type", "@context", "prefLabel", "definition", "fromScheme", "toScheme", "license"),
    *("extent", "partOf", "mappings", "_id", "_rights", "_slots"),
)


def external_of(reader: Reader, ends: Sequence[URIRef]) -> list[ExternalFramework]:
    """Return the schemes ``ends``, which are not in the document, as external frameworks."""
    ids = {framework.id for framework in reader.package.frameworks}
    external = []
    for end in ends:
        is_elsewhere = end.startswith("urn:uuid:") and end not in reader.titles
        stem = "elsewhere" if is_elsewhere else slug(end.partition("//")[2] or end, "elsewhere")
        id = unused_name(stem, ids)
        ids.add(id)
        other = Literal("Statements of other frameworks", lang="en")
        title = reader.titles.get(end, other if is_elsewhere else Literal(str(end)))
        external.append(ExternalFramework(iri=end, id=id, title=title))
    return external


def parts_of(
    reader: Reader,
    crosswalk: URIRef,
    by_key: Mapping[Key, Sequence[Alignment]],
    names: Mapping[URIRef, str],
) -> list[MappingSet]:
    """Return a part for each concordance and pair of schemes; ``names`` are ids of the schemes."""
    parts = []
    ids: set[str] = set()
    named: set[str] = set()
    for (concordance, subject, object), alignments in by_key.items():
        value = reader.sets.concordances.get(URIRef(concordance), {})
        pair = f"{names[subject]}--{names[object]}"
        id = unused_name(slug(text(value.get("_id")) or pair, pair), ids)
        ids.add(id)
        own = concordance and concordance not in named
        named.add(concordance)
        iri = URIRef(concordance) if own else unnamed_iri(crosswalk, id)
        parts.append(_part(reader, value, iri, id, (subject, object), alignments))
    return parts


def _part(
    reader: Reader,
    value: Json,
    iri: URIRef,
    id: str,
    ends: tuple[URIRef, URIRef],
    alignments: Sequence[Alignment],
) -> MappingSet:
    notes = reader.notes
    labels = list(literals(value["prefLabel"], "", notes)) if "prefLabel" in value else []
    about = list(literals(value["definition"], "", notes)) if "definition" in value else []
    rights = rdf_value(value.get("_rights"))
    return MappingSet(
        iri=iri,
        id=id,
        title=best(labels, "en") or Literal(id),
        description=best(about, "en"),
        license=license_of(value, id, reader) or UNSPECIFIED_LICENSE,
        rights=rights if isinstance(rights, Literal) else Literal(""),
        subject_source=ends[0],
        object_source=ends[1],
        slots=slots_of(value, _OF_SETS),
        alignments=tuple(alignments),
        origin=Origin(reader.file, 0),
    )


def license_of(value: Json, place: str, reader: Reader) -> URIRef | None:
    """Return the first license of a registry or a concordance (JSKOS, ``license``)."""
    notes = reader.notes
    for item, at in members(value.get("license", []), place, notes):
        license = uri_of(item, at, notes)
        if license is not None:
            return license
    return None
