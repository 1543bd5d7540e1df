"""Mappings that were computed, as a package of one mapping set."""

from collections.abc import Iterable
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.terms import property_of
from crosswalk_rdf.formats.sssom.to_document import NO_BASE
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Origin,
    Package,
    Slot,
)

TOOL: Final = "crosswalk-rdf"


def single_set_package(
    name: str,
    iri: URIRef,
    title: str,
    ends: tuple[Framework, Framework],
    alignments: Iterable[Alignment],
    version: str,
    description: str = "",
) -> Package:
    """Return mappings as a package of one crosswalk with one part, to be written as SSSOM.

    Args:
        name: The id of the mapping set.
        iri: Its IRI.
        title: Its title.
        ends: The frameworks that all subjects, and all objects, are of.
        alignments: The mappings.
        version: The version of this product, which computed them.
        description: What the mapping set is, if the title does not say it.

    Returns:
        The package. The mapping set states no license, and which tool made it.

    Raises:
        Nothing.
    """
    part = MappingSet(
        iri=iri,
        id=name,
        title=Literal(title),
        description=Literal(description) if description else None,
        license=UNSPECIFIED_LICENSE,
        subject_source=ends[0].iri,
        object_source=ends[1].iri,
        slots=(
            slot("mapping_tool", Literal(TOOL)),
            slot("mapping_tool_version", Literal(version)),
        ),
        alignments=tuple(alignments),
        assumed=frozenset({"crosswalk"}),
        origin=computed(name),
    )
    crosswalk = Crosswalk(
        iri=iri, id=name, title=part.title, creators=(), publisher=None, issued="",
        parts=(part,), origin=part.origin,
    )  # fmt: skip
    return Package(crosswalks=(crosswalk,))


def computed(name: str) -> Origin:
    """Return the origin of what stands in no file."""
    return Origin(name, 0)


def slot(name: str, *values: Literal) -> Slot:
    """Return a standard slot."""
    return Slot(name=name, property=property_of(name), values=values)


def extension_slot(name: str, value: int | str) -> Slot:
    """Return an extension slot of ours, which no vocabulary defines."""
    return Slot(
        name=f"ext_{name}", property=URIRef(f"{NO_BASE}ext_{name}"), values=(Literal(value),)
    )
