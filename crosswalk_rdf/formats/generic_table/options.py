"""How a sheet is to be read, as a user says it: a value, and the TOML of ``mapping.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import tomli_w

from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.formats.generic_table.roles import Role, UnknownRole, parsed_role

_KEYS: Final = frozenset({"file", "together", "degrees", "sheets"})
_SHEET_KEYS: Final = frozenset({"name", "header_row", "columns"})
_ONCE: Final = frozenset({"code", "text", "label", "level", "depth", "parent", "degree"})
_HEAD: Final = """\
# How the columns of the spreadsheet are read. Edit it where it is wrong, and import again:
# crosswalk-rdf import FILE --as {id} --replace
# Roles: code, text, label, level, depth, parent, grade, subject, notes, keywords, id, iri, order,
# other (kept as it is), ignore; code.1, text.1 for the top level, text.2 for the next;
# codes.ID for codes of the framework ID, texts.ID for its texts, grid.ID for a column of marks.

"""


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """How one sheet is to be read."""

    name: str = ""
    header_row: int | None = None
    """The number of its last row of headers; 0 for none, None to look for it."""
    columns: Mapping[str, Role] = field(default_factory=dict)
    """The roles of columns, by header or letter."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a spreadsheet is to be read; empty to find out."""

    file: str = ""
    """The name of the file that this was written for."""
    together: bool = False
    """Whether all sheets are one framework."""
    degrees: Mapping[str, str] = field(default_factory=dict)
    """The predicate of each word that says how well two statements match, as a CURIE of SKOS."""
    sheets: tuple[SheetOptions, ...] = ()
    """What is said of single sheets; one without a name is about all others."""
    only: tuple[str, ...] = ()
    """The sheets to read; none for all."""

    def of(self, sheet: str, *, alone: bool) -> SheetOptions:
        """Return what is said of ``sheet``, which may be ``alone`` in its file."""
        named = [options for options in self.sheets if options.name == sheet]
        general = [options for options in self.sheets if not options.name]
        if not named and alone:
            named = [options for options in self.sheets if options.name]
        merged = SheetOptions(sheet)
        for options in (*general, *named):
            merged = _merged(merged, options)
        return merged


def _merged(options: SheetOptions, other: SheetOptions) -> SheetOptions:
    """Return ``options`` with what ``other`` says beside; a role that is given already stays."""
    roles = {str(role) for role in options.columns.values() if role.name in _ONCE}
    further = {
        name: role
        for name, role in other.columns.items()
        if name not in options.columns and str(role) not in roles
    }
    header_row = other.header_row if options.header_row is None else options.header_row
    return replace(options, header_row=header_row, columns={**options.columns, **further})


def options_from_toml(data: bytes, file: str) -> TableOptions:
    """Return the options in the TOML ``data``; raise InputFaults for what is no such file."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise unreadable(file, f"not TOML: {error}; mend the syntax") from error
    _check_keys(content, _KEYS, file)
    sheets = content.get("sheets", [])
    return TableOptions(
        file=str(content.get("file", "")),
        together=bool(content.get("together", False)),
        degrees={str(k): str(v) for k, v in content.get("degrees", {}).items()},
        sheets=tuple(_sheet(each, file) for each in sheets),
        only=tuple(str(each["name"]) for each in sheets if each.get("name")),
    )


def _sheet(content: Mapping[str, Any], file: str) -> SheetOptions:
    _check_keys(content, _SHEET_KEYS, file)
    try:
        columns = {name: parsed_role(str(role)) for name, role in content["columns"].items()}
    except (KeyError, AttributeError) as error:
        raise unreadable(file, "a sheet has no table 'columns': add [sheets.columns]") from error
    except UnknownRole as error:
        raise unreadable(file, str(error)) from error
    header_row = content.get("header_row")
    return SheetOptions(
        str(content.get("name", "")), header_row if isinstance(header_row, int) else None, columns
    )


def _check_keys(content: Mapping[str, Any], keys: frozenset[str], file: str) -> None:
    for key in content:
        if key not in keys:
            message = f"unknown key {key!r}: the keys are {', '.join(sorted(keys))}"
            raise unreadable(file, message)


def options_to_toml(options: TableOptions, id: str) -> bytes:
    """Return ``mapping.toml`` of the framework or crosswalk ``id``."""
    content: dict[str, Any] = {"file": options.file}
    if options.together:
        content["together"] = True
    if options.degrees:
        content["degrees"] = dict(options.degrees)
    content["sheets"] = [
        {
            **({"name": sheet.name} if sheet.name else {}),
            **({} if sheet.header_row is None else {"header_row": sheet.header_row}),
            "columns": {name: str(role) for name, role in sheet.columns.items()},
        }
        for sheet in options.sheets
    ]
    return (_HEAD.format(id=id) + tomli_w.dumps(content)).encode()
