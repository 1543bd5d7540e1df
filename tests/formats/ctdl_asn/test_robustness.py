"""What is wrong with a document is reported or refused, and never breaks anything."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.formats.format import Count
from crosswalk_rdf.namespaces import CEASN
from tests.formats.ctdl_asn.documents import (
    BASE,
    CONTEXT,
    UUID,
    competency,
    framework,
    properties_of,
    reading,
    remarks,
    statements,
    the_framework,
)
from tests.formats.ctdl_asn.registry import faults


def test_ctids_are_kept_and_used_once() -> None:
    result = reading(
        framework(ceterms__ctid=f"CE-{UUID.upper()}"),
        competency("a", isPartOf=f"{BASE}f", ceterms__ctid=UUID.replace("07c", "17c")),
        competency("b", isPartOf=f"{BASE}f", ceterms__ctid=f"ce-{UUID}"),
        competency("c", isPartOf=f"{BASE}f", ceterms__ctid="ce-none"),
    )
    assert the_framework(result).uuid == UUID
    by_name = statements(result)
    assert [by_name[name].uuid for name in "abc"] == [UUID.replace("07c", "17c"), "", ""]
    assert len(remarks(result)) == 4
    assert properties_of(by_name["c"])[0][1] == Literal("ce-none")


def test_references_by_ctid_and_blank_nodes_find_their_ends() -> None:
    result = reading(
        framework(ceterms__ctid=f"ce-{UUID}"),
        {**competency("a", isPartOf=f"ce-{UUID}"), "@id": "_:a"},
        {**competency("b", isPartOf=f"ce-{UUID}", isChildOf="_:a"), "@id": "local name"},
        competency("c", isChildOf="local name"),
    )
    a, b, c = the_framework(result).statements
    assert (b.broader, c.broader) == (a.iri, b.iri)
    assert a.iri.startswith("urn:uuid:") and b.iri.startswith("urn:uuid:")


def test_what_has_no_place_is_reported_and_counted() -> None:
    result = reading(
        framework(x__y="1", unknown=None),
        competency("a", isPartOf=f"{BASE}f",
                   ceterms__industryType={"@type": "ceterms:CredentialAlignmentObject",
                                          "ceterms:targetNodeName": {"en": "x"}}),
        {"@id": f"{BASE}r", "@type": "ceasn:Rubric", "ceasn:name": {"en": "R"}},
        {"@id": f"{BASE}a", "@type": "ceasn:Competency", "ceasn:listID": "1"},
        "text",
        {"no": "prefix"},
    )  # fmt: skip
    assert result.report.counts["Rubric"] == Count(1, 0)
    assert result.report.counts["Competency"] == Count(1, 1)
    values = dict(properties_of(statements(result)["a"]))
    nested = values[URIRef("https://purl.org/ctdl/terms/industryType")]
    assert isinstance(nested, Literal) and nested.datatype == RDF.JSON
    assert json.loads(nested)["ceterms:targetNodeName"] == {"en": "x"}
    assert values[CEASN.listID] == Literal("1")
    text = "\n".join(remarks(result))
    for expected in ("Rubric", "null", "put together", "JSON object", "/no: not carried"):
        assert expected in text
    [document] = write(result.package).documents.values()
    assert faults(document, version_4=False) == []
    [a] = [n for n in json.loads(document)["@graph"] if n["@type"] == "ceasn:Competency"]
    assert a["ceterms:industryType"] == [json.loads(nested)]


def test_a_cycle_is_cut() -> None:
    result = reading(
        framework(),
        *(
            competency(n, isPartOf=f"{BASE}f", isChildOf=f"{BASE}{p}")
            for n, p in ("ab", "bc", "ca")
        ),
        competency("d", isPartOf=f"{BASE}f", isChildOf=f"{BASE}d"),
    )
    assert [s.broader is None for s in the_framework(result).statements].count(True) == 2
    assert sum("stand under itself" in remark for remark in remarks(result)) == 2


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"{", (1, 2)),
        (b'{"@graph": [}', (1, 13)),
        (b"[" * 100_000, (0, 0)),
        (b"[" * 700 + b"]" * 700, (0, 0)),
        (b'{"a":' * 700 + b"1" + b"}" * 700, (0, 0)),
        (b"\xff\xfe\xff", (1, 0)),
        (b"null", (0, 0)),
        (b"{}", (0, 0)),
        (b'{"@graph": [{"@type": "ceterms:Course"}]}', (0, 0)),
        (b"", (1, 1)),
    ],
)
def test_what_cannot_be_read_is_one_clear_fault(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(InputFaults) as raised:
        read(data, "file.json")
    [fault] = raised.value.faults
    assert (fault.line, fault.column) == place
    assert fault.message and fault.file == "file.json"


def test_a_byte_order_mark_does_no_harm() -> None:
    data = json.dumps({"@context": CONTEXT, "@graph": [framework()]}).encode("utf-8-sig")
    assert the_framework(read(data, "x.json")).title == Literal("Framework", lang="en-us")


_strings = st.sampled_from(
    [f"{BASE}a", f"{BASE}f", "_:b", f"ce-{UUID}", "a b", "\ud800", "ceasn:x", "@none", "en"]
)
_numbers = st.none() | st.booleans() | st.floats() | st.integers()
_leaves = _numbers | st.text(max_size=5) | _strings
_NAMES = (
    "@id @type @value @language @graph @context @list ceasn:name ceasn:competencyText "
    "ceasn:hasChild ceasn:isChildOf ceasn:isPartOf ceasn:alignTo ceterms:ctid ceasn:inLanguage "
    "ceasn:creator ceasn:competencyCategory ceterms:hasPart ceterms:sourceNode ceterms:targetNode "
    "ceterms:alignmentType dct:type dct:isPartOf en decoded_resource resource data"
)
_keys = st.sampled_from(_NAMES.split(" "))
_types = st.sampled_from(
    ["ceasn:Competency", "ceasn:CompetencyFramework", "ceterms:AlignmentMap",
     "ceterms:AlignmentObject", "skos:Concept", "ceterms:Organization", "https://w3id.org/sssom/MappingSet"]
)  # fmt: skip
_any = st.recursive(
    _leaves | _types,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=5),
    max_leaves=20,
)
_node = st.builds(
    lambda kind, more: {**more, "@type": kind}, _types, st.dictionaries(_keys, _any, max_size=8)
)


@settings(max_examples=150)
@given(st.lists(_node | _any, min_size=1, max_size=5))
def test_nothing_breaks_the_reader_or_what_it_hands_on(nodes: list[Any]) -> None:
    data = json.dumps({"@context": CONTEXT, "@graph": nodes}).encode()
    try:
        result = read(data, "file.json")
    except InputFaults:
        return
    for document in write(result.package).documents.values():
        assert faults(document, version_4=False) == []
        read(document, "again.json")
