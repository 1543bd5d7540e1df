"""Files of a publication's folder: bytes, text and tables, with the place of every fault."""

import csv
import hashlib
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.project.folder_boundary import is_inside
from crosswalk_rdf.project.toml_places import KeyPath, key_places

_TOML_ERROR = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")


@dataclass(slots=True)
class Folder:
    """A publication's folder; collects the faults of its files and notes what was read."""

    path: Path
    faults: list[Fault] = field(default_factory=list)
    checksums: dict[str, str] = field(default_factory=dict)
    """SHA-256 of each file read, by its path within the folder."""

    def fault(self, file: str, line: int, column: int, message: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(file, line, column, message))

    def data(self, file: str) -> bytes:
        """Return the bytes of ``file``; one that is outside, or cannot be read, is a fault."""
        if not is_inside(self.path, self.path / file):
            self.fault(file, 0, 0, "is outside of the publication's folder: put it there")
            return b""
        try:
            content = (self.path / file).read_bytes()
        except OSError as error:
            self.fault(file, 0, 0, f"cannot be read ({error.strerror}): add it or mend its rights")
            return b""
        self.checksums[file] = hashlib.sha256(content).hexdigest()
        return content

    def text(self, file: str) -> str:
        """Return the text of ``file``; bytes that are not UTF-8 are a fault."""
        content = self.data(file)
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8", errors="replace")
            line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
            byte = content[error.start]
            self.fault(file, line, column, f"byte 0x{byte:02X} is not UTF-8: save it as UTF-8")
            return ""

    def toml(self, file: str) -> "TomlFile":
        """Return the content of a TOML file; a syntax error is a fault, and an empty file."""
        text = self.text(file)
        try:
            return TomlFile(self, file, tomllib.loads(text), key_places(text))
        except tomllib.TOMLDecodeError as error:
            match = _TOML_ERROR.fullmatch(str(error))
            reason = match["what"] if match else str(error)
            line, column = (int(match["line"]), int(match["column"])) if match else (0, 0)
            self.fault(file, line, column, f"not TOML: {reason}; mend the syntax")
            return TomlFile(self, file, {}, {})

    def folders(self, below: str) -> list[str]:
        """Return the names of the folders in ``below``, sorted."""
        path = self.path / below
        return sorted(p.name for p in path.iterdir() if p.is_dir()) if path.is_dir() else []

    def files(self, below: str, pattern: str) -> list[str]:
        """Return the paths, within the folder, of the files in ``below`` that match, sorted."""
        paths = (self.path / below).glob(pattern)
        return sorted(path.relative_to(self.path).as_posix() for path in paths if path.is_file())

    def has(self, file: str) -> bool:
        """Return whether ``file`` exists."""
        return (self.path / file).is_file()

    def raise_faults(self) -> None:
        """Raise :class:`InputFaults` when there are any."""
        if self.faults:
            raise InputFaults(self.faults)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file as it was read, and on which line each of its keys stands."""

    folder: Folder
    file: str
    content: Mapping[str, Any]
    places: Mapping[KeyPath, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a CSV file: its cells by column name, and where each begins."""

    file: str
    line: int
    cells: Mapping[str, str]
    columns: Mapping[str, int]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "").strip()


def no_other_columns(column: str) -> bool:
    """Allow no column but those that are named."""
    return not column


def first_lines(table: Sequence[Row], column: str) -> dict[str, int]:
    """Return the line of the first row of ``table`` with each value of ``column``."""
    return {row[column]: row.line for row in reversed(table)}


def rows(
    folder: Folder,
    file: str,
    required: Sequence[str],
    optional: Sequence[str],
    further: Callable[[str], bool] = no_other_columns,
) -> list[Row]:
    """Return the rows of a CSV file (RFC 4180) with a header; every fault is noted.

    ``further`` returns whether an additional column is allowed. Blank lines are skipped. A row
    with too few or too many cells is a fault and left out.
    """
    text = folder.text(file)
    if not text:
        if file in folder.checksums and not any(f.file == file for f in folder.faults):
            folder.fault(file, 1, 1, f"is empty: begin it with {','.join(required)}")
        return []
    records = list(_records(folder, file, text))
    allowed = (*required, *optional, *filter(further, records[0][1] if records else ()))
    if not records or not _is_valid_header(folder, file, records[0], required, allowed):
        return []
    header = records[0][1]
    return [
        Row(file, line, dict(zip(header, cells, strict=True)), _cell_positions(header, cells))
        for line, cells in records[1:]
        if cells and _has_all_cells(folder, file, line, cells, header)
    ]


def _records(folder: Folder, file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        folder.fault(file, line, 1, f"not CSV: {error}; close each quoted cell with a quote")


def _is_valid_header(
    folder: Folder,
    file: str,
    record: tuple[int, list[str]],
    required: Sequence[str],
    allowed: Sequence[str],
) -> bool:
    line, header = record
    positions = _cell_positions([str(number) for number in range(len(header))], header)
    faults = [
        (0, f"has no column '{name}': add it to the header")
        for name in required
        if name not in header
    ]
    for number, name in enumerate(header):
        if name not in allowed:
            columns = ", ".join(allowed)
            faults.append(
                (positions[str(number)], f"unknown column '{name}': the columns are {columns}")
            )
        elif name in header[:number]:
            faults.append((positions[str(number)], f"column '{name}' stands twice: keep one"))
    for column, message in faults:
        folder.fault(file, line, column, message)
    return not faults


def _has_all_cells(
    folder: Folder, file: str, line: int, cells: list[str], header: list[str]
) -> bool:
    if len(cells) == len(header):
        return True
    difference = "too many" if len(cells) > len(header) else "too few"
    message = (
        f"{difference} cells: {len(cells)} for {len(header)} columns; quote cells that hold commas"
    )
    folder.fault(file, line, 0, message)
    return False


def _cell_positions(header: Sequence[str], cells: Sequence[str]) -> dict[str, int]:
    """Return the character position, from 1, at which each cell of a canonical row begins."""
    positions, position = {}, 1
    for name, cell in zip(header, cells, strict=False):
        positions[name] = position
        needs_quotes = any(character in cell for character in ',"\n\r')
        position += len(cell) + (2 + cell.count('"') if needs_quotes else 0) + 1
    return positions
