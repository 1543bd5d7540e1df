"""What is written as JSKOS is valid, says what we mean in RDF, and is read back."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import DCTERMS, SKOS, VOID, XSD, Literal, URIRef

from crosswalk_rdf.formats.jskos.read import read, recognizes
from crosswalk_rdf.formats.jskos.write import publish, write
from crosswalk_rdf.formats.shared.hierarchy import levels_of
from crosswalk_rdf.model import (
    Collection,
    Crosswalk,
    Framework,
    Package,
    PropertyValue,
    Publication,
    Slot,
    Statement,
    package_of,
)
from crosswalk_rdf.namespaces import SSSOM
from tests.formats.jskos.validation import OFFICIAL, objects, problems
from tests.formats.skos.strategies import by_iri, carried_framework, rich_frameworks
from tests.project.strategies import crosswalks, frameworks

SAMPLES = sorted((Path(__file__).parents[2] / "samples/skos").glob("*.ttl"))


def read_back(package: Package) -> Package:
    """Return what all documents of ``package`` say together."""
    documents = write(package).documents
    for data in documents.values():
        assert recognizes(data)
        assert all("null" not in json.dumps(_without_text(value)) for value in objects(data))
    return read(b"".join(documents.values()), "any.jskos.ndjson").package


def _without_text(value: Any) -> Any:
    """Return ``value`` without its strings, in which the word null may stand."""
    if isinstance(value, dict):
        return {key: _without_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_text(item) for item in value]
    return "" if isinstance(value, str) else value


@given(rich_frameworks())
@settings(max_examples=50)
def test_frameworks_are_read_back(framework: Framework) -> None:
    plain = replace(framework, resources=())
    package = _normalized(Package(frameworks=(plain,)))
    (back,) = read_back(package).frameworks
    assert _unordered(back) == _unordered(_carried(package.frameworks[0]))


def _carried(framework: Framework) -> Framework:
    """Return ``framework`` as it is read back: a scheme has one label, which is its title."""
    back = carried_framework(framework)
    label = PropertyValue(SKOS.prefLabel, framework.title)
    others = tuple(value for value in back.properties if value != label)
    return replace(back, properties=others)


def _normalized(package: Package) -> Package:
    """Return ``package`` with all text in the form that JSKOS asks for, IRIs aside."""
    return replace(package, frameworks=tuple(map(_nfc_framework, package.frameworks)))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _nfc_literal(literal: Any) -> Any:
    if not isinstance(literal, Literal):
        return literal
    return Literal(_nfc(literal), lang=literal.language, datatype=literal.datatype)


def _nfc_framework(framework: Framework) -> Framework:
    return replace(
        framework,
        title=_nfc_literal(framework.title),
        description=_nfc_literal(framework.description),
        rights=_nfc_literal(framework.rights),
        notation_note=_nfc_literal(framework.notation_note),
        edition=_nfc(framework.edition),
        properties=_nfc_values(framework.properties),
        statements=tuple(_nfc_statement(s) for s in framework.statements),
        collections=tuple(_nfc_collection(c) for c in framework.collections),
    )


def _nfc_collection(collection: Collection) -> Collection:
    return replace(
        collection,
        label=_nfc_literal(collection.label),
        members=tuple(dict.fromkeys(URIRef(_nfc(member)) for member in collection.members))
        if not collection.ordered
        else tuple(URIRef(_nfc(member)) for member in collection.members),
        properties=_nfc_values(collection.properties),
    )


def _nfc_values(values: tuple[PropertyValue, ...]) -> tuple[PropertyValue, ...]:
    return tuple(dict.fromkeys(PropertyValue(v.property, _nfc_literal(v.value)) for v in values))


def _nfc_statement(statement: Statement) -> Statement:
    return replace(
        statement,
        iri=URIRef(_nfc(statement.iri)),
        broader=statement.broader and URIRef(_nfc(statement.broader)),
        also_broader=tuple(URIRef(_nfc(p)) for p in statement.also_broader),
        replaced_by=statement.replaced_by and URIRef(_nfc(statement.replaced_by)),
        notation=_nfc(statement.notation),
        text=_nfc_literal(statement.text),
        label=_nfc_literal(statement.label),
        properties=_nfc_values(statement.properties),
    )


def _unordered(framework: Framework) -> Framework:
    """Return ``framework`` with its properties, parents, agents and collections in one order."""
    framework = by_iri(framework)
    statements = tuple(
        replace(
            s,
            broader=None,
            also_broader=tuple(sorted(p for p in (s.broader, *s.also_broader) if p)),
            properties=_in_order(s.properties),
            position=0,
        )
        for s in framework.statements
    )
    return replace(
        framework,
        creators=tuple(sorted(framework.creators, key=lambda a: a.iri)),
        properties=_in_order(v for v in framework.properties if v.property != VOID.uriSpace),
        levels=levels_of(framework.iri, statements, {}),
        statements=statements,
    )


def _in_order(values: Iterable[PropertyValue]) -> tuple[PropertyValue, ...]:
    return tuple(sorted(values, key=lambda v: (v.property, v.value.n3())))


@st.composite
def packages(draw: st.DrawFn) -> Package:
    first, second = draw(frameworks("a")), draw(frameworks("b"))
    crosswalk = draw(crosswalks(first, second))
    slots = st.sampled_from(
        [
            (),
            (Slot(name="confidence", property=SSSOM.confidence, values=(_double("0.5"),)),),
            (
                Slot(
                    name="see_also", property=SSSOM.see_also, values=(URIRef("urn:x"), _double("7"))
                ),
            ),
        ]
    )
    parts = tuple(
        replace(p, alignments=tuple(replace(a, slots=draw(slots)) for a in p.alignments))
        for p in crosswalk.parts
    )
    return Package(frameworks=(first, second), crosswalks=(replace(crosswalk, parts=parts),))


def _double(text: str) -> Literal:
    return Literal(text, datatype=XSD.double, normalize=False)


@given(packages())
@settings(max_examples=40)
def test_crosswalks_are_read_back(package: Package) -> None:
    frameworks = _normalized(package).frameworks
    (crosswalk,) = _nfc_crosswalks(package)
    back = read_back(replace(package, frameworks=frameworks, crosswalks=(crosswalk,)))
    assert back.crosswalks == (carried_crosswalk(crosswalk),)


def _nfc_crosswalks(package: Package) -> tuple[Crosswalk, ...]:
    """Return crosswalks whose every text is normalized."""
    return tuple(map(_nfc_value, package.crosswalks))


def _nfc_value(value: Any) -> Any:
    if isinstance(value, Literal):
        return _nfc_literal(value)
    if isinstance(value, str):
        return type(value)(_nfc(value))
    if isinstance(value, tuple):
        return tuple(map(_nfc_value, value))
    if is_dataclass(value):
        changed = {f.name: _nfc_value(getattr(value, f.name)) for f in fields(value)}
        return type(value)(**changed)
    return value


def carried_crosswalk(crosswalk: Crosswalk) -> Crosswalk:
    return replace(
        crosswalk,
        creators=tuple(dict.fromkeys(crosswalk.creators)),
        source=None,
        errata=(),
        sections=(),
        parts=tuple(replace(part, subject_kinds=(), object_kinds=()) for part in crosswalk.parts),
    )


def test_flagship(flagship: Publication) -> None:
    package = package_of(flagship)
    back = read_back(package)
    plain = tuple(
        replace(
            framework,
            statements=tuple(replace(s, kind=_COMPETENCY) for s in framework.statements),
        )
        for framework in package.frameworks
    )
    assert tuple(map(_unordered, back.frameworks)) == tuple(
        _unordered(_carried(framework)) for framework in plain
    )
    assert [s.position for f in back.frameworks for s in f.statements] == [
        s.position for f in package.frameworks for s in f.statements
    ]
    assert back.crosswalks == tuple(map(carried_crosswalk, package.crosswalks))


_COMPETENCY = URIRef("https://purl.org/ctdlasn/terms/Competency")


@pytest.mark.slow
def test_published_files_are_valid(flagship: Publication) -> None:
    files = dict(publish(package_of(flagship)))
    assert sorted(files) == [
        "jskos/crosswalk-2017.concordances.ndjson",
        "jskos/crosswalk-2017.mappings.ndjson",
        "jskos/lcpe-2017.concepts.ndjson",
        "jskos/lcpe-2017.scheme.json",
        "jskos/psel-2015.concepts.ndjson",
        "jskos/psel-2015.scheme.json",
    ]
    for path in sorted(files)[:4]:
        assert problems(objects(files[path])[-1]) == []
    assert problems(objects(files["jskos/crosswalk-2017.concordances.ndjson"])[0]) == []
    assert files == dict(publish(package_of(flagship)))


def test_a_mapping_of_the_flagship(flagship: Publication) -> None:
    files = dict(publish(package_of(flagship)))
    first = objects(files["jskos/crosswalk-2017.mappings.ndjson"])[0]
    base = flagship.base
    assert first["uri"] == f"{base}crosswalk-2017/part-1/1--VVC.1"
    assert first["type"] == [str(SKOS.relatedMatch)]
    assert first["from"]["memberSet"][0]["notation"] == ["1"]
    assert first["fromScheme"] == {"uri": f"{base}psel-2015"}
    assert first["toScheme"] == {"uri": f"{base}lcpe-2017"}
    assert first["partOf"] == [{"uri": f"{base}crosswalk-2017/part-1"}]
    assert first["justification"].endswith("ManualMappingCuration")
    assert first["note"]["und"][0].startswith("As printed: VVC.1: ")


def test_json_ld_names_our_iris(flagship: Publication) -> None:
    context = json.loads((OFFICIAL / "context.json").read_text())
    files = dict(publish(package_of(flagship)))

    def load(url: str, _: Any) -> Any:
        assert url == "https://gbv.github.io/jskos/context.json"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    lines = [
        *objects(files["jskos/psel-2015.scheme.json"]),
        *objects(files["jskos/psel-2015.concepts.ndjson"])[:12],
    ]
    triples = {
        (t["subject"]["value"], t["predicate"]["value"], t["object"]["value"])
        for line in lines
        for t in jsonld.to_rdf(line, {"documentLoader": load})["@default"]
    }
    psel = f"{flagship.base}psel-2015"
    assert (f"{psel}/1a", str(SKOS.broader), f"{psel}/1") in triples
    assert (f"{psel}/1", str(SKOS.topConceptOf), psel) in triples
    assert (f"{psel}/1", str(SKOS.notation), "1") in triples
    assert any(p == str(DCTERMS.issued) for _, p, _ in triples)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_of_skos_go_through(sample: Path) -> None:
    from crosswalk_rdf.formats.skos.read import read as read_skos

    package = read_skos(sample.read_bytes(), sample.name).package
    back = read_back(package)
    assert [len(f.statements) for f in back.frameworks] == [
        len(f.statements) for f in package.frameworks
    ]
    for before, after in zip(package.frameworks, back.frameworks, strict=True):
        assert [s.iri for s in before.statements] == [s.iri for s in after.statements]
        assert [s.text for s in before.statements] == [s.text for s in after.statements]
    assert _mapped(back) == _mapped(package)


def _mapped(package: Package) -> set[tuple[URIRef, URIRef, URIRef]]:
    return {
        (a.subject, a.predicate, a.object)
        for c in package.crosswalks
        for p in c.parts
        for a in p.alignments
    }
