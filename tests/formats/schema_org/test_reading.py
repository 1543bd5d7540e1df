"""schema.org: what others write is read, whatever its form."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Count, Reading
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.formats.schema_org import publish, write
from crosswalk_rdf.formats.schema_org.read import read, recognizes
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order, levels_of, positioned, slug
from crosswalk_rdf.model import (
    Framework,
    Package,
    PropertyValue,
    Publication,
    Statement,
    local_name,
    package_of,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CEASN, SCHEMA
from tests.formats.synthetic import large
from tests.project.strategies import BASE, NOWHERE, frameworks, texts
from tests.work import growth

SET = "https://example.org/set"
LITERALS = st.builds(Literal, texts, lang=st.sampled_from(["de", "fr", "en-US", None]))
IRIS = st.sampled_from([URIRef("https://example.org/x"), URIRef("urn:isbn:1")])
JSONS = st.dictionaries(texts, st.text(max_size=5) | st.integers(), min_size=2, max_size=3)
FURTHER = st.one_of(
    st.builds(PropertyValue, st.just(SKOS.altLabel), LITERALS),
    st.builds(PropertyValue, st.just(SKOS.prefLabel), LITERALS),
    st.builds(PropertyValue, st.just(SKOS.definition), LITERALS),
    st.builds(PropertyValue, st.just(SCHEMA.sameAs), IRIS),
    st.builds(PropertyValue, st.just(SCHEMA.identifier), LITERALS),
    st.builds(
        PropertyValue,
        st.just(SCHEMA.weight),
        st.integers().map(lambda n: Literal(str(n), datatype=XSD.integer)),
    ),
    st.builds(
        PropertyValue,
        st.just(SCHEMA.image),
        JSONS.map(
            lambda value: Literal(
                json.dumps({f"x{key}": item for key, item in value.items()}, ensure_ascii=False),
                datatype=RDF.JSON,
                normalize=False,
            )
        ),
    ),
)


@st.composite
def rich(draw: st.DrawFn) -> Framework:
    """A framework whose statements have further values, and agents of one kind each."""
    framework = draw(frameworks(id="first"))
    as_one = {}
    for agent in (*framework.creators, framework.publisher):
        as_one.setdefault(agent.iri, agent)  # type: ignore[union-attr]
    publisher = as_one[framework.publisher.iri]  # type: ignore[union-attr]
    return replace(
        framework,
        creators=tuple(as_one[agent.iri] for agent in framework.creators),
        publisher=publisher,
        rights_holder=publisher if framework.rights_holder else None,
        statements=tuple(
            replace(s, properties=tuple(draw(st.lists(FURTHER, max_size=3))))
            for s in framework.statements
        ),
    )


def carried(framework: Framework) -> Framework:
    """Return what of ``framework`` the format carries."""
    ordered = in_tree_order(framework.statements)
    statements = positioned([_carried(statement) for statement in ordered])
    return replace(
        framework,
        id=slug(local_name(framework.iri)),
        notation_note=None,
        verbatim=False,
        levels=levels_of(framework.iri, statements, {}),
        statements=statements,
    )


def _carried(statement: Statement) -> Statement:
    return replace(
        statement,
        label=None if statement.label == statement.text else statement.label,
        printed_in=None,
        lines=None,
        checksum=None,
        deprecated=False,
        replaced_by=None,
        properties=in_order(statement),
    )


def in_order(statement: Statement) -> tuple[PropertyValue, ...]:
    """Return the further values by property: the order of one property's values is kept."""
    return tuple(sorted(statement.properties, key=lambda pair: pair.property))


def by_property(framework: Framework) -> Framework:
    return replace(
        framework,
        statements=tuple(replace(s, properties=in_order(s)) for s in framework.statements),
    )


@settings(max_examples=60)
@given(rich())
def test_round_trip(framework: Framework) -> None:
    document = write(Package(frameworks=(framework,))).documents["first"]
    reading = read(document, "x.jsonld")
    (after,) = reading.package.frameworks
    assert by_property(after) == carried(framework)
    assert reading.report.remarks == []
    number = len(framework.statements)
    assert reading.report.counts["DefinedTerm"] == Count(number, number)


def test_the_flagship_comes_back(flagship: Publication) -> None:
    documents = write(package_of(flagship)).documents
    for framework in flagship.frameworks:
        (after,) = read(documents[framework.id], "x").package.frameworks
        assert after == carried(framework)
        assert recognized(documents[framework.id], "x.jsonld").name == "schema-org"


def test_documents_of_others_are_not_taken(flagship: Publication) -> None:
    assert not recognizes(b'{"@context": "https://schema.org", "@type": "Person"}')
    assert not recognizes(b'{"@type": ["skos:Concept", "schema:DefinedTerm"], "x": "schema.org"}')
    alignments = dict(publish(package_of(flagship)))["schema-org/psel-2015.alignments.json"]
    assert not recognizes(alignments)


def reading_of(value: Any) -> Reading:
    return read(json.dumps(value).encode(), "x.jsonld")


def one_framework(value: Any) -> Framework:
    (framework,) = reading_of(value).package.frameworks
    return framework


def described(framework: Framework) -> list[tuple[str, str, str]]:
    return [(str(s.iri), s.notation, str(s.preferred_label)) for s in framework.statements]


TERMS = [(f"{SET}/1", "1", "One"), (f"{SET}/2", "2", "Two")]
NODES = [
    {"@id": iri, "@type": "DefinedTerm", "termCode": code, "name": name}
    for iri, code, name in TERMS
]
HEAD = {"@id": SET, "@type": "DefinedTermSet", "name": "Set"}
IN = {"inDefinedTermSet": SET}
FORMS: dict[str, Any] = {
    "nested": {"@context": "https://schema.org", **HEAD, "hasDefinedTerm": NODES},
    "http and a slash": {"@context": "http://schema.org/", **HEAD, "hasDefinedTerm": NODES},
    "a graph": {
        "@context": "https://schema.org",
        "@graph": [{**HEAD, "hasDefinedTerm": [{"@id": f"{SET}/1"}, {"@id": f"{SET}/2"}]}, *NODES],
    },
    "terms first": {"@context": "https://schema.org", "@graph": [*NODES, {**HEAD}]},
    "named by the terms": [{**NODES[0], **IN}, {**NODES[1], **IN}, HEAD],
    "named by an object": [{**node, "inDefinedTermSet": {**HEAD}} for node in NODES],
    "short keywords": json.loads(
        json.dumps({**HEAD, "hasDefinedTerm": NODES}).replace('"@id"', '"id"').replace('"@t', '"t')
    ),
    "a prefix": {
        "@context": {"s": "http://schema.org/"},
        "@id": SET,
        "@type": "s:DefinedTermSet",
        "s:name": "Set",
        "s:hasDefinedTerm": [
            {"@id": iri, "@type": "s:DefinedTerm", "s:termCode": code, "s:name": name}
            for iri, code, name in TERMS
        ],
    },
    "expanded": [
        {
            "@id": SET,
            "@type": ["http://schema.org/DefinedTermSet"],
            "http://schema.org/name": [{"@value": "Set"}],
            "http://schema.org/hasDefinedTerm": [
                {
                    "@id": iri,
                    "@type": ["http://schema.org/DefinedTerm"],
                    "http://schema.org/termCode": [{"@value": code}],
                    "http://schema.org/name": [{"@value": name}],
                }
                for iri, code, name in TERMS
            ],
        }
    ],
    "codes": {
        "@id": SET,
        "@type": "CategoryCodeSet",
        "name": "Set",
        "hasCategoryCode": [
            {"@id": iri, "@type": "CategoryCode", "codeValue": code, "name": name}
            for iri, code, name in TERMS
        ],
    },
    "codes that are numbers": {
        **HEAD,
        "hasDefinedTerm": [{**NODES[0], "termCode": 1}, {**NODES[1], "termCode": 2}],
    },
    "relative IRIs": {
        "@context": {"@vocab": "https://schema.org/", "@base": f"{SET}/"},
        **HEAD,
        "hasDefinedTerm": [{**NODES[0], "@id": "1"}, {**NODES[1], "@id": "2"}],
    },
    "a set that its terms name": {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": "Set",
        "hasDefinedTerm": [{**node, **IN} for node in NODES],
    },
    "a prefix for everything": {
        "@context": ["https://schema.org", {"x": f"{SET}/"}],
        "@graph": [{**HEAD, "hasDefinedTerm": {"@id": "x:1"}}]
        + [{**node, "@id": node["@id"].replace(f"{SET}/", "x:"), **IN} for node in NODES],
    },
    "nulls": {
        "@context": "https://schema.org",
        **HEAD,
        "description": None,
        "publisher": None,
        "hasDefinedTerm": [None, {**NODES[0], "description": None}, NODES[1]],
    },
    "own terms": {
        "@context": {"Term": "https://schema.org/DefinedTerm", "code": "schema:termCode"},
        **HEAD,
        "hasDefinedTerm": [
            {"@id": iri, "@type": "Term", "code": code, "name": name} for iri, code, name in TERMS
        ],
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(form: str) -> None:
    reading = reading_of(FORMS[form])
    assert all(remark.what.startswith("inDefinedTermSet") for remark in reading.report.remarks)
    (framework,) = reading.package.frameworks
    assert (str(framework.iri), str(framework.title)) == (SET, "Set")
    assert described(framework) == TERMS
    assert [s.position for s in framework.statements] == [1, 2]
    assert {s.kind for s in framework.statements} == {CEASN.Competency}


def test_a_byte_order_mark_is_no_fault() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(FORMS["nested"]).encode()
    assert described(read(data, "x").package.frameworks[0]) == TERMS


def test_sets_that_have_a_name_alone_are_one() -> None:
    terms = [
        {**node, "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "S"}} for node in NODES
    ]
    framework = one_framework(terms)
    assert described(framework) == TERMS
    assert framework.iri == unnamed_iri("DefinedTermSet", "S")


def test_a_set_may_be_named_in_words() -> None:
    framework = one_framework([{**node, "inDefinedTermSet": "My list"} for node in NODES])
    assert str(framework.title) == "My list"
    assert described(framework) == TERMS


def test_terms_of_no_set_get_one() -> None:
    reading = reading_of(NODES)
    (framework,) = reading.package.frameworks
    assert described(framework) == TERMS
    assert [r.what for r in reading.report.remarks] == ["inDefinedTermSet (2)"]


def test_terms_may_be_words() -> None:
    framework = one_framework({**HEAD, "hasDefinedTerm": ["One", "Two", "One"]})
    assert [str(s.text) for s in framework.statements] == ["One", "Two"]


def test_terms_without_an_iri_get_the_same_one_every_time() -> None:
    terms = [{"@type": "DefinedTerm", "name": name} for name in ("Same", "Same", "Other")]
    framework = one_framework({**HEAD, "hasDefinedTerm": terms})
    iris = [s.iri for s in framework.statements]
    assert len(set(iris)) == 3
    assert iris[0] == unnamed_iri(SET, "Same")
    assert iris == [s.iri for s in one_framework({**HEAD, "hasDefinedTerm": terms}).statements]


def test_blank_nodes_hold_together() -> None:
    broader = {"skos:broader": {"@id": "_:a"}}
    framework = one_framework(
        {
            **HEAD,
            "hasDefinedTerm": [
                {"@id": "_:a", "@type": "DefinedTerm", "name": "Up"},
                {"@id": "_:b", "@type": "DefinedTerm", "name": "Down", **broader},
            ],
        }
    )
    up, down = framework.statements
    assert down.broader == up.iri
    assert not str(up.iri).startswith("_:")


def test_a_cycle_is_cut_and_reported() -> None:
    terms = [
        {**NODES[0], "skos:broader": {"@id": f"{SET}/2"}},
        {**NODES[1], "skos:broader": {"@id": f"{SET}/1"}},
    ]
    reading = reading_of({**HEAD, "hasDefinedTerm": terms})
    assert [s.broader for s in reading.package.frameworks[0].statements].count(None) == 1
    assert [(r.action, r.what) for r in reading.report.remarks] == [(Action.REPAIRED, "broader")]


def test_a_parent_elsewhere_is_kept_as_a_value() -> None:
    term = {**NODES[0], "skos:broader": {"@id": "https://elsewhere.example/1"}}
    (statement,) = one_framework({**HEAD, "hasDefinedTerm": [term]}).statements
    assert statement.broader is None
    elsewhere = PropertyValue(SKOS.broader, URIRef("https://elsewhere.example/1"))
    assert statement.properties == (elsewhere,)


def test_languages_are_heeded() -> None:
    document = {
        "@context": {"@vocab": "https://schema.org/", "@language": "de"},
        **HEAD,
        "hasDefinedTerm": [
            {
                **NODES[0],
                "name": ["Eins", {"@value": "One", "@language": "en"}],
                "description": {"de": "Die Eins", "fr": ["Le un"]},
            }
        ],
    }
    (statement,) = one_framework(document).statements
    assert statement.label == Literal("Eins", lang="de")
    assert statement.text == Literal("Die Eins", lang="de")
    assert statement.properties == (
        PropertyValue(SKOS.prefLabel, Literal("One", lang="en")),
        PropertyValue(SKOS.definition, Literal("Le un", lang="fr")),
    )


def test_a_set_keeps_all_that_is_said_of_it() -> None:
    framework = one_framework(
        {
            "@context": "https://schema.org",
            **HEAD,
            "publisher": {"@type": "Organization", "name": "P"},
            "author": "A. Author",
            "creator": {"@id": "https://example.org/p", "@type": "Person", "name": "C"},
            "inLanguage": {"@type": "Language", "alternateName": "de"},
            "datePublished": "2020-03-04T10:00:00Z",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "version": 2.1,
            "identifier": "urn:x",
            "keywords": ["a", "b"],
            "image": {"@type": "ImageObject", "url": "https://example.org/i.png", "x": None},
            "hasDefinedTerm": NODES,
        }
    )
    assert [(a.name, a.type) for a in framework.creators] == [
        ("C", "Person"),
        ("A. Author", "Organization"),
    ]
    assert framework.publisher is not None
    assert framework.publisher.name == "P"
    assert (framework.language, framework.issued, framework.edition) == ("de", "2020-03-04", "2.1")
    assert str(framework.license) == "https://creativecommons.org/licenses/by/4.0/"
    properties = [(local_name(p.property), str(p.value)) for p in framework.properties]
    assert properties == [
        ("identifier", "urn:x"),
        ("keywords", "a"),
        ("keywords", "b"),
        ("image", '{"@type": "ImageObject", "url": "https://example.org/i.png"}'),
    ]


def test_a_term_keeps_all_that_is_said_of_it() -> None:
    uuid = "3F0C0B53-6AD9-4A4B-B0A4-1F2A6D3B9C11"
    term = {
        **NODES[0],
        "@type": ["DefinedTerm", "https://example.org/Skill"],
        "identifier": [uuid, "X1"],
        "termCode": ["1", "I"],
        "sameAs": {"@id": "https://example.org/same"},
        "dct:subject": "s",
        "position": "7",
    }
    (statement,) = one_framework({**HEAD, "hasDefinedTerm": term}).statements
    assert (statement.uuid, statement.notation) == (uuid.lower(), "1")
    assert str(statement.kind) == "https://example.org/Skill"
    properties = {(str(p.property), str(p.value)) for p in statement.properties}
    assert properties == {
        (str(SCHEMA.identifier), "X1"),
        (str(SCHEMA.termCode), "I"),
        (str(SCHEMA.sameAs), "https://example.org/same"),
        ("dct:subject", "s"),
    }


def test_what_is_no_iri_is_kept_in_words() -> None:
    document = {
        **HEAD,
        "license": "CC BY",
        "isBasedOn": ["A book", "https://example.org/book"],
        "hasDefinedTerm": [{**NODES[0], "additionalType": "Skill"}],
    }
    framework = one_framework(document)
    assert framework.license is None
    assert [str(source) for source in framework.sources] == ["https://example.org/book"]
    properties = {(local_name(p.property), str(p.value)) for p in framework.properties}
    assert properties == {("license", "CC BY"), ("isBasedOn", "A book")}
    (again,) = read(
        write(Package(frameworks=(framework,))).documents[framework.id], "x"
    ).package.frameworks
    assert (again.properties, again.statements) == (framework.properties, framework.statements)


def test_nothing_is_dropped_in_silence() -> None:
    document = {
        "@context": "https://schema.org",
        "@graph": [
            {
                **HEAD,
                "publisher": {"@type": "Organization", "name": "P", "logo": "https://e.org/l"},
                "creator": {"@type": "Person"},
                "hasDefinedTerm": {
                    **NODES[0],
                    "description": {"@id": "https://example.org/text"},
                    "position": "first",
                    "skos:broader": "Upper",
                    "a key": "x",
                },
            },
            {"@type": "FAQPage", "name": "Questions"},
            {"@type": "Organization", "name": "Of agents something is said above"},
        ],
    }
    remarks = reading_of(document).report.remarks
    assert sorted((r.action.value, r.what.split()[0]) for r in remarks) == [
        ("ignored", "FAQPage"),
        ("ignored", "creator"),
        ("ignored", "description"),
        ("ignored", "position"),
        ("ignored", "skos:broader"),
        ("not carried", "https://schema.org/a"),
        ("not carried", "logo"),
    ]


def test_a_term_of_two_sets_stays_in_the_first() -> None:
    other = {"@id": f"{SET}2", "@type": "DefinedTermSet", "name": "Other"}
    reading = reading_of([{**HEAD, "hasDefinedTerm": NODES}, {**other, "hasDefinedTerm": NODES}])
    first, second = reading.package.frameworks
    assert (len(first.statements), len(second.statements)) == (2, 0)
    assert [r.action for r in reading.report.remarks] == [Action.NOT_CARRIED] * 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"@type": "Person"}', "no DefinedTermSet"),
        (b"[]", "no DefinedTermSet"),
        (b"7", "no DefinedTermSet"),
        (b'{"a": ', "not JSON"),
        (b"\xff\xfe\xff", "UTF-8"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, "nested too deep"),
        (b"[" * 200_000, "nested too deep"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputFaults) as error:
        read(data, "x.jsonld")
    assert len(error.value.faults) == 1
    assert message in str(error.value)


KEYS = st.sampled_from(
    [
        "@id",
        "@type",
        "@context",
        "@graph",
        "@value",
        "@language",
        "name",
        "description",
        "termCode",
        "identifier",
        "hasDefinedTerm",
        "inDefinedTermSet",
        "skos:broader",
        "position",
        "publisher",
        "inLanguage",
        "license",
        "x:y",
        "@vocab",
        "",
    ]
)
SCALARS = st.sampled_from(
    [
        None,
        True,
        0,
        1.5,
        "",
        "x",
        SET,
        "_:b",
        "DefinedTerm",
        "DefinedTermSet",
        "de",
        "a b",
        "\ud83d",
    ]
)
ANYTHING = st.recursive(
    SCALARS, lambda v: st.lists(v, max_size=4) | st.dictionaries(KEYS, v, max_size=5), max_leaves=30
)


@settings(max_examples=250)
@given(ANYTHING)
def test_nothing_makes_it_fail_otherwise(value: Any) -> None:
    try:
        reading = reading_of([value, {"@type": "DefinedTerm", "name": "x"}])
    except InputFaults:
        return
    count = reading.report.counts["DefinedTerm"]
    statements = [s for f in reading.package.frameworks for s in f.statements]
    assert count == Count(len(statements), len(statements))
    assert len({s.iri for s in statements}) == len(statements)
    write(reading.package)


@pytest.mark.slow
def test_time_grows_with_the_number_of_terms() -> None:
    documents = {size: write(large(size)).documents["large"] for size in (1, 1_000, 2_000)}
    assert len(read(documents[1_000], "x").package.frameworks[0].statements) == 1_000
    assert growth(lambda size: read(documents[size], "x"), 1_000) < 2.2


def test_base_and_place_are_those_of_the_strategies() -> None:
    """The round trip stands on these."""
    assert BASE.startswith("https://")
    assert NOWHERE.line == 0
