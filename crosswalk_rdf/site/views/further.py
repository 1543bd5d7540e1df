"""Further properties of a statement or a collection as a page shows them."""

from collections.abc import Iterable

from rdflib import RDF, Literal, URIRef

from crosswalk_rdf.model import PropertyValue, local_name

Further = list[tuple[str, list[Literal | URIRef]]]
"""The local name of each property, and its values."""


def further_values(properties: Iterable[PropertyValue]) -> Further:
    """Return the values of ``properties`` by the local name of the property; not what is JSON."""
    values: dict[str, list[Literal | URIRef]] = {}
    for more in properties:
        if not (isinstance(more.value, Literal) and more.value.datatype == RDF.JSON):
            values.setdefault(local_name(more.property), []).append(more.value)
    return list(values.items())
