"""Our table of slots says what the schema of SSSOM 1.1 says."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosswalk_rdf.formats.sssom.tsv import slots
from crosswalk_rdf.formats.sssom.tsv.justifications import JUSTIFICATIONS

SCHEMA = yaml.safe_load(Path("tests/data/sssom/sssom_schema.yaml").read_text(encoding="utf-8"))
MAPPING_SET = SCHEMA["classes"]["mapping set"]
MAPPING = SCHEMA["classes"]["mapping"]


def test_slots_stand_in_the_order_of_the_schema() -> None:
    assert list(slots.SET_SLOTS) == [name for name in MAPPING_SET["slots"] if name != "mappings"]
    assert list(slots.RECORD_SLOTS) == MAPPING["slots"]
    assert set(slots.SLOTS) == {*slots.SET_SLOTS, *slots.RECORD_SLOTS}


@pytest.mark.parametrize("slot", slots.SLOTS.values(), ids=lambda slot: slot.name)
def test_slot(slot: slots.Slot) -> None:
    expected: dict[str, Any] = SCHEMA["slots"][slot.name]
    annotations = expected.get("annotations", {})
    bounds = expected.get("minimum_value"), expected.get("maximum_value")
    assert slot.range == expected.get("range", "string")
    assert slot.multivalued == expected.get("multivalued", False)
    assert slot.propagatable == annotations.get("propagated", False)
    assert slot.added_in == annotations.get("added_in", "1.0")
    assert (slot.bounds or (None, None)) == bounds


def test_versions_of_slots_of_the_set() -> None:
    usage = MAPPING_SET["slot_usage"]
    for name in slots.SET_SLOTS:
        own = usage.get(name, {}).get("annotations", {}).get("added_in")
        assert slots.added_in(name, on_set=True) == (own or slots.SLOTS[name].added_in)


def test_required_slots() -> None:
    usage = {name for name, slot in MAPPING_SET["slot_usage"].items() if slot.get("required")}
    required = {name for name, slot in SCHEMA["slots"].items() if slot.get("required")} | usage
    assert set(slots.SET_REQUIRED) == required & set(slots.SET_SLOTS)
    assert set(slots.RECORD_REQUIRED) == required & set(slots.RECORD_SLOTS) - usage


def test_enumerations() -> None:
    for name, values in slots.ENUMS.items():
        assert values == tuple(SCHEMA["enums"][name]["permissible_values"])
    used = {slot.range for slot in slots.SLOTS.values() if slot.range.endswith("_enum")}
    assert used == set(slots.ENUMS)


def test_justifications() -> None:
    slot = SCHEMA["slots"]["mapping_justification"]
    assert all(re.match(slot["pattern"], term) for term in JUSTIFICATIONS)
    assert set(JUSTIFICATIONS) == {item["equals_string"] for item in slot["any_of"]}
