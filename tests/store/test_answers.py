"""Terms of answers have one form."""

import pytest
from rdflib import XSD, Literal, URIRef

from crosswalk_rdf.store.answers import normal


@pytest.mark.parametrize(
    ("form", "datatype", "expected"),
    [
        ("007", XSD.integer, "7"),
        ("-0", XSD.integer, "0"),
        ("+12", XSD.integer, "12"),
        ("1.50", XSD.decimal, "1.5"),
        ("2.0", XSD.decimal, "2"),
        ("-.5", XSD.decimal, "-0.5"),
        ("-0.0", XSD.decimal, "0"),
        ("100", XSD.decimal, "100"),
        ("1", XSD.boolean, "true"),
        ("false", XSD.boolean, "false"),
        ("1e3", XSD.double, "1e3"),
        ("02015", XSD.gYear, "02015"),
        ("x", XSD.integer, "x"),
    ],
)
def test_lexical_forms(form: str, datatype: URIRef, expected: str) -> None:
    normalized = normal(Literal(form, datatype=datatype, normalize=False))
    assert str(normalized) == expected
    assert isinstance(normalized, Literal)
    assert normalized.datatype == datatype


def test_strings_and_languages() -> None:
    assert normal(Literal("1", datatype=XSD.string)) == Literal("1")
    assert normal(Literal("x", lang="en-GB")).n3() == '"x"@en-gb'
