"""A large framework with a crosswalk to itself, for the tests of time."""

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Package,
    Statement,
    derived_uuid,
)
from crosswalk_rdf.namespaces import CEASN, SEMAPV
from tests.project.strategies import BASE, NOWHERE


def large(size: int) -> Package:
    """Return a framework of ``size`` statements, and as many alignments."""
    iri = URIRef(f"{BASE}large")
    statements = tuple(
        Statement(
            iri=URIRef(f"{iri}/{number}"),
            uuid=derived_uuid(iri, str(number)),
            kind=CEASN.Competency,
            notation=str(number),
            text=Literal(f"Statement {number}", lang="en"),
            broader=URIRef(f"{iri}/{number // 10}") if number >= 10 else None,
            position=number + 1,
            origin=NOWHERE,
        )
        for number in range(size)
    )
    framework = Framework(
        iri=iri,
        id="large",
        uuid=derived_uuid(iri, ""),
        title=Literal("Large", lang="en"),
        creators=(),
        publisher=None,
        issued="2026",
        edition="1",
        language="en",
        rights=Literal(""),
        levels=(),
        statements=statements,
        origin=NOWHERE,
    )
    return Package(frameworks=(framework,), crosswalks=(_crosswalk(statements, iri),), base=BASE)


def _crosswalk(statements: tuple[Statement, ...], framework: URIRef) -> Crosswalk:
    iri = URIRef(f"{BASE}walk")
    part = MappingSet(
        iri=URIRef(f"{iri}/main"),
        id="main",
        title=Literal("Main"),
        license=URIRef("https://w3id.org/sssom/license/unspecified"),
        rights=Literal(""),
        subject_source=framework,
        object_source=framework,
        alignments=tuple(
            Alignment(
                iri=URIRef(f"{iri}/main/{number}"),
                subject=statement.iri,
                predicate=SKOS.relatedMatch,
                object=statements[-1 - number].iri,
                justification=SEMAPV.UnspecifiedMatching,
                origin=NOWHERE,
            )
            for number, statement in enumerate(statements)
        ),
        origin=NOWHERE,
    )
    return Crosswalk(
        iri=iri,
        id="walk",
        title=Literal("Walk", lang="en"),
        creators=(),
        publisher=None,
        issued="",
        rights=Literal(""),
        parts=(part,),
        origin=NOWHERE,
    )
