"""Packages for the tests of writers: what Hypothesis finds, and an odd one."""

from hypothesis import strategies as st
from rdflib import Literal, URIRef

from crosswalk_rdf.model import Framework, Package, Statement
from crosswalk_rdf.namespaces import CEASN
from tests.project.strategies import BASE, NOWHERE, crosswalks, frameworks


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Two frameworks and a crosswalk between them; with and without a base."""
    first, second = draw(frameworks(id="first")), draw(frameworks(id="second"))
    return Package(
        frameworks=(first, second),
        crosswalks=(draw(crosswalks(first, second)),),
        base=draw(st.sampled_from([BASE, ""])),
        modified=draw(st.sampled_from(["2026-02-03", ""])),
    )


def odd() -> Package:
    """Return what a foreign document may leave open: no text, no notation, no date, no agent."""
    statements = tuple(
        Statement(
            iri=URIRef(iri),
            uuid="",
            kind=CEASN.Competency,
            notation=notation,
            text=Literal(text),
            position=position,
            origin=NOWHERE,
        )
        for position, (iri, notation, text) in enumerate(
            [
                ("urn:uuid:3f0c0b53-6ad9-5a4b-b0a4-1f2a6d3b9c11", "", "Text"),
                ("https://example.org/s#1", "1", ""),
                ("https://example.org/s#2", "../1", "Up"),
                ("https://example.org/s#3", "1", "The same notation"),
                ("https://example.org/s#4", "x" * 300, "A long notation"),
                ("https://example.org/s#5", "Ä/ö", "A slash"),
            ],
            start=1,
        )
    )
    framework = Framework(
        iri=URIRef("https://example.org/s#"),
        id="odd",
        uuid="",
        title=Literal(""),
        creators=(),
        publisher=None,
        issued="",
        edition="",
        language="",
        rights=Literal(""),
        levels=(),
        statements=statements,
        origin=NOWHERE,
    )
    return Package(frameworks=(framework,))
