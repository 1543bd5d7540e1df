"""YAML nodes to a tree of cells: text, items, entries, each with its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.yaml_block import Block

_NULLS: Final = ("~", "null", "Null", "NULL")
"""Plain scalars that mean null (YAML 1.2 §10.3.2)."""


@dataclass(frozen=True, slots=True)
class Items:
    """A YAML sequence."""

    place: Cell
    items: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A YAML mapping: key to the place of the key and the value."""

    place: Cell
    entries: Mapping[str, tuple[Cell, "Tree"]]


Tree = Cell | Items | Entries


def tree(node: yaml.Node, block: Block, findings: Findings) -> Tree:
    """Return ``node``, which holds no alias, as a tree; no value is empty text."""
    if isinstance(node, yaml.MappingNode):
        return entries(node, block, findings)
    place = block.cell(node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        return Items(place, tuple(tree(item, block, findings) for item in node.value))
    if not isinstance(node, yaml.ScalarNode) or (node.style is None and node.value in _NULLS):
        return place
    return place._replace(text=node.value)


def entries(node: yaml.MappingNode, block: Block, findings: Findings) -> Entries:
    """Return a mapping node as entries; keys that are used twice are faults."""
    by_key: dict[str, tuple[Cell, Tree]] = {}
    for key_node, value_node in node.value:
        key = tree(key_node, block, findings)
        value = tree(value_node, block, findings)
        if not isinstance(key, Cell):
            findings.add_at(key.place, "a key must be the name of a slot; write 'slot: value'")
        elif key.text in by_key:
            first = by_key[key.text][0].line
            message = f"'{key.text}' stands on line {first} already; remove one of them"
            findings.repair(key, message, Remedy(Action.NOT_CARRIED, "the first is taken"))
        else:
            by_key[key.text] = key, value
    return Entries(block.cell(node.start_mark), by_key)
