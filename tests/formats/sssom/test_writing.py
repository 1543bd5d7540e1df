"""Canonical form, and that what is written is read back."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.tsv.canonical import canonical_number
from crosswalk_rdf.formats.sssom.tsv.justifications import JUSTIFICATIONS
from crosswalk_rdf.formats.sssom.tsv.slots import ENUMS, RECORD_SLOTS, SET_SLOTS, SLOTS

from .files import GOOD, NAME

CANONICAL = """\
#sssom_version: "1.1"
#curie_map:
#  a: https://example.org/a/
#  xw: https://example.org/ontology#
#mapping_set_id: https://example.org/set
#mapping_set_version: "2017-10-01"
#mapping_set_title: "Part 1: standards"
#creator_label:
#  - A|B
#license: https://example.org/license
#object_source: a:y
#mapping_date: 2017-10-01
#comment: "yes"
#extension_definitions:
#  - slot_name: ext_z
#    property: xw:a
#    type_hint: xsd:integer
#  - slot_name: ext_y
#    property: xw:b
#ext_y: Why
subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tauthor_label\t\
subject_source\tconfidence\text_z
a:1\t"Say ""hi"",\tyou"\tskos:relatedMatch\ta:3\tsemapv:MappingReview\tA\\|B|C\\\\\ta:x\t0.5\t
a:2\t\tskos:relatedMatch\ta:3\tsemapv:MappingReview\t\t\t\t10
"""

RECORD = {
    "object_id": ("a:3",),
    "predicate_id": ("skos:relatedMatch",),
    "mapping_justification": ("semapv:MappingReview",),
    "object_source": ("a:y",),
    "mapping_date": ("2017-10-01",),
}


def document() -> tsv.Document:
    """Return the canonical file as values, in another order and with more than is used."""
    return tsv.Document(
        prefixes={
            "xw": "https://example.org/ontology#",
            "unused": "https://example.org/unused/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "a": "https://example.org/a/",
        },
        slots={
            "ext_y": ("Why",),
            "comment": ("yes",),
            "license": ("https://example.org/license",),
            "mapping_set_title": ("Part 1: standards",),
            "creator_label": ("A|B",),
            "mapping_set_version": ("2017-10-01",),
            "mapping_set_id": ("https://example.org/set",),
            "sssom_version": ("1.1",),
        },
        extensions=(
            tsv.ExtensionDefinition(slot_name="ext_unused", property="xw:0"),
            tsv.ExtensionDefinition(slot_name="ext_y", property="xw:b"),
            tsv.ExtensionDefinition(slot_name="ext_z", property="xw:a", type_hint="xsd:integer"),
        ),
        records=(
            tsv.Record(slots={"ext_z": ("10",), "subject_id": ("a:2",), **RECORD}),
            tsv.Record(
                slots={
                    **RECORD,
                    "confidence": ("0.5000",),
                    "subject_source": ("a:x",),
                    "author_label": ("A|B", "C\\"),
                    "subject_label": ('Say "hi",\tyou',),
                    "subject_id": ("a:1",),
                }
            ),
        ),
    )


def test_canonical_form() -> None:
    assert tsv.write(document()).decode("utf-8") == CANONICAL


def test_canonical_form_is_written_as_it_is_read() -> None:
    for text in (CANONICAL, GOOD):
        assert tsv.write(tsv.read(text.encode("utf-8"), NAME)).decode("utf-8") == text


def test_set_without_records_has_the_columns_that_records_need() -> None:
    written = tsv.write(replace(document(), records=()))
    assert written.endswith(b"\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n")
    assert tsv.read(written, NAME).records == ()


def test_slot_that_sets_have_since_1_1_is_not_condensed_in_1_0() -> None:
    for version in ("1.0", "1.1"):
        slots = {**document().slots, "sssom_version": (version,)}
        if version == "1.0":
            del slots["sssom_version"]
        records = (
            tsv.Record(slots={**RECORD, "subject_id": ("a:1",), "similarity_measure": ("x",)}),
        )
        written = tsv.write(replace(document(), slots=slots, records=records))
        assert (b"#similarity_measure: x" in written) == (version == "1.1")
        tsv.read(written, NAME)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", "1"),
        ("1.0", "1"),
        ("0.950", "0.95"),
        ("0.12350", "0.1235"),
        ("0.840714406", "0.840714406"),
        ("-0.5", "-0.5"),
        ("-0.0005", "-0.0005"),
        ("2.50E-3", "0.0025"),
        ("1e-1", "0.1"),
        ("-0", "0"),
    ],
)
def test_numbers(number: str, expected: str) -> None:
    assert canonical_number(number) == expected


@pytest.mark.parametrize(
    ("slots", "message"),
    [
        ({"ext_no": ("x",)}, "ext_no: no slot here"),
        ({"subject_label": ("x", "y")}, "subject_label: takes one value, has 2"),
        ({"subject_id": ("c:1",)}, "undeclared prefixes: c"),
        ({"confidence": ("high",)}, "'high': no number"),
    ],
)
def test_what_cannot_be_written(slots: Mapping[str, tuple[str, ...]], message: str) -> None:
    records = (tsv.Record(slots={**RECORD, **slots}),)
    with pytest.raises(tsv.UnwritableDocument, match=message):
        tsv.write(replace(document(), records=records))


texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1)
curies = st.from_regex(r"(a|b):(\w[A-Za-z0-9._~/%#?é-]{0,9})?", fullmatch=True) | (
    st.sampled_from(["skos:exactMatch", "skos:closeMatch", "skos:relatedMatch"])
)
uris = st.from_regex(r"https://example\.org/[A-Za-z0-9._~/#?-]{0,9}", fullmatch=True)
dates = st.dates().map(str)
PREFIXES = {"a": "https://example.org/a/", "b": "https://example.org/b/"}


def values(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Return the values that a slot may have, as they stand in canonical form."""
    slot = SLOTS[name]
    by_range = {"EntityReference": curies, "NonRelativeURI": uris, "date": dates, "string": texts}
    low, high = (round(1000 * bound) for bound in slot.bounds or (0, 1))
    number = st.integers(low, high).map(lambda value: canonical_number(str(value / 1000)))
    one = by_range.get(slot.range, number)
    if slot.range in ENUMS:
        one = st.sampled_from([x for x in ENUMS[slot.range] if x not in ("rdfs literal", "1.0")])
    if name == "predicate_type":
        one = st.sampled_from(["owl class", "rdf property"])
    if name == "mapping_justification":
        one = st.sampled_from(JUSTIFICATIONS)
    if name == "cardinality_scope":
        one = st.sampled_from(RECORD_SLOTS)
    return st.lists(one, min_size=1, max_size=3 if slot.multivalued else 1).map(tuple)


REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification", "reviewer_label")
NOT_FREE = ("record_id", "mapping_cardinality", "curie_map", "extension_definitions", *REQUIRED)
SET_REQUIRED = ("sssom_version", "mapping_set_id", "license")
EXTENSION = tsv.ExtensionDefinition(slot_name="ext_x", property="a:x")

records = st.fixed_dictionaries(
    {name: values(name) for name in REQUIRED},
    optional={
        **{name: values(name) for name in RECORD_SLOTS if name not in NOT_FREE},
        "ext_x": texts.map(lambda text: (text,)),
    },
).map(lambda slots: tsv.Record(slots=slots))

documents = st.builds(
    lambda slots, records: tsv.Document(
        prefixes=PREFIXES, slots=slots, extensions=(EXTENSION,), records=tuple(records)
    ),
    st.fixed_dictionaries(
        {name: values(name) for name in SET_REQUIRED},
        optional={
            name: values(name)
            for name in SET_SLOTS
            if name not in (*NOT_FREE, *SET_REQUIRED) and not SLOTS[name].propagatable
        },
    ),
    st.lists(records, max_size=5, unique_by=lambda record: record.slots["subject_id"]),
)


def by_subject(document: tsv.Document) -> Mapping[str | None, tsv.Record]:
    """Return the records of ``document`` in no order."""
    return {record.value("subject_id"): record for record in document.records}


@settings(max_examples=60, deadline=None)
@given(documents)
def test_round_trip(document: tsv.Document) -> None:
    written = tsv.write(document)
    again = tsv.read(written, NAME)
    used = any("ext_x" in record.slots for record in document.records)
    assert again.slots == document.slots
    assert by_subject(again) == by_subject(document)
    assert again.extensions == ((EXTENSION,) if used else ())
    assert again.prefixes.items() <= PREFIXES.items()
    assert tsv.write(again) == written
