"""The roll-up of the model and the rule of the graph conclude the same."""

from dataclasses import replace
from itertools import chain

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.graph.crosswalks import part_triples
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.inference import fixpoint
from crosswalk_rdf.inference.rules import read_rule
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Framework,
    Level,
    MappingSet,
    Origin,
    RollUp,
    Statement,
    claimed_pairs,
)
from crosswalk_rdf.namespaces import SEMAPV, ontology_namespace
from crosswalk_rdf.store.terms import to_oxigraph
from tests.inference.support import INFERRED, ONTOLOGY

BASE = "https://example.org/"
XW = ontology_namespace(BASE)
NOWHERE = Origin("", 0)
RULE = "90-roll-up-alignment"
TEXT = (ONTOLOGY / f"rules/{RULE}.rq").read_text()
OWN_RULE = read_rule(RULE, TEXT.replace("https://w3id.org/leadership-crosswalk/", BASE))
KINDS = [XW.Goal, XW.Step, XW.Detail]


@st.composite
def frameworks(draw: st.DrawFn, id: str) -> Framework:
    """A framework in which any statement may stand below several, of any kind."""
    iri = URIRef(BASE + id)
    statements: list[Statement] = []
    for number in range(draw(st.integers(1, 7))):
        above = draw(st.lists(st.sampled_from([s.iri for s in statements]), max_size=3, unique=True)
                     if statements else st.just([]))  # fmt: skip
        statements.append(
            Statement(
                iri=URIRef(f"{iri}/{number}"),
                uuid="",
                kind=draw(st.sampled_from(KINDS)),
                notation=str(number),
                text=Literal("Text", lang="en"),
                broader=above[0] if above else None,
                also_broader=tuple(above[1:]),
                position=number + 1,
                origin=NOWHERE,
            )
        )
    return Framework(
        iri=iri,
        id=id,
        uuid="",
        title=Literal(id),
        creators=(),
        publisher=None,
        issued="2020",
        edition="",
        language="en",
        rights=Literal(""),
        levels=tuple(
            Level(
                iri=URIRef(f"{iri}/level/{depth}"),
                kind=kind,
                label=Literal(str(depth)),
                depth=depth,
                notation_pattern="",
                roll_up=draw(st.booleans()),
            )
            for depth, kind in enumerate(KINDS, start=1)
        ),
        statements=tuple(statements),
        origin=NOWHERE,
    )


@st.composite
def parts(draw: st.DrawFn, subjects: Framework, objects: Framework) -> MappingSet:
    """Claims and denials between the statements of two frameworks."""
    pairs = st.tuples(st.sampled_from(subjects.statements), st.sampled_from(objects.statements))
    iri = URIRef(f"{BASE}walk/main")
    return MappingSet(
        iri=iri,
        id="main",
        title=Literal("Main"),
        license=URIRef(f"{BASE}license"),
        rights=Literal(""),
        subject_source=subjects.iri,
        object_source=objects.iri,
        alignments=tuple(
            Alignment(
                iri=URIRef(f"{iri}/{number}"),
                subject=subject.iri,
                predicate=SKOS.relatedMatch,
                object=object.iri,
                justification=SEMAPV.ManualMappingCuration,
                negated=draw(st.booleans()),
                origin=NOWHERE,
            )
            for number, (subject, object) in enumerate(draw(st.lists(pairs, max_size=6)))
        ),
        origin=NOWHERE,
    )


@st.composite
def aligned(draw: st.DrawFn) -> tuple[Framework, Framework, MappingSet]:
    subjects, objects = draw(frameworks("left")), draw(frameworks("right"))
    return subjects, objects, draw(parts(subjects, objects))


def by_rule(subjects: Framework, objects: Framework, part: MappingSet) -> set[tuple[str, ...]]:
    """Return the alignments, the sources and the targets of what the rule concludes."""
    crosswalk = Crosswalk(
        iri=URIRef(f"{BASE}walk"),
        id="walk",
        title=Literal("Walk"),
        creators=(),
        publisher=None,
        issued="2020",
        rights=Literal(""),
        parts=(part,),
        origin=NOWHERE,
    )
    graphs = {
        "left": framework_triples(subjects, BASE),
        "right": framework_triples(objects, BASE),
        "walk": part_triples(part, crosswalk, BASE),
    }
    store = ox.Store()
    for name, triples in graphs.items():
        graph = ox.NamedNode(f"{BASE}graph/{name}")
        store.extend(ox.Quad(*map(to_oxigraph, t), graph) for t in triples)  # type: ignore[arg-type]
    fixpoint.run(store, [OWN_RULE], INFERRED)
    rows = store.query(
        f"PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX owl: <http://www.w3.org/2002/07/owl#> "
        f"SELECT ?a ?s ?t WHERE {{ GRAPH <{INFERRED}> {{ "
        f"?r prov:wasDerivedFrom ?a ; owl:annotatedSource ?s ; owl:annotatedTarget ?t }} }}"
    )
    return {tuple(str(value.value) for value in row) for row in rows}  # type: ignore[union-attr]


def by_model(subjects: Framework, objects: Framework, part: MappingSet) -> set[tuple[str, ...]]:
    """Return the same of the model: an end stays where nothing at or above it takes roll-ups."""
    left, right = RollUp(subjects), RollUp(objects)
    return {
        (str(claim.iri), str(source), str(target))
        for claim in part.claims
        for source in [s.iri for s in left.of(claim.subject)] or [claim.subject]
        for target in [s.iri for s in right.of(claim.object)] or [claim.object]
        if (source, target) != (claim.subject, claim.object)
    }


@settings(max_examples=150, deadline=None)
@given(aligned())
def test_rule_and_model_conclude_the_same(
    publication: tuple[Framework, Framework, MappingSet],
) -> None:
    assert by_rule(*publication) == by_model(*publication)


@settings(max_examples=60, deadline=None)
@given(aligned())
def test_a_pair_is_claimed_outright_or_by_a_conclusion(
    publication: tuple[Framework, Framework, MappingSet],
) -> None:
    subjects, objects, part = publication
    left, right = RollUp(subjects), RollUp(objects)
    claimed = {
        (str(alignment.iri), str(subject.iri), str(object.iri))
        for alignment in part.alignments
        for subject, object in claimed_pairs(alignment, left, right)
    }
    claims = {(str(a.iri), str(a.subject), str(a.object)) for a in part.claims}
    concluded = by_rule(*publication)
    levels = [{str(iri) for iri in side.targets} for side in (left, right)]
    expected = chain(claims, concluded)
    assert claimed == {row for row in expected if row[1] in levels[0] and row[2] in levels[1]}


def test_a_framework_without_a_level_that_takes_roll_ups_has_its_top_concepts() -> None:
    statement = Statement(
        iri=URIRef(f"{BASE}a"), uuid="", kind=XW.Goal, notation="a", text=Literal("A"),
        position=1, origin=NOWHERE,
    )  # fmt: skip
    below = replace(statement, iri=URIRef(f"{BASE}b"), notation="b", broader=statement.iri)
    framework = Framework(
        iri=URIRef(f"{BASE}f"), id="f", uuid="", title=Literal("F"), creators=(), publisher=None,
        issued="", edition="", language="", rights=Literal(""), levels=(),
        statements=(statement, below), origin=NOWHERE,
    )  # fmt: skip
    assert RollUp(framework).of(below.iri) == ()
    assert RollUp(framework, or_top=True).of(below.iri) == (statement,)
