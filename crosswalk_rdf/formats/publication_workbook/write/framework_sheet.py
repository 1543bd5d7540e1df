"""A framework to its sheet: one row a statement, each below its parent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.publication_workbook.headers import STATEMENT
from crosswalk_rdf.formats.publication_workbook.names import Notations, kind_names
from crosswalk_rdf.formats.publication_workbook.write.layout import Column, Line, Plan, Style
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order
from crosswalk_rdf.formats.shared.tabular.values import lines_text, yes
from crosswalk_rdf.model import Framework, Statement
from crosswalk_rdf.model.lexical import NO_LANGUAGE, NONE

_LOOKS: Final = {
    "notation": (16, Style.NOTATION),
    "kind": (15, Style.PLAIN),
    "parent": (14, Style.PLAIN),
    "label": (30, Style.TEXT),
    "text": (70, Style.TEXT),
    "language": (11, Style.PLAIN),
    "label_language": (11, Style.PLAIN),
    "also_under": (20, Style.TEXT),
    "coined": (10, Style.PLAIN),
    "coined_label": (10, Style.PLAIN),
    "deprecated": (12, Style.PLAIN),
    "replaced_by": (20, Style.PLAIN),
    "in_schemes": (24, Style.MACHINE),
    "top_concept_of": (24, Style.MACHINE),
    "lines": (12, Style.PLAIN),
    "printed_in": (24, Style.MACHINE),
    "checksum": (24, Style.MACHINE),
    "uuid": (38, Style.MACHINE),
    "iri": (60, Style.MACHINE),
}
_ALWAYS: Final = ("notation", "kind", "parent", "label", "text", "uuid", "iri")


def framework_plan(framework: Framework, name: str) -> Plan:
    """Return the sheet of ``framework``; empty columns are left out."""
    ordered = ordered_statements(framework)
    cells = _cells(framework)
    values = [{field: cells[field](statement) for field in STATEMENT} for statement in ordered]
    fields = [f for f in STATEMENT if f in _ALWAYS or any(row[f] for row in values)]
    depths = _depths(ordered)
    parents = {statement.broader for statement in ordered}
    lines = [
        Line(
            tuple(row[field] for field in fields),
            str(statement.iri),
            depths[statement.iri],
            statement.iri in parents,
        )
        for statement, row in zip(ordered, values, strict=True)
    ]
    kinds = tuple(kind_names(framework).values())
    columns = tuple(Column(STATEMENT[f], *_LOOKS[f], kinds if f == "kind" else ()) for f in fields)
    indented = tuple(fields.index(field) for field in ("notation", "label", "text"))
    return Plan(name, columns, lines, indented=indented)


def _width(field: str, values: Sequence[Mapping[str, str]]) -> int:
    """Return the width of a column, which is small where it is empty."""
    empty = not any(row[field] for row in values)
    return min(_LOOKS[field][0], 12) if empty else _LOOKS[field][0]


def ordered_statements(framework: Framework) -> tuple[Statement, ...]:
    """Return the statements in the order of the sheet: each below its parent.

    Statements in a cycle, which have no place in the tree, come last.
    """
    ordered = in_tree_order(framework.statements)
    if len(ordered) == len(framework.statements):
        return ordered
    ordered_iris = {statement.iri for statement in ordered}
    return (*ordered, *(s for s in framework.statements if s.iri not in ordered_iris))


def _cells(framework: Framework) -> dict[str, Callable[[Statement], str]]:
    """Return the content of each column for a statement."""
    notations, kinds = Notations(framework.statements), kind_names(framework)

    def reference(iri: URIRef | None) -> str:
        return notations.of(iri) if iri else ""

    return {
        "notation": lambda s: s.notation,
        "kind": lambda s: kinds.get(s.kind, str(s.kind)),
        "parent": lambda s: reference(s.broader),
        "label": lambda s: str(s.label or ""),
        "text": lambda s: str(s.text),
        "language": lambda s: _language(s.text, framework),
        "label_language": lambda s: _language(s.label, framework),
        "also_under": lambda s: "\n".join(reference(iri) for iri in s.also_broader),
        "coined": lambda s: yes(s.coined_notation),
        "coined_label": lambda s: yes(s.coined_label),
        "deprecated": lambda s: yes(s.deprecated),
        "replaced_by": lambda s: reference(s.replaced_by),
        "in_schemes": lambda s: _schemes(s.in_schemes),
        "top_concept_of": lambda s: _schemes(s.top_concept_of),
        "printed_in": lambda s: str(s.printed_in or ""),
        "lines": lambda s: lines_text(s.lines),
        "checksum": lambda s: s.checksum or "",
        "uuid": lambda s: s.uuid,
        "iri": lambda s: str(s.iri),
    }


def _language(literal: Literal | None, framework: Framework) -> str:
    """Return the language of ``literal`` where it is not that of ``framework``."""
    if literal is None or (literal.language or "") == framework.language:
        return ""
    return str(literal.language or NO_LANGUAGE)


def _schemes(schemes: tuple[URIRef, ...] | None) -> str:
    return "" if schemes is None else "\n".join(schemes) or NONE


def _depths(ordered: tuple[Statement, ...]) -> dict[URIRef, int]:
    depths: dict[URIRef, int] = {}
    for statement in ordered:
        above = depths.get(statement.broader) if statement.broader else None
        depths[statement.iri] = 0 if above is None else above + 1
    return depths
