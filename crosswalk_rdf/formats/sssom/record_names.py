"""Names of records that carry no ``record_id``: what their IRIs end with."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence

from rdflib import URIRef

from crosswalk_rdf.formats.sssom.fields import JUSTIFICATION, MODIFIER, OBJECT, PREDICATE, SUBJECT
from crosswalk_rdf.formats.sssom.from_document import Expand, end_of
from crosswalk_rdf.formats.sssom.tsv import Record
from crosswalk_rdf.model import local_name
from crosswalk_rdf.model.lexical import joined_names
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE


def record_names(
    records: Sequence[Record], expand: Expand, notation: Callable[[URIRef], str]
) -> list[str]:
    """Return a name for each record, of the notations of what it aligns.

    The predicate is part of it where it is not ``skos:relatedMatch``, the justification where two
    records would have the same name, and a digest of the record where they still would.
    """
    names = [_name(record, expand, notation) for record in records]
    for further in (_justification(expand), _digest):
        counts = Counter(names)
        names = [
            name if counts[name] == 1 else f"{name}--{further(record)}"
            for name, record in zip(names, records, strict=True)
        ]
    return names


def _name(record: Record, expand: Expand, notation: Callable[[URIRef], str]) -> str:
    names = [notation(end_of(record, slot, expand)) for slot in (SUBJECT, OBJECT)]
    predicate = end_of(record, PREDICATE, expand)
    modifier = record.value(MODIFIER)
    if predicate != DEFAULT_PREDICATE or modifier:
        names.append(f"{modifier or ''}{local_name(predicate)}")
    return joined_names(names)


def _justification(expand: Expand) -> Callable[[Record], str]:
    return lambda record: local_name(end_of(record, JUSTIFICATION, expand))


def _digest(record: Record) -> str:
    text = repr(sorted(record.slots.items()))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
