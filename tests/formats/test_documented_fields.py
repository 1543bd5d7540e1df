"""The pages of the formats name the fields that the code carries, and no others."""

import re
from pathlib import Path

import pytest

from crosswalk_rdf.formats.coverage import MODEL, Carried, Lost, Partial
from crosswalk_rdf.formats.registry import format_by_name

_ROW = re.compile(r"^\| (`\w+\.\w+`[^|]*)\|", re.MULTILINE)
_FIELD = re.compile(r"`(\w+\.\w+)`")
_ELSEWHERE = ("properties", "slots")
"""What the pages say in tables of their own."""


@pytest.mark.parametrize("format", ["open-badges", "xapi", "clr", "schema-org"])
def test_the_page_names_what_is_carried(format: str, repository: Path) -> None:
    page = (repository / "docs/formats" / f"{format}.md").read_text("utf-8")
    named = {field for cell in _ROW.findall(page) for field in _FIELD.findall(cell)}
    assert named == carried(format)


def carried(format: str) -> set[str]:
    """Return the fields that a format carries, or carries in part."""
    coverage = format_by_name(format).coverage
    assert coverage is not None
    classes = {MODEL[model]: coverage.of(model) for model in MODEL}
    return {
        f"{kind}.{name}"
        for kind, treatments in classes.items()
        if not isinstance(treatments, Lost) and kind != "agent"
        for name, treatment in treatments.items()
        if isinstance(treatment, Carried | Partial)
        if not name.endswith(".language") and name not in _ELSEWHERE
    }
