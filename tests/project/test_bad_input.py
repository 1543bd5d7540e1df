"""Bad input gets one message each: file, line, column, what is wrong, what to do."""

from pathlib import Path

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.project.publication import NoPublication, load_publication
from tests.project.conftest import Faults

TOML = "data/frameworks/schule/framework.toml"
CSV = "data/frameworks/schule/statements.csv"
TSV = "data/crosswalks/schule-beruf/alle.sssom.tsv"
PUBLICATION = "data/publication.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        (CSV, "MA 1/a,Ziel,MA 1,", "MA 1/a,Ziel,MA 9,", (4, 13), "'MA 9' does not exist"),
        (CSV, "MA 1,Thema,MA,", "MA 1,Thema,MA 1/ä,", (3, 12), "is its own ancestor"),
        (CSV, "DE,Fach", "MA,Fach", (6, 1), "notation 'MA' is used twice: line 2 has it first"),
        (CSV, "DE,Fach", "DE,Feld", (6, 4), "unknown kind 'Feld'"),
        (CSV, "c8a1105", "c8a1104", (6, 38), "this UUID is used twice: line 5"),
        (CSV, "8a55-1d0f3c8a1105", "8a55-1d0f3c8a11", (6, 38), "no UUID of version 4"),
        (CSV, "Deutsch,Lesen", "Deutsch,Lesen,Mehr", (6, 0), "too many cells: 7 for 6 columns"),
        (CSV, "notation,kind", "notation,art", (1, 0), "has no column 'kind'"),
        (CSV, "label,text", "titel,text", (1, 23), "unknown column 'titel'"),
        (CSV, "Lesen und schreiben", "", (6, 18), "'text' is empty"),
        (CSV, ",uuid\n", ",uuid,deprecated\n", (2, 0), "too few cells"),
        (CSV, "Lesen".encode(), b"L\xe4sen", (6, 19), "byte 0xE4 is not UTF-8"),
        (TSV, "schule:DE", "schul:DE", (15, 1), "schul"),
        (TSV, "schule:DE", "schule:DX", (15, 1), "schule has no statement 'DX'"),
        (TSV, "\tberuf:02", "\tschule:MA", (15, 35), "object_id must be of beruf"),
        (TSV, "#subject_type", "#mapping_date: 2025-13-01\n#subject_type", (10, 0), "2025-13-01"),
        (TSV, "Briefe schreiben\tsemapv:ManualMappingCuration", "Briefe schreiben\t", (15, 0),
         "mapping_justification"),
        (TSV, "0097\t0.5", "0097\t0.5\t", (15, 0), ""),
        (TSV, "Briefe".encode(), b"Br\xfcefe", (15, 0), "UTF-8"),
        (TSV, "schule-beruf/alle", "schule-beruf/andere", (7, 0), "must end in /schule-beruf/alle"),
        (TOML, 'uuid = "4c', 'uid = "4c', (0, 0), "has no 'uuid'"),
        (TOML, "2024-03", "März 2024", (4, 0), "'issued' is no date"),
        (TOML, "roll_up = true", "roll_up = yes", (22, 11), "not TOML"),
        (TOML, "^[A-Z]+$", "^[A-Z+$", (16, 0), "no regular expression"),
        (TOML, '["Fach"]', '["Fac"]', (21, 0), "no level above it"),
        (PUBLICATION, "https://example.org/kompetenzen/", "here", (1, 0), "'base' is no IRI"),
        (PUBLICATION, "kompetenzen/", "kompetenzen", (1, 0), "must end with a slash"),
        (PUBLICATION, "version =", "versions =", (6, 0), "unknown key 'versions'"),
    ],
)  # fmt: skip
def test_one_fault(
    faults_of: Faults,
    file: str,
    old: bytes | str,
    new: bytes | str,
    place: tuple[int, int],
    message: str,
) -> None:
    faults = faults_of(file, old, new)
    matches = [fault for fault in faults if fault.file == file and message in fault.message]
    assert matches, [str(fault) for fault in faults]
    assert matches[0].line == place[0]
    if place[1]:
        assert matches[0].column == place[1]


def test_all_faults_of_all_files_are_told_at_once(tiny: Path, faults_of: Faults) -> None:
    text = (tiny / CSV).read_text().replace("MA 1,Thema", "MA 1,Theme")
    (tiny / CSV).write_text(text)
    (tiny / TOML).write_text((tiny / TOML).read_text().replace("2024-03", "bald"))
    faults = faults_of(TSV, "schule:DE", "schule:DX")
    assert {fault.file for fault in faults} == {CSV, TOML, TSV}


def test_a_duplicate_record_is_a_fault(tiny: Path) -> None:
    text = (tiny / TSV).read_text()
    (tiny / TSV).write_text(text + text.splitlines(keepends=True)[-1])
    with pytest.raises(InputFaults, match=r"alle\.sssom\.tsv:18"):
        load_publication(tiny)


def test_a_crosswalk_may_not_take_the_uuid_of_a_framework(tiny: Path) -> None:
    """In CASE both would be one document, and one of the two would be lost."""
    file = tiny / "data/crosswalks/schule-beruf/crosswalk.toml"
    uuid = "4c0f6cf4-9a64-4b7a-9d47-b2f7b42a8a10"
    file.write_text(file.read_text().replace("0a6a5f9e-5c0c-4a53-9f0e-3a4f1f1a7b52", uuid))
    with pytest.raises(InputFaults, match=f"crosswalk.toml:1: its UUID {uuid} is that of schule"):
        load_publication(tiny)


def test_rights_may_be_left_out_where_there_is_a_license(tiny: Path) -> None:
    file = tiny / "data/crosswalks/schule-beruf/crosswalk.toml"
    text = file.read_text()
    file.write_text(text.replace('rights = "CC0"', 'license = "https://example.org/cc0"'))
    (crosswalk,) = load_publication(tiny).crosswalks
    assert (str(crosswalk.license), str(crosswalk.rights)) == ("https://example.org/cc0", "")
    file.write_text(text.replace('rights = "CC0"\n', ""))
    with pytest.raises(InputFaults, match="has no 'rights'"):
        load_publication(tiny)


def test_a_base_that_is_no_iri_is_refused(tiny: Path) -> None:
    with pytest.raises(InputFaults, match="no IRI: 'nowhere'"):
        load_publication(tiny, "nowhere")


def test_a_folder_without_a_publication_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoPublication, match=r"data/publication\.toml"):
        load_publication(tmp_path)


def test_a_crosswalk_may_not_take_the_id_of_a_framework(tiny: Path) -> None:
    (tiny / "data/crosswalks/schule-beruf").rename(tiny / "data/crosswalks/schule")
    with pytest.raises(InputFaults, match=r"data/crosswalks/schule: 'schule' is taken"):
        load_publication(tiny)


def test_a_part_may_not_take_a_name_of_the_product(tiny: Path) -> None:
    part = tiny / "data/crosswalks/schule-beruf/alle.sssom.tsv"
    part.rename(part.with_name("errata.sssom.tsv"))
    with pytest.raises(InputFaults, match="'errata' is taken"):
        load_publication(tiny)


@pytest.mark.parametrize("id", ["graph", "skos", "xw"])
def test_a_framework_may_not_take_a_name_of_the_product(tiny: Path, id: str) -> None:
    (tiny / "data/frameworks/beruf").rename(tiny / "data/frameworks" / id)
    with pytest.raises(InputFaults, match=f"'{id}' is taken"):
        load_publication(tiny)


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ("yes,", 55, "'deprecated' must be true or false, not 'yes'"),
        ("true,MA 9", 60, "'replaced_by' names 'MA 9': give a notation of this file, or an IRI"),
    ],
)
def test_a_deprecation_that_is_not_right(tiny: Path, cells: str, column: int, message: str) -> None:
    (tiny / CSV).write_text(
        "notation,kind,broader,label,text,uuid,deprecated,replaced_by\n"
        f"MA,Fach,,,Zahlen,7d1a2f7e-98f5-4a0d-8a55-1d0f3c8a1101,{cells}\n"
    )
    with pytest.raises(InputFaults) as raised:
        load_publication(tiny)
    places = [(fault.line, fault.column, fault.message) for fault in raised.value.faults]
    assert (2, column, message) in places
