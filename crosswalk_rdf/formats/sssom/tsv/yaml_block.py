"""The lines of a metadata block to YAML nodes, without the features that SSSOM/TSV forbids."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings

_DEEPEST: Final = 5
"""More than metadata needs: scalars in mappings in a sequence in the mapping that is the block."""

_COMMENT_AFTER: Final = re.compile(r":?\s+#")
_STRAY: Final = re.compile(r" ?[^\s\-'\"\[\]{}#|>:](?:[^:]|:\S)*$")
"""A line at the margin that is neither ``slot: value`` nor an item of a list."""

_UNPRINTABLE: Final = re.compile(
    r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.2 §5.1 forbids in a stream."""


class Mark(Protocol):
    """A place in a YAML stream, from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The character in the line."""


@dataclass(frozen=True, slots=True)
class Block:
    """YAML lines, of which the first is the first of the file, and what was cut off before each."""

    lines: tuple[str, ...]
    margin: int

    def cell(self, mark: Mark | None, text: str = "") -> Cell:
        """Return ``text`` with its place in the file, after ``mark``."""
        return (
            Cell(text, mark.line + 1, mark.column + 1 + self.margin) if mark else Cell(text, 1, 1)
        )


def strip_block(lines: Sequence[str], findings: Findings) -> Block:
    """Return the YAML in ``lines``, each of which opens with ``#`` or is blank."""
    contents = [_content(line, number, findings) for number, line in enumerate(lines, 1)]
    spaces = min((len(text) - len(text.lstrip(" ")) for text in contents if text), default=0)
    return Block(tuple(text[spaces:] for text in contents), 1 + spaces)


def _content(line: str, number: int, findings: Findings) -> str:
    text = line[1:]
    problem = _problem_of_line(text.strip())
    if problem:
        findings.add(number, 1, f"{problem} in the metadata block; remove the line")
    for match in _UNPRINTABLE.finditer(text):
        findings.add(
            number,
            match.start() + 2,
            "control character; remove it, or write it as \\xNN",
        )
    return "" if problem else _UNPRINTABLE.sub(" ", text)


def _problem_of_line(text: str) -> str | None:
    if text.startswith("#"):
        return "comment"
    if text.startswith("%"):
        return "YAML directive"
    return None if text else "blank line"


def compose(block: Block, findings: Findings) -> yaml.MappingNode | None:
    """Return the mapping that the block holds; None, and a fault, where it holds none."""
    strays = [number for number, line in enumerate(block.lines) if _STRAY.match(line)]
    try:
        return _compose(block, findings)
    except yaml.MarkedYAMLError as error:
        without = tuple("" if i in strays else line for i, line in enumerate(block.lines))
        if strays and _is_yaml(without):
            for number in strays:
                findings.add(number + 1, 1, "this line is no 'slot: value'; correct or remove it")
            return _compose(Block(without, block.margin), findings)
        is_open = error.context_mark and "end of stream" in (error.problem or "")
        findings.add_at(
            block.cell(error.context_mark if is_open else error.problem_mark),
            f"the metadata is no YAML: {error.problem}; correct the line, or quote its value",
        )
        return None


def _is_yaml(lines: Iterable[str]) -> bool:
    try:
        return all(True for _ in yaml.parse("\n".join(lines), Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError:
        return False


def _compose(block: Block, findings: Findings) -> yaml.MappingNode | None:
    text = "\n".join(block.lines)
    if not _is_sound(text, block, findings):
        return None
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    if node is None or isinstance(node, yaml.MappingNode):
        return node
    message = "the metadata is no mapping; write 'slot: value' lines"
    findings.add_at(block.cell(node.start_mark), message)
    return None


def _is_sound(text: str, block: Block, findings: Findings) -> bool:
    """Note what may not be in the metadata; False if it cannot be read on, such as an alias."""
    depth = documents = 0
    is_sound = True
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        structure = _problem_of_structure(depth, documents)
        problem = structure or _forbidden(event) or _comment(event, block)
        if problem:
            findings.add_at(block.cell(event.start_mark), problem)
        if structure:
            return False
        is_sound = is_sound and not isinstance(event, yaml.AliasEvent)
    return is_sound


def _problem_of_structure(depth: int, documents: int) -> str | None:
    if documents > 1:
        return "a second YAML document; remove the line '---'"
    if depth > _DEEPEST:
        return "metadata nested too deeply; write 'slot: value' lines"
    return None


def _forbidden(event: yaml.Event) -> str | None:
    """Name what SSSOM/TSV, "Forbidden YAML features", forbids."""
    if isinstance(event, yaml.AliasEvent):
        return "YAML aliases are forbidden here; write the value out"
    if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
        return "YAML anchors are forbidden here; remove it"
    if getattr(event, "tag", None) is not None:
        return "YAML tags are forbidden here; remove it"
    return None


def _comment(event: yaml.Event, block: Block) -> str | None:
    if not isinstance(event, yaml.ScalarEvent) or event.style in ("|", ">"):
        return None
    end = event.end_mark
    is_comment = (
        end is not None
        and end.line < len(block.lines)
        and _COMMENT_AFTER.match(block.lines[end.line][end.column :])
    )
    return "comment after a value; remove it, or quote the value" if is_comment else None
