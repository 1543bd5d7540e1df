"""The pages of the formats name the fields that the code carries, and no others."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from crosswalk_rdf.formats.shared.losses import (
    ALIGNMENT_FIELDS,
    CROSSWALK_FIELDS,
    FRAMEWORK_FIELDS,
    STATEMENT_FIELDS,
)

_FIELD = re.compile(r"^\| `(framework|statement|crosswalk|alignment)\.(\w+)`", re.MULTILINE)
_ALL = {
    "framework": set(FRAMEWORK_FIELDS),
    "statement": set(STATEMENT_FIELDS),
    "crosswalk": set(CROSSWALK_FIELDS),
    "alignment": set(ALIGNMENT_FIELDS),
}
"""The fields that a format may do without: the rest it carries, or it carries nothing."""

clr, open_badges, schema_org, xapi = (
    import_module(f"crosswalk_rdf.formats.{name}.write")
    for name in ("clr", "open_badges", "schema_org", "xapi")
)

CARRIED = {
    "open-badges": {
        "framework": open_badges.FRAMEWORK_FIELDS,
        "statement": open_badges.STATEMENT_FIELDS,
    },
    "xapi": {"framework": xapi.FRAMEWORK_FIELDS, "statement": xapi.STATEMENT_FIELDS},
    "clr": {
        "framework": clr.FRAMEWORK_FIELDS,
        "statement": clr.STATEMENT_FIELDS,
        "crosswalk": clr.CROSSWALK_FIELDS,
        "alignment": clr.ALIGNMENT_FIELDS,
    },
    "schema-org": {
        "framework": schema_org.FRAMEWORK_FIELDS,
        "statement": schema_org.STATEMENT_FIELDS,
        "crosswalk": schema_org.CROSSWALK_FIELDS,
        "alignment": schema_org.ALIGNMENT_FIELDS,
    },
}


@pytest.mark.parametrize("format", CARRIED)
def test_the_page_names_what_is_carried(format: str, repository: Path) -> None:
    page = (repository / "docs/formats" / f"{format}.md").read_text("utf-8")
    named: dict[str, set[str]] = {}
    for kind, field in _FIELD.findall(page):
        if field in _ALL[kind]:
            named.setdefault(kind, set()).add(field)
    assert named == {kind: set(fields) for kind, fields in CARRIED[format].items() if fields}
