"""Further fields of a JSKOS mapping or concordance as slots."""

import re
from collections.abc import Collection
from typing import Final

from rdflib import DCTERMS, XSD, Literal, URIRef

from crosswalk_rdf.formats.jskos.fields import JSKOS, date_literal
from crosswalk_rdf.formats.jskos.values import Json, rdf_value
from crosswalk_rdf.formats.shared.skos_model.descriptions import json_literal
from crosswalk_rdf.model import Slot
from crosswalk_rdf.namespaces import SSSOM

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def slots_of(value: Json, field_names: Collection[str]) -> tuple[Slot, ...]:
    """Return every field of ``value`` but ``field_names`` as slots.

    ``mappingRelevance`` is the confidence, ``created`` the date of the mapping; what SSSOM has no
    slot for is JSON in an extension slot. A document that this product wrote holds the slots as
    they were.
    """
    own_slots = value.get("_slots")
    if isinstance(own_slots, list):
        slots = [_own_slot(item) for item in own_slots]
        return tuple(slot for slot in slots if slot is not None)
    return tuple(
        _slot(name, content)
        for name, content in value.items()
        if name not in field_names and content is not None and _NAME.fullmatch(name)
    )


def _own_slot(item: Json) -> Slot | None:
    """Return a slot that this product's writer recorded; None for any other value."""
    if not isinstance(item, dict) or not isinstance(item.get("values"), list):
        return None
    name, property = item.get("name"), item.get("property")
    values = [rdf_value(value) for value in item["values"]]
    if not (isinstance(name, str) and isinstance(property, str)):
        return None
    return Slot(
        name=name,
        property=URIRef(property),
        values=tuple(value for value in values if value is not None),
    )


def _slot(name: str, content: Json) -> Slot:
    if name == "mappingRelevance" and isinstance(content, int | float):
        number = Literal(str(content), datatype=XSD.double, normalize=False)
        return Slot(name="confidence", property=SSSOM.confidence, values=(number,))
    if name == "created" and date_literal(str(content)).datatype == XSD.date:
        day = date_literal(str(content))
        return Slot(name="mapping_date", property=DCTERMS.created, values=(day,))
    return Slot(name=f"ext_{name}", property=JSKOS[name], values=(json_literal(content),))
