"""What the documentation shows is what is read and written."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.asn import read as read_asn
from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.formats.format import Unwritable
from crosswalk_rdf.model import Package, PropertyValue
from tests.conftest import REPOSITORY


def _example(page: str, language: str) -> bytes:
    text = (REPOSITORY / f"docs/formats/{page}.md").read_text("utf-8")
    [example] = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert isinstance(example, str)
    return example.encode()


def _written(package: Package) -> Iterator[dict[str, object]]:
    for document in write(package).documents.values():
        yield from json.loads(document)["@graph"]


def test_the_example_of_ctdl_asn_is_read_and_written() -> None:
    example = _example("ctdl-asn", "json")
    package = read(example, "example.json").package
    [shown] = json.loads(example)["@graph"]
    [written] = [n for n in _written(package) if n["@type"] == "ceasn:Competency"]
    assert written == shown
    [alignment] = package.crosswalks[0].parts[0].alignments
    assert alignment.predicate == SKOS.broadMatch


def test_the_example_of_asn_is_read() -> None:
    [framework] = read_asn(_example("asn", "turtle"), "example.ttl").package.frameworks
    assert framework.statements[0].text == Literal("Reads a text aloud.", lang="en")


def test_relations_inside_and_outside_go_by_their_own_names() -> None:
    example = read(_example("ctdl-asn", "json"), "example.json").package
    [framework] = example.frameworks
    [statement] = framework.statements
    outside = URIRef("https://example.org/outside")
    properties = (
        PropertyValue(SKOS.related, statement.iri),
        PropertyValue(SKOS.related, outside),
        PropertyValue(SKOS.exactMatch, statement.iri),
        PropertyValue(SKOS.hiddenLabel, Literal("x")),
    )
    changed = replace(framework, statements=(replace(statement, properties=properties),))
    package = Package(frameworks=(changed,))
    [written] = [n for n in _written(package) if n["@type"] == "ceasn:Competency"]
    assert written["ceasn:alignTo"] == [str(statement.iri)]
    assert written["dct:relation"] == [{"@id": str(outside)}]
    assert written["ceasn:exactAlignment"] == [str(statement.iri)]
    assert any("skos:hiddenLabel" in remark.what for remark in write(package).report.remarks)


def test_nothing_to_write_is_said_so() -> None:
    with pytest.raises(Unwritable, match="no framework and no crosswalk"):
        write(Package())
