"""The promises, on the flagship as it is published."""

import io
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, SKOS, VOID, Literal, URIRef

from crosswalk_rdf import publish
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import SSSOM, graph_iri, ontology_namespace
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.publish import Build
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, by_suffix
from crosswalk_rdf.store.embedded import graphs
from tests.built import BuiltSite

RDFLIB_NAMES = {"turtle": "turtle", "n-triples": "nt", "rdf-xml": "xml", "json-ld": "json-ld",
                "trig": "trig", "n-quads": "nquads"}  # fmt: skip


@pytest.fixture(scope="module")
def built(flagship_site: BuiltSite) -> Build:
    return flagship_site.build


def _triples(content: bytes, suffix: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(content, by_suffix(suffix).parser)}


@pytest.mark.slow
def test_every_syntax_of_every_thing_gives_the_same_graph(built: Build) -> None:
    stems: dict[str, dict[str, bytes]] = {}
    for name, content in built.files.items():
        stem, dot, suffix = name.rpartition(".")
        if f".{suffix}" in {syntax.suffix for syntax in SYNTAXES} and "queries/" not in name:
            stems.setdefault(stem, {})[dot + suffix] = content
    complete = {stem: files for stem, files in stems.items() if ".nt" in files}
    assert len(complete) > 600
    for stem, files in complete.items():
        expected = _triples(files[".nt"], ".nt")
        assert expected, stem
        for suffix, content in files.items():
            assert _triples(content, suffix) == expected, stem + suffix


def test_rdflib_reads_the_same_from_every_syntax(built: Build) -> None:
    graphs = {}
    for syntax in SYNTAXES:
        if not syntax.quads or syntax.name == "json-ld":
            content = built.files[f"psel-2015/4d{syntax.suffix}"]
            graphs[syntax.name] = set(
                rdflib.Graph().parse(io.BytesIO(content), format=RDFLIB_NAMES[syntax.name])
            )
    assert len(graphs["turtle"]) > 40
    assert all(triples == graphs["turtle"] for triples in graphs.values())


def test_quads_keep_their_graphs(built: Build, flagship: Publication) -> None:
    dumps = f"dumps/{flagship.id}"
    expected = set(built.store)
    for suffix in (".nq", ".trig", ".jsonld"):
        assert set(ox.parse(built.files[dumps + suffix], by_suffix(suffix).parser)) == expected


def test_nothing_published_has_a_blank_node(built: Build) -> None:
    blank = [q for q in built.store if isinstance(q.subject, ox.BlankNode)
             or isinstance(q.object, ox.BlankNode)]  # fmt: skip
    assert blank == []


def test_there_is_a_graph_for_each_kind_of_fact(built: Build, flagship: Publication) -> None:
    names = {g.removeprefix(graph_iri(flagship.base, "")) for g in graphs(built.store)}
    assert names == {
        *("psel-2015", "lcpe-2017", "ontology", "dataset", "inferred"),
        *("crosswalk-2017/part-1", "crosswalk-2017/part-2", "crosswalk-2017/part-3"),
        *("crosswalk-2017/errata", "crosswalk-2017/sections"),
    }


def test_every_printed_alignment_is_in_the_graph(built: Build, flagship: Publication) -> None:
    for part in flagship.crosswalks[0].parts:
        graph = ox.NamedNode(graph_iri(flagship.base, f"crosswalk-2017/{part.id}"))
        kind = ox.NamedNode(ontology_namespace(flagship.base).Alignment)
        records = list(built.store.quads_for_pattern(None, ox.NamedNode(RDF.type), kind, graph))
        match = ox.NamedNode(SKOS.relatedMatch)
        direct = list(built.store.quads_for_pattern(None, match, None, graph))
        assert len(records) == len(direct) == len(part.alignments)


def test_no_conclusion_stands_among_the_facts(built: Build, flagship: Publication) -> None:
    inferred = ox.NamedNode(graph_iri(flagship.base, "inferred"))
    concluded = {q.triple for q in built.store.quads_for_pattern(None, None, None, inferred)}
    asserted = {q.triple for q in built.store if q.graph_name != inferred}
    assert not concluded & asserted
    properties = Counter(triple.predicate.value for triple in concluded)
    assert properties[str(SKOS.broaderTransitive)] > 252
    assert properties[str(ontology_namespace(flagship.base).rolledUpMatch)] == 51


def test_no_statement_of_psel_differs_from_its_checksum(flagship: Publication) -> None:
    import hashlib

    psel = next(f for f in flagship.frameworks if f.id == "psel-2015")
    assert psel.verbatim
    assert {hashlib.sha256(s.text.encode()).hexdigest() == s.checksum for s in psel.statements} == {
        True
    }


def test_the_published_sssom_loses_no_row(built: Build, flagship: Publication) -> None:
    for part in flagship.crosswalks[0].parts:
        name = f"sssom/crosswalk-2017/{part.id}.sssom.tsv"
        document = tsv.read(built.files[name], name)
        ids = {document.expand(str(record.value("record_id"))) for record in document.records}
        assert ids == {alignment.iri for alignment in part.alignments}
        assert tsv.write(document) == built.files[name]


def test_void_counts_what_is_there(built: Build, flagship: Publication) -> None:
    description = rdflib.Graph().parse(data=built.files["dataset.ttl"])
    for name in ("psel-2015", "crosswalk-2017/part-2", "inferred"):
        graph = graph_iri(flagship.base, name)
        count = sum(1 for _ in built.store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
        assert description.value(graph, VOID.triples) == Literal(count)


@pytest.mark.slow
def test_void_counts_the_whole_with_its_own_description(
    built: Build, flagship: Publication
) -> None:
    dump = {quad.triple for quad in built.store}
    description = rdflib.Graph().parse(data=built.files["dataset.ttl"])
    dataset = URIRef(f"{flagship.base}dataset")
    assert description.value(dataset, VOID.triples) == Literal(len(dump))
    for kind in ("class", "property"):
        for part in description.objects(dataset, VOID[f"{kind}Partition"]):
            name = ox.NamedNode(str(description.value(part, VOID[kind])))
            count = description.value(part, VOID.entities if kind == "class" else VOID.triples)
            predicate = ox.NamedNode(RDF.type) if kind == "class" else name
            counts = [t for t in dump if t.predicate == predicate]
            if kind == "class":
                counts = [t for t in counts if t.object == name]
            assert count == Literal(len(counts)), name


def test_every_own_term_is_in_the_context(library: Library, flagship: Publication) -> None:
    own = ontology_namespace(flagship.base)
    terms = {term.iri for term in parse_context(library.context).terms}
    ontology = rdflib.Graph().parse(data=library.ontology["ontology/crosswalk.ttl"])
    declared = {str(s) for s in ontology.subjects(RDF.type) if str(s).startswith(own)}
    individuals = {str(s) for s in ontology.subjects(RDF.type, SKOS.ConceptScheme)}
    assert declared - individuals - terms == set()


def test_parts_are_linksets_between_frameworks(built: Build, flagship: Publication) -> None:
    description = rdflib.Graph().parse(data=built.files["dataset.ttl"])
    part = URIRef(f"{flagship.base}crosswalk-2017/part-3")
    assert (part, RDF.type, VOID.Linkset) in description
    assert description.value(part, VOID.triples) == Literal(65)
    assert description.value(part, VOID.subjectsTarget) == graph_iri(flagship.base, "lcpe-2017")


def test_files_are_under_the_folder(built: Build) -> None:
    assert not [n for n in built.files if n.startswith("/") or ".." in Path(n).parts]


def test_every_resource_answers_at_its_iri(built: Build, flagship: Publication) -> None:
    for framework in flagship.frameworks:
        for statement in framework.statements:
            assert f"{statement.iri.removeprefix(flagship.base)}.ttl" in built.files
    for part in flagship.crosswalks[0].parts:
        assert f"crosswalk-2017/{part.id}.jsonld" in built.files
        for alignment in part.alignments:
            assert f"{alignment.iri.removeprefix(flagship.base)}.rdf" in built.files


def test_a_part_lists_its_records(built: Build, flagship: Publication) -> None:
    part = URIRef(f"{flagship.base}crosswalk-2017/part-1")
    graph = rdflib.Graph().parse(data=built.files["crosswalk-2017/part-1.ttl"])
    assert len(list(graph.objects(part, SSSOM.mappings))) == 70


@pytest.mark.slow
def test_owlrl_gives_exactly_the_same(
    flagship: Publication, library: Library, flagship_store: ox.Store
) -> None:
    reference = publish.dataset(flagship, library, reasoner="owlrl")
    inferred = ox.NamedNode(graph_iri(flagship.base, "inferred"))
    expected = set(reference.quads_for_pattern(None, None, None, inferred))
    assert set(flagship_store.quads_for_pattern(None, None, None, inferred)) == expected
