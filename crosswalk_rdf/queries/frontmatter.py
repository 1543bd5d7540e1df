"""The lines ``#+ `` at the head of a file to the values that they hold, YAML read as text."""

import re
from dataclasses import dataclass, field
from typing import Final

import yaml

from crosswalk_rdf.errors import Fault

_MARK: Final = re.compile(r"#\+ ?")
_MARK_WIDTH: Final = len("#+ ")

Value = str | list["Value"] | dict[str, "Value"]


@dataclass(slots=True)
class Frontmatter:
    """What was read, and what is wrong with it."""

    values: dict[str, Value] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_frontmatter(file: str, text: str) -> Frontmatter:
    """Return what the marked lines that ``text`` opens with say; every scalar is a string."""
    lines = text.splitlines()
    count = next((n for n, line in enumerate(lines) if not _MARK.match(line)), len(lines))
    source = "\n".join(_MARK.sub("", line, count=1) for line in lines[:count])
    frontmatter = Frontmatter()
    try:
        node = yaml.compose(source, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        frontmatter.faults.append(_unreadable(file, error.problem or "", error.problem_mark))
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 1
        message = f"the header is no YAML: U+{ord(source[error.position]):04X} cannot stand there"
        frontmatter.faults.append(Fault(file, line, 0, f"{message}; take it out"))
    else:
        values = _value(file, node, frontmatter.faults) if node else {}
        frontmatter.values = values if isinstance(values, dict) else {}
    return frontmatter


def _unreadable(file: str, problem: str, mark: yaml.Mark | None) -> Fault:
    line, column = (mark.line + 1, mark.column + _MARK_WIDTH + 1) if mark else (1, 0)
    advice = "quote values that hold ': ' or '#'"
    return Fault(file, line, column, f"the header is no YAML: {problem}; {advice}")


def _value(file: str, node: yaml.Node, faults: list[Fault]) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(file, item, faults) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return str(node.value)
    values: dict[str, Value] = {}
    for key, item in node.value:
        name = str(key.value)
        if name in values:
            line = key.start_mark.line + 1
            faults.append(Fault(file, line, 0, f"'{name}' is given twice: keep one of the two"))
        values[name] = _value(file, item, faults)
    return values
