"""Names of the people that slots of SSSOM identify, for those that only have an identifier."""

from collections.abc import Iterator
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.model.alignments import Slot
from crosswalk_rdf.model.crosswalks import Crosswalk

_ROLES: Final = ("creator", "author", "reviewer")


def name_of_identifier(iri: URIRef) -> str:
    """Return what to call somebody of whom only ``iri`` is known: an ORCID as such, or the IRI."""
    _, _, orcid = iri.partition("://orcid.org/")
    return f"ORCID {orcid}" if orcid else str(iri)


def names_of_agents(crosswalk: Crosswalk) -> dict[URIRef, str]:
    """Return a name for each IRI in the creator, author and reviewer slots of ``crosswalk``.

    That is the label in the same place of the slot of labels, of any set or record, or the name of
    an agent of the crosswalk; else what :func:`name_of_identifier` returns.
    """
    names: dict[URIRef, str] = {}
    unnamed: dict[URIRef, None] = {}
    for slots in _slots(crosswalk):
        by_name = {slot.name: slot.values for slot in slots}
        for role in _ROLES:
            iris = [v for v in by_name.get(f"{role}_id", ()) if isinstance(v, URIRef)]
            labels = [v for v in by_name.get(f"{role}_label", ()) if isinstance(v, Literal)]
            if iris and len(iris) == len(labels):
                names |= dict(zip(iris, map(str, labels), strict=True))
            unnamed |= dict.fromkeys(iris)
    agents = (*crosswalk.creators, *((crosswalk.publisher,) if crosswalk.publisher else ()))
    all_names = names | {agent.iri: agent.name for agent in agents}
    return {iri: all_names.get(iri) or name_of_identifier(iri) for iri in unnamed}


def _slots(crosswalk: Crosswalk) -> Iterator[tuple[Slot, ...]]:
    for part in crosswalk.parts:
        yield part.slots
        yield from (alignment.slots for alignment in part.alignments if alignment.slots)
