"""A small publication with two faults, and the rows that it was read from."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from crosswalk_rdf.model import Origin
from crosswalk_rdf.namespaces import DEFAULT_BASE

ROOT = Path(__file__).parents[2]
SHAPES: Mapping[str, str] = {
    f"shapes/{path.name}": path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "shapes").glob("*.ttl"))
}
FAULTS = """
@base <https://w3id.org/leadership-crosswalk/> .
@prefix ceasn: <https://purl.org/ctdlasn/terms/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xw: <https://w3id.org/leadership-crosswalk/ontology#> .
<psel> a ceasn:CompetencyFramework , skos:ConceptScheme ; dcterms:creator "NPBEA" .
<psel/1a> a ceasn:Competency ; skos:inScheme <psel> ; skos:notation "1a" , "1A" .
<psel/1b> a ceasn:Competency ; skos:inScheme <psel> ; skos:broader <psel/1b> .
"""
ORIGINS = {
    f"{DEFAULT_BASE}psel": Origin("data/frameworks/psel/framework.toml", 1),
    f"{DEFAULT_BASE}psel/1a": Origin("data/frameworks/psel/statements.csv", 3),
    f"{DEFAULT_BASE}psel/1b": Origin("data/frameworks/psel/statements.csv", 4),
}


def store_of(turtle: str) -> ox.Store:
    """Return a store that holds ``turtle`` in a named graph."""
    store = ox.Store()
    graph = ox.NamedNode(f"{DEFAULT_BASE}graph/case")
    store.load(turtle.encode(), format=ox.RdfFormat.TURTLE, to_graph=graph)
    return store


def shapes_named(*names: str) -> dict[str, str]:
    """Return the files ``names`` of our shapes, without suffix, and the prefixes they need."""
    paths = {f"shapes/{name}.ttl" for name in (*names, "prefixes")}
    return {name: text for name, text in SHAPES.items() if name in paths}
