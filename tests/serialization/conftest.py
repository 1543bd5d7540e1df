"""The published context, the prefixes, and a small publication."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.namespaces import DEFAULT_BASE, PREFIXES
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_suffix

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NAMES = {
    **PREFIXES,
    "xw": f"{DEFAULT_BASE}ontology#",
    "psel-2015": f"{DEFAULT_BASE}psel-2015/",
    "lcpe-2017": f"{DEFAULT_BASE}lcpe-2017/",
}
CONTEXT = parse_context((ROOT / "ontology" / "context.jsonld").read_text("utf-8"))


@pytest.fixture(scope="session")
def context() -> Context:
    return CONTEXT


@pytest.fixture(scope="session")
def publication() -> tuple[ox.Quad, ...]:
    file = HERE / "crosswalk.trig"
    return parse(file.read_bytes(), by_suffix(file.name), file=file.name)
