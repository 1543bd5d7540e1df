"""Packages with everything that a workbook carries, and what comes back of them."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import in_tree_order, positioned
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    Package,
    PropertyValue,
    Slot,
    SourceDocument,
    Statement,
)
from tests.project.strategies import BASE, agents, crosswalks, frameworks, literals, texts

ELSEWHERE = URIRef("https://example.org/elsewhere")
_terms = st.one_of(
    literals,
    texts.map(Literal),
    st.just(ELSEWHERE),
    st.just(Literal("2020-01-01T00:00:00", datatype=XSD.dateTime, normalize=False)),
    st.just(Literal('{"a": [1, "=x"]}', datatype=RDF.JSON)),
)
_properties = st.lists(
    st.builds(PropertyValue, st.sampled_from([SKOS.note, SKOS.altLabel, DCTERMS.subject]), _terms),
    max_size=4,
).map(tuple)
_slots = st.lists(_terms, min_size=1, max_size=2).map(
    lambda values: (Slot(name="ext_a", property=URIRef(f"{BASE}a"), values=tuple(values)),)
)


@st.composite
def packages(draw: st.DrawFn) -> Package:
    first, second = draw(_rich(frameworks("first"))), draw(_rich(frameworks("second")))
    crosswalk = draw(crosswalks(first, second))
    part = replace(
        crosswalk.parts[0],
        slots=draw(st.just(()) | _slots),
        alignments=tuple(
            replace(
                a,
                slots=draw(st.just(()) | _slots),
                printed_subject_notation=draw(st.none() | texts),
                negated=draw(st.booleans()),
            )
            for a in crosswalk.parts[0].alignments
        ),
    )
    crosswalk = replace(
        crosswalk,
        parts=(part, draw(_outward(crosswalk, first))),
        uuid=draw(st.sampled_from(["", "9a1b0a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b"])),
        external=(ExternalFramework(iri=ELSEWHERE, id="else", title=draw(literals)),),
        properties=draw(_properties),
        source=draw(st.none() | st.builds(_source, literals)),
    )
    return Package(
        frameworks=(first, second),
        crosswalks=(crosswalk,),
        base=BASE,
        modified="2020-02-03",
        creator=draw(st.none() | agents),
    )


def _source(title: Literal) -> SourceDocument:
    iri = URIRef(f"{BASE}source")
    return SourceDocument(iri=iri, title=title, file="a.txt", checksum="ab" * 32, line_count=9)


@st.composite
def _rich(draw: st.DrawFn, plain: st.SearchStrategy[Framework]) -> Framework:
    framework = draw(plain)
    statements = [
        replace(
            statement,
            properties=draw(_properties),
            text=draw(st.sampled_from(["de", "en", None]).map(_in(statement.text))),
            coined_notation=draw(st.booleans()),
            printed_in=draw(st.none() | st.just(URIRef(f"{BASE}walk/main"))),
            also_broader=draw(_further(framework.statements[:number], statement)),
        )
        for number, statement in enumerate(framework.statements)
    ]
    return replace(
        framework,
        properties=draw(_properties),
        sources=(ELSEWHERE,) if draw(st.booleans()) else (),
        statements=tuple(statements),
    )


def _in(text: Literal) -> Any:
    return lambda language: Literal(str(text), lang=language)


def _further(above: tuple[Statement, ...], of: Statement) -> st.SearchStrategy[Any]:
    others = [s.iri for s in above if s.iri != of.broader]
    if not of.broader or not others:
        return st.just(())
    return st.lists(st.sampled_from(others), max_size=2, unique=True).map(tuple)


@st.composite
def _outward(draw: st.DrawFn, crosswalk: Crosswalk, first: Framework) -> Any:
    """A part whose objects are of a framework that is not here."""
    return replace(
        crosswalk.parts[0],
        iri=URIRef(f"{BASE}walk/out"),
        id="out",
        object_source=ELSEWHERE,
        alignments=tuple(
            Alignment(
                iri=URIRef(f"{BASE}walk/out/{number}"),
                subject=statement.iri,
                predicate=draw(st.sampled_from([SKOS.broadMatch, DCTERMS.relation, SKOS.related])),
                object=URIRef(f"{ELSEWHERE}#{number}"),
                justification=URIRef(f"{BASE}because"),
                origin=statement.origin,
            )
            for number, statement in enumerate(first.statements)
        ),
    )


def carried(package: Package) -> Package:
    """Return what a workbook holds of ``package``.

    Statements stand below their parents; a record without the label of an end gets that of the
    statement.
    """
    labels = {s.iri: str(s.preferred_label) for f in package.frameworks for s in f.statements}
    return replace(
        package,
        frameworks=tuple(_ordered(framework) for framework in package.frameworks),
        crosswalks=tuple(
            replace(
                crosswalk,
                parts=tuple(
                    replace(part, alignments=tuple(_labelled(a, labels) for a in part.alignments))
                    for part in crosswalk.parts
                ),
            )
            for crosswalk in package.crosswalks
        ),
    )


def _ordered(framework: Framework) -> Framework:
    statements = (
        replace(s, position=number) for number, s in enumerate(in_tree_order(framework.statements))
    )
    return replace(framework, statements=positioned(statements))


def _labelled(alignment: Alignment, labels: dict[URIRef, str]) -> Alignment:
    return replace(
        alignment,
        subject_label=alignment.subject_label or labels.get(alignment.subject),
        object_label=alignment.object_label or labels.get(alignment.object),
    )
