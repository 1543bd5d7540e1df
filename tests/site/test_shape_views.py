"""Shapes as a page shows them."""

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.shapes import shapes_view, statement
from crosswalk_rdf.validation.shapes import read_shapes

TURTLE = '''# What a note is.
# And what not.
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/k/shapes#> .

:NoteIsShort a sh:NodeShape ;
  sh:targetClass :Note ;
  sh:severity sh:Warning ;
  sh:message "{?note} is long: shorten it." ;
  rdfs:seeAlso <https://example.org/clause> ;
  sh:sparql [ sh:select """
    SELECT $this WHERE {
      $this a ?x .
    }
  """ ] .

:NoteIsThere a sh:NodeShape ;
  sh:targetClass :Note ;
  sh:property [ sh:path :text ; sh:minCount 1 ] .
'''


def test_shapes_are_grouped_by_file() -> None:
    texts = {"shapes/note.ttl": TURTLE, "shapes/prefixes.ttl": ""}
    references = References(
        addresses=Addresses("https://example.org/k/"), names=PrefixedNames({}), paths=()
    )
    view = shapes_view(read_shapes(texts), texts, references)
    [file] = view.files
    assert (file.name, file.path, file.anchor) == ("note", "shapes/note.ttl", "file-note")
    assert file.about == "What a note is. And what not."
    short, there = file.shapes
    assert (short.name, short.severity) == ("NoteIsShort", "warning")
    assert short.message == "[note] is long: shorten it."
    assert [clause.iri for clause in short.clauses] == ["https://example.org/clause"]
    assert short.sparql == ["SELECT $this WHERE {\n  $this a ?x .\n}"]
    assert (there.severity, there.sparql) == ("violation", [])
    assert there.source.endswith("sh:property [ sh:path :text ; sh:minCount 1 ] .")
    assert view.count == 2


def test_a_statement_ends_outside_of_its_texts() -> None:
    assert statement(TURTLE, "NoteIsShort").endswith('""" ] .')
    assert statement(TURTLE, "Note") == ""


def test_every_shape_of_ours_shows_how_it_is_checked(library: Library) -> None:
    references = References(
        addresses=Addresses("https://example.org/k/"), names=PrefixedNames({}), paths=()
    )
    view = shapes_view(read_shapes(library.shapes), library.shapes, references)
    assert [s.name for file in view.files for s in file.shapes if not (s.sparql or s.source)] == []
