"""Education levels travel between CASE, CTDL-ASN and ASN."""

import json

import crosswalk_rdf as xw

LEVEL = "http://purl.org/ASN/scheme/ASNEducationLevel/"
ASN = f"""@prefix asn: <http://purl.org/ASN/schema/core/> .
@prefix dct: <http://purl.org/dc/terms/> .
<http://x.example.org/D1> a asn:StandardDocument ; dct:title "Math"@en .
<http://x.example.org/S1> a asn:Statement ; dct:isPartOf <http://x.example.org/D1> ;
  dct:description "Counts."@en ; dct:educationLevel <{LEVEL}K> , <{LEVEL}9> , <{LEVEL}Other> .
"""


def levels(document: bytes) -> list[str]:
    values: list[str] = json.loads(document)["CFItems"][0]["educationLevel"]
    return values


def case_of(package: xw.Package) -> bytes:
    (document,) = xw.serialize(package, "case-1.1", report=xw.Report()).values()
    return document


def test_from_asn_to_case_and_ctdl_asn_and_back() -> None:
    package = xw.parse(ASN.encode(), "asn", report=xw.Report())
    case = case_of(package)
    assert levels(case) == ["KG", "09", f"{LEVEL}Other"]
    again = xw.parse(case, "case-1.1", report=xw.Report())
    assert levels(case_of(again)) == levels(case)
    (ctdl,) = xw.serialize(again, "ctdl-asn", report=xw.Report()).values()
    competency = json.loads(ctdl)["@graph"][1]
    assert competency["ceasn:educationLevelType"] == [LEVEL + "K", LEVEL + "9", LEVEL + "Other"]


def test_from_case_to_ctdl_asn_and_back() -> None:
    package = xw.parse(ASN.encode(), "asn", report=xw.Report())
    value = json.loads(case_of(package))
    del value["CFItems"][0]["extensions"]
    value["CFItems"][0]["educationLevel"] = ["09", "Grade 9"]
    own = xw.parse(json.dumps(value).encode(), "case-1.1", report=xw.Report())
    (ctdl,) = xw.serialize(own, "ctdl-asn", report=xw.Report()).values()
    assert json.loads(ctdl)["@graph"][1]["ceasn:educationLevelType"] == [LEVEL + "9"]
    back = xw.parse(ctdl, "ctdl-asn", report=xw.Report())
    assert sorted(levels(case_of(back))) == ["09", "Grade 9"]
