"""Options of ``import`` that say how a spreadsheet is to be read."""

import functools
from collections.abc import Callable
from typing import Any

import click

from crosswalk_rdf.formats.generic_table import SheetOptions, TableOptions
from crosswalk_rdf.formats.generic_table.degrees import BadDegree, Degrees
from crosswalk_rdf.formats.generic_table.roles import Role, UnknownRole, parsed_role

_OPTIONS = (
    click.option("--look", is_flag=True, help="Show how a spreadsheet is read; write nothing."),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="ROLE=NAME",
        help="Read the column NAME (a header, or a letter) of a spreadsheet as ROLE: code, text, "
        "text.2, parent, level, notes, codes.ID, ignore, ….",
    ),
    click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Read this sheet only."),
    click.option(
        "--header-row",
        type=click.IntRange(min=0),
        metavar="N",
        help="Row of a spreadsheet that names the columns; 0 for none.",
    ),
    click.option("--together", is_flag=True, help="All sheets of a workbook are one framework."),
    click.option(
        "--degree",
        "degrees",
        multiple=True,
        metavar="WORD=PREDICATE",
        help="What a word or a mark says of a match in a spreadsheet: Full=skos:exactMatch.",
    ),
)


def table_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give ``command`` these options, as an argument ``table`` and a flag ``look``."""

    @functools.wraps(command)
    def with_table(
        *,
        columns: tuple[str, ...],
        sheets: tuple[str, ...],
        header_row: int | None,
        together: bool,
        degrees: tuple[str, ...],
        **others: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        roles = dict(_column(text) for text in columns)
        sheet = SheetOptions("", header_row, roles)
        table = TableOptions(
            together=together,
            degrees=_degrees(degrees),
            sheets=(sheet,) if roles or header_row is not None else (),
            only=sheets,
        )
        return command(table=table, **others)

    for option in reversed(_OPTIONS):
        with_table = option(with_table)
    return with_table


def _column(text: str) -> tuple[str, Role]:
    role, separator, name = text.partition("=")
    try:
        if not separator or not name.strip():
            raise UnknownRole(f"{text!r} is not ROLE=NAME: write such as text=Description")
        return name.strip(), parsed_role(role)
    except UnknownRole as error:
        raise click.BadParameter(str(error), param_hint="--column") from error


def _degrees(texts: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.rpartition("=") for text in texts]
    degrees = {word.strip(): predicate.strip() for word, _, predicate in pairs}
    try:
        if not all(word and predicate for word, predicate in degrees.items()):
            raise BadDegree("write WORD=PREDICATE, such as Full=skos:exactMatch")
        Degrees(degrees)
    except BadDegree as error:
        raise click.BadParameter(str(error), param_hint="--degree") from error
    return degrees
