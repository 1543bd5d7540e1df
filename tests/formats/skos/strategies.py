"""Packages of what SKOS can say, and what of them comes back."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st
from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import levels_of, positioned, without_cycles
from crosswalk_rdf.formats.shared.skos_model.to_triples import framework_triples, in_written_order
from crosswalk_rdf.model import (
    Agent,
    Collection,
    Crosswalk,
    Framework,
    Package,
    PropertyValue,
    Resource,
    Statement,
    agent_iri,
)
from crosswalk_rdf.store.terms import to_oxigraph
from tests.project.strategies import NOWHERE, frameworks, literals, texts

_LITERALS = st.builds(Literal, texts, lang=st.sampled_from([None, "en", "fr-ca"]))
_PROPERTIES = (
    *(SKOS.altLabel, SKOS.hiddenLabel, SKOS.note, SKOS.scopeNote, SKOS.example, SKOS.changeNote),
    *(DCTERMS.subject, DCTERMS.contributor, OWL.sameAs, FOAF.page),
)
property_values = st.one_of(
    st.builds(PropertyValue, st.sampled_from(_PROPERTIES), _LITERALS),
    st.builds(
        PropertyValue,
        st.sampled_from([SKOS.prefLabel, SKOS.definition]),
        st.builds(Literal, texts, lang=st.just("en")),
    ),
    st.builds(
        PropertyValue,
        st.sampled_from([SKOS.related, SKOS.broader, DCTERMS.source]),
        st.sampled_from([URIRef("urn:x:1"), URIRef("https://example.org/any/any/lost")]),
    ),
    st.just(PropertyValue(SKOS.exactMatch, URIRef("https://example.org/any/any/lost"))),
    st.builds(
        lambda number: PropertyValue(
            DCTERMS.modified, Literal(f"202{number}-01-01", datatype=DCTERMS.W3CDTF)
        ),
        st.integers(0, 9),
    ),
)


@st.composite
def rich_frameworks(draw: st.DrawFn, id: str = "any") -> Framework:
    """A framework with properties of every kind, and statements below several others."""
    framework = draw(frameworks(id))
    person = Agent(iri=agent_iri("A. Person"), name="A. Person", type="Person")
    named = Agent(iri=agent_iri("Some body"), name="Some body")
    creators = draw(st.sampled_from([framework.creators, (person,), (named,), ()]))
    agents = {agent.iri: agent for agent in (*creators, framework.publisher) if agent}
    iris = [s.iri for s in framework.statements]
    statements = [
        replace(
            statement,
            properties=_distinct(draw(st.lists(property_values, max_size=3))),
            also_broader=_others(draw, iris[:number], statement),
            uuid=draw(st.sampled_from(["", statement.uuid])),
            notation=draw(st.sampled_from(["", statement.notation])),
        )
        for number, statement in enumerate(framework.statements)
    ]
    return replace(
        framework,
        creators=tuple(dict.fromkeys(agents[creator.iri] for creator in creators)),
        rights_holder=framework.rights_holder and framework.publisher,
        issued=draw(st.sampled_from(["", framework.issued])),
        edition=draw(st.sampled_from(["", framework.edition])),
        statements=without_cycles(statements)[0],
        collections=tuple(_collections(draw, iris)),
        resources=(_RESOURCE,) if draw(st.booleans()) else (),
        properties=_distinct(draw(st.lists(property_values.filter(_is_of_schemes), max_size=3))),
    )


_RESOURCE = Resource(
    iri=URIRef("urn:x:note"),
    properties=(
        PropertyValue(RDF.value, Literal("why", lang="en")),
        PropertyValue(DCTERMS.creator, URIRef("urn:x:1")),
    ),
    origin=NOWHERE,
)


def _collections(draw: st.DrawFn, concepts: list[URIRef]) -> Iterator[Collection]:
    """Yield collections of statements, of each other, and of what is elsewhere."""
    iris = [URIRef(f"urn:x:group:{number}") for number in range(draw(st.integers(0, 2)))]
    others = [*concepts, *iris, URIRef("urn:x:1")]
    for iri in iris:
        ordered = draw(st.booleans())
        members = draw(st.lists(st.sampled_from(others), unique=not ordered, max_size=4))
        yield Collection(
            iri=iri,
            ordered=ordered,
            members=tuple(members),
            label=draw(st.none() | literals),
            notation=draw(st.sampled_from(["", "G 1"])),
            properties=_distinct(draw(st.lists(property_values, max_size=2))),
            origin=NOWHERE,
        )


def _distinct(values: list[PropertyValue]) -> tuple[PropertyValue, ...]:
    return tuple(dict.fromkeys(values))


def _is_of_schemes(value: PropertyValue) -> bool:
    return value.property not in (SKOS.prefLabel, SKOS.definition, DCTERMS.source)


def _others(draw: st.DrawFn, iris: list[URIRef], statement: Statement) -> tuple[URIRef, ...]:
    others = [iri for iri in iris if iri != statement.broader]
    if not (statement.broader and others):
        return ()
    return tuple(draw(st.lists(st.sampled_from(others), unique=True, max_size=2)))


def carried(package: Package) -> tuple[Framework, ...]:
    """Return what SKOS says of the frameworks of ``package``, as it is read back."""
    return tuple(map(carried_framework, package.frameworks))


def carried_framework(framework: Framework) -> Framework:
    statements = positioned(
        replace(_carried_statement(s), position=0) for s in in_written_order(framework)
    )
    described = framework_triples(replace(framework, statements=(), collections=(), resources=()))
    properties = (PropertyValue(p, o) for s, p, o in described if s == framework.iri)
    return by_iri(
        replace(
            framework,
            creators=tuple(sorted(set(framework.creators), key=_written_agent)),
            sources=tuple(sorted(set(framework.sources))),
            is_as_stated=True,
            properties=_sorted(tuple(properties)),
            notation_note=None,
            verbatim=False,
            statements=statements,
            levels=levels_of(framework.iri, statements, {}),
        )
    )


def by_iri(framework: Framework) -> Framework:
    """Return ``framework`` with collections and resources, and what they say, in one order."""
    collections = (
        replace(c, properties=_sorted(c.properties), members=_members(c))
        for c in framework.collections
    )
    resources = (replace(r, properties=_sorted(r.properties)) for r in framework.resources)
    return replace(
        framework,
        collections=tuple(sorted(collections, key=lambda collection: collection.iri)),
        resources=tuple(sorted(resources, key=lambda resource: resource.iri)),
    )


def _members(collection: Collection) -> tuple[URIRef, ...]:
    return collection.members if collection.ordered else tuple(sorted(collection.members))


def _carried_statement(statement: Statement) -> Statement:
    parents = sorted(
        {p for p in (statement.broader, *statement.also_broader) if p}, key="<{}>".format
    )
    return replace(
        statement,
        broader=parents[0] if parents else None,
        also_broader=tuple(parents[1:]),
        properties=_sorted(statement.properties),
        coined_notation=False,
        printed_in=None,
        lines=None,
        checksum=None,
    )


def _sorted(values: tuple[PropertyValue, ...]) -> tuple[PropertyValue, ...]:
    return tuple(sorted(set(values), key=_line))


def _line(value: PropertyValue) -> tuple[bool, str]:
    return value.property != RDF.type, f"<{value.property}> {to_oxigraph(value.value)}"


def _written_agent(agent: Agent) -> str:
    is_text = agent.iri == agent_iri(agent.name) and agent.type == "Organization"
    return str(to_oxigraph(Literal(agent.name) if is_text else agent.iri))


def mapped(crosswalks: tuple[Crosswalk, ...]) -> set[tuple[URIRef, URIRef, URIRef]]:
    """Return the mapping relations of ``crosswalks``."""
    return {
        (a.subject, a.predicate, a.object)
        for crosswalk in crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    }
