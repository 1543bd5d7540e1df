"""The lines of a metadata block to YAML nodes, without the features that SSSOM/TSV forbids."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.yaml_text import scalar

_DEEPEST: Final = 5
"""More than metadata needs: scalars in mappings in a sequence in the mapping that is the block."""

_COMMENT_AFTER: Final = re.compile(r":?\s+#")
_STRAY: Final = re.compile(r" ?[^\s\-'\"\[\]{}#|>:](?:[^:]|:\S)*$")
"""A line at the margin that is neither ``slot: value`` nor an item of a list."""

_UNPRINTABLE: Final = re.compile(
    r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML 1.2 §5.1 forbids in a stream."""


_PLAIN_VALUE: Final = re.compile(
    r"([A-Za-z_][\w.-]*): +([^\s\"'|>\[{].*?) *$|(\s*- +)([^\s\"'].*?) *$"
)
"""A line with a plain value, of a key at the margin or of an item."""

_PASSED_OVER: Final = Remedy(Action.IGNORED, "passed over")
_AS_TEXT: Final = Remedy(Action.REPAIRED, "read as if its value were in quotes")


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


def strip_block(lines: Sequence[str], findings: Findings, marker: str = "#") -> Block:
    """Return the YAML in ``lines``, each of which opens with ``marker`` or is blank."""
    contents = [
        _content(line.removeprefix(marker), number, len(marker), findings)
        for number, line in enumerate(lines, 1)
    ]
    spaces = min((len(text) - len(text.lstrip(" ")) for text in contents if text), default=0)
    return Block(tuple(text[spaces:] for text in contents), len(marker) + spaces)


def _content(text: str, number: int, margin: int, findings: Findings) -> str:
    problem = _problem_of_line(text.strip())
    if problem:
        message = f"{problem} in the metadata block; remove the line"
        findings.repair(Cell("", number, 1), message, _PASSED_OVER)
    for match in _UNPRINTABLE.finditer(text):
        place = Cell("", number, match.start() + margin + 1)
        message = "control character; remove it, or write it as \\xNN"
        findings.repair(place, message, Remedy(Action.REPAIRED, "read as a space"))
    return "" if problem else _UNPRINTABLE.sub(" ", text)


def _problem_of_line(text: str) -> str | None:
    if text.startswith("#"):
        return "comment"
    if text.startswith("%"):
        return "YAML directive"
    return None if text else "blank line"


def compose(block: Block, findings: Findings) -> yaml.MappingNode | None:
    """Return the mapping that the block holds; None, and a fault, where it holds none."""
    if findings.is_lenient:  # else a comment becomes the end of the value before it
        block = _without_strays(block, findings) or block
    try:
        return _compose(block, findings)
    except yaml.MarkedYAMLError as error:
        repaired = _without_strays(block, findings) or _with_quotes(block, findings)
        if repaired:
            return _compose(repaired, findings)
        is_open = error.context_mark and "end of stream" in (error.problem or "")
        findings.add_at(
            block.cell(error.context_mark if is_open else error.problem_mark),
            f"the metadata is no YAML: {error.problem}; correct the line, or quote its value",
        )
        return None


def _without_strays(block: Block, findings: Findings) -> Block | None:
    """Return ``block`` without lines that hold no slot, where that makes it YAML."""
    strays = [number for number, line in enumerate(block.lines) if _STRAY.match(line)]
    lines = tuple("" if i in strays else line for i, line in enumerate(block.lines))
    if not strays or not _is_yaml(lines):
        return None
    for number in strays:
        message = "this line is no 'slot: value'; correct or remove it"
        findings.repair(Cell("", number + 1, 1), message, _PASSED_OVER)
    return Block(lines, block.margin)


def _with_quotes(block: Block, findings: Findings) -> Block | None:
    """Return ``block`` with quotes around plain values that are not YAML, for a lenient reader."""
    if not findings.is_lenient:
        return None
    lines = list(block.lines)
    changed = []
    for number, line in enumerate(lines):
        match = _PLAIN_VALUE.match(line)
        if match and not _is_yaml((line,)):
            key, value = (f"{match[1]}: ", match[2]) if match[1] else (match[3], match[4])
            lines[number] = f"{key}{scalar(value)}"
            changed.append(number)
    if not _is_yaml(lines):
        return None
    for number in changed:
        message = "a value that is no YAML; put it in quotes"
        findings.repair(Cell("", number + 1, 1), message, _AS_TEXT)
    return Block(tuple(lines), block.margin)


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
        place = block.cell(event.start_mark)
        structure = _problem_of_structure(depth, documents) or _alias(event)
        if structure:
            findings.add_at(place, structure)
        elif problem := _forbidden(event) or _comment(event, block):
            findings.repair(place, problem, _PASSED_OVER)
        if structure and not isinstance(event, yaml.AliasEvent):
            return False
        is_sound = is_sound and structure is None
    return is_sound


def _problem_of_structure(depth: int, documents: int) -> str | None:
    if documents > 1:
        return "a second YAML document; remove the line '---'"
    if depth > _DEEPEST:
        return "metadata nested too deeply; write 'slot: value' lines"
    return None


def _alias(event: yaml.Event) -> str | None:
    is_alias = isinstance(event, yaml.AliasEvent)
    return "YAML aliases are forbidden here; write the value out" if is_alias else None


def _forbidden(event: yaml.Event) -> str | None:
    """Name what else SSSOM/TSV, "Forbidden YAML features", forbids."""
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
