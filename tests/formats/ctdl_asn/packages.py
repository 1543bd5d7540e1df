"""Packages of any shape, and what CTDL-ASN carries of them."""

from dataclasses import replace

from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import levels_of
from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    PropertyValue,
    Slot,
    Statement,
    derived_uuid,
)
from crosswalk_rdf.namespaces import CASE, CEASN, SEMAPV, SSSOM
from tests.project.strategies import BASE, NOWHERE, agents, frameworks, literals, texts

_OUTSIDE = URIRef("https://example.org/outside/1")
_values = st.sampled_from(
    [
        PropertyValue(SKOS.note, Literal("erste", lang="de")),
        PropertyValue(SKOS.note, Literal("zweite", lang="de")),
        PropertyValue(SKOS.note, Literal("note", lang="en-GB")),
        PropertyValue(SKOS.altLabel, Literal("anders", lang="de")),
        PropertyValue(SKOS.scopeNote, Literal("weit", lang="de")),
        PropertyValue(DCTERMS.modified, Literal("2020-01-01T10:00:00+00:00",
                      datatype=XSD.dateTime, normalize=False)),
        PropertyValue(DCTERMS.modified, Literal("2020", datatype=XSD.gYear, normalize=False)),
        PropertyValue(DCTERMS.subject, Literal("Fach", lang="de")),
        PropertyValue(DCTERMS.subject, Literal("subject")),
        PropertyValue(DCTERMS.subject, _OUTSIDE),
        PropertyValue(DCTERMS.license, _OUTSIDE),
        PropertyValue(DCTERMS.language, Literal("fr")),
        PropertyValue(CEASN.conceptKeyword, Literal("b", lang="de")),
        PropertyValue(CEASN.conceptKeyword, Literal("a", lang="de")),
        PropertyValue(CEASN.listID, Literal("1.")),
        PropertyValue(CEASN.educationLevelType, _OUTSIDE),
        PropertyValue(CEASN.dateValidFrom, Literal("2020-01-01", datatype=XSD.date)),
        PropertyValue(CASE.educationLevel, Literal("Grade 6")),
        PropertyValue(CASE.extensions, Literal('{"a":[1,null]}', datatype=RDF.JSON,
                      normalize=False)),
        PropertyValue(SKOS.prefLabel, Literal("en français", lang="fr")),
        PropertyValue(URIRef("https://example.org/own#property"), _OUTSIDE),
    ]
)  # fmt: skip
_NEVER_OF_FRAMEWORKS = {CEASN.listID}


def of_one_type(agent: Agent | None) -> Agent | None:
    """Return ``agent`` with the type that its name decides on: an IRI has one type."""
    kind = "Person" if agent and len(agent.name) % 2 else "Organization"
    return replace(agent, type=kind) if agent else None


_one_agent = agents.map(of_one_type)


@st.composite
def rich_frameworks(draw: st.DrawFn, id: str) -> Framework:
    """A framework with properties, languages, several parents, relations inside it."""
    framework = draw(frameworks(id))
    framework = replace(
        framework,
        creators=tuple(draw(st.lists(_one_agent, max_size=2, unique_by=lambda a: a.iri))),
        publisher=of_one_type(framework.publisher),
        rights_holder=of_one_type(framework.rights_holder),
        issued=draw(st.sampled_from(["", "2015", "2015-10", "2015-10-31"])),
        edition=draw(st.just("") | texts),
        properties=tuple(
            p
            for p in draw(st.lists(_values, max_size=4, unique=True))
            if p.property not in _NEVER_OF_FRAMEWORKS and p.property != DCTERMS.license
        ),
        sources=draw(st.just(()) | st.just((_OUTSIDE,))),
    )
    statements = [
        _enriched(draw, statement, framework.statements[:number])
        for number, statement in enumerate(framework.statements)
    ]
    return replace(framework, statements=tuple(statements))


def _enriched(draw: st.DrawFn, statement: Statement, before: tuple[Statement, ...]) -> Statement:
    others = [s.iri for s in before if s.iri != statement.broader]
    further = st.lists(st.sampled_from(others), max_size=2, unique=True) if others else st.just([])
    related = draw(further)
    return replace(
        statement,
        notation=draw(st.just("") | st.just(statement.notation)),
        uuid=draw(st.just("") | st.just(statement.uuid)),
        text=draw(st.just(statement.text) | texts.map(Literal)),
        also_broader=tuple(draw(further)) if statement.broader else (),
        properties=(
            *draw(st.lists(_values, max_size=4, unique=True)),
            *(PropertyValue(SKOS.related, iri) for iri in related),
        ),
    )


@st.composite
def plain_crosswalks(draw: st.DrawFn, first: Framework, second: Framework) -> Crosswalk:
    """A crosswalk whose alignments are not of a printed source."""
    iri = URIRef(f"{BASE}walk")
    pairs = [(a.iri, b.iri) for a in first.statements for b in second.statements]
    pairs += [(a.iri, SSSOM.NoTermFound) for a in first.statements[:1]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
    alignments = tuple(_alignment(draw, *pair) for pair in chosen)
    part = MappingSet(
        iri=URIRef(f"{iri}/main"),
        id="main",
        title=draw(literals),
        description=draw(st.none() | literals),
        license=URIRef("https://example.org/licence"),
        rights=draw(literals),
        subject_source=first.iri,
        object_source=second.iri,
        slots=(Slot(name="mapping_tool", property=SSSOM.mapping_tool, values=(Literal("x"),)),),
        alignments=alignments,
        origin=NOWHERE,
    )
    return Crosswalk(
        iri=iri,
        id="walk",
        uuid=draw(st.just("") | st.just("821c1cbb-f8ed-464f-ab18-c64c2a451758")),
        title=draw(literals),
        description=draw(st.none() | literals),
        creators=tuple(draw(st.lists(_one_agent, max_size=1))),
        publisher=draw(st.none() | _one_agent),
        issued="2017-10",
        rights=draw(literals),
        parts=(part,) if alignments else (),
        origin=NOWHERE,
    )


def _alignment(draw: st.DrawFn, subject: URIRef, object: URIRef) -> Alignment:
    matches = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch,
               SKOS.relatedMatch, CEASN.minorAlignment, CASE.exemplar)  # fmt: skip
    none = object == SSSOM.NoTermFound
    predicate = SKOS.mappingRelation if none else draw(st.sampled_from(matches))
    slot = Slot(
        name="mapping_date",
        property=DCTERMS.created,
        values=(Literal("2020-01-01", datatype=XSD.date),),
    )
    return Alignment(
        iri=URIRef(f"{BASE}walk/{derived_uuid(subject, object)}"),
        subject=subject,
        predicate=predicate,
        object=object,
        justification=draw(
            st.sampled_from([SEMAPV.UnspecifiedMatching, SEMAPV.ManualMappingCuration])
        ),
        subject_label=draw(st.none() | texts),
        object_label=draw(st.none() | texts),
        comment=draw(st.none() | texts),
        slots=draw(st.just(()) | st.just((slot,))),
        origin=NOWHERE,
    )


def carried(framework: Framework) -> Framework:
    """Return what CTDL-ASN carries of ``framework``, in the order that it gives to properties."""
    labels = {level.kind: level.label for level in framework.levels}
    statements = tuple(
        replace(
            statement,
            uuid=statement.uuid or derived_uuid(str(statement.iri), ""),
            printed_in=None,
            lines=None,
            checksum=None,
            properties=by_property(statement.properties),
        )
        for statement in framework.statements
    )
    people = [a for a in framework.creators if a.type == "Person"]
    return replace(
        framework,
        description=framework.description or framework.title,
        creators=(*(a for a in framework.creators if a.type != "Person"), *people),
        verbatim=False,
        levels=levels_of(framework.iri, statements, labels),
        statements=statements,
        properties=by_property(framework.properties),
    )


def carried_crosswalk(crosswalk: Crosswalk) -> Crosswalk:
    """Return what an alignment map carries of ``crosswalk``: the frameworks are outside then."""
    sources = [s for p in crosswalk.parts for s in (p.subject_source, p.object_source)]
    return replace(
        crosswalk,
        uuid=crosswalk.uuid or derived_uuid(str(crosswalk.iri), ""),
        external=tuple(
            ExternalFramework(iri=s, id=s.rsplit("/", 1)[-1], title=Literal(s.rsplit("/", 1)[-1]))
            for s in dict.fromkeys(sources)
        ),
    )


def by_property(values: tuple[PropertyValue, ...]) -> tuple[PropertyValue, ...]:
    """Return ``values`` by property; those of one property and one form stay as they are.

    The form decides on the term: a moment is ``ceasn:dateModified``, a year is not.
    """
    return tuple(sorted(values, key=lambda value: (str(value.property), _form(value.value))))


def _form(value: URIRef | Literal) -> str:
    return "" if isinstance(value, URIRef) else str(value.datatype)


def in_order(framework: Framework) -> Framework:
    """Return ``framework`` with its properties in one order, to compare them."""
    statements = (replace(s, properties=by_property(s.properties)) for s in framework.statements)
    return replace(
        framework, properties=by_property(framework.properties), statements=tuple(statements)
    )
