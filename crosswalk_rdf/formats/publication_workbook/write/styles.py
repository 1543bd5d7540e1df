"""The looks of cells, each made once a workbook."""

from typing import TYPE_CHECKING, Any, Final

from crosswalk_rdf.formats.publication_workbook.write.layout import Style
from crosswalk_rdf.formats.publication_workbook.write.row_heights import LINE

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

_INK: Final = "#1B2A3A"
_LINE: Final = "#D5DCE4"
_TEXT: Final = "@"
"""The number format of text: what is typed into such a cell stays as it is."""
_CELL: Final[dict[str, Any]] = {
    "valign": "top",
    "font_color": _INK,
    "bottom": 1,
    "bottom_color": _LINE,
}
_STYLES: Final[dict[Style, dict[str, Any]]] = {
    Style.NOTATION: {"num_format": _TEXT, "bold": True},
    Style.TEXT: {"text_wrap": True},
    Style.PLAIN: {"num_format": _TEXT},
    Style.MACHINE: {"num_format": _TEXT, "font_size": 9, "font_color": "#66727F"},
    Style.CLAIM: {"align": "center"},
}
_PAGE: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#1F4E79", "text_wrap": True},
    "heading": {
        "bold": True,
        "font_size": 12,
        "font_color": "#1F4E79",
        "bottom": 1,
        "bottom_color": "#1F4E79",
        "valign": "bottom",
    },
    "name": {"bold": True, "font_color": _INK, "text_wrap": True, "valign": "bottom"},
    "term": {"font_color": "#46525F", "valign": "top", "align": "left", "indent": 1},
    "detail": {"font_color": _INK, "text_wrap": True, "valign": "top"},
    "text": {"font_color": _INK},
    "intro": {"font_color": "#46525F", "italic": True},
}
_HEADER: Final[dict[str, Any]] = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": "#1F4E79",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": "#FFFFFF",
}
_LINK: Final[dict[str, Any]] = {"font_color": "#0B5CAD", "underline": 1}
_DEEPEST: Final = 12


class Styles:
    """The formats of one workbook."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._formats: dict[object, Format] = {}
        self.header = workbook.add_format(_HEADER)

    def column(self, style: Style) -> "Format":
        """Return the look of what people add to a column."""
        return self._cached((style, "column"), {"valign": "top"} | _STYLES[style])

    def cell(
        self, style: Style, depth: int, *, heading: bool, quoted: bool, filled: bool
    ) -> "Format":
        """Return the look of a cell that is indented by ``depth``.

        One that is ``quoted`` looks like a formula, and stays text when it is edited.
        """
        claim = style is Style.CLAIM and filled
        key = (style, depth, heading, quoted, claim)
        style_format = self._formats.get(key)
        if style_format is not None:
            return style_format
        look = _CELL | _STYLES[style]
        if depth:
            look |= {"align": "left", "indent": min(depth, _DEEPEST)}
        if heading:
            look["bg_color"] = "#E8EEF5" if depth == 0 else "#F5F8FB"
        if heading and style is Style.TEXT:
            look["bold"] = True
        if claim:
            look["bg_color"] = "#E3EFE8"
        if quoted:
            look["quote_prefix"] = True
        return self._cached(key, look)

    def page(self, style: str, *, linked: bool = False) -> "Format":
        """Return the look of a passage."""
        return self._cached((style, linked), _PAGE[style] | (_LINK if linked else {}))

    def page_line(self, style: str) -> float:
        """Return the height of a line of a passage, in points."""
        return {"title": 24.0, "heading": 26.0, "name": 18.0}.get(style, LINE)

    def _cached(self, key: object, look: dict[str, Any]) -> "Format":
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(look)
        return self._formats[key]
