"""Derived mappings as a mapping set: each record names the chain that it follows from."""

from collections.abc import Iterator
from typing import Final

from rdflib import XSD, Literal, URIRef

from crosswalk_rdf.linking.composition import Chain, DerivedMapping
from crosswalk_rdf.linking.single_set import computed, extension_slot, single_set_package, slot
from crosswalk_rdf.model import (
    Alignment,
    Framework,
    Package,
    Slot,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import SEMAPV

NAME: Final = "composed"
"""The id of a mapping set of derived mappings."""


def composed_package(
    frameworks: tuple[Framework, ...], mappings: tuple[DerivedMapping, ...], version: str
) -> Package:
    """Return derived mappings as a mapping set of its own, to be written as SSSOM.

    Args:
        frameworks: The frameworks of the chain, in its order.
        mappings: What follows.
        version: The version of this product.

    Returns:
        A package with one crosswalk of one part, whose records have ``MappingChaining`` as their
        justification.

    Raises:
        Nothing.
    """
    first, *between, last = frameworks
    iri = unnamed_iri(str(first.iri), " ".join(["composed", *(str(f.iri) for f in frameworks[1:])]))
    by_way = ", ".join(str(framework.title) for framework in between)
    title = f"{first.title} to {last.title}, by way of {by_way}"
    labels = {str(s.iri): str(s.preferred_label) for f in frameworks for s in f.statements}
    alignments = (_alignment(iri, mapping, labels) for mapping in mappings)
    return single_set_package(NAME, iri, title, (first, last), alignments, version)


def _alignment(set_iri: URIRef, mapping: DerivedMapping, labels: dict[str, str]) -> Alignment:
    name = f"{mapping.subject} {mapping.negated} {mapping.predicate} {mapping.object}"
    return Alignment(
        iri=unnamed_iri(str(set_iri), name),
        unnamed=True,
        subject=URIRef(mapping.subject),
        predicate=mapping.predicate,
        negated=mapping.negated,
        object=URIRef(mapping.object),
        justification=SEMAPV.MappingChaining,
        subject_label=labels.get(mapping.subject),
        object_label=labels.get(mapping.object),
        slots=tuple(_slots(mapping)),
        origin=computed(NAME),
    )


def _slots(mapping: DerivedMapping) -> Iterator[Slot]:
    confidence = Literal(round(mapping.confidence, 3), datatype=XSD.double)
    yield slot("confidence", confidence)
    yield extension_slot("chains", "; ".join(_text(chain) for chain in mapping.chains))


def _text(chain: Chain) -> str:
    """Return the records of a chain, and its steps within a framework in brackets."""
    hops = f" ({', '.join(chain.hops)})" if chain.hops else ""
    return f"{' > '.join(chain.records)}{hops}"
