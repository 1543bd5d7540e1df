"""What is read from files that are in order, canonical or not."""

import pytest
from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.sssom import tsv

from .files import GOOD, NAME, altered, with_column


def test_values_of_the_set_and_its_records() -> None:
    document = tsv.read(GOOD.encode("utf-8"), NAME)
    assert document.prefixes == {
        "a": "https://example.org/a/",
        "b": "https://example.org/b/",
        "xw": "https://example.org/ontology#",
    }
    assert document.slots == {
        "sssom_version": ("1.1",),
        "mapping_set_id": ("https://example.org/set",),
        "license": ("https://example.org/license",),
    }
    assert document.extensions == (
        tsv.ExtensionDefinition(
            slot_name="ext_source_line", property="xw:sourceLine", type_hint="xsd:integer"
        ),
    )
    record = document.records[1]
    assert record.slots == {
        "subject_id": ("a:2",),
        "subject_label": ("Two",),
        "predicate_id": ("skos:relatedMatch",),
        "object_id": ("b:1",),
        "mapping_justification": ("semapv:ManualMappingCuration",),
        "ext_source_line": ("8",),
        "subject_source": ("a:scheme",),
    }
    assert (record.line, record.columns["object_id"], record.value("comment")) == (15, 27, None)
    assert document.lines["license"] == 7


def test_expand() -> None:
    document = tsv.read(GOOD.encode("utf-8"), NAME)
    assert document.expand("a:1") == URIRef("https://example.org/a/1")
    assert document.expand("skos:relatedMatch") == SKOS.relatedMatch
    with pytest.raises(tsv.UndeclaredPrefix, match="c:1: declare the prefix 'c' in the curie_map"):
        document.expand("c:1")


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("\n", "\r\n").encode("utf-8"),
        GOOD.replace("#", "# ").replace("ontology# ", "ontology#").encode("utf-8"),
        GOOD.removesuffix("\n").encode("utf-8"),
        altered(('"1.1"', "1.1")),
        altered(("#  a:", "#  skos: http://www.w3.org/2004/02/skos/core#\n#  a:")),
        altered(("#license:", "#comment: null\n#license:")),
        altered(("\tTwo\t", '\t"Two"\t')),
    ],
    ids=["CR LF", "spaces after #", "no LF at the end", "float", "built-in", "null", "quotes"],
)
def test_other_spellings_of_the_same(data: bytes) -> None:
    document = tsv.read(GOOD.encode("utf-8"), NAME)
    other = tsv.read(data, NAME)
    assert (other.slots, other.extensions, other.records) == (
        document.slots,
        document.extensions,
        document.records,
    )
    assert tsv.write(other) == tsv.write(document)


def test_text_that_yaml_1_1_takes_for_something_else() -> None:
    data = altered(("#license:", "#comment: yes\n#mapping_set_version: 2017-10-01\n#license:"))
    document = tsv.read(data, NAME)
    assert document.value("comment") == "yes"
    assert document.value("mapping_set_version") == "2017-10-01"


def test_one_value_stands_for_a_list_of_one() -> None:
    document = tsv.read(altered(("#license:", "#creator_id: a:me\n#license:")), NAME)
    assert document.slots["creator_id"] == ("a:me",)


def test_pipes_and_their_escapes() -> None:
    document = tsv.read(with_column("author_label", r"A\|B|C\\|D\E", "F"), NAME)
    assert document.records[0].slots["author_label"] == ("A|B", "C\\", r"D\E")
    assert document.records[1].slots["author_label"] == ("F",)


def test_own_value_of_one_record_keeps_the_set_from_propagating() -> None:
    document = tsv.read(with_column("subject_source", "b:scheme", ""), NAME)
    assert document.slots["subject_source"] == ("a:scheme",)
    assert [record.value("subject_source") for record in document.records] == ["b:scheme", None]


def test_set_without_records() -> None:
    document = tsv.read(GOOD.partition("a:1\t")[0].encode("utf-8"), NAME)
    assert document.records == ()
    assert document.slots["subject_source"] == ("a:scheme",)


def test_literal_needs_no_id() -> None:
    data = altered(("#license:", "#subject_type: rdfs literal\n#license:"), ("a:1\t", "\t"))
    assert "subject_id" not in tsv.read(data, NAME).records[0].slots


def test_records_that_differ_in_one_slot_are_no_duplicates() -> None:
    assert len(tsv.read(altered(("a:2\tTwo", "a:1\tOne")), NAME).records) == 2


@pytest.mark.parametrize(
    ("first", "second", "object_id"),
    [("n:1", "n:1", "b:1"), ("1:1", "1:1", "b:2"), ("1:0", "1:1", "sssom:NoTermFound")],
)
def test_right_cardinality(first: str, second: str, object_id: str) -> None:
    data = with_column("mapping_cardinality", first, second)
    document = tsv.read(data.replace(b"b:1", object_id.encode(), 1), NAME)
    assert document.records[0].value("mapping_cardinality") == first


def test_cardinality_within_its_scope() -> None:
    text = with_column("mapping_cardinality", "1:1", "1:1").decode("utf-8")
    text = text.replace("skos:relatedMatch", "skos:exactMatch", 1)
    text = text.replace("#license", "#cardinality_scope:\n#  - predicate_id\n#license")
    assert len(tsv.read(text.encode("utf-8"), NAME).records) == 2
