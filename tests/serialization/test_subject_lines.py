"""The lines of subjects, in each syntax that has lines."""

import pytest

from crosswalk_rdf.serialization.subject_lines import subject_lines

TURTLE = '''@prefix ex: <http://example.org/> .
@base <http://example.org/base/> .
# <http://example.org/comment> a ex:Comment .
ex:a a ex:Thing ;
  ex:p "a . ex:no ex:p ex:o ." , """long
ex:neither ex:p ex:o . """ , [ ex:q ex:o . ] ;
  ex:q ( ex:i ex:j ) .
<b> ex:p 1.5, true .
PREFIX other: <http://other.org/#>
other:c.d ex:p ex:a.
ex:a ex:p ex:o . ex:e\\,f ex:p ex:o .
[] ex:p ex:g .
ex:h ex:p 'x'@en .
'''
TRIG = "PREFIX : <http://example.org/>\n:g {\n:a :p :b .\n:c :p :b }\nGRAPH :h { :d :p :e }\n"
NT = '<http://example.org/a> <http://p> "x" .\n<http://example.org/b> <http://p> "\\"<" .\n'
XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xml:base="http://example.org/x/">
  <rdf:Description
      rdf:about="a"/>
  <p xmlns="http://p/" rdf:ID="b"><q rdf:resource="c"/>
    <q><rdf:Description rdf:about="http://example.org/d"/></q></p>
</rdf:RDF>
"""
JSON = """{"@context": {"ex": "http://example.org/", "@base": "http://example.org/base/"},
"@graph": [
{"@id": "ex:a", "ex:p": {"@id": "ex:b"}},
{"ex:p": "x",
 "@id": "c"},
{"@id": "http://example.org/b", "ex:p": 1}]}
"""
E = "http://example.org/"


@pytest.mark.parametrize(
    ("syntax", "text", "lines"),
    [
        ("turtle", TURTLE, {f"{E}a": 4, f"{E}base/b": 8, "http://other.org/#c.d": 10,
                            f"{E}e,f": 11, f"{E}h": 13}),
        ("trig", TRIG, {f"{E}g": 2, f"{E}a": 3, f"{E}c": 4, f"{E}h": 5, f"{E}d": 5}),
        ("n-triples", NT, {f"{E}a": 1, f"{E}b": 2}),
        ("rdf-xml", XML, {f"{E}x/a": 3, f"{E}x/#b": 5, f"{E}d": 6}),
        ("json-ld", JSON, {f"{E}a": 3, f"{E}base/c": 5, f"{E}b": 6}),
    ],
)  # fmt: skip
def test_the_first_line_of_each_subject(syntax: str, text: str, lines: dict[str, int]) -> None:
    assert subject_lines(text.encode(), syntax, "http://else/") == lines
