"""Faults of single values in the table of an SSSOM/TSV file."""

from collections.abc import Iterator

import pytest

from crosswalk_rdf.formats.sssom.tsv.justifications import JUSTIFICATIONS
from crosswalk_rdf.formats.sssom.tsv.slots import ENUMS

from .files import altered, faults, with_column


def values() -> Iterator[tuple[str, bytes, list[str]]]:
    yield (
        "IRI",
        altered(("a:2", "https://example.org/a/2"), ("b:1", "<urn:x>")),
        [
            "14:27: object_id: '<urn:x>' is an IRI; write it as a CURIE and declare its prefix "
            "in curie_map",
            "15:1: subject_id: 'https://example.org/a/2' is an IRI; write it as a CURIE and "
            "declare its prefix in curie_map",
        ],
    )
    yield (
        "no CURIE",
        altered(("a:2", "two")),
        ["15:1: subject_id: 'two' is no CURIE; write prefix:name"],
    )
    yield (
        "unknown justification",
        altered(("semapv:ManualMappingCuration", "semapv:GuessBasedMatching")),
        [
            "14:31: mapping_justification: 'semapv:GuessBasedMatching' is not allowed; "
            "write one of: " + ", ".join(JUSTIFICATIONS)
        ],
    )
    yield (
        "value outside the enumeration",
        with_column("subject_type", "skos:Concept", "skos concept"),
        [
            "14:62: subject_type: 'skos:Concept' is not allowed; write one of: "
            + ", ".join(ENUMS["entity_type_enum"])
        ],
    )
    yield (
        "predicate_type that is a literal",
        with_column("predicate_type", "rdfs literal", ""),
        [
            "14:62: predicate_type: 'rdfs literal' is not allowed; write one of: "
            + ", ".join(
                name
                for name in ENUMS["entity_type_enum"]
                if name not in ("rdfs literal", "composed entity expression")
            )
        ],
    )
    yield (
        "predicate_modifier other than Not",
        with_column("predicate_modifier", "not", "Not"),
        ["14:62: predicate_modifier: 'not' is not allowed; write one of: Not"],
    )
    yield (
        "dates that are none",
        with_column("mapping_date", "2017-13-01", "2017"),
        [
            "14:62: mapping_date: '2017-13-01' is no date; write YYYY-MM-DD",
            "15:62: mapping_date: '2017' is no date; write YYYY-MM-DD",
        ],
    )
    yield (
        "numbers that are none",
        with_column("confidence", "NaN", "high"),
        [
            "14:62: confidence: 'NaN' is no number; write digits with a decimal point",
            "15:62: confidence: 'high' is no number; write digits with a decimal point",
        ],
    )
    yield (
        "numbers out of range",
        with_column("confidence", "1.5", "-0.1"),
        [
            "14:62: confidence: 1.5 is out of range; write a number from 0 to 1",
            "15:62: confidence: -0.1 is out of range; write a number from 0 to 1",
        ],
    )
    yield (
        "extension of another type",
        altered(("\t7\n", "\tseven\n")),
        ["14:60: ext_source_line: 'seven' is no whole number; write digits only"],
    )
    yield (
        "empty value between pipes",
        with_column("author_label", "A||B", ""),
        ["14:62: author_label: empty value; remove the pipe"],
    )
    yield (
        "scope that is no slot",
        with_column("cardinality_scope", "predicate_id|nothing", ""),
        ["14:62: cardinality_scope: 'nothing' is no slot; write names of slots"],
    )
    yield (
        "sssom:NoTermFound elsewhere",
        altered(("a:scheme", "sssom:NoTermFound")),
        [
            "8:18: subject_source: sssom:NoTermFound may stand in subject_id and object_id only; "
            "remove it"
        ],
    )


CASES = list(values())


@pytest.mark.parametrize(
    ("data", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_faults_of_values(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected
