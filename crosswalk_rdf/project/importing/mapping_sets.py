"""What changes of a mapping set of others (SSSOM) when it becomes parts of a publication."""

from collections.abc import Sequence

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.fields import CARDINALITY, SET_SOURCE
from crosswalk_rdf.formats.sssom.terms import property_of
from crosswalk_rdf.model import Crosswalk, MappingSet, Slot
from crosswalk_rdf.model.lexical import is_http_url
from crosswalk_rdf.project.importing.import_context import ImportContext


def slots_with_source(part: MappingSet, crosswalk: Crosswalk, iri: URIRef) -> tuple[Slot, ...]:
    """Return the slots of ``part`` with the set that it is a copy of, by the IRI of that.

    One that comes back to the publication under its own ``iri`` is not a copy.
    """
    source = crosswalk.iri if "iri" in part.assumed else part.iri
    if source == iri or not is_http_url(source):
        return part.slots
    slots = {slot.name: slot for slot in part.slots}
    former = slots[SET_SOURCE].values if SET_SOURCE in slots else ()
    values = tuple(dict.fromkeys((source, *former)))
    slots[SET_SOURCE] = Slot(name=SET_SOURCE, property=property_of(SET_SOURCE), values=values)
    return tuple(slots[name] for name in sorted(slots))


def report_cardinality(
    crosswalk: Crosswalk, parts: Sequence[MappingSet], context: ImportContext
) -> None:
    """Report that ``mapping_cardinality`` counts anew where a set becomes several ``parts``.

    It says how often the ends of a record occur in its set (SSSOM model, "mapping_cardinality").
    """
    divided = sum("iri" in part.assumed for part in crosswalk.parts)
    records = sum(_has_cardinality(part) for part in parts)
    if divided > 1 and records:
        what = f"{CARDINALITY} of {records:,} records"
        why = f"the set becomes {len(parts)} parts by its sources: it is that within each part"
        context.report.add(str(crosswalk.iri), Action.REPAIRED, what, why)


def _has_cardinality(part: MappingSet) -> int:
    return sum(any(slot.name == CARDINALITY for slot in a.slots) for a in part.alignments)
