"""The metadata block to the slots of a mapping set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import ExtensionDefinition
from crosswalk_rdf.formats.sssom.tsv.earlier_versions import SUCCESSORS, value_now
from crosswalk_rdf.formats.sssom.tsv.extension_definitions import read_extensions
from crosswalk_rdf.formats.sssom.tsv.repairs import take, text_slot, values_and_texts
from crosswalk_rdf.formats.sssom.tsv.slots import (
    RECORD_SLOTS,
    SET_REQUIRED,
    SET_SLOTS,
    SLOTS,
)
from crosswalk_rdf.formats.sssom.tsv.values import (
    Checker,
    all_prefixes,
    problem_of_prefix,
    with_further_prefixes,
)
from crosswalk_rdf.formats.sssom.tsv.yaml_block import compose, strip_block
from crosswalk_rdf.formats.sssom.tsv.yaml_tree import Entries, Items, Tree, entries

DISCARDED: Final = Remedy(Action.NOT_CARRIED, 'discarded (SSSOM/TSV, "Non-standard slots")')
_FIRST: Final = Remedy(Action.NOT_CARRIED, "only the first value is taken")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The contents of the metadata block, and checks of values against it."""

    keys: Mapping[str, Cell]
    prefixes: Mapping[str, str]
    slots: Mapping[str, tuple[str, ...]]
    extensions: tuple[ExtensionDefinition, ...]
    checker: Checker
    is_known: bool = True
    """False where the block could not be read: nothing is to be concluded from what is absent."""


UNKNOWN = Metadata({}, {}, {}, (), Checker({}, {}), is_known=False)


def read_metadata(
    lines: Sequence[str],
    findings: Findings,
    marker: str = "#",
    further_prefixes: Mapping[str, str] | None = None,
) -> Metadata:
    """Return what the metadata block ``lines``, the first of the file, says about the set.

    Each line opens with ``marker``, which is empty in a file of metadata. ``further_prefixes`` hold
    where the block does not declare them.
    """
    block = strip_block(lines, findings, marker)
    faults_before = len(findings.faults)
    node = compose(block, findings)
    if node is None and len(findings.faults) > faults_before:
        return UNKNOWN
    content = entries(node, block, findings).entries if node else {}
    declared = _read_curie_map(content, findings)
    prefixes = with_further_prefixes(declared or {}, further_prefixes or {}, findings)
    namespaces = {} if declared is None else all_prefixes(prefixes)
    definitions = content.get("extension_definitions")
    extensions = read_extensions(definitions[1], namespaces, findings) if definitions else ()
    hints = {item.slot_name: item.type_hint or "xsd:string" for item in extensions}
    checker = Checker(namespaces, hints)
    slots: dict[str, tuple[str, ...]] = {}
    for name, (key, value) in content.items():
        for slot, values in _read_slot(key, value, checker, findings):
            if values and (slot == name or slot not in content):
                slots.setdefault(slot, values)
    keys = {name: key for name, (key, _) in content.items()}
    return Metadata(keys, prefixes, slots, extensions, checker)


def check_required(metadata: Metadata, findings: Findings) -> None:
    """Note what the schema wants and the metadata do not have (class ``mapping set``)."""
    for name in SET_REQUIRED:
        if metadata.is_known and name not in metadata.keys:
            findings.add(1, 1, f"the metadata has no {name}; add a line '#{name}: ...'")


def _read_curie_map(
    content: Mapping[str, tuple[Cell, Tree]], findings: Findings
) -> dict[str, str] | None:
    if "curie_map" not in content:
        return {}
    key, value = content["curie_map"]
    if not isinstance(value, Entries):
        if isinstance(value, Cell) and not value.text and findings.is_lenient:
            return {}
        findings.add_at(key, "curie_map must be a mapping; write '#  prefix: IRI' lines below it")
        return None
    prefixes = {}
    for prefix, (place, iri) in value.entries.items():
        text = iri.text if isinstance(iri, Cell) else ""
        problem, remedy, text = problem_of_prefix(prefix, text)
        if problem:
            findings.repair(place, problem, remedy)
        if not problem or text or not findings.is_lenient:
            prefixes[prefix] = text
    return prefixes


def _read_slot(
    key: Cell, value: Tree, checker: Checker, findings: Findings
) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the slot that ``key`` names with its values: two for a slot that became two."""
    name = key.text
    if name in ("curie_map", "extension_definitions"):
        return
    if findings.is_lenient and name in SUCCESSORS:
        yield from _successors(key, value, checker, findings)
        return
    if name not in SET_SLOTS and name not in checker.type_hints:
        findings.repair(key, _problem_of_key(name), DISCARDED)
        return
    is_list = isinstance(value, Items)
    texts: list[str] = []
    unfit_texts: list[str] = []
    for item in _items(name, value, findings):
        if not item.text and (is_list or name in SET_REQUIRED):
            message = f"{name}: no value; write one, or remove the line"
            findings.repair(item, message, Remedy(Action.IGNORED, "passed over"))
        elif item.text:
            values, left = values_and_texts(name, [item.text], item, checker, findings)
            texts.extend(values)
            unfit_texts.extend(left)
    yield name, tuple(texts)
    if unfit_texts:
        yield text_slot(name), ("|".join(unfit_texts),)


def _successors(
    key: Cell, value: Tree, checker: Checker, findings: Findings
) -> Iterable[tuple[str, tuple[str, ...]]]:
    names = [name for name in SUCCESSORS[key.text] if name in SET_SLOTS]
    text = value_now(key.text, value.text) if isinstance(value, Cell) else None
    message = f"'{key.text}' is a slot of SSSOM before 1.0"
    if not names or not text or not isinstance(value, Cell):
        findings.repair(key, message, DISCARDED)
        return
    findings.repair(key, message, Remedy(Action.REPAIRED, f"read as {' and '.join(names)}"))
    for name in names:
        yield name, (take(name, text, value, checker, findings),)


def _items(name: str, value: Tree, findings: Findings) -> list[Cell]:
    """Return the values of a slot; a lenient reader takes the first where there can be only one."""
    slot = SLOTS.get(name)
    is_list = isinstance(value, Items) and slot is not None and slot.multivalued
    items = value.items if isinstance(value, Items) and is_list else (value,)
    cells = []
    for item in items:
        if isinstance(item, Cell):
            cells.append(item)
            continue
        findings.repair(item.place, f"{name} takes one text; write '{name}: value'", _FIRST)
        if isinstance(item, Items):
            cells.extend([each for each in item.items if isinstance(each, Cell)][:1])
    return cells


def _problem_of_key(name: str) -> str:
    if name in RECORD_SLOTS:
        return f"'{name}' is a slot of records, not of the set; make it a column"
    if name == "mappings":
        return "'mappings' may not stand in the metadata; write the mappings as rows of the table"
    return f"unknown slot '{name}'; declare it in extension_definitions, or remove it"
