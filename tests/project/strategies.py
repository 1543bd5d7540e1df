"""Frameworks and crosswalks of any shape, for Hypothesis."""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Crosswalk,
    Erratum,
    Framework,
    Level,
    MappingSet,
    Origin,
    Section,
    Statement,
)
from crosswalk_rdf.model.lexical import joined_names, path_segment
from crosswalk_rdf.namespaces import SEMAPV, ontology_namespace

BASE = "https://example.org/any/"
XW = ontology_namespace(BASE)
NOWHERE = Origin("", 0)

_characters = st.characters(codec="utf-8", exclude_categories=["C", "Zs"]) | st.sampled_from(
    " ,\"'|#"
)
texts = st.text(_characters, min_size=1, max_size=30).map(str.strip).filter(bool)
longer_texts = st.lists(texts, min_size=1, max_size=3).map("\n".join)
literals = texts.map(lambda text: Literal(text, lang="de"))
notations = (
    st.text(_characters, min_size=1, max_size=8)
    .map(str.strip)
    .filter(lambda text: text not in ("", ".", ".."))
)
lines = st.tuples(st.integers(1, 99), st.integers(0, 9)).map(lambda t: (t[0], t[0] + t[1]))
agents = st.builds(
    lambda name, kind: Agent(iri=_agent_iri(name), name=name, type=kind),
    st.text("abcÄ xyz", min_size=1, max_size=12).map(str.strip).filter(bool),
    st.sampled_from(["Organization", "Person"]),
)


def _agent_iri(name: str) -> URIRef:
    return URIRef(f"{BASE}agent/{path_segment('-'.join(name.casefold().split()))}")


def _uuid(framework: str, notation: str = "") -> str:
    """Return a UUID that no other framework or statement has."""
    digest = hashlib.sha256(f"{framework}/{notation}".encode()).digest()
    return str(uuid.UUID(bytes=digest[:16], version=4))


@st.composite
def frameworks(draw: st.DrawFn, id: str) -> Framework:
    """A framework of two levels, of which the lower may nest."""
    upper, lower = (draw(st.lists(notations, max_size=4)) for _ in range(2))
    kinds = list(dict.fromkeys([*upper, *lower]))
    publisher = draw(agents)
    return Framework(
        iri=URIRef(BASE + id),
        id=id,
        uuid=_uuid(id),
        title=draw(literals),
        description=draw(st.none() | literals),
        creators=tuple(draw(st.lists(agents, min_size=1, max_size=2))),
        publisher=publisher,
        rights_holder=draw(st.none() | st.just(publisher)),
        issued=draw(st.sampled_from(["2015", "2015-10", "2015-10-31"])),
        edition=draw(texts),
        language="de",
        rights=draw(literals),
        license=draw(st.none() | st.just(URIRef("https://example.org/licence"))),
        notation_note=draw(st.none() | literals),
        verbatim=draw(st.booleans()),
        levels=_levels(id),
        statements=tuple(_statements(draw, id, kinds)),
        origin=NOWHERE,
    )


def _levels(id: str) -> tuple[Level, ...]:
    return tuple(
        Level(
            iri=URIRef(f"{BASE}{id}/level/{name.lower()}"),
            kind=XW[name],
            label=Literal(f"{name}!", lang="de"),
            depth=depth,
            notation_pattern="^.*$",
            broader=broader,
            roll_up=depth == 1,
        )
        for name, depth, broader in (("Domain", 1, ()), ("Competency", 2, ("Domain",)))
    )


def _statements(draw: st.DrawFn, id: str, notations: Sequence[str]) -> list[Statement]:
    positions: dict[str, int] = {}
    statements = []
    for number, notation in enumerate(notations):
        parent = draw(st.none() | st.sampled_from(notations[:number])) if number else None
        positions[parent or ""] = positions.get(parent or "", 0) + 1
        statements.append(
            Statement(
                iri=URIRef(f"{BASE}{id}/{path_segment(notation)}"),
                uuid=_uuid(id, notation),
                kind=XW["Competency" if parent else "Domain"],
                notation=notation,
                text=Literal(draw(longer_texts), lang="de"),
                label=draw(st.none() | literals),
                broader=URIRef(f"{BASE}{id}/{path_segment(parent)}") if parent else None,
                position=positions[parent or ""],
                lines=draw(st.none() | lines),
                checksum=draw(st.none() | st.just("ab" * 32)),
                **_deprecation(draw, id, notations[:number]),
                origin=NOWHERE,
            )
        )
    return statements


def _deprecation(draw: st.DrawFn, id: str, others: Sequence[str]) -> dict[str, Any]:
    """Return whether a statement is deprecated, and what replaces it."""
    if not draw(st.booleans()):
        return {}
    elsewhere = st.just(URIRef("https://example.org/new/1"))
    within = [URIRef(f"{BASE}{id}/{path_segment(notation)}") for notation in others]
    replacement = draw(st.none() | elsewhere | st.sampled_from(within or [None]))
    return {"deprecated": True, "replaced_by": replacement}


@st.composite
def crosswalks(draw: st.DrawFn, first: Framework, second: Framework) -> Crosswalk:
    """A crosswalk of one part between two frameworks."""
    iri = URIRef(f"{BASE}walk")
    pairs = [(a, b) for a in first.statements for b in second.statements]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=5)) if pairs else []
    part = MappingSet(
        iri=URIRef(f"{iri}/main"),
        id="main",
        title=draw(literals),
        description=draw(st.none() | literals),
        license=URIRef("https://example.org/licence"),
        rights=draw(literals),
        subject_source=first.iri,
        object_source=second.iri,
        subject_kinds=draw(st.sampled_from([(), (XW.Domain, XW.Competency)])),
        alignments=tuple(sorted((_alignment(draw, *pair) for pair in chosen), key=lambda a: a.iri)),
        origin=NOWHERE,
    )
    return Crosswalk(
        iri=iri,
        id="walk",
        title=draw(literals),
        creators=(draw(agents),),
        publisher=draw(agents),
        issued="2017-10",
        rights=draw(literals),
        parts=(part,),
        errata=tuple(_errata(draw, iri, first)),
        sections=tuple(_sections(draw, iri)),
        origin=NOWHERE,
    )


def _alignment(draw: st.DrawFn, subject: Statement, object: Statement) -> Alignment:
    names = [path_segment(subject.notation), path_segment(object.notation)]
    predicate = draw(st.sampled_from([SKOS.relatedMatch, SKOS.closeMatch]))
    names += [] if predicate == SKOS.relatedMatch else ["closeMatch"]
    return Alignment(
        iri=URIRef(f"{BASE}walk/main/{joined_names(names)}"),
        subject=subject.iri,
        predicate=predicate,
        object=object.iri,
        justification=SEMAPV.ManualMappingCuration,
        subject_label=draw(st.none() | texts),
        object_label=draw(st.none() | texts),
        printed_notation=draw(st.none() | texts),
        printed_text=draw(st.none() | longer_texts),
        lines=draw(st.none() | lines),
        comment=draw(st.none() | texts),
        origin=NOWHERE,
    )


def _errata(draw: st.DrawFn, crosswalk: URIRef, framework: Framework) -> list[Erratum]:
    ids = draw(st.lists(notations, unique=True, max_size=3))
    concerned = tuple(s.iri for s in framework.statements[:2] if "|" not in s.notation)
    return [
        Erratum(
            iri=URIRef(f"{crosswalk}/erratum/{path_segment(id)}"),
            id=id,
            kind=XW.Wording,
            part=draw(st.sampled_from([crosswalk, URIRef(f"{crosswalk}/main")])),
            lines=draw(lines),
            printed=draw(texts),
            canonical=draw(texts),
            comment=draw(texts),
            changes_alignment=draw(st.booleans()),
            judgement=draw(st.booleans()),
            concerns=concerned,
            origin=NOWHERE,
        )
        for id in ids
    ]


def _sections(draw: st.DrawFn, crosswalk: URIRef) -> list[Section]:
    ids = draw(st.lists(notations, unique=True, max_size=3))
    return [
        Section(
            iri=URIRef(f"{crosswalk}/section/{path_segment(id)}"),
            id=id,
            kind=XW.Narrative,
            title=draw(st.none() | texts),
            text=draw(longer_texts),
            part=crosswalk,
            position=position,
            lines=draw(lines),
            origin=NOWHERE,
        )
        for position, id in enumerate(ids, start=1)
    ]
