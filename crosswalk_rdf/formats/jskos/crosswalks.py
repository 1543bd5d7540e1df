"""JSKOS mappings to crosswalks: a part for each concordance, or for each pair of schemes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.concept_schemes.agents import agent_of
from crosswalk_rdf.formats.concept_schemes.descriptions import Subjects, json_literal
from crosswalk_rdf.formats.concept_schemes.frameworks import date
from crosswalk_rdf.formats.concept_schemes.languages import best
from crosswalk_rdf.formats.concept_schemes.membership import namespace_of
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.jskos.alignments import alignment_of, single
from crosswalk_rdf.formats.jskos.mapping_objects import UNREAD
from crosswalk_rdf.formats.jskos.slots import slots_of
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
from crosswalk_rdf.formats.structure import slug
from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    Package,
    PropertyValue,
    agent_iri,
    unnamed_iri,
)

_UNSPECIFIED: Final = URIRef("https://w3id.org/sssom/license/unspecified")
_OF_SETS: Final = (
    *("uri", "type", "@context", "prefLabel", "definition", "fromScheme", "toScheme", "license"),
    *("extent", "partOf", "mappings", "_id", "_rights", "_slots"),
)
_Key = tuple[str, URIRef, URIRef]
"""The concordance, and the two schemes."""


@dataclass(slots=True)
class Sets:
    """The mappings of a document, and what they are parts of."""

    mappings: list[tuple[Json, str]] = field(default_factory=list)
    concordances: dict[URIRef, Json] = field(default_factory=dict)
    registries: dict[URIRef, Json] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    sets: Sets
    package: Package
    file: str
    notes: Notes
    owners: dict[URIRef, URIRef] = field(default_factory=dict)
    titles: dict[URIRef, Literal] = field(default_factory=dict)
    kept: list[PropertyValue] = field(default_factory=list)

    def scheme(self, value: Json, end: str, concept: URIRef, place: str) -> URIRef:
        """Return the scheme of one end of a mapping: as stated, as known, or by its IRI."""
        stated = value.get(f"{end}Scheme")
        found = uri_of(stated, f"{place}/{end}Scheme", self.notes) if stated else None
        if found is None:
            found = self.owners.get(concept) or URIRef(namespace_of(concept))
        elif isinstance(stated, dict) and "prefLabel" in stated:
            labels = list(literals(stated["prefLabel"], place, self.notes))
            self.titles.setdefault(found, best(labels, "en") or Literal(str(found)))
        is_here = any(framework.iri == found for framework in self.package.frameworks)
        if is_here and self.owners.get(concept) != found:
            return unnamed_iri(found, "elsewhere")
        return found


def crosswalks_of(
    sets: Sets, package: Package, subjects: Subjects, file: str, notes: Notes
) -> tuple[Crosswalk, ...]:
    """Return the crosswalk of all mappings in ``sets``, with a part for each concordance."""
    if not (sets.mappings or sets.concordances):
        return ()
    reader = _Reader(sets, package, file, notes)
    reader.owners = {s.iri: f.iri for f in package.frameworks for s in f.statements}
    by_key: dict[_Key, list[Alignment]] = {}
    for concordance, value in sets.concordances.items():
        ends = [uri_of(value.get(f"{end}Scheme"), "", notes) for end in ("from", "to")]
        if ends[0] and ends[1]:
            _name_schemes(reader, value)
            by_key[str(concordance), ends[0], ends[1]] = []
    for value, place in sets.mappings:
        _take(reader, value, place, by_key)
    carried = sum(map(len, by_key.values())) + len(reader.kept)
    notes.report.count("mappings", len(sets.mappings), carried)
    return (_crosswalk(reader, by_key, subjects),)


def _name_schemes(reader: _Reader, value: Json) -> None:
    for end in ("from", "to"):
        stated = value.get(f"{end}Scheme")
        if isinstance(stated, dict) and "prefLabel" in stated and "uri" in stated:
            labels = list(literals(stated["prefLabel"], "", reader.notes))
            name = best(labels, "en")
            if name is not None:
                reader.titles.setdefault(URIRef(str(stated["uri"])), name)


def _take(reader: _Reader, value: Json, place: str, by_key: dict[_Key, list[Alignment]]) -> None:
    """Take over one mapping; one of none or of several concepts is kept as it is."""
    ends = single(value, "from"), single(value, "to")
    known = [iri(e.get("uri"), place, reader.notes) if e else None for e in ends]
    if not (known[0] and known[1]):
        reader.kept.append(PropertyValue(UNREAD, json_literal(value)))
        what = f'mapping "{text(value.get("uri")) or ""}" that is not of one concept to one'
        why = "an alignment has one subject and one object: it is kept as JSON of the crosswalk"
        reader.notes.add(place, Action.KEPT, what, why)
        return
    sources = (
        reader.scheme(value, "from", known[0], place),
        reader.scheme(value, "to", known[1], place),
    )
    concordance = ""
    for item, at in members(value.get("partOf", []), place, reader.notes):
        found = uri_of(item, at, reader.notes)
        concordance = concordance or str(found or "")
    found_alignment = alignment_of(
        value, (known[0], known[1]), ends, place, reader.file, reader.notes
    )
    by_key.setdefault((concordance, *sources), []).append(found_alignment)


def _crosswalk(
    reader: _Reader, by_key: Mapping[_Key, Sequence[Alignment]], subjects: Subjects
) -> Crosswalk:
    iri, value = _registry(reader)
    frameworks = {f.iri: f for f in reader.package.frameworks}
    ends = dict.fromkeys(end for key in by_key for end in key[1:])
    external = _external(reader, [end for end in ends if end not in frameworks])
    first = next((frameworks[end] for end in ends if end in frameworks), None)
    owner = iri or (unnamed_iri(first.iri, "associations") if first else None)
    start = next(iter(by_key), None)
    owner = owner or unnamed_iri(start[0] or start[1] if start else reader.file, "mappings")
    id = text(value.get("_id")) or (f"{first.id}-associations" if first and not iri else "")
    labels = list(literals(value["prefLabel"], "", reader.notes)) if "prefLabel" in value else []
    about = list(literals(value["definition"], "", reader.notes)) if "definition" in value else []
    rights = rdf_value(value.get("_rights"))
    names = {**{f.iri: f.id for f in frameworks.values()}, **{e.iri: e.id for e in external}}
    return Crosswalk(
        iri=owner,
        id=slug(id or reader.file.partition(".")[0], "mappings"),
        uuid=text(value.get("_uuid")) or ("" if iri or not first else first.uuid),
        title=best(labels, "en") or Literal("Mappings", lang="en"),
        description=best(about, "en"),
        creators=_agents(value, "creator", reader, subjects),
        publisher=next(iter(_agents(value, "publisher", reader, subjects)), None),
        issued=_date(value.get("issued")),
        rights=rights if isinstance(rights, Literal) else Literal(""),
        external=tuple(external),
        properties=(*_properties(value), *reader.kept),
        parts=tuple(_parts(reader, owner, by_key, names)),
        origin=Origin(reader.file, 0),
    )


def _date(value: Any) -> str:  # noqa: ANN401 - any JSON value
    found = text(value) or ""
    return found if date(found).datatype and found.replace("-", "").isdigit() else ""


def _registry(reader: _Reader) -> tuple[URIRef | None, Json]:
    """Return the registry that holds the concordances, if the document has one."""
    return next(iter(reader.sets.registries.items()), (None, {}))


def _properties(value: Json) -> list[PropertyValue]:
    content = value.get("_properties")
    return [
        PropertyValue(URIRef(property), term)
        for property, values in (content.items() if isinstance(content, dict) else ())
        for term in map(rdf_value, values if isinstance(values, list) else ())
        if term is not None
    ]


def _agents(value: Json, name: str, reader: _Reader, subjects: Subjects) -> tuple[Agent, ...]:
    found: dict[Agent, None] = {}
    for item, at in members(value.get(name, []), name, reader.notes):
        label = item.get("prefLabel") if isinstance(item, dict) else item
        names = list(literals(label, at, reader.notes)) if label else []
        known = uri_of(item, at, reader.notes) if isinstance(item, dict) else None
        title = best(names, "en")
        if known is None and title is None:
            continue
        kinds = item.get("type", []) if isinstance(item, dict) else []
        other = agent_of(known, subjects, "en") if known is not None else None
        person = any(str(kind).endswith("/Person") for kind in kinds if isinstance(kind, str))
        agent = Agent(
            iri=known if known is not None else agent_iri(str(title)),
            name=str(title) if title is not None else (other.name if other else str(known)),
            type="Person" if person else "Organization",
        )
        found[agent] = None
    return tuple(found)


def _external(reader: _Reader, ends: Sequence[URIRef]) -> list[ExternalFramework]:
    ids = {framework.id for framework in reader.package.frameworks}
    found = []
    for end in ends:
        is_elsewhere = end.startswith("urn:uuid:") and end not in reader.titles
        wanted = "elsewhere" if is_elsewhere else slug(end.partition("//")[2] or end, "elsewhere")
        id, number = wanted, 1
        while id in ids:
            number += 1
            id = f"{wanted}-{number}"
        ids.add(id)
        other = Literal("Statements of other frameworks", lang="en")
        title = reader.titles.get(end, other if is_elsewhere else Literal(str(end)))
        found.append(ExternalFramework(iri=end, id=id, title=title))
    return found


def _parts(
    reader: _Reader,
    crosswalk: URIRef,
    by_key: Mapping[_Key, Sequence[Alignment]],
    names: Mapping[URIRef, str],
) -> list[MappingSet]:
    found = []
    ids: set[str] = set()
    named: set[str] = set()
    for (concordance, subject, object), alignments in by_key.items():
        value = reader.sets.concordances.get(URIRef(concordance), {})
        wanted = f"{names[subject]}--{names[object]}"
        id = slug(text(value.get("_id")) or wanted, wanted)
        while id in ids:
            id = f"{id}-2"
        ids.add(id)
        own = concordance and concordance not in named
        named.add(concordance)
        iri = URIRef(concordance) if own else unnamed_iri(crosswalk, id)
        found.append(_part(reader, value, iri, id, (subject, object), alignments))
    return found


def _part(
    reader: _Reader,
    value: Json,
    iri: URIRef,
    id: str,
    ends: tuple[URIRef, URIRef],
    alignments: Sequence[Alignment],
) -> MappingSet:
    notes = reader.notes
    labels = list(literals(value["prefLabel"], "", notes)) if "prefLabel" in value else []
    about = list(literals(value["definition"], "", notes)) if "definition" in value else []
    licenses = [
        uri_of(item, at, notes) for item, at in members(value.get("license", []), id, notes)
    ]
    rights = rdf_value(value.get("_rights"))
    return MappingSet(
        iri=iri,
        id=id,
        title=best(labels, "en") or Literal(id),
        description=best(about, "en"),
        license=next((found for found in licenses if found is not None), _UNSPECIFIED),
        rights=rights if isinstance(rights, Literal) else Literal(""),
        subject_source=ends[0],
        object_source=ends[1],
        slots=slots_of(value, _OF_SETS),
        alignments=tuple(alignments),
        origin=Origin(reader.file, 0),
    )
