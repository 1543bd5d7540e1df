"""A package: the content of a document in another format."""

from dataclasses import dataclass, replace

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.display import count_phrase, to_html
from crosswalk_rdf.model.crosswalks import Crosswalk
from crosswalk_rdf.model.frameworks import Framework, Statement
from crosswalk_rdf.model.identifiers import derived_uuid
from crosswalk_rdf.model.metadata import Agent
from crosswalk_rdf.model.publication import Publication
from crosswalk_rdf.namespaces import CEASN, ontology_namespace


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Frameworks and the crosswalks that come with them (CASE ``CFPackage``, SKOS dataset)."""

    frameworks: tuple[Framework, ...] = ()
    crosswalks: tuple[Crosswalk, ...] = ()
    base: str = ""
    """The base IRI of the publication that it is of, for the addresses of services; empty for what
    was read from a foreign document."""
    modified: str = ""
    """``YYYY-MM-DD``: when what it holds was last changed, where its values do not say."""
    creator: Agent | None = None
    """Who publishes it."""
    unnamed: frozenset[URIRef] = frozenset()
    """The IRIs that a reader made up because the document gives none: a publication that takes
    these resources in gives them IRIs of its own."""

    @property
    def iris(self) -> dict[str, str]:
        """The IRI of each framework and each crosswalk by its id."""
        crosswalks = {crosswalk.id: str(crosswalk.iri) for crosswalk in self.crosswalks}
        return crosswalks | {framework.id: str(framework.iri) for framework in self.frameworks}

    def __repr__(self) -> str:
        frameworks = count_phrase(self.frameworks, "framework")
        return f"<Package: {frameworks}, {count_phrase(self.crosswalks, 'crosswalk')}>"

    def _repr_html_(self) -> str:
        rows = [
            *(
                ("framework", f.id, f.title, count_phrase(f.statements, "statement"))
                for f in self.frameworks
            ),
            *(
                (
                    "crosswalk",
                    c.id,
                    c.title,
                    count_phrase([a for part in c.parts for a in part.alignments], "alignment"),
                )
                for c in self.crosswalks
            ),
        ]
        return to_html("package", rows=rows)


def package_of(publication: Publication) -> Package:
    """Return all that ``publication`` holds as one package.

    Values that only the publication needed are removed: assigned notations, and the default kind
    of statements whose publisher names none.
    """
    return Package(
        frameworks=tuple(
            _without_assigned_values(f, publication.base) for f in publication.frameworks
        ),
        crosswalks=tuple(
            _with_uuid(crosswalk, publication) for crosswalk in publication.crosswalks
        ),
        base=publication.base,
        modified=publication.modified,
        creator=publication.creator,
    )


def _with_uuid(crosswalk: Crosswalk, publication: Publication) -> Crosswalk:
    """Return ``crosswalk`` with a UUID: where the data give none, made of the frameworks' own.

    It must not follow from the IRI, which moves with the base.
    """
    if crosswalk.uuid:
        return crosswalk
    uuids = " ".join(sorted(framework.uuid for framework in publication.frameworks))
    return replace(crosswalk, uuid=derived_uuid(f"urn:{uuids}", crosswalk.id))


def _without_assigned_values(framework: Framework, base: str) -> Framework:
    xw = ontology_namespace(base)
    no_kind = any(level.kind == xw.Statement for level in framework.levels)
    if not no_kind and not any(s.coined_notation for s in framework.statements):
        return framework
    kinds = {xw.Statement: CEASN.Competency}
    return replace(
        framework,
        levels=tuple(replace(x, kind=kinds.get(x.kind, x.kind)) for x in framework.levels),
        statements=tuple(
            replace(_without_assigned_notation(s), kind=kinds.get(s.kind, s.kind))
            for s in framework.statements
        ),
    )


def _without_assigned_notation(statement: Statement) -> Statement:
    """Return ``statement`` with its publisher's notation, if it has one: a plain one if it can."""
    if not statement.coined_notation:
        return statement
    notations = [p for p in statement.properties if p.property == SKOS.notation]
    plain = [p for p in notations if p.value == Literal(str(p.value))]
    return replace(
        statement,
        notation=str((plain or notations)[0].value) if notations else "",
        coined_notation=False,
        properties=tuple(p for p in statement.properties if p not in plain[:1]),
    )
