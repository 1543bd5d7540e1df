"""The model and the store to linked views."""

import pyoxigraph as ox
import pytest
from rdflib import OWL, SKOS

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.site.templating.filters import by_framework
from crosswalk_rdf.site.views.assembly import Assembly, assemble
from crosswalk_rdf.site.views.entailment import entailed_matches
from crosswalk_rdf.site.views.neighborhood import picture


@pytest.fixture(scope="module")
def assembly(flagship: Publication, flagship_store: ox.Store) -> Assembly:
    return assemble(flagship, flagship_store, Addresses(flagship.base))


def statement(assembly: Assembly, name: str):  # noqa: ANN201
    return assembly.statements[assembly.base + name]


def test_every_alignment_stands_at_both_ends(assembly: Assembly) -> None:
    (crosswalk,) = assembly.crosswalks
    assert [len(part.alignments) for part in crosswalk.parts] == [70, 94, 65]
    assert len(crosswalk.rolled_up) == 51
    for alignment in assembly.alignments.values():
        assert alignment in alignment.subject.alignments
        assert alignment in alignment.object.alignments


def test_printed_alignments_come_before_inferred(assembly: Assembly) -> None:
    for each in assembly.statements.values():
        kinds = [alignment.inferred for alignment in each.alignments]
        assert kinds == sorted(kinds)


def test_the_chain_of_what_was_inferred(assembly: Assembly) -> None:
    rolled_up = assembly.alignments[f"{assembly.base}crosswalk-2017/part-2/rolled-up/PSMV.4--9"]
    (origin,) = rolled_up.derived_from
    assert (origin.subject.notation, origin.object.notation) == ("PSMV.4.c", "9g")
    assert rolled_up in origin.rolled_up
    assert rolled_up.inferred and not origin.inferred


def test_place_in_the_tree(assembly: Assembly) -> None:
    here = statement(assembly, "lcpe-2017/VVC.1.c.ii")
    assert [above.notation for above in here.ancestors] == ["VVC", "VVC.1", "VVC.1.c"]
    assert here.top.notation == "VVC"
    assert here.previous.notation == "VVC.1.c.i"
    assert here.next.notation == "VVC.1.c.iii"
    first = statement(assembly, "psel-2015/1")
    assert first.previous is None
    assert [below.notation for below in first.narrower] == [f"1{x}" for x in "abcdefg"]
    assert statement(assembly, "psel-2015/10").next is None


def test_what_was_printed_otherwise(assembly: Assembly) -> None:
    misnumbered = assembly.alignments[f"{assembly.base}crosswalk-2017/part-2/SRSCIIA.4--4d"]
    assert misnumbered.printed_notation == "4h"
    assert {erratum.kind for erratum in misnumbered.errata} == {"MisnumberedElement"}
    plain = assembly.alignments[f"{assembly.base}crosswalk-2017/part-2/SRSCIIA.6.d--1b"]
    assert plain.printed_notation is None
    assert plain.printed_text is None


def test_grouped_by_the_other_end(assembly: Assembly) -> None:
    here = statement(assembly, "psel-2015/1")
    ((framework, printed, inferred),) = by_framework(here.alignments, here)
    assert framework.id == "lcpe-2017"
    assert [end.notation for end, _ in printed] == ["VVC.1", "VVC.2", "VVC.3", "VVC.4"]
    assert [end.notation for end, _ in inferred] == ["CBICI.4", "SRSCIIA.6"]
    assert [a.part.id for a in dict(printed)[statement(assembly, "lcpe-2017/VVC.1")]] == [
        "part-1",
        "part-2",
        "part-3",
        "part-2",
    ]


def test_near_neighbours_share_alignments(assembly: Assembly) -> None:
    here = statement(assembly, "psel-2015/1")
    near = [(other.notation, len(shared)) for other, shared in here.near]
    assert near[0] == ("5", 3)
    assert [count for _, count in near] == sorted((count for _, count in near), reverse=True)


def test_picture_has_one_line_for_each_other(assembly: Assembly) -> None:
    drawn = picture(statement(assembly, "psel-2015/1"))
    assert drawn is not None
    roles = [edge.role for edge in drawn.edges]
    assert (roles.count("printed"), roles.count("inferred")) == (4, 2)
    assert picture(statement(assembly, "lcpe-2017/VVC.1.c.iii")) is not None
    unaligned = next(s for s in assembly.statements.values() if not s.alignments)
    assert picture(unaligned) is None


def test_nothing_is_entailed_beyond_the_records(
    assembly: Assembly, flagship_store: ox.Store
) -> None:
    assert entailed_matches(assembly, flagship_store) == {}


def test_a_match_that_no_record_names(assembly: Assembly) -> None:
    graph = ox.NamedNode(graph_iri(assembly.base, "inferred"))
    ends = [ox.NamedNode(assembly.base + name) for name in ("psel-2015/1a", "lcpe-2017/CBICI.1")]
    store = ox.Store()
    for relation in (SKOS.exactMatch, SKOS.closeMatch):
        store.add(ox.Quad(ends[0], ox.NamedNode(relation), ends[1], graph))
        store.add(ox.Quad(ends[1], ox.NamedNode(relation), ends[0], graph))
    store.add(ox.Quad(ends[0], ox.NamedNode(OWL.sameAs), ends[1], graph))
    matches = entailed_matches(assembly, store)
    assert {iri: [m.relation for m in assembly] for iri, assembly in matches.items()} == {
        ends[0].value: ["exact match"],
        ends[1].value: ["exact match"],
    }
