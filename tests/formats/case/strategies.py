"""Packages with all that CASE carries, for Hypothesis; and what CASE makes of them."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from rdflib import DCTERMS, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.case.extensions import json_literal
from crosswalk_rdf.formats.case.identifiers import Names, document_uuid
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Package,
    PropertyValue,
    Slot,
    Statement,
)
from crosswalk_rdf.namespaces import CASE, CEASN, SEMAPV
from tests.project.strategies import BASE, crosswalks, frameworks, literals, texts

MODIFIED = "2026-02-03"
_dates = st.dates().map(lambda d: Literal(d.isoformat(), datatype=XSD.date, normalize=False))
_elsewhere = st.sampled_from([URIRef("https://example.net/x"), URIRef("https://example.net/ä")])
_plain = texts.map(Literal)
_french = texts.map(lambda text: Literal(text, lang="fr"))
_json = st.dictionaries(texts, st.integers() | texts, min_size=1, max_size=2).map(json_literal)
_properties: dict[URIRef, st.SearchStrategy[Any]] = {
    SKOS.altLabel: literals | _french,
    SKOS.note: literals | _french | _plain,
    SKOS.scopeNote: literals,
    CEASN.conceptKeyword: literals | _french,
    CEASN.listID: _plain | literals,
    CEASN.dateValidFrom: _dates | _plain,
    CEASN.dateValidUntil: _dates,
    CASE.educationLevel: _plain,
    CASE.extensions: _json,
    DCTERMS.subject: literals | _elsewhere,
    DCTERMS.license: _elsewhere,
    URIRef("https://example.org/ä#term"): _elsewhere | _plain | _french,
}
_property_values = st.sampled_from(list(_properties)).flatmap(
    lambda name: _properties[name].map(lambda value: PropertyValue(name, value))
)
_relations = (SKOS.related, CASE.precedes, CASE.exactMatchOf, CASE["ext:isDerivedFrom"])
_predicates = (
    SKOS.exactMatch,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
    SKOS.relatedMatch,
    CASE.isChildOf,
    CASE.isTranslationOf,
    CASE["ext:isDerivedFrom"],
    URIRef("http://www.w3.org/2002/07/owl#sameAs"),
)
_slots = st.lists(
    st.builds(
        lambda name, values: Slot(
            name=f"ext_{name}", property=URIRef(f"https://example.org/{name}"), values=tuple(values)
        ),
        st.sampled_from(["reviewer", "note"]),
        st.lists(_plain | _elsewhere, min_size=1, max_size=2),
    ),
    max_size=2,
).map(tuple)


@st.composite
def packages(draw: st.DrawFn) -> Package:
    """Two frameworks and a crosswalk between them."""
    first, second = (draw(rich_frameworks(id)) for id in ("first", "second"))
    walk = draw(crosswalks(first, second))
    parts = tuple(draw(_part(part)) for part in walk.parts)
    return Package(
        frameworks=(first, second),
        crosswalks=(replace(walk, parts=parts),),
        base=draw(st.sampled_from([BASE, ""])),
        modified=MODIFIED,
    )


@st.composite
def rich_frameworks(draw: st.DrawFn, id: str) -> Framework:
    """A framework whose statements have properties, relations and further parents."""
    framework = draw(frameworks(id))
    statements = [
        draw(_statement(s, framework.statements[:n])) for n, s in enumerate(framework.statements)
    ]
    properties = tuple(draw(st.lists(_property_values, max_size=3)))
    sources = tuple(draw(st.lists(_elsewhere, max_size=2)))
    return replace(framework, statements=tuple(statements), properties=properties, sources=sources)


@st.composite
def _statement(draw: st.DrawFn, statement: Statement, before: tuple[Statement, ...]) -> Statement:
    properties = draw(st.lists(_property_values, max_size=4))
    also: tuple[URIRef, ...] = ()
    if before:
        other = draw(st.sampled_from(before)).iri
        if draw(st.booleans()) and statement.broader and other != statement.broader:
            also = (other,)
        properties += [
            PropertyValue(relation, other)
            for relation in draw(st.lists(st.sampled_from(_relations), unique=True, max_size=2))
            if relation != SKOS.related
        ]
    text = draw(st.sampled_from([statement.text, Literal(str(statement.text), lang="fr")]))
    coined = draw(st.booleans())
    return replace(
        statement,
        text=text,
        properties=tuple(properties),
        also_broader=also,
        coined_notation=coined,
    )


@st.composite
def _part(draw: st.DrawFn, part: MappingSet) -> MappingSet:
    alignments = tuple(
        replace(
            alignment,
            predicate=draw(st.sampled_from(_predicates)),
            justification=draw(
                st.sampled_from([SEMAPV.UnspecifiedMatching, SEMAPV.LexicalMatching])
            ),
            slots=draw(_slots),
        )
        for alignment in part.alignments
    )
    return replace(part, alignments=alignments, slots=draw(_slots))


def carried(package: Package) -> Package:
    """Return what of ``package`` CASE 1.1 carries, in the order in which a reader finds it."""
    names = Names(package)
    return Package(
        frameworks=tuple(_framework(framework) for framework in package.frameworks),
        crosswalks=tuple(_crosswalk(crosswalk, names) for crosswalk in package.crosswalks),
    )


def _framework(framework: Framework) -> Framework:
    statements = tuple(replace(s, properties=in_order(s.properties)) for s in framework.statements)
    dated = _dated(framework.properties)
    return replace(framework, statements=statements, properties=dated)


def _crosswalk(crosswalk: Crosswalk, names: Names) -> Crosswalk:
    parts = tuple(
        replace(part, alignments=tuple(_alignment(a, names) for a in part.alignments))
        for part in crosswalk.parts
    )
    return replace(
        crosswalk,
        uuid=document_uuid(crosswalk),
        parts=parts,
        properties=_dated(crosswalk.properties),
        errata=(),
        sections=(),
        source=None,
    )


def _alignment(alignment: Alignment, names: Names) -> Alignment:
    """A title that says no more than what is known of a statement is not a label of the record."""

    def label(text: str | None, iri: URIRef) -> str | None:
        return None if text == names.title(iri) else text

    return replace(
        alignment,
        subject_label=label(alignment.subject_label, alignment.subject),
        object_label=label(alignment.object_label, alignment.object),
    )


def _dated(properties: tuple[PropertyValue, ...]) -> tuple[PropertyValue, ...]:
    when = Literal(f"{MODIFIED}T00:00:00+00:00", datatype=XSD.dateTime, normalize=False)
    return in_order((*properties, PropertyValue(DCTERMS.modified, when)))


def in_order(properties: tuple[PropertyValue, ...]) -> tuple[PropertyValue, ...]:
    """Return ``properties`` by property; JSON without the order of its keys."""
    return tuple(sorted(properties, key=lambda value: (value.property, value.value.n3())))
