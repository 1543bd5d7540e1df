"""The ``extension_definitions`` of the metadata to values."""

from collections.abc import Iterator, Mapping
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import ExtensionDefinition
from crosswalk_rdf.formats.sssom.tsv.slots import SLOTS
from crosswalk_rdf.formats.sssom.tsv.values import problem_of_curie
from crosswalk_rdf.formats.sssom.tsv.yaml_tree import Entries, Items, Tree
from crosswalk_rdf.model.lexical import is_prefix

_NOT_CARRIED: Final = Remedy(Action.NOT_CARRIED, "the definition is ignored, and its slot")
_KEYS: Final = ("slot_name", "property", "type_hint")


def read_extensions(
    value: Tree, prefixes: Mapping[str, str], findings: Findings
) -> tuple[ExtensionDefinition, ...]:
    """Return the definitions in ``value`` that can be used; the others are faults.

    Where the specification has readers ignore a definition ("Support for defined extensions"), the
    fault says what is wrong with it.
    """
    if not isinstance(value, Items):
        place = value if isinstance(value, Cell) else value.place
        message = "extension_definitions must be a list; write '- slot_name: ...'"
        findings.repair(place, message, _NOT_CARRIED)
        return ()
    definitions: list[ExtensionDefinition] = []
    for item in value.items:
        definition = _read(item, prefixes, findings)
        if definition and _is_new(definition, definitions, item, findings):
            definitions.append(definition)
    return tuple(definitions)


def _read(
    item: Tree, prefixes: Mapping[str, str], findings: Findings
) -> ExtensionDefinition | None:
    if not isinstance(item, Entries):
        place = item if isinstance(item, Cell) else item.place
        message = "an extension definition must open with 'slot_name: ...'"
        findings.repair(place, message, _NOT_CARRIED)
        return None
    values = {key: _text(value) for key, (_, value) in item.entries.items()}
    problems = list(_problems(item, values, prefixes))
    for place, message in problems:
        findings.repair(place, message, _NOT_CARRIED)
    if problems:
        return None
    return ExtensionDefinition(
        slot_name=values["slot_name"],
        property=values.get("property") or None,
        type_hint=values.get("type_hint") or None,
    )


def _problems(
    item: Entries, values: Mapping[str, str], prefixes: Mapping[str, str]
) -> Iterator[tuple[Cell, str]]:
    """Yield why the definition ``item`` is to be ignored, each with its place."""
    for key, (place, value) in item.entries.items():
        if key not in _KEYS:
            yield place, f"unknown key '{key}'; only {', '.join(_KEYS)} may stand here"
        elif not isinstance(value, Cell):
            yield value.place, f"{key} must be one value; write '{key}: value'"
    for key in ("property", "type_hint"):
        problem = problem_of_curie(values[key], prefixes) if values.get(key) else None
        if problem:
            yield _place(item, key), f"{key}: {problem}"
    if problem := _problem_of_name(values.get("slot_name", "")):
        yield _place(item, "slot_name"), problem


def _place(item: Entries, key: str) -> Cell:
    if key not in item.entries:
        return item.place
    value = item.entries[key][1]
    return value if isinstance(value, Cell) else value.place


def _text(value: Tree) -> str:
    return value.text if isinstance(value, Cell) else ""


def _problem_of_name(name: str) -> str | None:
    if not name:
        return "an extension definition without slot_name; name the slot"
    if not is_prefix(name):
        return f"slot_name '{name}' is no XML name without colon; rename the slot"
    if name in SLOTS or name == "mappings":
        return f"slot_name '{name}' is a standard slot; rename it, such as 'ext_{name}'"
    return None


def _is_new(
    definition: ExtensionDefinition,
    definitions: list[ExtensionDefinition],
    item: Tree,
    findings: Findings,
) -> bool:
    place = item if isinstance(item, Cell) else item.place
    if any(other.slot_name == definition.slot_name for other in definitions):
        message = f"'{definition.slot_name}' is defined twice; remove one definition"
        findings.repair(place, message, _NOT_CARRIED)
        return False
    if any(other.defined_property() == definition.defined_property() for other in definitions):
        message = f"two extensions share the property '{definition.property}'; use another"
        findings.repair(place, message, _NOT_CARRIED)
        return not findings.is_lenient
    return True
