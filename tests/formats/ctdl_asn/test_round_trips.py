"""What is written can be read back, as far as CTDL-ASN carries it; and is valid."""

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn import read, write
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Package,
    Slot,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CASE, SEMAPV
from tests.formats.ctdl_asn.packages import (
    carried,
    carried_crosswalk,
    in_order,
    plain_crosswalks,
    rich_frameworks,
)
from tests.formats.ctdl_asn.registry import faults
from tests.project.strategies import NOWHERE

_few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@_few
@given(rich_frameworks("alpha"))
def test_a_framework_comes_back(framework: Framework) -> None:
    document = write(Package(frameworks=(framework,))).documents["alpha"]
    reading = read(document, "alpha.json")
    assert [in_order(f) for f in reading.package.frameworks] == [carried(framework)]
    assert reading.package.crosswalks == ()
    assert all(count.total == count.carried for count in reading.report.counts.values())


@_few
@given(rich_frameworks("alpha"))
def test_every_document_is_valid(framework: Framework) -> None:
    document = write(Package(frameworks=(framework,))).documents["alpha"]
    assert faults(document, version_4=False) == []


@_few
@given(rich_frameworks("alpha"))
def test_what_was_read_is_written_the_same(framework: Framework) -> None:
    once = write(Package(frameworks=(framework,))).documents
    twice = write(read(once["alpha"], "alpha.json").package).documents
    assert read(twice["alpha"], "x").package == read(once["alpha"], "x").package


@_few
@given(st.data())
def test_a_crosswalk_comes_back(data: st.DataObject) -> None:
    first, second = data.draw(rich_frameworks("alpha")), data.draw(rich_frameworks("beta"))
    crosswalk = data.draw(plain_crosswalks(first, second))
    package = Package(frameworks=(first, second), crosswalks=(crosswalk,))
    document = write(package).documents["walk"]
    assert faults(document, version_4=False) == []
    assert list(read(document, "walk.json").package.crosswalks) == [carried_crosswalk(crosswalk)]


def _embedded(framework: Framework, *alignments: Alignment) -> Crosswalk:
    iri = unnamed_iri(framework.iri, "associations")
    elsewhere = unnamed_iri(framework.iri, "elsewhere")
    part = MappingSet(
        iri=unnamed_iri(iri, f"part {framework.iri} {elsewhere}"),
        id="alpha--elsewhere",
        title=Literal("alpha and elsewhere", lang="en"),
        license=URIRef("https://w3id.org/sssom/license/unspecified"),
        rights=framework.rights,
        subject_source=framework.iri,
        object_source=elsewhere,
        alignments=alignments,
        origin=NOWHERE,
    )
    return Crosswalk(
        iri=iri,
        id="alpha-associations",
        uuid=framework.uuid,
        title=Literal("t", lang="en"),
        creators=(),
        publisher=None,
        issued="",
        rights=framework.rights,
        parts=(part,),
        origin=NOWHERE,
    )


@_few
@given(rich_frameworks("alpha").filter(lambda f: bool(f.statements)))
def test_associations_go_back_into_the_document(framework: Framework) -> None:
    plain = Alignment(
        iri=URIRef("urn:x:1"),
        subject=framework.statements[0].iri,
        predicate=SKOS.broadMatch,
        object=URIRef("https://example.org/outside/1"),
        justification=SEMAPV.UnspecifiedMatching,
        origin=NOWHERE,
    )
    slot = Slot(name="ext_sequenceNumber", property=CASE.sequenceNumber, values=(Literal("3"),))
    fuller = replace(
        plain, iri=URIRef("urn:x:2"), object=URIRef("urn:x:o"), slots=(slot,), comment="why"
    )
    other = replace(plain, iri=URIRef("urn:x:3"), predicate=CASE.exemplar)
    crosswalk = _embedded(framework, plain, fuller, other)
    writing = write(Package(frameworks=(framework,), crosswalks=(crosswalk,)))
    assert list(writing.documents) == ["alpha"]
    assert faults(writing.documents["alpha"], version_4=False) == []
    [after] = read(writing.documents["alpha"], "alpha.json").package.crosswalks
    assert (after.iri, after.uuid) == (crosswalk.iri, framework.uuid)
    triples = Counter((a.subject, a.predicate, a.object) for p in after.parts for a in p.alignments)
    expected = (plain, fuller, other)
    assert triples == Counter((a.subject, a.predicate, a.object) for a in expected)
    [whole] = [a for p in after.parts for a in p.alignments if a.object == fuller.object]
    assert (whole.comment, whole.slots) == ("why", (slot,))
