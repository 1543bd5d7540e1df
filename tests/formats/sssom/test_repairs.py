"""What a reader of other people's files repairs, each with a remark, and what it refuses."""

import json

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Report, Supplement
from crosswalk_rdf.formats.sssom import read_json, tsv
from crosswalk_rdf.formats.sssom.read import read
from crosswalk_rdf.formats.sssom.write import write
from tests.formats.sssom.files import GOOD, NAME, altered, faults, with_column

IGNORED, KEPT, REPAIRED, LOST = (
    Action.IGNORED,
    Action.KEPT,
    Action.REPAIRED,
    Action.NOT_CARRIED,
)

JUSTIFIED = "semapv:ManualMappingCuration"
BLOCKS = {
    "byte order mark": (b"\xef\xbb\xbf" + GOOD.encode(), IGNORED),
    "blank line at the end": (f"{GOOD}\n\n".encode(), IGNORED),
    "blank line in the metadata": (altered(("#license", "\n#license")), IGNORED),
    "row of tabs": (f"{GOOD}\t\t\t\t\t\n".encode(), IGNORED),
    "comment among the rows": (f"{GOOD}# the end\n".encode(), IGNORED),
    "comment in the metadata": (altered(("#license", "# Read this first.\n#license")), IGNORED),
    "no marks": (GOOD.replace("\n#", "\n").removeprefix("#").encode(), REPAIRED),
    "CSV": (GOOD.replace("\t", ",").encode(), REPAIRED),
    "unknown key": (altered(("#license", "#foo: bar\n#license")), LOST),
    "unknown column": (with_column("foo_bar", "x", "y"), LOST),
    "slot of the set as a column": (with_column("mapping_set_id", "x", "y"), LOST),
    "no license": (altered(("#license: https://example.org/license\n", "")), REPAIRED),
    "license by name": (altered(("https://example.org/license", "CC-BY 4.0")), REPAIRED),
    "no mapping_set_id": (altered(("#mapping_set_id: https://example.org/set\n", "")), REPAIRED),
    "slot of 1.1 without a version": (
        altered(
            ('#sssom_version: "1.1"\n', ""),
            ("#license", "#cardinality_scope: predicate_id\n#license"),
        ),
        KEPT,
    ),
    "value that is no YAML": (
        altered(("#license", "#mapping_set_title: a: b\n#license")),
        REPAIRED,
    ),
    "built-in prefix": (altered(("#  a:", "#  skos: http://x.org/\n#  a:")), REPAIRED),
    "the same record": (altered(("a:2\tTwo", "a:1\tOne"), ("\t8\n", "\t7\n")), IGNORED),
    "bare quote": (altered(("One", 'O"n"e')), KEPT),
    "short row": (GOOD.removesuffix("\t8\n").encode() + b"\n", REPAIRED),
    "long row": (f"{GOOD.removesuffix(chr(10))}\tmore\n".encode(), LOST),
    "name of a column": (altered(("subject_id", "Subject_ID ")), REPAIRED),
    "IRI": (altered(("b:1", "https://example.org/b/1")), KEPT),
    "no justification": (altered((JUSTIFIED, "")), REPAIRED),
    "justification of others": (altered((JUSTIFIED, "a:guess")), REPAIRED),
    "row without an object": (altered(("b:1", "")), LOST),
    "review by nobody": (with_column("review_date", "2024-01-01", ""), LOST),
    "date and time": (with_column("mapping_date", "2024-01-01T00:00:00", ""), REPAIRED),
    "no date": (with_column("mapping_date", "soon", ""), REPAIRED),
    "decimal comma": (with_column("confidence", "0,5", ""), REPAIRED),
    "no number": (with_column("confidence", "high", ""), REPAIRED),
    "type as a CURIE": (with_column("subject_type", "owl:Class", ""), REPAIRED),
    "no type": (with_column("subject_type", "thing", ""), REPAIRED),
    "wrong cardinality": (with_column("mapping_cardinality", "1:1", ""), REPAIRED),
    "modifier": (with_column("predicate_modifier", "NOT", ""), REPAIRED),
    "empty value of several": (with_column("author_label", "A||B", ""), IGNORED),
    "CURIE for a URI": (with_column("see_also", "a:x", ""), REPAIRED),
    "text for a URI": (with_column("see_also", "page 3", ""), REPAIRED),
    "one record_id": (with_column("record_id", "a:r1", ""), REPAIRED),
    "record_id twice": (with_column("record_id", "a:r1", "a:r1"), REPAIRED),
    "match_type": (
        altered(
            ("mapping_justification", "match_type"),
            (JUSTIFIED, "HumanCurated"),
            (JUSTIFIED, "Lexical"),
        ),
        REPAIRED,
    ),
    "match_term_type": (with_column("match_term_type", "ClassMatch", "ConceptMatch"), REPAIRED),
    "semantic_similarity_score": (with_column("semantic_similarity_score", "0.5", ""), REPAIRED),
    "Windows-1252": (altered(("One", "Été")).decode().encode("cp1252"), REPAIRED),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_repair(name: str) -> None:
    data, action = BLOCKS[name]
    assert faults(data), "the strict reader refuses it"
    report = Report()
    document = tsv.read_leniently(data, NAME, report)
    assert document.records
    assert action in {remark.action for remark in report.remarks}
    assert report.counts["records"].carried == len(document.records)
    (written,) = write(read(data, NAME).package).documents.values()
    assert tsv.read(written, NAME).records, "what is written is in order"


REFUSED = {
    "undeclared prefix": (altered(("b:1", "c:1")), ":14:27: "),
    "undeclared prefix of an author": (with_column("author_id", "orcid:1", ""), "14:"),
    "no identifier": (altered(("b:1", "two words")), ":14:27: "),
    "several in one cell": (altered(("b:1", "b:1|b:2")), ":14:27: "),
    "undefined term": (
        altered(("skos:relatedMatch", "skos:relatedmatch")),
        "write skos:relatedMatch",
    ),
    "another undefined term": (
        altered(("skos:relatedMatch", "skos:exactMach")),
        "write skos:exactMatch",
    ),
    "no property": (altered(("skos:relatedMatch", "skos:Concept")), "is no property"),
    "class": (altered(("skos:relatedMatch", "owl:Class")), "is no property"),
    "justification as predicate": (
        altered(("skos:relatedMatch", "semapv:LexicalMatching")),
        "no property",
    ),
    "no column of objects": (altered(("object_id", "target")), "no column 'object_id'"),
    "alias": (altered(("#license", "#mapping_set_title: *x\n#license")), "aliases"),
    "nothing": (b"\n", "empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusal(name: str) -> None:
    data, message = REFUSED[name]
    with pytest.raises(InputFaults) as caught:
        read(data, NAME)
    assert any(message in str(fault) for fault in caught.value.faults)


def test_predicates_are_checked_in_own_data_too() -> None:
    assert faults(altered(("skos:relatedMatch", "skos:relatedmatch"))) == [
        "14:9: predicate_id: 'skos:relatedmatch' is no term of skos; write skos:relatedMatch"
    ]


@pytest.mark.parametrize(
    "predicate", ["skos:mappingRelation", "owl:sameAs", "rdfs:subClassOf", "a:anything",
                  "semapv:crossSpeciesExactMatch", "sssom:superClassOf"]
)  # fmt: skip
def test_any_property_is_a_predicate(predicate: str) -> None:
    assert faults(altered(("skos:relatedMatch", predicate))) == []


def test_values_of_earlier_slots() -> None:
    data, _ = BLOCKS["match_type"]
    justifications = [
        record.value("mapping_justification")
        for record in tsv.read_leniently(data, NAME, Report()).records
    ]
    assert justifications == [JUSTIFIED, "semapv:LexicalMatching"]
    data, _ = BLOCKS["match_term_type"]
    first, second = tsv.read_leniently(data, NAME, Report()).records
    assert first.value("subject_type") == first.value("object_type") == "owl class"
    assert second.value("object_type") == "skos concept"


def test_a_spreadsheet_quotes_and_pads_the_metadata() -> None:
    text = GOOD.replace("#license", "#mapping_set_title: A, and B\n#license").replace("\t", ",")
    rows = [_of_spreadsheet(line) for line in text.splitlines()]
    report = Report()
    document = tsv.read_leniently("\r\n".join(rows).encode(), "part.sssom.csv", report)
    assert document.records == tsv.read(GOOD.encode(), NAME).records
    assert document.value("mapping_set_title") == "A, and B"


def _of_spreadsheet(line: str) -> str:
    if not line.startswith("#"):
        return line
    return f'"{line}",,,,' if "," in line else f"{line},,,,"


EXTERNAL = GOOD.partition("subject_id")
TABLE = (EXTERNAL[1] + EXTERNAL[2]).encode()
METADATA = EXTERNAL[0].replace("\n#", "\n").removeprefix("#").removesuffix("#")


@pytest.mark.parametrize("metadata", [METADATA, EXTERNAL[0], f"{METADATA}\n\n"])
def test_external_metadata(metadata: str) -> None:
    report = Report()
    external = Supplement(metadata=metadata.encode(), metadata_file="part.sssom.yml")
    assert tsv.read_leniently(TABLE, NAME, report, external) == tsv.read(GOOD.encode(), NAME)


def test_faults_of_external_metadata_name_their_file() -> None:
    misspelt = METADATA.replace("license: h", "licence: h")
    external = Supplement(metadata=misspelt.encode(), metadata_file="x.yml")
    report = Report()
    tsv.read_leniently(TABLE, NAME, report, external)
    assert [r.place for r in report.remarks if r.action == LOST] == ["x.yml, line 7"]
    external = Supplement(metadata=b"curie_map: [", metadata_file="x.yml")
    with pytest.raises(InputFaults) as caught:
        tsv.read_leniently(TABLE, NAME, Report(), external)
    assert caught.value.faults[0].file == "x.yml"


def test_a_block_in_the_file_precedes_external_metadata() -> None:
    text = b"license: https://x.org/\nmapping_set_title: T\n"
    external = Supplement(metadata=text, metadata_file="x.yml")
    document = tsv.read_leniently(GOOD.encode(), NAME, Report(), external)
    assert document.value("license") == "https://example.org/license"
    assert document.value("mapping_set_title") == "T"


UNDECLARED = "".join(
    f"HP:{n}\tN\tskos:exactMatch\tz:{n}\tsemapv:LexicalMatching\t\n" for n in range(50)
)


def test_an_undeclared_prefix_is_said_once_with_what_declares_it() -> None:
    with pytest.raises(InputFaults) as caught:
        read(f"{GOOD}{UNDECLARED}".encode(), NAME)
    hp = "HP: http://purl.obolibrary.org/obo/HP_"
    assert [str(fault) for fault in caught.value.faults] == [
        f"{NAME}:16:1: subject_id: undeclared prefix 'HP' in 'HP:0' (50 values have it); add "
        f"'#  {hp}' below '#curie_map:', or give --prefix {hp.replace(': ', '=')}",
        f"{NAME}:16:24: object_id: undeclared prefix 'z' in 'z:0' (50 values have it); add "
        "'#  z: IRI' below '#curie_map:', or give --prefix z=IRI",
    ]


def test_prefixes_from_outside_are_for_what_the_set_does_not_declare() -> None:
    prefixes = {"z": "https://z.org/", "HP": "https://hp.org/", "a": "https://other.org/"}
    report = Report()
    text = f"{GOOD}{UNDECLARED}".encode()
    document = tsv.read_leniently(text, NAME, report, Supplement(prefixes=prefixes))
    assert str(document.expand("HP:0")) == "https://hp.org/0"
    assert str(document.expand("a:1")) == "https://example.org/a/1"
    assert ["https://other.org/" in remark.what for remark in report.remarks] == [True]


def test_prefixes_from_outside_are_for_json_too() -> None:
    record = {
        "subject_id": "z:1",
        "predicate_id": "skos:exactMatch",
        "object_id": "z:2",
        "mapping_justification": "semapv:ManualMappingCuration",
    }
    data = json.dumps({"license": "https://l.org/", "mappings": [record]}).encode()
    with pytest.raises(InputFaults, match=r'add "z": "IRI" to curie_map, or give --prefix z=IRI'):
        read_json.read(data, "x.sssom.json")
    supplement = Supplement(prefixes={"z": "https://z.org/"})
    (crosswalk,) = read_json.read(data, "x.sssom.json", supplement).package.crosswalks
    assert str(crosswalk.parts[0].alignments[0].object) == "https://z.org/2"


UNHELD = {
    "source": ("subject_source", "ZFS"),
    "date": ("mapping_date", "May 2020"),
    "number": ("confidence", "high"),
    "several": ("see_also", "page 3|page 4"),
}


@pytest.mark.parametrize("name", UNHELD)
def test_what_a_slot_cannot_hold_is_kept_as_text(name: str) -> None:
    slot, text = UNHELD[name]
    data = altered(("#subject_source: a:scheme\n", "")).decode().splitlines()
    cells = (slot, text, "")
    data[-3:] = [f"{line}\t{cell}" for line, cell in zip(data[-3:], cells, strict=True)]
    (written,) = write(read("\n".join(data).encode(), NAME).package).documents.values()
    first, second = tsv.read(written, NAME).records
    assert (first.value(f"ext_{slot}"), first.value(slot)) == (text, None)
    assert second.value(f"ext_{slot}") is None


@pytest.mark.parametrize(
    ("value", "justification"),
    [("Lexical|Stemming", "semapv:LexicalMatching"), ("Guess", "semapv:UnspecifiedMatching")],
)
def test_a_value_that_match_type_never_had(value: str, justification: str) -> None:
    data = altered(("mapping_justification", "match_type"), (JUSTIFIED, value)).decode()
    data = data.replace(JUSTIFIED, "HumanCurated")
    first, _ = tsv.read_leniently(data.encode(), NAME, Report()).records
    assert first.value("mapping_justification") == justification
    assert first.value("ext_mapping_justification") == value


def test_what_a_slot_of_the_set_cannot_hold_is_kept_as_text() -> None:
    data = altered(("#license", "#publication_date: soon\n#license"))
    (written,) = write(read(data, NAME).package).documents.values()
    assert tsv.read(written, NAME).value("ext_publication_date") == "soon"
