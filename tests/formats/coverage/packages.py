"""Packages in which one field of the model is filled, for the tests of what formats carry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, get_args, get_type_hints

from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import ANY_NOTATION, levels_of
from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Collection,
    Crosswalk,
    Erratum,
    ExternalFramework,
    Framework,
    Level,
    MappingSet,
    Origin,
    Package,
    PropertyValue,
    Resource,
    Section,
    Slot,
    SourceDocument,
    Statement,
    agent_iri,
    derived_uuid,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import CEASN, SCHEMA, SEMAPV, SSSOM, ontology_namespace

BASE: Final = "https://example.org/"
XW: Final = ontology_namespace(BASE)
NOWHERE: Final = Origin("", 0)
_FW: Final = URIRef(f"{BASE}fw")
_EXTERNAL: Final = URIRef(f"{BASE}elsewhere")
_WALK: Final = URIRef(f"{BASE}walk")
_SKILL: Final = URIRef(f"{BASE}own#Skill")
_PART: Final = URIRef(f"{BASE}walk/main")

STATEMENT: Final = Statement(
    iri=URIRef(f"{_FW}/1"),
    uuid="",
    kind=CEASN.Competency,
    notation="",
    text=Literal("Reads a text aloud.", lang="en"),
    position=3,
    origin=NOWHERE,
)
PARENT: Final = replace(
    STATEMENT, iri=URIRef(f"{_FW}/0"), text=Literal("Reads.", lang="en"), position=1
)
OTHER_PARENT: Final = replace(PARENT, iri=URIRef(f"{_FW}/00"), position=2)
ALIGNMENT: Final = Alignment(
    iri=URIRef(f"{_PART}/1--a"),
    subject=STATEMENT.iri,
    predicate=SKOS.relatedMatch,
    object=URIRef(f"{_EXTERNAL}/a"),
    justification=SEMAPV.UnspecifiedMatching,
    origin=NOWHERE,
)
PART: Final = MappingSet(
    iri=_PART,
    id="main",
    title=Literal("Main", lang="en"),
    license=SSSOM["license/unspecified"],
    rights=Literal(""),
    subject_source=_FW,
    object_source=_EXTERNAL,
    alignments=(ALIGNMENT,),
    origin=NOWHERE,
)
EXTERNAL: Final = ExternalFramework(
    iri=_EXTERNAL, id="elsewhere", title=Literal("Elsewhere", lang="en")
)
CROSSWALK: Final = Crosswalk(
    iri=_WALK,
    id="walk",
    title=Literal("Walk", lang="en"),
    creators=(),
    publisher=None,
    issued="",
    rights=Literal(""),
    external=(EXTERNAL,),
    parts=(PART,),
    origin=NOWHERE,
)
ERRATUM: Final = Erratum(
    iri=URIRef(f"{_WALK}/erratum/e1"),
    id="e1",
    kind=XW.Wording,
    part=_PART,
    lines=(3, 4),
    printed="redas",
    canonical="reads",
    comment="A slip.",
    changes_alignment=False,
    judgement=False,
    origin=NOWHERE,
)
SECTION: Final = Section(
    iri=URIRef(f"{_WALK}/section/s1"),
    id="s1",
    kind=XW.Narrative,
    text="It begins.",
    part=_PART,
    position=1,
    lines=(1, 2),
    origin=NOWHERE,
)
SOURCE: Final = SourceDocument(
    iri=URIRef(f"{_WALK}/source"),
    title=Literal("Source", lang="en"),
    file="source.txt",
    checksum="ab" * 32,
    line_count=9,
)
COLLECTION: Final = Collection(
    iri=URIRef(f"{_FW}/group"),
    members=(STATEMENT.iri,),
    properties=(PropertyValue(SKOS.inScheme, _FW),),
    origin=NOWHERE,
)
RESOURCE: Final = Resource(
    iri=URIRef(f"{_FW}/note"),
    properties=(PropertyValue(RDF.value, Literal("A note", lang="en")),),
    origin=NOWHERE,
)
AGENT: Final = Agent(iri=agent_iri("Ada"), name="Ada")


def framework_of(*statements: Statement) -> Framework:
    """Return a framework that says nothing of itself but its title."""
    return Framework(
        iri=_FW,
        id="fw",
        uuid="",
        title=Literal("Framework", lang="en"),
        creators=(),
        publisher=None,
        issued="",
        edition="",
        language="en",
        rights=Literal(""),
        levels=levels_of(_FW, statements, {CEASN.Competency: Literal("Competency", lang="en")}),
        statements=statements,
        origin=NOWHERE,
    )


def package_of(framework: Framework, crosswalk: Crosswalk = CROSSWALK) -> Package:
    """Return a package of the two, of a publication with a date."""
    return Package(
        frameworks=(framework,),
        crosswalks=(crosswalk,),
        base=BASE,
        modified="2026-01-01",
        creator=Agent(iri=URIRef(f"{BASE}agency"), name="Agency"),
    )


@dataclass(frozen=True)
class Sample:
    """A value with one field filled, and how it goes into a package."""

    model: type
    field: str
    value: Any
    """An instance of ``model``."""
    package: Package


def _with_statement(value: Statement) -> Package:
    return package_of(framework_of(PARENT, OTHER_PARENT, value))


def _with_level(value: Level) -> Package:
    top = replace(PARENT, kind=CEASN.Domain)
    framework = framework_of(top, replace(STATEMENT, kind=value.kind, broader=top.iri))
    return package_of(replace(framework, levels=(framework.levels[0], value)))


def _with_alignment(value: Alignment) -> Package:
    claim = replace(ALIGNMENT, iri=URIRef(f"{_PART}/1--b"), object=URIRef(f"{_EXTERNAL}/b"))
    part = replace(PART, alignments=(value, claim) if value.negated else (value,))
    return package_of(framework_of(STATEMENT), replace(CROSSWALK, parts=(part,)))


def _with_external(value: ExternalFramework) -> Package:
    crosswalk = replace(CROSSWALK, external=(value,))
    return package_of(framework_of(STATEMENT), crosswalk)


def _with_part(value: MappingSet) -> Package:
    return package_of(framework_of(STATEMENT), replace(CROSSWALK, parts=(value,)))


def _of_crosswalk(**values: Any) -> Package:
    return package_of(framework_of(STATEMENT), replace(CROSSWALK, **values))


def _with_collection(value: Collection) -> Package:
    framework = framework_of(STATEMENT, PARENT)
    return package_of(replace(framework, collections=(value,)))


def _with_resource(value: Resource) -> Package:
    note = PropertyValue(SKOS.scopeNote, value.iri)
    framework = framework_of(replace(STATEMENT, properties=(note,)))
    return package_of(replace(framework, resources=(value,)))


def _with_agent(value: Agent) -> Package:
    framework = replace(framework_of(STATEMENT), creators=(value,))
    return package_of(framework)


INTO: Final[dict[type, tuple[Any, Callable[[Any], Package]]]] = {
    Framework: (framework_of(STATEMENT), package_of),
    Level: (
        Level(
            iri=unnamed_iri(_FW, "level Skill"),
            kind=_SKILL,
            label=Literal("Skill", lang="en"),
            depth=2,
            notation_pattern=ANY_NOTATION,
        ),
        _with_level,
    ),
    Statement: (STATEMENT, _with_statement),
    Collection: (COLLECTION, _with_collection),
    Resource: (RESOURCE, _with_resource),
    Crosswalk: (CROSSWALK, lambda value: package_of(framework_of(STATEMENT), value)),
    MappingSet: (PART, _with_part),
    Alignment: (ALIGNMENT, _with_alignment),
    Erratum: (ERRATUM, lambda value: _of_crosswalk(errata=(value,))),
    Section: (SECTION, lambda value: _of_crosswalk(sections=(value,))),
    SourceDocument: (SOURCE, lambda value: _of_crosswalk(source=value)),
    ExternalFramework: (EXTERNAL, _with_external),
    Agent: (AGENT, _with_agent),
}
"""A value of each class that says as little as may be, and the package that it goes into."""

_PROPERTIES: Final = (
    PropertyValue(SKOS.note, Literal("A note", lang="en")),
    PropertyValue(SKOS.altLabel, Literal("Another name", lang="en")),
    PropertyValue(SKOS.prefLabel, Literal("Liest vor.", lang="de")),
    PropertyValue(SCHEMA.keywords, Literal("reading", lang="en")),
    PropertyValue(DCTERMS.modified, Literal("2025-01-01", datatype=XSD.date)),
    PropertyValue(URIRef(f"{BASE}own#grade"), Literal("7")),
    PropertyValue(URIRef(f"{BASE}own#like"), URIRef(f"{BASE}other")),
)
_SLOTS: Final = (
    Slot(
        name="confidence", property=SSSOM.confidence, values=(Literal("0.5", datatype=XSD.double),)
    ),
    Slot(
        name="see_also",
        property=URIRef("http://www.w3.org/2000/01/rdf-schema#seeAlso"),
        values=(URIRef(f"{BASE}see"),),
    ),
    Slot(name="ext_own", property=URIRef(f"{BASE}own#slot"), values=(Literal("x"),)),
)
_SET_SLOTS: Final = (
    Slot(name="mapping_set_version", property=OWL.versionInfo, values=(Literal("2"),)),
    Slot(name="ext_own", property=URIRef(f"{BASE}own#slot"), values=(Literal("x"),)),
)

VALUES: Final[dict[tuple[type, str], tuple[Any, ...]]] = {
    (Statement, "uuid"): (derived_uuid(BASE, "s").replace("-5", "-4", 1),),
    (Statement, "broader"): (PARENT.iri,),
    (Statement, "also_broader"): ((OTHER_PARENT.iri,),),
    (Statement, "position"): (1,),
    (Statement, "checksum"): ("cd" * 32,),
    (Statement, "printed_in"): (_PART,),
    (Statement, "in_schemes"): ((_FW, URIRef(f"{BASE}other")), (URIRef(f"{BASE}other"),)),
    (Statement, "top_concept_of"): ((URIRef(f"{BASE}other"),),),
    (Statement, "properties"): tuple((p,) for p in _PROPERTIES),
    (Collection, "ordered"): (True,),
    (Collection, "members"): ((STATEMENT.iri, PARENT.iri), (URIRef(f"{BASE}elsewhere/1"),)),
    (Collection, "properties"): tuple((*COLLECTION.properties, p) for p in _PROPERTIES),
    (Resource, "properties"): tuple((*RESOURCE.properties, p) for p in _PROPERTIES),
    (Framework, "uuid"): (derived_uuid(BASE, "f"),),
    (Framework, "issued"): ("2017", "2017-10", "2017-10-31"),
    (Framework, "language"): ("fr",),
    (Framework, "properties"): tuple((p,) for p in _PROPERTIES),
    (Framework, "creators"): ((AGENT,), (AGENT, Agent(iri=agent_iri("Bob"), name="Bob"))),
    (Crosswalk, "uuid"): (derived_uuid(BASE, "c"),),
    (Crosswalk, "issued"): ("2017", "2017-10", "2017-10-31"),
    (Crosswalk, "properties"): tuple((p,) for p in _PROPERTIES),
    (Crosswalk, "creators"): ((AGENT,), (AGENT, Agent(iri=agent_iri("Bob"), name="Bob"))),
    (Alignment, "slots"): tuple((s,) for s in _SLOTS),
    (Alignment, "predicate"): (
        SKOS.relatedMatch,
        SKOS.exactMatch,
        SKOS.broadMatch,
        URIRef(f"{BASE}own#like"),
    ),
    (Alignment, "justification"): (SEMAPV.ManualMappingCuration,),
    (MappingSet, "slots"): tuple((s,) for s in _SET_SLOTS),
    (Level, "depth"): (2,),
    (Level, "broader"): (("Domain",),),
    (Level, "notation_pattern"): (r"^\d+$",),
    (Level, "kind"): (_SKILL,),
    (Level, "id"): ("Skills",),
    (Level, "label"): (Literal("Ability", lang="en"),),
    (Level, "iri"): (URIRef(f"{_FW}/level/competency"),),
    (Agent, "iri"): (URIRef(f"{BASE}ada"),),
    (Agent, "type"): ("Person",),
}
"""What fields are filled with where their type does not say it."""
_OTHER: Final[dict[tuple[type, str], Any]] = {(Alignment, "predicate"): SKOS.exactMatch}
"""Another value than that of the packages, where any would be the same to some format."""
_ALWAYS: Final = {
    Framework: "iri id title",
    Statement: "iri text position",
    Collection: "iri",
    Resource: "iri properties",
    Crosswalk: "iri id title",
    MappingSet: "iri id title subject_source object_source",
    Alignment: "iri subject object",
    ExternalFramework: "iri id title",
    SourceDocument: "iri title file checksum line_count",
    Erratum: "iri id kind part lines printed canonical comment",
    Section: "iri id kind text part position lines",
    Agent: "name",
    Level: "",
}
"""Fields that the values above have already."""


def samples(model: type, name: str) -> Iterator[Sample]:
    """Yield packages in which the field ``name`` of one value of ``model`` is filled."""
    value, into = INTO[model]
    if name.endswith(".language"):
        field = name.removesuffix(".language")
        text = getattr(value, field) or "Some text"
        others = {"label": None} if model is Statement and field == "text" else {}
        for language in ("fr", "en"):
            filled = replace(value, **{**others, field: Literal(str(text), lang=language)})
            yield Sample(model, name, filled, into(filled))
        return
    for filler in _fillers(model, name):
        filled = value if filler is None else replace(value, **{name: filler})
        if model is Statement and (name == "also_broader" or name == "position"):
            filled = replace(filled, broader=PARENT.iri)
        if model is Framework and name == "language":
            filled = without_languages(filled)
        yield Sample(model, name, filled, into(filled))


def without_languages(framework: Framework) -> Framework:
    """Return ``framework`` with texts of no language: they are in that of the framework."""
    statements = tuple(replace(s, text=Literal(str(s.text))) for s in framework.statements)
    return replace(framework, title=Literal(str(framework.title)), statements=statements)


def without_denials(package: Package) -> Package:
    """Return ``package`` with the alignments that hold alone."""
    crosswalks = (
        replace(c, parts=tuple(replace(part, alignments=part.claims) for part in c.parts))
        for c in package.crosswalks
    )
    return replace(package, crosswalks=tuple(crosswalks))


def other(model: type, name: str) -> Package:
    """Return a package in which ``name`` has another value than in that of :func:`base`."""
    value, into = INTO[model]
    another = _OTHER.get((model, name), _filler(get_type_hints(model)[name]))
    return into(replace(value, **{name: another}))


def base(sample: Sample) -> Package:
    """Return the package of ``sample`` without what it is a sample of."""
    value, into = INTO[sample.model]
    field = sample.field.removesuffix(".language")
    if sample.field == field:
        original = getattr(sample.value, field)
        fewer = original[:-1] if field == "creators" else None
        return into(replace(sample.value, **{field: fewer or getattr(value, field)}))
    text = getattr(sample.value, field)
    return into(replace(sample.value, **{field: Literal(str(text), lang="de")}))


def _fillers(model: type, name: str) -> tuple[Any, ...]:
    if (model, name) in VALUES:
        return VALUES[model, name]
    if name in _ALWAYS.get(model, "").split():
        return (None,)
    return (_filler(get_type_hints(model)[name]),)


def _filler(hint: Any) -> Any:
    kinds = [k for k in get_args(hint) or (hint,) if k not in (type(None), ...)]
    by_type = {
        str: "text",
        bool: True,
        int: 2,
        Literal: Literal("Some text", lang="en"),
        URIRef: URIRef(f"{BASE}thing"),
        Agent: AGENT,
    }
    if hint == tuple[int, int] or tuple[int, int] in kinds:
        return (3, 4)
    if getattr(hint, "__origin__", None) is tuple:
        return (by_type[kinds[0]],)
    return by_type[kinds[0]]


def instances(package: Package, model: type) -> list[Any]:
    """Return all instances of ``model`` in ``package``."""
    parts = [part for crosswalk in package.crosswalks for part in crosswalk.parts]
    within: dict[type, list[Any]] = {
        Framework: list(package.frameworks),
        Level: [level for f in package.frameworks for level in f.levels],
        Statement: [statement for f in package.frameworks for statement in f.statements],
        Collection: [collection for f in package.frameworks for collection in f.collections],
        Resource: [resource for f in package.frameworks for resource in f.resources],
        Crosswalk: list(package.crosswalks),
        MappingSet: parts,
        Alignment: [alignment for part in parts for alignment in part.alignments],
        Erratum: [erratum for c in package.crosswalks for erratum in c.errata],
        Section: [section for c in package.crosswalks for section in c.sections],
        SourceDocument: [c.source for c in package.crosswalks if c.source],
        ExternalFramework: [other for c in package.crosswalks for other in c.external],
        Agent: [agent for f in package.frameworks for agent in f.creators],
    }
    return within[model]
