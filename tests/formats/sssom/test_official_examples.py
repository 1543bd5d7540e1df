"""The examples of the SSSOM specification: converted to SSSOM, they say what they said.

The comparison reads both files by itself, with the modules csv and yaml.
"""

import csv
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosswalk_rdf.api.conversion import convert
from crosswalk_rdf.formats.sssom import tsv

EXAMPLES = sorted(Path("tests/official/sssom").glob("*.sssom.tsv"))
PROPAGATED = (
    *("curation_rule", "curation_rule_text", "cardinality_scope", "mapping_date"),
    *("mapping_provider", "mapping_tool", "mapping_tool_id", "mapping_tool_version"),
    *("object_match_field", "object_preprocessing", "object_source", "object_source_version"),
    *("object_type", "subject_match_field", "subject_preprocessing", "subject_source"),
    *("subject_source_version", "subject_type", "predicate_type", "similarity_measure"),
)
UNDECLARED = {"ext_undeclared_foo", "ext_undeclared_baz"}
"""Slots that readers are to discard (SSSOM/TSV, "Non-standard slots")."""
NUMBERS = {"confidence", "reviewer_agreement", "similarity_score"}
NO_TABLE = {"curation_rule_text2.sssom.tsv"}
"""Its rows have fewer cells than columns, and quotes in bare cells."""


def expected_of(path: Path) -> tuple[dict[str, Any], Counter[frozenset[tuple[str, str]]]]:
    """Return the slots of the set and of each record, those of the set propagated."""
    lines = path.read_text(encoding="utf-8").splitlines()
    block = "\n".join(line.removeprefix("#") for line in lines if line.startswith("#"))
    beside = path.with_name(path.name.replace(".tsv", ".yml"))
    text = beside.read_text(encoding="utf-8") if not block and beside.exists() else block
    metadata = yaml.load(text, Loader=yaml.BaseLoader) or {}
    rows = list(csv.DictReader((x for x in lines if x[:1] not in ("#", "")), delimiter="\t"))
    slots = {
        name: "|".join(value) if isinstance(value, list) else str(value)
        for name, value in metadata.items()
        if name not in ("curie_map", "extension_definitions", "sssom_version", *UNDECLARED)
    }
    shared = {name: slots.pop(name) for name in PROPAGATED if name in slots}
    shared = {
        name: value for name, value in shared.items() if not any(row.get(name) for row in rows)
    }
    records = Counter(
        frozenset(
            (name, str(float(value)) if name in NUMBERS else value)
            for name, value in {**row, **shared}.items()
            if value and name not in UNDECLARED
        )
        for row in rows
    )
    return slots, records


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_nothing_is_added_and_nothing_lost(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "converted.sssom.tsv"
    convert(example, target)
    tsv.read(target.read_bytes(), target.name)
    before, after = expected_of(example), expected_of(target)
    assert sum(after[1].values()) == sum(before[1].values())
    if example.name not in NO_TABLE:
        assert after[1] == before[1]
    added = after[0].keys() - before[0].keys()
    assert added == ({"mapping_set_id"} if "mapping_set_id" not in before[0] else set())
    assert {name: after[0].get(name) for name in before[0]} == before[0]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_what_is_converted_once_is_canonical(example: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "once.sssom.tsv", tmp_path / "twice.sssom.tsv"
    convert(example, once)
    convert(once, twice)
    assert twice.read_bytes() == once.read_bytes()


def test_the_external_example_needs_its_second_file(tmp_path: Path) -> None:
    table = Path("tests/official/sssom/example1.sssom.tsv")
    for name in ("example1.sssom.tsv", "example1.sssom.yml"):
        shutil.copy(table.with_name(name), tmp_path / name)
    result = convert(tmp_path / table.name, tmp_path / "out.sssom.tsv")
    assert result.read.counts["records"].carried == 5
