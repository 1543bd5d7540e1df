"""Mutations of the flagship's data: one value of one row is made wrong.

Each is a function from the publication to the mutated one; its name says what is wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rdflib import Literal, URIRef

from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    Erratum,
    MappingSet,
    Publication,
    Section,
    Statement,
)
from crosswalk_rdf.namespaces import DEFAULT_BASE, ontology_namespace

XW = ontology_namespace(DEFAULT_BASE)
Row = TypeVar("Row", Alignment, Erratum, Section, Statement)


@dataclass(frozen=True)
class Mutation:
    """A row that is made wrong, and how."""

    name: str
    apply: Callable[[Publication], Publication]


def mutations() -> Iterator[Mutation]:
    """Yield every mutation; no two have one name."""
    yield from _errata()
    yield from _alignments()
    yield from _statements()
    yield from _sections()


def _errata() -> Iterator[Mutation]:
    for id in (*CHANGING, *WORDINGS_OF_RECORDS):
        yield Mutation(f"remove {id}", _errata_mutation(id, lambda _: None))
    for id, wrong in MISDIRECTED.items():
        yield Mutation(f"misdirect {id}", _erratum(id, concerns=_iris(*wrong)))
    for id in (*CHANGING, *ONE_OF_EACH_KIND):
        flip = _errata_mutation(id, lambda e: replace(e, changes_alignment=not e.changes_alignment))
        yield Mutation(f"flip changes_alignment of {id}", flip)
    for id in (CHANGING[0], *ONE_OF_EACH_KIND):
        flip = _errata_mutation(id, lambda e: replace(e, judgement=not e.judgement))
        yield Mutation(f"flip judgement of {id}", flip)
    for id in (CHANGING[0], *ONE_OF_EACH_KIND):
        yield Mutation(f"shift {id}", _errata_mutation(id, lambda e: _shifted(e, 1, 1)))
        yield Mutation(f"extend {id}", _errata_mutation(id, lambda e: _shifted(e, 0, 4)))
        misquote = _errata_mutation(id, lambda e: replace(e, printed=_respelled(e.printed)))
        yield Mutation(f"misquote {id}", misquote)
    for id in CHANGING[:4]:
        canonical = _errata_mutation(id, lambda e: replace(e, canonical=_respelled(e.canonical)))
        yield Mutation(f"change what {id} means", canonical)
    yield Mutation("another printed notation", _erratum("misnumbered-element-1472", printed=J9))
    yield Mutation("a canonical wording", _erratum("wording-1012", canonical="Lead."))
    yield Mutation("another part", _erratum("wording-1012", part=_iri("crosswalk-2017/part-1")))
    yield Mutation("another kind", _erratum("wording-1012", kind=XW.Punctuation))
    yield Mutation("another kind of punctuation", _erratum("punctuation-1092", kind=XW.Misprint))
    for id in ("wrong-number-382", "wording-978", "wording-2421"):
        yield Mutation(f"remove {id}", _errata_mutation(id, lambda _: None))
    beyond = _erratum("punctuation-2327", part=_iri("crosswalk-2017/part-3"))
    yield Mutation("another part, beyond all rows", beyond)
    short = _errata_mutation("repeated-list-2441", lambda e: replace(e, concerns=e.concerns[:-1]))
    yield Mutation("a list without its last alignment", short)
    yield Mutation("a phantom of words", _erratum("wording-1012", kind=XW.PhantomCompetency))


def _alignments() -> Iterator[Mutation]:
    for part, subject, object in RECORDS:
        name = f"{part}/{subject}--{object}"
        for what, change in ALIGNMENT_CHANGES.items():
            yield Mutation(f"{what} of {name}", _alignment(part, name, change))
    name = "part-3/SRSCIIA--4"
    phantom = _alignment("part-3", name, lambda a: replace(a, printed_subject_notation=None))
    yield Mutation(f"no printed subject of {name}", phantom)
    for part, wrong in (("part-1", "lcpe-2017/PSMV.2"), ("part-2", "psel-2015/9a")):
        name = "part-1/9--PSMV.1" if part == "part-1" else "part-2/PSMV.2.d--9i"
        change = _object(wrong)
        yield Mutation(f"another object of {name}", _alignment(part, name, change))
    name = "part-2/SRSCIIA.2--4g"
    other = _alignment("part-2", name, lambda a: replace(a, subject=_iri("lcpe-2017/VVC.4.d")))
    yield Mutation(f"another subject of {name}", other)
    name = "part-2/PSMV.2.d--9i"
    as_meant = _alignment("part-2", name, lambda a: replace(a, printed_notation="9i"))
    yield Mutation(f"no misnumbering of {name}", as_meant)


def _statements() -> Iterator[Mutation]:
    for framework, notation in (
        ("psel-2015", "1b"),
        ("lcpe-2017", "VVC.2.a"),
        ("lcpe-2017", "VVC"),
    ):
        for what, change in STATEMENT_CHANGES.items():
            name = f"{what} of {notation}"
            yield Mutation(name, _statement(framework, notation, change))
    yield Mutation("another title", _statement("psel-2015", "1", _labeled("Mission and Vision")))
    other = _labeled("Ethics and Professional Norms")
    yield Mutation("the title of another", _statement("psel-2015", "1", other))
    yield Mutation("two texts swapped", _swapped_texts)


def _sections() -> Iterator[Mutation]:
    for id in ("narrative-3", "introduction-2", "heading-VVC-part-3"):
        for what, change in SECTION_CHANGES.items():
            yield Mutation(f"{what} of {id}", _section(id, change))


def _iri(name: str) -> URIRef:
    return URIRef(DEFAULT_BASE + name)


def _iris(*names: str) -> tuple[URIRef, ...]:
    return tuple(map(_iri, names))


def _respelled(text: str) -> str:
    """Return ``text`` with a letter doubled in its longest word."""
    word = max(text.split(), key=len)
    return text.replace(word, f"{word[:2]}{word[1:]}", 1)


def _shifted(row: Row, first: int, last: int) -> Row:
    lines: Any = row.lines
    return replace(row, lines=(lines[0] + first, lines[1] + last))


def _crosswalk(publication: Publication, **changes: Any) -> Publication:
    (crosswalk,) = publication.crosswalks
    changed: Crosswalk = replace(crosswalk, **changes)
    return replace(publication, crosswalks=(changed,))


def _mapped(
    rows: tuple[Row, ...], key: str, change: Callable[[Row], Row | None]
) -> tuple[Row, ...]:
    """Return ``rows`` with the one whose IRI ends in ``key`` changed, or left out for None."""
    matches = [row for row in rows if str(row.iri).endswith(f"/{key}")]
    assert len(matches) == 1, key
    mutated = (change(row) if row is matches[0] else row for row in rows)
    return tuple(row for row in mutated if row is not None)


def _errata_mutation(
    id: str, change: Callable[[Erratum], Erratum | None]
) -> Callable[[Publication], Publication]:
    return lambda publication: _crosswalk(
        publication, errata=_mapped(publication.crosswalks[0].errata, id, change)
    )


def _erratum(id: str, **changes: Any) -> Callable[[Publication], Publication]:
    return _errata_mutation(id, lambda erratum: replace(erratum, **changes))


def _section(id: str, change: Callable[[Section], Section]) -> Callable[[Publication], Publication]:
    return lambda publication: _crosswalk(
        publication, sections=_mapped(publication.crosswalks[0].sections, id, change)
    )


def _alignment(
    part: str, name: str, change: Callable[[Alignment], Alignment]
) -> Callable[[Publication], Publication]:
    def changed(mapping_set: MappingSet) -> MappingSet:
        if mapping_set.id != part:
            return mapping_set
        return replace(mapping_set, alignments=_mapped(mapping_set.alignments, name, change))

    return lambda publication: _crosswalk(
        publication, parts=tuple(map(changed, publication.crosswalks[0].parts))
    )


def _statement(
    framework: str, notation: str, change: Callable[[Statement], Statement]
) -> Callable[[Publication], Publication]:
    def mutated(publication: Publication) -> Publication:
        frameworks = tuple(
            replace(f, statements=_mapped(f.statements, notation, change))
            if f.id == framework
            else f
            for f in publication.frameworks
        )
        return replace(publication, frameworks=frameworks)

    return mutated


def _labeled(text: str) -> Callable[[Statement], Statement]:
    return lambda statement: replace(statement, label=Literal(text, lang="en"))


def _swapped_texts(publication: Publication) -> Publication:
    framework = next(f for f in publication.frameworks if f.id == "lcpe-2017")
    one, other = (
        next(s for s in framework.statements if s.notation == n) for n in ("VVC.2.a", "VVC.2.b")
    )
    once = _statement("lcpe-2017", "VVC.2.a", lambda s: replace(s, text=other.text))(publication)
    return _statement("lcpe-2017", "VVC.2.b", lambda s: replace(s, text=one.text))(once)


def _object(name: str) -> Callable[[Alignment], Alignment]:
    return lambda alignment: replace(alignment, object=_iri(name))


CHANGING = (
    *("phantom-competency-605", "phantom-competency-683", "misfiled-competency-845"),
    *("phantom-competency-951", "misnumbered-element-1472", "misnumbered-element-2081"),
    *("misnumbered-element-2169", "phantom-competency-2463"),
)
"""The errata that change an alignment."""
WORDINGS_OF_RECORDS = (
    *("wording-674", "wording-1012", "wording-1176", "punctuation-1336", "wording-1426"),
    *("punctuation-1721",),
)
"""Errata on rows whose text is printed otherwise than that of the statement."""
ONE_OF_EACH_KIND = (
    *("name-79", "wrong-number-119", "narrative-mismatch-627", "duplicated-row-1679"),
    *("element-missing-1975", "repeated-list-2417", "near-copy-1273", "doubtful-alignment-2311"),
    *("passage-missing-1317", "statement-unlisted-2381", "wording-1012", "punctuation-1092"),
    "misprint-1182",
)
"""Errata that change no alignment."""
MISDIRECTED = {
    "misnumbered-element-1472": ("psel-2015/9a", "crosswalk-2017/part-2/PSMV.2.d--7e"),
    "phantom-competency-605": ("lcpe-2017/SRSCIIA",),
    "misfiled-competency-845": ("lcpe-2017/CBICI.1",),
    "wording-1012": ("psel-2015/1c",),
    "punctuation-1092": ("lcpe-2017/VVC.2.d.ii",),
    "misprint-1182": ("lcpe-2017/VVC.3.c",),
    "name-79": ("crosswalk-2017/section/introduction-5",),
    "wrong-number-119": ("crosswalk-2017/section/introduction-7", "psel-2015/4d"),
    "narrative-mismatch-627": ("crosswalk-2017/section/narrative-7", "psel-2015/8"),
    "duplicated-row-1679": ("lcpe-2017/CBICI.1.b",),
    "element-missing-1975": ("psel-2015/7g",),
    "repeated-list-2417": ("lcpe-2017/VVC.5", "crosswalk-2017/part-3/VVC.4--6"),
    "near-copy-1273": ("lcpe-2017/VVC.5.b", "psel-2015/3f"),
    "doubtful-alignment-2311": ("psel-2015/1b", "crosswalk-2017/part-2/VVC.1.b--1b"),
    "passage-missing-1317": ("crosswalk-2017/section/heading-VVC-part-2", "lcpe-2017/VVC"),
    "statement-unlisted-2381": ("psel-2015/7", "crosswalk-2017/part-3"),
}
J9 = (
    "9k: Develop and manage relationships with feeder and connecting schools for enrollment "
    "management and curricular and instructional articulation."
)
RECORDS = (("part-1", "1", "VVC.1"), ("part-2", "VVC.1.b", "1b"), ("part-3", "CBICI.1", "6"))
ALIGNMENT_CHANGES: dict[str, Callable[[Alignment], Alignment]] = {
    "printed words": lambda a: replace(a, printed_text=_respelled(a.printed_text or "")),
    "printed notation": lambda a: replace(a, printed_notation="2"),
    "lines, one down,": lambda a: _shifted(a, 1, 1),
    "lines, one up,": lambda a: _shifted(a, -1, -1),
    "lines, ten down,": lambda a: _shifted(a, 10, 10),
    "last line": lambda a: _shifted(a, 0, 3),
}
STATEMENTS = (("psel-2015", "1b"), ("lcpe-2017", "VVC.2.a"), ("lcpe-2017", "VVC"))
STATEMENT_CHANGES: dict[str, Callable[[Statement], Statement]] = {
    "text": lambda s: replace(s, text=Literal(_respelled(str(s.text)), lang="en")),
    "lines, one down,": lambda s: _shifted(s, 1, 1),
    "lines, one up,": lambda s: _shifted(s, -1, -1),
    "last line": lambda s: _shifted(s, 0, 4),
    "part": lambda s: replace(s, printed_in=_iri("crosswalk-2017/part-3")),
}
SECTION_CHANGES: dict[str, Callable[[Section], Section]] = {
    "text": lambda s: replace(s, text=_respelled(s.text)),
    "lines, one down,": lambda s: _shifted(s, 1, 1),
    "lines, two up,": lambda s: _shifted(s, -2, -2),
}
