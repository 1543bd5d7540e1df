"""RDF documents in every syntax, with what real files have besides: marks, encodings, bombs."""

from pathlib import Path

import pytest
from rdflib import BNode, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf, syntax_of
from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name
from crosswalk_rdf.serialization.write import serialize

A, B, C = (URIRef(f"http://example.org/{name}") for name in "abc")
TURTLE = '<http://example.org/a> <http://example.org/b> "é"@de-AT, "7"^^<http://example.org/c> .'
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(10))
    + ']><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:s="http://s/"><rdf:Description rdf:about="http://a"><s:p>&k;</s:p>'
    "</rdf:Description></rdf:RDF>"
)
RDF_XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:s="http://example.org/"><rdf:Description rdf:about="http://example.org/a">'
    "<s:b>é</s:b></rdf:Description></rdf:RDF>"
)


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
@pytest.mark.parametrize("named", [True, False])
def test_every_syntax_by_suffix_and_by_content(syntax: Syntax, named: bool) -> None:
    quads = parse(TURTLE.encode(), by_name("turtle"))
    data = serialize(quads, syntax, prefixes=PREFIXES, context=Context())
    document = read_rdf(data, f"x{syntax.suffix}" if named else "x.data")
    seven = Literal("7", datatype=C, normalize=False)
    assert set(document.triples()) == {(A, B, Literal("é", lang="de-at")), (A, B, seven)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    document = read_rdf(TURTLE.encode(encoding), "x.skos.ttl")
    assert document.subjects[A][B][0] == Literal("é", lang="de-at")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "UTF-8"])
def test_encodings_of_xml(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?>\n{RDF_XML}"
    assert read_rdf(text.encode(encoding), "x.xml").subjects == {A: {B: (Literal("é"),)}}


def test_a_suffix_that_lies() -> None:
    assert syntax_of(RDF_XML.encode(), "x.ttl").name == "rdf-xml"
    assert syntax_of(TURTLE.encode(), "x.rdf").name == "turtle"
    assert syntax_of(b'{"@id": "http://example.org/a"}', "x.txt").name == "json-ld"
    assert syntax_of(b"[ a <http://example.org/c> ] .", "x.ttl").name == "turtle"


def _text_in(tag: str, syntax: str) -> bytes:
    """Return a document that says that a text is in ``tag``."""
    if syntax == "json-ld":
        return f'{{"@id":"{A}","{B}":{{"@value":"x","@language":"{tag}"}}}}'.encode()
    return RDF_XML.replace("<s:b>é<", f'<s:b xml:lang="{tag}">x<').encode()


@pytest.mark.parametrize("syntax", ["json-ld", "rdf-xml"])
@pytest.mark.parametrize(
    ("tag", "language", "is_replaced"),
    [("en_US", "en-us", True), ("zh_Hans", "zh-hans", True), ("de-AT", "de-at", False),
     ("es-a", "es-a", False), ("abcdefghij", "abcdefghij", False), ("!", None, True)],
)  # fmt: skip
def test_a_text_is_kept_whatever_its_language_is_called(
    syntax: str, tag: str, language: str | None, is_replaced: bool
) -> None:
    document = read_rdf(_text_in(tag, syntax), "x", lenient=True)
    assert document.subjects == {A: {B: (Literal("x", lang=language),)}}
    assert bool(document.replaced_tags) == is_replaced
    assert bool(document.malformed_tags) == (tag in ("es-a", "abcdefghij"))


def test_a_text_in_no_language_of_xml_is_a_plain_literal() -> None:
    document = read_rdf(_text_in("", "rdf-xml"), "x", lenient=True)
    assert document.subjects == {A: {B: (Literal("x"),)}}


def test_a_language_map_may_call_languages_as_locales_are() -> None:
    context = f'"@context":{{"b":{{"@id":"{B}","@container":"@language"}}}}'
    data = f'{{{context},"@id":"{A}","b":{{"en_US":"x","de":"y"}}}}'.encode()
    texts = {Literal("x", lang="en-us"), Literal("y", lang="de")}
    assert set(read_rdf(data, "x", lenient=True).subjects[A][B]) == texts


def test_entities_in_single_quotes() -> None:
    doctype = """<!DOCTYPE rdf:RDF [<!ENTITY e 'http://example.org/'>]>"""
    data = doctype + RDF_XML.replace('about="http://example.org/', 'about="&e;')
    assert read_rdf(data.encode(), "x.rdf").subjects == {A: {B: (Literal("é"),)}}


def test_relative_iris_without_a_base_are_said_to_be() -> None:
    document = read_rdf(b"<> <#p> <c> .", "folder/my file.ttl")
    base = "file:///my_file.ttl"
    assert document.assumed_base == base
    assert list(document.triples()) == [
        (URIRef(base), URIRef(f"{base}#p"), URIRef("file:///c")),
    ]
    assert read_rdf(b"@base <http://example.org/> . <a> <b> <c> .", "x.ttl").assumed_base == ""
    assert read_rdf(b"<file:///a> <file:///b> <file:///c> .", "x.ttl").assumed_base == ""


def test_blank_nodes_are_named_by_appearance_and_graphs_counted() -> None:
    data = b"<http://g> { _:z <http://example.org/b> _:y . _:y <http://example.org/b> _:z }"
    document = read_rdf(data, "x.trig")
    assert list(document.subjects) == [BNode("b1"), BNode("b2")]
    assert document.graphs == {"http://g": 2}


@pytest.mark.parametrize(
    ("data", "file", "place", "message"),
    [
        (b"<http://a>\n <http://b c> 1 .", "x.ttl", (2, 2), "not Turtle"),
        (b"\xff", "x.nt", (1, 1), "N-Triples"),
        (RDF_XML[:-10].encode(), "x.rdf", (1, 176), "not XML"),
        (b"<a:RDF>" + b"<b>" * 3000, "x.rdf", (1, 0), "inside each other"),
        (BOMB.encode(), "x.rdf", (0, 0), "entities"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "x.xml", (1, 0), "klingon"),
        (b"\xfe\xff\xd8", "x.ttl", (0, 0), "UTF-16"),
        (b'{"@context":"http://x", "a": }', "x.jsonld", (1, 30), "not JSON-LD"),
        (b'{"@context":"http://x"}', "x.jsonld", (0, 0), "http://x"),
        (b"[" * 100_000, "x.json", (0, 0), "JSON-LD nested too deep"),
        (b"<http://a> <http://b> <<( <http://a> <http://b> 1 )>> .", "x.ttl", None, ""),
    ],
)
def test_faults_have_a_place(
    data: bytes, file: str, place: tuple[int, int] | None, message: str
) -> None:
    with pytest.raises(InputFaults) as caught:
        read_rdf(data, file)
    fault = caught.value.faults[0]
    assert message in fault.message
    assert place is None or (fault.line, fault.column) == place


def test_samples() -> None:
    counts = {
        path.name: len(list(read_rdf(path.read_bytes(), path.name).triples()))
        for path in sorted((Path(__file__).parents[2] / "samples").glob("*/*.ttl"))
    }
    assert counts["coar-resource-types-v1.1-with-BOM.ttl"] == 6122
    assert counts["ASN_D2695955.ttl"] == 2921
