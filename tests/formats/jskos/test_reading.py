"""JSKOS as producers emit it: open world, nested objects, mappings of several concepts."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.jskos.fields import JSKOS
from crosswalk_rdf.formats.jskos.mapping_objects import UNREAD
from crosswalk_rdf.formats.jskos.read import read
from crosswalk_rdf.formats.jskos.write import write

X = "http://x.example/"
SCHEME = {"uri": f"{X}s", "type": [str(SKOS.ConceptScheme)], "prefLabel": {"de": "S", "en": "T"}}


def concept(name: str, **more: Any) -> dict[str, Any]:
    return {"uri": f"{X}{name}", "prefLabel": {"de": name}, "inScheme": [{"uri": f"{X}s"}], **more}


def mapping(sources: list[str], targets: list[str], **more: Any) -> dict[str, Any]:
    return {
        "from": {"memberSet": [{"uri": f"{X}{s}", "prefLabel": {"de": s}} for s in sources]},
        "to": {"memberSet": [{"uri": f"http://y.example/{t}"} for t in targets]},
        "type": [str(SKOS.narrowMatch)],
        **more,
    }


def reading(*objects: Any) -> Reading:
    return read("\n".join(map(json.dumps, objects)).encode(), "x.ndjson")


def test_one_object_a_list_and_lines_say_the_same() -> None:
    objects = [SCHEME, concept("a")]
    lines = reading(*objects).package
    assert read(json.dumps(objects, indent=1).encode("utf-8-sig"), "x.ndjson").package == lines
    nested = {**SCHEME, "concepts": [concept("a")]}
    assert read(json.dumps(nested).encode(), "x.ndjson").package == lines
    (framework,) = lines.frameworks
    assert framework.title == Literal("S", lang="de")
    assert framework.statements[0].text == Literal("a", lang="de")


def test_the_open_world_is_reported() -> None:
    result = reading(
        SCHEME,
        concept("a", notation=["1", None], altLabel={"de": ["x"], "-": [""], "en-": ""},
                broader=[None], note=None),
    )  # fmt: skip
    (a,) = result.package.frameworks[0].statements
    assert (a.notation, a.broader) == ("1", None)
    ignored = [r.what for r in result.report.remarks if r.action == Action.IGNORED]
    assert sorted(set(ignored)) == ["a language range", "note null", "null in a list"]


def test_wrong_types_are_repaired() -> None:
    result = reading(
        SCHEME,
        {"uri": f"{X}a", "prefLabel": "bare", "inScheme": f"{X}s", "notation": 7,
         "altLabel": {"de": "single"}, "broader": {"uri": f"{X}b"}, "deprecated": "true"},
        {"uri": f"{X}b", "prefLabel": {"und": "B", "not a tag": "C"}, "inScheme": [SCHEME]},
        3,
    )  # fmt: skip
    a, b = result.package.frameworks[0].statements
    assert (a.text, a.notation, a.broader, a.deprecated) == (Literal("bare"), "7", b.iri, True)
    assert [v.value for v in a.properties] == [Literal("single", lang="de")]
    assert any(r.action == Action.REPAIRED for r in result.report.remarks)


def test_trees_and_what_has_no_term() -> None:
    result = reading(
        {**SCHEME, "topConcepts": [concept("a", narrower=[concept("b", startDate="1900")])],
         "notationPattern": "[a-z]", "_id": "x"},
    )  # fmt: skip
    (framework,) = result.package.frameworks
    a, b = framework.statements
    assert b.broader == a.iri
    assert [(v.property, str(v.value)) for v in b.properties] == [(JSKOS.startDate, '"1900"')]
    assert [v.property for v in framework.properties if v.property != RDF.type] == [
        *(DCTERMS.title, DCTERMS.title, JSKOS.notationPattern)
    ]
    (data,) = write(result.package).documents.values()
    assert json.loads(data.splitlines()[0])["notationPattern"] == "[a-z]"
    assert json.loads(data.splitlines()[2])["startDate"] == "1900"


def test_mappings_and_their_direction() -> None:
    result = reading(
        SCHEME,
        concept("a"),
        mapping(["a"], ["1"], mappingRelevance=0.5, created="2020-01-02", note={"de": ["n"]},
                toScheme={"uri": "http://y.example/", "prefLabel": {"en": "Y"}},
                tool=[{"uri": "http://tool.example/"}]),
        mapping(["a"], ["2"], type=None),
    )  # fmt: skip
    (crosswalk,) = result.package.crosswalks
    (part,) = crosswalk.parts
    assert (part.subject_source, part.object_source) == (
        URIRef(f"{X}s"),
        URIRef("http://y.example/"),
    )
    first, second = part.alignments
    assert (first.predicate, first.subject_label, first.comment) == (SKOS.narrowMatch, "a", "n")
    assert [s.name for s in first.slots] == ["confidence", "mapping_date", "ext_tool"]
    assert second.predicate == SKOS.mappingRelation
    assert [str(e.title) for e in crosswalk.external] == ["Y"]
    assert crosswalk.id == "s-associations"
    last = json.loads(write(result.package).documents["s-associations"].splitlines()[2])
    assert (last["mappingRelevance"], last["tool"]) == (0.5, [{"uri": "http://tool.example/"}])


def test_mappings_of_none_or_several_are_kept_as_they_are() -> None:
    none, several = mapping(["a"], []), mapping(["a", "b"], ["1"])
    result = reading(SCHEME, concept("a"), none, several, mapping(["a"], ["1"]))
    (crosswalk,) = result.package.crosswalks
    assert [v.property for v in crosswalk.properties] == [UNREAD, UNREAD]
    assert len(crosswalk.parts[0].alignments) == 1
    assert result.report.counts["mappings"].carried == 3
    written = write(result.package).documents[crosswalk.id].splitlines()
    assert [json.loads(line) for line in written[-2:]] == [none, several]


def test_concordances_and_registries() -> None:
    concordance = {
        "uri": f"{X}c", "type": ["http://rdfs.org/ns/void#Linkset"], "prefLabel": {"en": "C"},
        "fromScheme": {"uri": f"{X}s"}, "toScheme": {"uri": "http://y.example/"},
        "license": [{"uri": f"{X}l"}], "mappings": [mapping(["a"], ["1"])],
    }  # fmt: skip
    result = reading({"type": ["http://www.w3.org/ns/dcat#Catalog"], "concordances": [concordance]})
    (part,) = result.package.crosswalks[0].parts
    assert (part.iri, str(part.title), part.license) == (URIRef(f"{X}c"), "C", URIRef(f"{X}l"))
    assert part.alignments[0].object == URIRef("http://y.example/1")


def test_iris_that_are_none() -> None:
    result = reading(SCHEME, concept("a b"), {**concept("x"), "uri": "local"}, {"foo": 1})
    iris = [str(s.iri) for s in result.package.frameworks[0].statements]
    assert iris[0] == f"{X}a%20b"
    assert iris[1].startswith("urn:uuid:")
    assert any(r.what == "an object of another kind" for r in result.report.remarks)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"uri": ', (1, 9)),
        (b'{"uri": "http://a/"}\n{"uri" 1}\n', (2, 8)),
        (b"\xff", (1, 0)),
        (b"[" * 100_000, (0, 0)),
        (b"{}", (0, 0)),
        (b"", (1, 1)),
    ],
)
def test_faults_have_a_place(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(InputFaults) as caught:
        read(data, "x.jskos.json")
    assert (caught.value.faults[0].line, caught.value.faults[0].column) == place


_LEAVES = (
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "http://a/", "x", "\ud800"])
)
_NAMES = st.sampled_from(
    [
        *("uri", "type", "prefLabel", "altLabel", "notation", "broader", "narrower", "inScheme"),
        *("from", "to", "memberSet", "fromScheme", "mappings", "concepts", "de", "-", "creator"),
        *("issued", "deprecated", "_properties", "_slots", "_evidence", "ancestors", "partOf"),
    ]
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=15,
)


@given(st.lists(st.dictionaries(_NAMES, _VALUES, min_size=1, max_size=5), min_size=1, max_size=3))
def test_any_objects_are_read_and_written_or_a_fault(objects: list[Any]) -> None:
    try:
        result = read(json.dumps([*objects, SCHEME]).encode(), "x.json")
    except InputFaults:
        return
    write(result.package)


V = "http://example.org/v/"


def test_collections() -> None:
    skos = str(SKOS)
    document = [
        {"uri": f"{V}s", "type": [f"{skos}ConceptScheme"], "prefLabel": {"en": "S"}},
        {"uri": f"{V}a", "type": [f"{skos}Concept"], "inScheme": [{"uri": f"{V}s"}]},
        {
            "uri": f"{V}g",
            "type": [f"{skos}Collection"],
            "prefLabel": {"en": "Group", "de": "Gruppe"},
            "notation": ["G"],
            "inScheme": [{"uri": f"{V}s"}],
            "memberSet": [{"uri": f"{V}a"}, {"uri": f"{V}b", "inScheme": [{"uri": f"{V}s"}]}],
        },
        {"uri": f"{V}l", "memberList": [{"uri": f"{V}b"}, {"uri": f"{V}a"}, {"uri": f"{V}b"}]},
        {"uri": f"{V}e", "type": [f"{skos}OrderedCollection"], "memberList": []},
    ]
    (framework,) = read(json.dumps(document).encode(), "x.json").package.frameworks
    by_name = {c.iri.removeprefix(V): c for c in framework.collections}
    group, ordered, empty = by_name["g"], by_name["l"], by_name["e"]
    assert [len(framework.statements), group.notation, str(group.label)] == [2, "G", "Group"]
    assert (group.ordered, [iri[-1] for iri in group.members]) == (False, ["a", "b"])
    assert (ordered.ordered, [iri[-1] for iri in ordered.members]) == (True, ["b", "a", "b"])
    assert (empty.ordered, empty.members) == (True, ())
