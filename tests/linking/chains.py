"""Small frameworks in a row, with mappings between each and the next."""

from collections.abc import Collection, Iterable, Sequence

from rdflib import SKOS, XSD, Literal, URIRef

from crosswalk_rdf.model import Alignment, Framework, MappingSet, Origin, Slot, Statement
from crosswalk_rdf.namespaces import CEASN, SEMAPV, SSSOM

RELATIONS = (
    SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch,
)  # fmt: skip
Mapping = tuple[str, URIRef, str, float]
"""Subject, predicate, object, confidence."""
HERE = Origin("test", 1)


def iri(name: str) -> URIRef:
    return URIRef(f"https://example.org/{name[0]}/{name}")


def chain_of_frameworks(names: str, parents: Iterable[tuple[str, str]]) -> tuple[Framework, ...]:
    """Return frameworks of three statements each: ``a1`` to ``a3``, and so on."""
    above: dict[str, list[str]] = {}
    for child, parent in parents:
        above.setdefault(child, []).append(parent)
    return tuple(
        Framework(
            iri=URIRef(f"https://example.org/{name}"), id=name, uuid="", title=Literal(name),
            creators=(), publisher=None, issued="", edition="", language="en", levels=(),
            statements=tuple(
                statement(f"{name}{number}", above.get(f"{name}{number}", ()))
                for number in (1, 2, 3)
            ),
            origin=HERE,
        )
        for name in names
    )  # fmt: skip


def statement(name: str, parents: Sequence[str]) -> Statement:
    first, *others = parents or [""]
    return Statement(
        iri=iri(name), uuid="", kind=CEASN.Competency, notation=name, text=Literal(name),
        broader=iri(first) if first else None, also_broader=tuple(map(iri, others)),
        position=1, origin=HERE,
    )  # fmt: skip


def mapping_sets(
    frameworks: Sequence[Framework], mappings: Sequence[Mapping], denied: Collection[int] = ()
) -> list[MappingSet]:
    """Return a mapping set for each mapping, which has its number in its IRI."""
    by_name = {framework.id: framework.iri for framework in frameworks}
    return [
        MappingSet(
            iri=URIRef(f"urn:set:{number}"), id=str(number), title=Literal(""),
            license=URIRef("urn:license"), subject_source=by_name[subject[0]],
            object_source=by_name[object[0]], origin=HERE,
            alignments=(
                Alignment(
                    iri=URIRef(f"urn:record:{number}"), subject=iri(subject), predicate=predicate,
                    object=iri(object), justification=SEMAPV.ManualMappingCuration,
                    negated=number in denied, origin=HERE,
                    slots=(
                        Slot(
                            name="confidence", property=SSSOM.confidence,
                            values=(Literal(confidence, datatype=XSD.double),),
                        ),
                    ),
                ),
            ),
        )
        for number, (subject, predicate, object, confidence) in enumerate(mappings)
    ]  # fmt: skip
