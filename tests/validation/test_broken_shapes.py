"""Shapes files that cannot be used: which file, which line, what to do; all faults at once."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.validation import BrokenShapes, validate
from tests.validation.publication import SHAPES, shapes_named

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xws: <https://w3id.org/leadership-crosswalk/shapes#> .
xws:Own a sh:NodeShape ; sh:targetNode sh:Shape ;
"""


def faults_in(**texts: str) -> tuple[Fault, ...]:
    files = {f"shapes/{name}.ttl": text for name, text in texts.items()}
    with pytest.raises(BrokenShapes) as raised:
        validate(ox.Store(), {**shapes_named(), **files})
    return raised.value.faults


def select(query: str) -> str:
    return f'{HEAD}  sh:sparql [ sh:prefixes xws:Prefixes ; sh:select """\n{query}\n""" ] .\n'


def test_turtle_that_cannot_be_read() -> None:
    (fault,) = faults_in(own="@prefix sh: <http://www.w3.org/ns/shacl#> .\nsh:a sh:b .\n")
    assert (fault.file, fault.line, fault.column) == ("shapes/own.ttl", 2, 11)
    assert fault.message.endswith("correct the shapes file")


def test_sparql_that_cannot_be_parsed_is_placed_in_the_shapes_file() -> None:
    (fault,) = faults_in(own=select("SELECT $this WHERE {\n  $this a . }"))
    assert (fault.file, fault.line) == ("shapes/own.ttl", 6)
    assert "shapes#Own: the SPARQL text cannot be read" in fault.message
    assert fault.message.endswith("correct the sh:select")


def test_a_prefix_that_is_not_declared() -> None:
    (fault,) = faults_in(own=select("SELECT $this WHERE { $this a nope:Class }"))
    assert (fault.file, fault.line) == ("shapes/own.ttl", 5)


def test_a_misspelt_term_is_not_passed_over_in_silence() -> None:
    (fault,) = faults_in(own=HEAD + '  sh:mesage "x" .\n')
    assert str(fault) == (
        "shapes/own.ttl: https://w3id.org/leadership-crosswalk/shapes#Own: SHACL has no term "
        "sh:mesage; correct the spelling"
    )


def test_what_the_engine_refuses_names_the_file() -> None:
    (fault,) = faults_in(own=select("SELECT $this WHERE { $this a ?c MINUS { ?c a $this } }"))
    assert fault.file == "shapes/own.ttl"
    assert "must not contain a MINUS clause" in fault.message
    (fault,) = faults_in(own=HEAD + '  sh:minCount "many" .\n')
    assert fault.file == "shapes/own.ttl"


def test_a_refused_shape_is_found_among_all_others() -> None:
    own = select("SELECT $this WHERE { $this a ?c MINUS { ?c a $this } }")
    with pytest.raises(BrokenShapes) as raised:
        validate(ox.Store(), {**SHAPES, "shapes/own.ttl": own})
    (fault,) = raised.value.faults
    assert fault.file == "shapes/own.ttl"
    assert fault.message.startswith("https://w3id.org/leadership-crosswalk/shapes#Own cannot be")


def test_all_faults_of_all_files_at_once() -> None:
    faults = faults_in(one="<a> <b> .", two="<a>", three=HEAD + '  sh:mesage "x" .\n')
    assert [fault.file for fault in faults] == [
        "shapes/one.ttl",
        "shapes/three.ttl",
        "shapes/two.ttl",
    ]


def test_the_places_are_right_whatever_the_other_files_hold() -> None:
    with pytest.raises(BrokenShapes) as raised:
        validate(ox.Store(), {**SHAPES, "shapes/own.ttl": "\n\n<a> <b> ."})
    assert {fault.file for fault in raised.value.faults} == {"shapes/own.ttl"}
