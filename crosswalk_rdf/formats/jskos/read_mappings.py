"""JSKOS mappings to crosswalks: a part for each concordance, or for each pair of schemes."""

from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.jskos.concordances import external_of, license_of, parts_of
from crosswalk_rdf.formats.jskos.mapping_objects import UNREAD
from crosswalk_rdf.formats.jskos.read_alignments import alignment_of, is_no_match, single
from crosswalk_rdf.formats.jskos.read_context import Key, Reader, Sets
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
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.skos_model.agents import agent_of
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects, json_literal
from crosswalk_rdf.formats.shared.skos_model.frameworks import date
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Agent,
    Alignment,
    Crosswalk,
    Origin,
    Package,
    PropertyValue,
    agent_iri,
    unnamed_iri,
)


def crosswalks_of(
    sets: Sets, package: Package, subjects: Subjects, file: str, notes: Notes
) -> tuple[Crosswalk, ...]:
    """Return the crosswalk of all mappings in ``sets``, with a part for each concordance."""
    if not (sets.mappings or sets.concordances):
        return ()
    reader = Reader(sets, package, file, notes)
    reader.owners = {s.iri: f.iri for f in package.frameworks for s in f.statements}
    by_key: dict[Key, list[Alignment]] = {}
    for concordance, value in sets.concordances.items():
        ends = [uri_of(value.get(f"{end}Scheme"), "", notes) for end in ("from", "to")]
        if ends[0] and ends[1]:
            _name_schemes(reader, value)
            by_key[str(concordance), ends[0], ends[1]] = []
    for value, place in sets.mappings:
        _take(reader, value, place, by_key)
    carried = sum(map(len, by_key.values())) + len(reader.unread)
    notes.report.count("mappings", len(sets.mappings), carried)
    return (_crosswalk(reader, by_key, subjects),)


def _name_schemes(reader: Reader, value: Json) -> None:
    for end in ("from", "to"):
        scheme_value = value.get(f"{end}Scheme")
        if isinstance(scheme_value, dict) and "prefLabel" in scheme_value and "uri" in scheme_value:
            labels = list(literals(scheme_value["prefLabel"], "", reader.notes))
            name = best(labels, "en")
            if name is not None:
                reader.titles.setdefault(URIRef(str(scheme_value["uri"])), name)


def _take(reader: Reader, value: Json, place: str, by_key: dict[Key, list[Alignment]]) -> None:
    """Take over one mapping; one of several concepts is kept as it is."""
    ends = single(value, "from"), single(value, "to")
    iris = [iri(e.get("uri"), place, reader.notes) if e else None for e in ends]
    empty = [name for name in ("from", "to") if is_no_match(value, name)]
    if len(empty) == 1 and any(iris):
        iris = [end or NO_TERM_FOUND for end in iris]
    if not (iris[0] and iris[1]):
        reader.unread.append(PropertyValue(UNREAD, json_literal(value)))
        what = f'mapping "{text(value.get("uri")) or ""}" that is not of one concept to one'
        why = "an alignment has one subject and one object: it is kept as JSON of the crosswalk"
        reader.notes.add(place, Action.KEPT, what, why)
        return
    sources = (
        reader.scheme(value, "from", iris[0], place),
        reader.scheme(value, "to", iris[1], place),
    )
    concordance = ""
    for item, at in members(value.get("partOf", []), place, reader.notes):
        concordance_iri = uri_of(item, at, reader.notes)
        concordance = concordance or str(concordance_iri or "")
    concepts = (ends[0] or {}, ends[1] or {})
    alignment = alignment_of(value, (iris[0], iris[1]), concepts, place, reader.file, reader.notes)
    by_key.setdefault((concordance, *sources), []).append(alignment)


def _crosswalk(
    reader: Reader, by_key: Mapping[Key, Sequence[Alignment]], subjects: Subjects
) -> Crosswalk:
    iri, value = _registry(reader)
    frameworks = {f.iri: f for f in reader.package.frameworks}
    ends = dict.fromkeys(end for key in by_key for end in key[1:])
    external = external_of(reader, [end for end in ends if end not in frameworks])
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
        license=license_of(value, owner, reader),
        attribution=text(value.get("_attribution")) or "",
        external=tuple(external),
        properties=(*_properties(value), *reader.unread),
        parts=tuple(parts_of(reader, owner, by_key, names)),
        origin=Origin(reader.file, 0),
    )


def _date(value: Any) -> str:  # noqa: ANN401 - any JSON value
    day = text(value) or ""
    return day if date(day).datatype and day.replace("-", "").isdigit() else ""


def _registry(reader: Reader) -> tuple[URIRef | None, Json]:
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


def _agents(value: Json, name: str, reader: Reader, subjects: Subjects) -> tuple[Agent, ...]:
    agents: dict[Agent, None] = {}
    for item, at in members(value.get(name, []), name, reader.notes):
        label = item.get("prefLabel") if isinstance(item, dict) else item
        names = list(literals(label, at, reader.notes)) if label else []
        uri = uri_of(item, at, reader.notes) if isinstance(item, dict) else None
        title = best(names, "en")
        if uri is None and title is None:
            continue
        kinds = item.get("type", []) if isinstance(item, dict) else []
        other = agent_of(uri, subjects, "en") if uri is not None else None
        person = any(str(kind).endswith("/Person") for kind in kinds if isinstance(kind, str))
        agent = Agent(
            iri=uri if uri is not None else agent_iri(str(title)),
            name=str(title) if title is not None else (other.name if other else str(uri)),
            type="Person" if person else "Organization",
        )
        agents[agent] = None
    return tuple(agents)
