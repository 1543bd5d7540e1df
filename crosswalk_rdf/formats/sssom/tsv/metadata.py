"""The metadata block to the slots of a mapping set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings
from crosswalk_rdf.formats.sssom.tsv.document import BUILT_IN_PREFIXES, ExtensionDefinition
from crosswalk_rdf.formats.sssom.tsv.extension_definitions import read_extensions
from crosswalk_rdf.formats.sssom.tsv.slots import (
    RECORD_SLOTS,
    SET_REQUIRED,
    SET_SLOTS,
    SLOTS,
)
from crosswalk_rdf.formats.sssom.tsv.values import (
    NCNAME,
    Checker,
    all_prefixes,
    problem_of_uri,
)
from crosswalk_rdf.formats.sssom.tsv.yaml_block import compose, strip_block
from crosswalk_rdf.formats.sssom.tsv.yaml_tree import Entries, Items, Tree, entries


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


def read_metadata(lines: Sequence[str], findings: Findings) -> Metadata:
    """Return what the metadata block ``lines``, the first of the file, says about the set."""
    block = strip_block(lines, findings)
    faults_before = len(findings.faults)
    node = compose(block, findings)
    if node is None and len(findings.faults) > faults_before:
        return UNKNOWN
    content = entries(node, block, findings).entries if node else {}
    prefixes = _read_curie_map(content, findings)
    known = {} if prefixes is None else all_prefixes(prefixes)
    definitions = content.get("extension_definitions")
    extensions = read_extensions(definitions[1], known, findings) if definitions else ()
    hints = {item.slot_name: item.type_hint or "xsd:string" for item in extensions}
    checker = Checker(known, hints)
    slots = {
        name: values
        for name, (key, value) in content.items()
        if (values := _read_slot(key, value, checker, findings))
    }
    for name in SET_REQUIRED:
        if name not in content:
            findings.add(1, 1, f"the metadata has no {name}; add a line '#{name}: ...'")
    keys = {name: key for name, (key, _) in content.items()}
    return Metadata(keys, prefixes or {}, slots, extensions, checker)


def _read_curie_map(
    content: Mapping[str, tuple[Cell, Tree]], findings: Findings
) -> dict[str, str] | None:
    if "curie_map" not in content:
        return {}
    key, value = content["curie_map"]
    if not isinstance(value, Entries):
        findings.add_at(key, "curie_map must be a mapping; write '#  prefix: IRI' lines below it")
        return None
    prefixes = {}
    for prefix, (place, iri) in value.entries.items():
        problem = _problem_of_prefix(prefix, iri)
        if problem:
            findings.add_at(place, problem)
        prefixes[prefix] = iri.text if isinstance(iri, Cell) else ""
    return prefixes


def _problem_of_prefix(prefix: str, iri: Tree) -> str | None:
    if not NCNAME.fullmatch(prefix):
        return f"prefix '{prefix}' is no XML name without colon; rename it"
    if not isinstance(iri, Cell):
        return f"prefix '{prefix}' must stand for one IRI; write '{prefix}: IRI'"
    built_in = BUILT_IN_PREFIXES.get(prefix)
    if built_in and iri.text != built_in:
        return f"built-in prefix '{prefix}' must stand for {built_in}; remove the line"
    problem = problem_of_uri(iri.text, {})
    return f"prefix '{prefix}': {problem}" if problem else None


def _read_slot(key: Cell, value: Tree, checker: Checker, findings: Findings) -> tuple[str, ...]:
    name = key.text
    if name in ("curie_map", "extension_definitions"):
        return ()
    if name not in SET_SLOTS and name not in checker.type_hints:
        findings.add_at(key, _problem_of_key(name))
        return ()
    slot = SLOTS.get(name)
    is_list = isinstance(value, Items) and slot is not None and slot.multivalued
    items = value.items if isinstance(value, Items) and is_list else (value,)
    texts = []
    for item in items:
        if not isinstance(item, Cell):
            findings.add_at(item.place, f"{name} takes one text; write '{name}: value'")
        elif not item.text and (is_list or name in SET_REQUIRED):
            findings.add_at(item, f"{name}: no value; write one, or remove the line")
        elif item.text:
            problem = checker.problem(name, item.text)
            if problem:
                findings.add_at(item, problem)
            texts.append(item.text)
    return tuple(texts)


def _problem_of_key(name: str) -> str:
    if name in RECORD_SLOTS:
        return f"'{name}' is a slot of records, not of the set; make it a column"
    if name == "mappings":
        return "'mappings' may not stand in the metadata; write the mappings as rows of the table"
    return f"unknown slot '{name}'; declare it in extension_definitions, or remove it"
