"""No format says a negated alignment as a match: those that cannot deny leave it out and say so."""

import json
from collections.abc import Iterator

import pytest
from rdflib import OWL, Graph, URIRef

from crosswalk_rdf.formats.format import Action, Format
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Alignment, Package, Publication, package_of

CARRIES = {"csvw", "sssom", "sssom-rdf", "xlsx"}
"""The formats that can say that two statements do not match."""
WRITING = [f for f in formats() if f.write is not None]
BOTH = [f for f in WRITING if f.read is not None]
Pair = tuple[str, str]


@pytest.fixture(scope="module")
def package(denials: Publication) -> Package:
    return package_of(denials)


def alignments(package: Package) -> Iterator[Alignment]:
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            yield from part.alignments


def pairs(package: Package, *, negated: bool) -> set[Pair]:
    return {(str(a.subject), str(a.object)) for a in alignments(package) if a.negated == negated}


def only_denied(package: Package) -> set[Pair]:
    """Return the pairs that are denied and that no part claims."""
    return pairs(package, negated=True) - pairs(package, negated=False)


def documents(format: Format, package: Package) -> dict[str, bytes]:
    assert format.write is not None
    return dict(format.write(package).documents)


def test_the_publication_has_claims_and_denials(package: Package) -> None:
    assert len(only_denied(package)) == 2
    assert len(pairs(package, negated=True)) == 3
    assert len(pairs(package, negated=False)) == 4


@pytest.mark.parametrize("format", BOTH, ids=lambda f: f.name)
def test_what_is_read_back_claims_no_denied_pair(format: Format, package: Package) -> None:
    assert format.read is not None
    claimed, denied = set[Pair](), set[Pair]()
    for id, data in documents(format, package).items():
        read = format.read(data, f"{id}{format.suffixes[0]}").package
        claimed |= pairs(read, negated=False)
        denied |= pairs(read, negated=True)
    assert not claimed & only_denied(package)
    assert not claimed or claimed == pairs(package, negated=False)
    expected = pairs(package, negated=True) if format.name in CARRIES else set()
    assert denied == expected


@pytest.mark.parametrize("format", WRITING, ids=lambda f: f.name)
def test_a_format_that_cannot_deny_says_so(format: Format, package: Package) -> None:
    assert format.write is not None
    lost = [r for r in format.write(package).report.remarks if r.action == Action.NOT_CARRIED]
    is_reported = any("negated" in remark.what or "alignments (" in remark.what for remark in lost)
    assert is_reported == (format.name not in CARRIES)


def test_sssom_rdf_has_no_direct_triple(package: Package) -> None:
    graph = Graph()
    for data in documents(next(f for f in formats() if f.name == "sssom-rdf"), package).values():
        graph.parse(data=data, format="turtle")
    assert len(list(graph.subjects(OWL.annotatedTarget))) == 7
    for subject, object in only_denied(package):
        assert (URIRef(subject), None, URIRef(object)) not in graph
    main_denial = (URIRef(f"{package.base}craft/C1"), None, URIRef(f"{package.base}norms/S2"))
    assert len(list(graph.triples(main_denial))) == 1  # of the other part, which claims it


def test_clr_associates_what_is_claimed_alone(package: Package) -> None:
    (data,) = documents(next(f for f in formats() if f.name == "clr"), package).values()
    associations = json.loads(data)["credentialSubject"]["association"]
    ends = {(a["sourceId"], a["targetId"]) for a in associations}
    assert pairs(package, negated=False) <= ends
    assert not ends & only_denied(package)


def test_case_associates_what_is_claimed_alone(package: Package) -> None:
    for format in WRITING:
        if format.name.startswith("case"):
            walk = json.loads(documents(format, package)["craft-norms"])
            assert {
                (a["originNodeURI"]["uri"], a["destinationNodeURI"]["uri"])
                for a in walk["CFAssociations"]
            } == pairs(package, negated=False)
