"""SSSOM/TSV as packages, and SSSOM/RDF."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, BNode, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf
from crosswalk_rdf.formats.sssom import tsv, write_rdf
from crosswalk_rdf.formats.sssom.read import read, recognizes
from crosswalk_rdf.formats.sssom.write import write
from crosswalk_rdf.model import MappingSet, Package, Publication, Slot, literal_iri, package_of
from crosswalk_rdf.namespaces import SEMAPV, SSSOM
from tests.formats.sssom.files import GOOD, NAME, altered
from tests.project.strategies import BASE, crosswalks, frameworks


def test_a_set_is_a_crosswalk_between_external_frameworks() -> None:
    reading = read(GOOD.encode(), NAME)
    (crosswalk,) = reading.package.crosswalks
    (part,) = crosswalk.parts
    assert (crosswalk.id, str(part.iri)) == ("part", "https://example.org/set")
    assert [(str(e.iri), e.id) for e in crosswalk.external] == [
        ("https://example.org/a/scheme", "scheme"),
        ("https://example.org/b/", "b"),
    ]
    first = part.alignments[0]
    assert (first.subject_label, first.lines) == ("One", (7, 7))
    assert first.justification == SEMAPV.ManualMappingCuration
    assert reading.report.counts["records"].carried == 2


def test_what_cannot_be_repaired_is_a_fault() -> None:
    with pytest.raises(InputFaults) as caught:
        read(altered(("b:1", "c:1")), NAME)
    assert caught.value.faults[0].line == 14


def test_several_sources_are_several_parts() -> None:
    data = altered(("a:2\tTwo", "xw:2\tTwo"), ("#subject_source: a:scheme\n", ""))
    (crosswalk,) = read(data, NAME).package.crosswalks
    assert [p.id for p in crosswalk.parts] == ["a--b", "xw--b"]
    assert len({p.iri for p in crosswalk.parts}) == 2


def test_a_literal_is_the_end_of_an_alignment() -> None:
    data = altered(
        ("subject_id\t", "subject_type\tsubject_id\t"), ("a:1\tOne", "rdfs literal\t\tOne"),
        ("a:2\tTwo", "skos concept\ta:2\tTwo"),
    )  # fmt: skip
    reading = read(data, NAME)
    (part,) = reading.package.crosswalks[0].parts
    literal, other = part.alignments
    assert (literal.literal, literal.subject) == (True, literal_iri("One"))
    assert part.claims == (other,)
    (written,) = write(reading.package).documents.values()
    slots = [record.slots for record in tsv.read(written, NAME).records]
    assert [sorted(record.slots) for record in tsv.read(data, NAME).records] == [
        sorted({*record} - {"ext_source_line_end"}) for record in slots
    ]


_SLOTS = st.sampled_from(
    [
        (),
        (
            Slot(name="confidence", property=SSSOM.confidence, values=(_number := Literal(
                "0.5", datatype=XSD.double, normalize=False),)),
            Slot(name="creator_id", property=DCTERMS.creator, values=(URIRef("urn:x:1"),)),
            Slot(name="ext_more", property=URIRef("http://o/more"), values=(Literal("x"),)),
            Slot(name="ext_other", property=URIRef("http://o/other"), values=(URIRef("http://é/"),)),
        ),
    ]
)  # fmt: skip


@st.composite
def packages(draw: st.DrawFn) -> Package:
    first, second = draw(frameworks("a")), draw(frameworks("b"))
    crosswalk = draw(crosswalks(first, second))
    parts = tuple(
        replace(
            part,
            title=Literal(str(part.title)),
            alignments=tuple(
                replace(a, slots=draw(_SLOTS), negated=draw(st.booleans())) for a in part.alignments
            ),
        )
        for part in crosswalk.parts
    )
    return Package(
        frameworks=(first, second), crosswalks=(replace(crosswalk, parts=parts),), base=BASE
    )


def carried(part: MappingSet) -> MappingSet:
    """Return what SSSOM says of ``part``: records sorted, types stated, no language, no kinds."""
    description = part.description
    return replace(
        part,
        description=Literal(str(description)) if description is not None else None,
        rights=Literal(""),
        subject_kinds=(),
        object_kinds=(),
        alignments=tuple(
            replace(a, slots=tuple(sorted((*a.slots, *_TYPES), key=lambda slot: slot.name)))
            for a in sorted(part.alignments, key=lambda a: a.iri)
        ),
    )


_TYPES = tuple(
    Slot(name=name, property=SSSOM[name], values=(SKOS.Concept,))
    for name in ("subject_type", "object_type")
)


def in_order(part: MappingSet) -> MappingSet:
    return replace(part, alignments=tuple(sorted(part.alignments, key=lambda a: a.iri)))


@given(packages())
@settings(max_examples=60)
def test_what_is_written_is_read_back(package: Package) -> None:
    writing = write(package)
    (data,) = writing.documents.values()
    assert recognizes(data)
    (crosswalk,) = read(data, "main.sssom.tsv").package.crosswalks
    (part,) = crosswalk.parts
    assert in_order(part) == carried(package.crosswalks[0].parts[0])


def test_flagship(flagship: Publication) -> None:
    package = package_of(flagship)
    documents = write(package).documents
    assert list(documents) == ["part-1", "part-2", "part-3"]
    for part in package.crosswalks[0].parts:
        document = tsv.read(documents[part.id], f"{part.id}.sssom.tsv")
        assert len(document.records) == len(part.alignments)
        (crosswalk,) = read(documents[part.id], f"{part.id}.sssom.tsv").package.crosswalks
        assert in_order(crosswalk.parts[0]).alignments == carried(part).alignments


def test_what_sssom_does_not_allow_is_reported() -> None:
    reading = read(GOOD.encode(), NAME)
    (crosswalk,) = reading.package.crosswalks
    (part,) = crosswalk.parts
    first = replace(
        part.alignments[0],
        justification=URIRef("http://o/because"),
        slots=(Slot(name="confidence", property=SSSOM.confidence, values=(Literal("7"),)),),
        predicate=URIRef("http://o/é b"),
    )
    changed = replace(crosswalk, parts=(replace(part, alignments=(first, first)),))
    writing = write(Package(crosswalks=(changed,)))
    remarks = [(r.action, r.what) for r in writing.report.remarks if r.place == str(first.iri)]
    assert sorted(remarks) == [
        (Action.NOT_CARRIED, "an alignment"),
        *([(Action.NOT_CARRIED, "the slot confidence")] * 2),
        *([(Action.REPAIRED, "the justification http://o/because")] * 2),
    ]
    (data,) = writing.documents.values()
    assert len(tsv.read(data, NAME).records) == 1


def test_rdf_of_the_flagship(flagship: Publication) -> None:
    files = dict(write_rdf.publish(package_of(flagship)))
    assert list(files) == [f"sssom/crosswalk-2017/part-{n}.sssom.ttl" for n in (1, 2, 3)]
    triples = set(read_rdf(files["sssom/crosswalk-2017/part-2.sssom.ttl"], "x.ttl").triples())
    base = flagship.base
    part = URIRef(f"{base}crosswalk-2017/part-2")
    first = flagship.crosswalks[0].parts[1].alignments[0]
    record = first.iri
    assert {
        (part, RDF.type, SSSOM.MappingSet),
        (part, SSSOM.mappings, record),
        (record, RDF.type, OWL.Axiom),
        (record, OWL.annotatedSource, first.subject),
        (record, OWL.annotatedProperty, SKOS.relatedMatch),
        (record, OWL.annotatedTarget, first.object),
        (record, SSSOM.mapping_justification, SEMAPV.ManualMappingCuration),
    } <= triples
    assert not any(isinstance(term, BNode) for triple in triples for term in triple)
    count = len([s for s, p, _ in triples if p == SSSOM.mappings])
    assert count == len(flagship.crosswalks[0].parts[1].alignments)
