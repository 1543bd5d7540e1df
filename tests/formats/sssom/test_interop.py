"""What we write, the tools of the SSSOM community read: nothing is lost."""

import csv
from pathlib import Path

import pytest
import sssom_pydantic

from crosswalk_rdf.formats.sssom import tsv
from tests.sssom_py import parsed

DOCUMENT = tsv.Document(
    prefixes={
        "lcpe": "https://w3id.org/leadership-crosswalk/lcpe-2017/",
        "psel": "https://w3id.org/leadership-crosswalk/psel-2015/",
        "publication": "https://w3id.org/leadership-crosswalk/",
        "xw": "https://w3id.org/leadership-crosswalk/ontology#",
    },
    slots={
        "sssom_version": ("1.1",),
        "mapping_set_id": ("https://w3id.org/leadership-crosswalk/crosswalk-2017/part-2",),
        "mapping_set_title": ("Part 2: indicators and elements",),
        "mapping_set_version": ("2017-10-01",),
        "license": ("https://w3id.org/sssom/license/unspecified",),
        "comment": ("yes",),
    },
    extensions=(
        tsv.ExtensionDefinition(
            slot_name="ext_printed_notation", property="xw:printedNotation", type_hint="xsd:string"
        ),
        tsv.ExtensionDefinition(
            slot_name="ext_printed_text", property="xw:printedText", type_hint="xsd:string"
        ),
        tsv.ExtensionDefinition(
            slot_name="ext_source_line", property="xw:sourceLine", type_hint="xsd:integer"
        ),
    ),
    records=tuple(
        tsv.Record(
            slots={
                "record_id": (f"publication:crosswalk-2017/part-2/VVC.1.{item}--1b",),
                "subject_id": (f"lcpe:VVC.1.{item}",),
                "subject_label": ('Say "yes",\tor not',),
                "subject_type": ("skos concept",),
                "subject_source": ("publication:lcpe-2017",),
                "predicate_id": ("skos:relatedMatch",),
                "object_id": ("psel:1b",),
                "object_type": ("skos concept",),
                "object_source": ("publication:psel-2015",),
                "mapping_justification": ("semapv:ManualMappingCuration",),
                "mapping_date": ("2017-10-01",),
                "comment": ("Zwölf, em—dash",),
                "ext_printed_notation": ("1b",),
                "ext_printed_text": ("Element 1b:\nin two lines",),
                "ext_source_line": (f"{100 + ord(item)}",),
            }
        )
        for item in "abc"
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "part-2.sssom.tsv"
    path.write_bytes(tsv.write(DOCUMENT))
    return path


def test_sssom_pydantic_reads_every_record(path: Path) -> None:
    mappings, converter, mapping_set, *_ = sssom_pydantic.read(path)
    assert [mapping.record.curie for mapping in mappings] == [
        record.value("record_id") for record in DOCUMENT.records
    ]
    first = mappings[0]
    assert first.subject_name == 'Say "yes",\tor not'
    assert {name: slot.value for name, slot in first.extensions.items()} == {
        "ext_printed_notation": "1b",
        "ext_printed_text": "Element 1b:\nin two lines",
        "ext_source_line": 197,
    }
    assert converter.expand_reference(first.object) == str(DOCUMENT.expand("psel:1b"))
    assert (mapping_set.version, mapping_set.comment) == ("2017-10-01", "yes")


def test_sssom_py_finds_it_valid_and_reads_every_record(path: Path, tmp_path: Path) -> None:
    """Its version 0.4.21 leaves extension slots out, defined or not."""
    folder = tmp_path / "again"
    folder.mkdir()
    (lines,) = parsed([path], folder)
    rows = list(csv.DictReader(lines, delimiter="\t"))
    assert [row["record_id"] for row in rows] == [
        record.value("record_id") for record in DOCUMENT.records
    ]
