"""Third-party vocabularies come in whole: imported, published, and written again, triple by triple.

The source and what comes of it are parsed here by Oxigraph, not by the reader under test.
"""

import logging
import shutil
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.skos.read import read
from crosswalk_rdf.formats.skos.write import write
from crosswalk_rdf.graph.frameworks import framework_triples
from crosswalk_rdf.model import ImportSource, Package, Publication, package_of
from crosswalk_rdf.project.importing import ImportContext, ImportedPackage, import_package
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.store.terms import to_oxigraph

HERE = Path(__file__).parent
TINY = HERE.parents[1] / "publications/tiny"
CASES = sorted((HERE / "cases").glob("*.ttl"))
SAMPLES = sorted((HERE.parents[1] / "samples/skos").glob("*.ttl"))

Triple = tuple[str, str, str]

INVERSE = {
    str(SKOS.broader): str(SKOS.narrower),
    str(SKOS.topConceptOf): str(SKOS.hasTopConcept),
    str(SKOS.exactMatch): str(SKOS.exactMatch),
}
INVERSE |= {inverse: property for property, inverse in INVERSE.items()}
"""S25, S8: both directions are written."""
REPORTED = {
    "oeh-new_lrt": {f"{SKOS.relatedMatch}:", f"{SKOS.exactMatch}:"},
    "oeh-toolType": {f"{SKOS.relatedMatch}:"},
}
"""Properties of samples that are not kept: those that no RDF/XML can name."""


def parsed(data: bytes) -> Iterator[Triple]:
    """Yield the triples of ``data``; the label of a blank node says nothing."""
    for quad in ox.parse(data.removeprefix(b"\xef\xbb\xbf"), ox.RdfFormat.TURTLE, lenient=True):
        yield triple(quad.subject, quad.predicate, quad.object)


def triple(*terms: object) -> Triple:
    subject, property, value = (
        "_" if isinstance(term, ox.BlankNode) else getattr(term, "value", str(term))
        for term in terms
    )
    literal = terms[2]
    return subject, property, str(literal) if isinstance(literal, ox.Literal) else value


def entailed(triples: set[Triple]) -> set[Triple]:
    """Return what follows from ``triples`` that a writer may say as well: types and inverses."""
    classes = {str(SKOS.Concept)}
    classes |= {s for s, p, o in triples if p == str(RDFS.subClassOf) and o == str(SKOS.Concept)}
    instances = {s for s, p, o in triples if p == str(RDF.type) and o in classes}
    return {(o, INVERSE[p], s) for s, p, o in triples if p in INVERSE} | {
        (s, str(RDF.type), str(SKOS.Concept)) for s in instances
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # values that fit no datatype
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def imported(folder: Path, source: Path, language: str = "") -> ImportedPackage:
    """Write what ``source`` holds into ``folder``, as ``import`` does after it has validated it."""
    publication = load_publication(folder)
    context = ImportContext(
        base=publication.written_base,
        source=ImportSource(file=source.name, format="skos", date="2026-01-01"),
        mint=lambda: str(uuid.uuid4()),
        language=language,
        report=Report(),
    )
    package = read(source.read_bytes(), source.name).package
    result = import_package(package, "new", publication.frameworks, context)
    for name, data in result.files(publication.written_base, publication.frameworks, {}).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return result


def new(publication: Publication) -> Package:
    package = package_of(publication)
    return Package(
        frameworks=tuple(f for f in package.frameworks if f.id.startswith("new")),
        crosswalks=tuple(c for c in package.crosswalks if c.id.startswith("new")),
        base=publication.base,
    )


def exported(publication: Publication) -> set[Triple]:
    return {t for data in write(new(publication)).documents.values() for t in parsed(data)}


def without_blank_nodes(triples: Iterable[Triple]) -> set[Triple]:
    return {t for t in triples if "_" not in (t[0], t[2])}


@pytest.mark.parametrize("source", [*CASES, *SAMPLES], ids=lambda path: path.stem)
def test_every_triple_is_published_and_goes_out_as_it_came_in(folder: Path, source: Path) -> None:
    reported = REPORTED.get(source.stem, set())
    triples = {t for t in parsed(source.read_bytes()) if not is_reported(t, reported)}
    imported(folder, source)
    publication = load_publication(folder)
    written = exported(publication)
    added = {t for t in written - triples - entailed(triples) if not is_of_a_named_node(t, triples)}
    added = {t for t in added if not reported or t[1] != str(DCTERMS.relation)}
    assert (without_blank_nodes(triples) - written, added) == (set(), set())
    assert without_blank_nodes(triples) - published(publication) == set()
    if without_blank_nodes(triples) == triples:
        assert counts(written) == counts(triples)


def is_reported(one: Triple, reported: set[str]) -> bool:
    return one[1] in reported


def published(publication: Publication) -> set[Triple]:
    """Return what the graphs of the frameworks say, and the alignments."""
    alignments = {
        (str(a.subject), str(a.predicate), str(a.object))
        for crosswalk in publication.crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    }
    return alignments | {
        triple(*map(to_oxigraph, t))  # type: ignore[arg-type]
        for f in publication.frameworks
        for t in framework_triples(f, publication.base)
    }


def is_of_a_named_node(added: Triple, triples: set[Triple]) -> bool:
    """Return whether ``added`` is about a blank node, which has an IRI in a publication."""
    names = {t[0] for t in triples} | {t[2] for t in triples}
    iris = [term for term in (added[0], added[2]) if term.startswith("urn:uuid:")]
    return any(iri not in names for iri in iris)


def counts(triples: set[Triple]) -> Counter[tuple[str, str]]:
    """Count labels, notations, notes and deprecations by property, and language or datatype."""
    return Counter(
        (p.rpartition("#")[2], o.rpartition('"')[2])
        for _, p, o in triples
        if o.startswith('"') and (p.startswith(str(SKOS)) or p == str(OWL.deprecated))
    )


@pytest.mark.parametrize(
    ("case", "home", "schemes"),
    [
        ("concept-in-two-schemes-only", "new-s", {"new-s": 2, "new-t": 1}),
        ("multi", "new-s", {"new-micro": 0, "new-s": 2}),
        ("stray-concept", "new-s", {"new-framework": 1, "new-s": 1}),
        ("empty-scheme", "new-s", {"new-old": 0, "new-s": 1}),
    ],
)
def test_schemes_of_one_file_are_frameworks_of_one_import(
    folder: Path, case: str, home: str, schemes: dict[str, int]
) -> None:
    result = imported(folder, HERE / f"cases/{case}.ttl")
    assert {f.id: len(f.statements) for f in result.frameworks} == schemes
    assert home in schemes


def test_a_language_is_given_to_texts_that_have_none(folder: Path) -> None:
    source = HERE / "cases/untagged-preflabel.ttl"
    (framework,) = imported(folder, source, language="fr").frameworks
    assert [s.text.language for s in framework.statements] == ["en", "fr"]


def test_texts_in_no_language_stay_in_none(folder: Path) -> None:
    imported(folder, HERE / "cases/no-scheme-labels-without-language.ttl")
    framework = next(f for f in load_publication(folder).frameworks if f.id == "new")
    assert framework.language == ""
    assert [s.text.language for s in framework.statements] == [None, None]


@pytest.mark.parametrize("depth", [250, 1000])
def test_deep_hierarchies(folder: Path, tmp_path: Path, depth: int) -> None:
    lines = [
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
        "@prefix : <https://e.org/> .",
    ]
    lines += [':s a skos:ConceptScheme ; skos:prefLabel "S"@en .']
    lines += [
        f":c{n} a skos:Concept ; skos:inScheme :s ; skos:broader :c{n - 1} ;"
        f' skos:prefLabel "{n}"@en .'
        for n in range(1, depth)
    ]
    lines += [
        ':c0 a skos:Concept ; skos:topConceptOf :s ; skos:inScheme :s ; skos:prefLabel "0"@en .'
    ]
    source = tmp_path / "deep.ttl"
    source.write_text("\n".join(lines))
    triples = set(parsed(source.read_bytes()))
    imported(folder, source)
    assert exported(load_publication(folder)) == triples | entailed(triples)
