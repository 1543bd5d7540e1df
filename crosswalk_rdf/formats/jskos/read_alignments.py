"""A JSKOS mapping of one concept to one to an alignment."""

from dataclasses import replace
from typing import Any, Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.jskos.mapping_objects import evidence
from crosswalk_rdf.formats.jskos.read_slots import slots_of
from crosswalk_rdf.formats.jskos.values import Json, Notes, iri, literals, members, text
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.model import Alignment, Origin, unnamed_iri, without_modifier
from crosswalk_rdf.namespaces import SEMAPV

_NAMED: Final = (
    *("uri", "type", "@context", "from", "to", "fromScheme", "toScheme", "justification"),
    *("partOf", "note", "_evidence", "_slots"),
)
_BUNDLES: Final = ("memberSet", "memberList", "memberChoice")


def single(value: Json, end: str) -> Json | None:
    """Return the one concept at ``end`` of a mapping; None for none, or for several."""
    bundle = value.get(end)
    if not isinstance(bundle, dict):
        return None
    sets = [bundle.get(name) for name in _BUNDLES]
    concepts = [concept for members in sets if isinstance(members, list) for concept in members]
    if bundle.get("memberRoles") or len(concepts) != 1:
        return None
    concept = concepts[0] if isinstance(concepts[0], dict) else {"uri": concepts[0]}
    return concept if isinstance(concept.get("uri"), str) else None


def is_no_match(value: Json, end: str) -> bool:
    """Return whether ``end`` of a mapping says that nothing in its scheme matches the other."""
    bundle = value.get(end)
    sets = [bundle[name] for name in _BUNDLES if name in bundle] if isinstance(bundle, dict) else []
    return bool(sets) and not any(sets) and bool(value.get(f"{end}Scheme"))


def alignment_of(
    value: Json,
    ends: tuple[URIRef, URIRef],
    concepts: tuple[Json, Json],
    place: str,
    file: str,
    notes: Notes,
) -> Alignment:
    """Return the mapping ``value`` of the first of ``ends`` to the second."""
    kinds = [iri(k, at, notes) for k, at in members(value.get("type", []), f"{place}/type", notes)]
    predicates = [kind for kind in kinds if kind is not None]
    if not predicates:
        why = "skos:mappingRelation, the widest, is taken for it"
        notes.add(place, Action.REPAIRED, "a mapping without a type", why)
    predicate = predicates[0] if predicates else SKOS.mappingRelation
    if predicate == SKOS.mappingRelation and len(predicates) > 1:
        predicate = predicates[1]
    iri_of_mapping = iri(value["uri"], place, notes) if text(value.get("uri")) else None
    justification_text = text(value.get("justification"))
    justification = iri(justification_text, place, notes) if justification_text else None
    slots, negated = without_modifier(slots_of(value, _NAMED))
    alignment = Alignment(
        iri=iri_of_mapping or unnamed_iri(ends[0], f"{predicate} {ends[1]}"),
        subject=ends[0],
        predicate=predicate,
        object=ends[1],
        justification=justification or SEMAPV.UnspecifiedMatching,
        subject_label=_label(concepts[0], place, notes),
        object_label=_label(concepts[1], place, notes),
        **_evidence(value),
        negated=negated,
        slots=slots,
        origin=Origin(file, 0),
    )
    return _with_comment(alignment, value, place, notes)


def _label(concept: Json, place: str, notes: Notes) -> str | None:
    labels = concept.get("prefLabel")
    label = best(list(literals(labels, place, notes)), "en") if labels else None
    return None if label is None else str(label)


def _evidence(value: Json) -> dict[str, Any]:
    """Return what the source prints, as this product's writer records it."""
    content = value.get("_evidence")
    if not isinstance(content, dict):
        return {}
    names = {
        "printed_notation": "printedNotation",
        "printed_subject_notation": "printedSubjectNotation",
        "printed_text": "printedText",
    }
    fields: dict[str, Any] = {
        name: content[key] for name, key in names.items() if isinstance(content.get(key), str)
    }
    lines = content.get("lines")
    if isinstance(lines, list) and len(lines) == 2 and all(isinstance(n, int) for n in lines):
        fields["lines"] = (lines[0], lines[1])
    return fields


def _with_comment(alignment: Alignment, value: Json, place: str, notes: Notes) -> Alignment:
    """Return ``alignment`` with its notes as a comment, without the note on what is printed."""
    content = value.get("note")
    texts: list[Literal] = list(literals(content, f"{place}/note", notes)) if content else []
    printed = evidence(alignment)
    comments = [str(note) for note in texts if str(note) != printed]
    return replace(alignment, comment="\n".join(comments)) if comments else alignment
