"""Frameworks and crosswalks with all that others publish and ours do not, for Hypothesis."""

from dataclasses import replace

from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Collection,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    PropertyValue,
    Resource,
    Slot,
    Statement,
)
from crosswalk_rdf.model.lexical import path_segment
from crosswalk_rdf.namespaces import CASE, SEMAPV
from crosswalk_rdf.project.properties import heading
from tests.project.strategies import (
    NOWHERE,
    frameworks,
    literals,
    longer_texts,
    notations,
    texts,
)

ELSEWHERE = "https://example.com/elsewhere/"

_raw = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
_values = st.one_of(
    st.builds(PropertyValue, st.just(SKOS.altLabel), _raw.map(lambda t: Literal(t, lang="en-GB"))),
    st.builds(PropertyValue, st.just(SKOS.note), longer_texts.map(Literal)),
    st.builds(PropertyValue, st.just(SKOS.related), st.just(URIRef(f"{ELSEWHERE}x?a=1,2"))),
    st.builds(
        PropertyValue,
        st.just(DCTERMS.modified),
        st.just(Literal("2024-01-01T00:00:00+00:00", datatype=XSD.dateTime, normalize=False)),
    ),
    st.builds(
        PropertyValue,
        st.just(URIRef("https://example.com/terms?odd=1")),
        st.sampled_from(["<", "<https://example.com/>", "\\<", "\\", "|", "\\|"]).map(Literal),
    ),
    st.builds(
        PropertyValue,
        st.just(CASE.extensions),
        st.just(Literal('{"a": [1, "|"]}', datatype=RDF.JSON, normalize=False)),
    ),
)
properties = st.lists(_values, max_size=5).map(lambda vs: tuple(sorted(vs, key=heading)))


@st.composite
def richer_frameworks(draw: st.DrawFn, id: str) -> Framework:
    """A framework that may be published elsewhere, in several languages, as no tree."""
    plain = draw(frameworks(id))
    iri = draw(st.sampled_from([plain.iri, URIRef(f"{ELSEWHERE}{id}")]))
    return replace(
        plain,
        iri=iri,
        creators=(Agent(iri=URIRef(f"{ELSEWHERE}agency"), name="Agency"),),
        properties=draw(properties),
        levels=tuple(_level(draw, n, level) for n, level in enumerate(plain.levels)),
        statements=tuple(_statement(draw, n, plain) for n in range(len(plain.statements))),
        collections=draw(_collections(iri, [s.iri for s in plain.statements])),
        resources=draw(st.lists(_resources, max_size=3, unique_by=lambda r: r.iri).map(tuple)),
    )


_resources = st.builds(
    Resource,
    iri=st.sampled_from([URIRef("urn:uuid:1"), URIRef(f"{ELSEWHERE}note,1"), URIRef("doi:10/x")]),
    properties=properties,
    origin=st.just(NOWHERE),
)


@st.composite
def _collections(
    draw: st.DrawFn, framework: URIRef, statements: list[URIRef]
) -> tuple[Collection, ...]:
    """Collections with ids like notations, of statements, each other and what is elsewhere."""
    ids = draw(st.lists(notations, unique=True, max_size=3))
    iris = [URIRef(f"{framework}/collection/{path_segment(id)}") for id in ids]
    iris += draw(st.sampled_from([[], [URIRef(f"{ELSEWHERE}group?a=1,%32")]]))
    elsewhere = [URIRef(f"{ELSEWHERE}item/1"), URIRef("urn:x:1")]
    members = st.lists(st.sampled_from([*statements, *iris, *elsewhere]), max_size=5, unique=True)
    return tuple(
        Collection(
            iri=iri,
            ordered=draw(st.booleans()),
            members=tuple(draw(members)),
            label=draw(st.none() | texts.map(lambda t: Literal(t, lang="fr")) | literals),
            notation=draw(st.just("") | notations),
            properties=draw(properties),
            origin=NOWHERE,
        )
        for iri in iris
    )


def _level(draw: st.DrawFn, number: int, level: object) -> object:
    """Return a level under a name of its own, the upper one below the lower one as well."""
    del draw
    names = ("Upper", "Lower")
    return replace(
        level,  # type: ignore[type-var]
        id=names[number],
        iri=URIRef(str(level.iri).rpartition("/")[0] + f"/{names[number].lower()}"),  # type: ignore[attr-defined]
        kind=URIRef(f"{ELSEWHERE}type/{number}"),
        broader=("Lower",) if number == 0 else ("Upper",),
    )


def _statement(draw: st.DrawFn, number: int, framework: Framework) -> Statement:
    statement = framework.statements[number]
    kind = URIRef(f"{ELSEWHERE}type/{int(statement.broader is not None)}")
    earlier = [s.iri for s in framework.statements[:number] if s.iri != statement.broader]
    further = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2)) if earlier else []
    language = draw(st.sampled_from(["de", "fr", "zh-Hant"]))
    return replace(
        statement,
        kind=kind,
        uuid=str(statement.uuid),
        also_broader=tuple(further) if statement.broader else (),
        coined_notation=draw(st.booleans()),
        text=Literal(str(statement.text), lang=language),
        label=statement.label and Literal(str(statement.label), lang=language),
        properties=draw(properties),
    )


@st.composite
def richer_crosswalks(draw: st.DrawFn, framework: Framework) -> Crosswalk:
    """Associations of ``framework`` with statements that are published elsewhere."""
    iri = URIRef("https://example.org/any/walk")
    scheme = ExternalFramework(
        iri=URIRef(f"{ELSEWHERE}scheme"), id="scheme", title=Literal("Elsewhere", lang="de")
    )
    chosen = draw(st.lists(st.sampled_from(framework.statements), max_size=4, unique=True))
    part = MappingSet(
        iri=URIRef(f"{iri}/main"),
        id="main",
        title=draw(literals),
        license=URIRef("https://example.org/licence"),
        rights=Literal("Any", lang="de"),
        subject_source=framework.iri,
        object_source=scheme.iri,
        prefixes=(("case", str(CASE)), ("dcterms", str(DCTERMS)), ("else", ELSEWHERE)),
        alignments=tuple(_alignment(draw, n, s) for n, s in enumerate(chosen)),
        origin=NOWHERE,
    )
    return Crosswalk(
        iri=iri,
        id="walk",
        uuid=draw(st.sampled_from(["", "0b2c3d4e-1111-4aaa-8bbb-00000000c0de"])),
        title=draw(literals),
        creators=(Agent(iri=URIRef(f"{ELSEWHERE}agency"), name="Agency"),),
        publisher=Agent(iri=URIRef(f"{ELSEWHERE}agency"), name="Agency"),
        issued="2017",
        rights=Literal("Any", lang="de"),
        external=(scheme,),
        properties=draw(properties),
        parts=(part,),
        origin=NOWHERE,
    )


def _alignment(draw: st.DrawFn, number: int, statement: Statement) -> Alignment:
    return Alignment(
        iri=URIRef(f"{ELSEWHERE}association/{number}"),
        subject=statement.iri,
        predicate=draw(st.sampled_from([SKOS.exactMatch, CASE.precedes])),
        object=URIRef(f"{ELSEWHERE}item/{number}"),
        justification=SEMAPV.UnspecifiedMatching,
        object_label=draw(st.none() | texts),
        slots=(
            Slot(
                name="ext_modified",
                property=DCTERMS.modified,
                values=(Literal("2024-01-01T00:00:00Z", datatype=XSD.dateTime, normalize=False),),
            ),
            Slot(name="ext_type", property=CASE.associationType, values=(Literal("ext:any"),)),
        ),
        origin=NOWHERE,
    )
