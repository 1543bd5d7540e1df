"""What we write, the tools of the SSSOM community read: nothing is lost."""

from pathlib import Path

import pytest

from crosswalk_rdf.formats import sssom

REASON = "install the extra 'interop' to compare with it"

DOCUMENT = sssom.Document(
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
        sssom.ExtensionDefinition(
            slot_name="ext_printed_notation", property="xw:printedNotation", type_hint="xsd:string"
        ),
        sssom.ExtensionDefinition(
            slot_name="ext_printed_text", property="xw:printedText", type_hint="xsd:string"
        ),
        sssom.ExtensionDefinition(
            slot_name="ext_source_line", property="xw:sourceLine", type_hint="xsd:integer"
        ),
    ),
    records=tuple(
        sssom.Record(
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
    path.write_bytes(sssom.write(DOCUMENT))
    return path


def test_sssom_pydantic_reads_every_record(path: Path) -> None:
    sssom_pydantic = pytest.importorskip("sssom_pydantic", reason=REASON)
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


def test_sssom_py_reads_every_record(path: Path) -> None:
    """Its version 0.4.21 leaves extension slots out, defined or not."""
    parsers = pytest.importorskip("sssom.parsers", reason=REASON)
    table = parsers.parse_sssom_table(str(path)).df
    assert list(table["subject_id"]) == ["lcpe:VVC.1.a", "lcpe:VVC.1.b", "lcpe:VVC.1.c"]
    assert list(table["subject_source"].unique()) == ["publication:lcpe-2017"]
    assert list(table["record_id"]) == [item.value("record_id") for item in DOCUMENT.records]


def test_sssom_py_finds_it_valid(path: Path) -> None:
    cli = pytest.importorskip("sssom.cli", reason=REASON)
    testing = pytest.importorskip("click.testing")
    result = testing.CliRunner().invoke(cli.main, ["validate", str(path)])
    assert result.exit_code == 0, result.output
