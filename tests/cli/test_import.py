"""Foreign frameworks in the data files of a publication: kept, filled in, reported, checked."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.model import Framework, Publication, package_of, uuid_of_iri
from crosswalk_rdf.project.publication import load_publication
from tests.cli.conftest import Run

SAMPLES = Path(__file__).parent.parent / "samples"
CASE = SAMPLES / "case/opensalt-what-standards-could-be.cfpackage.json"
SKOS_FILE = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@base <https://e.org/s/> .
<> a skos:ConceptScheme ; dcterms:title "Fächer"@de , "Subjects"@en .
<a> a skos:Concept ; skos:topConceptOf <> ; skos:prefLabel "A"@de , "A"@en ; skos:notation "1" .
<b> a skos:Concept ; skos:broader <a> ; skos:inScheme <> ; skos:notation "1" ;
  skos:prefLabel " B "@de .
<c> a skos:Concept ; skos:broader <a> , <b> ; skos:inScheme <> ; skos:prefLabel "C"@fr ;
  skos:altLabel "C"@fr , "c|c"@fr ; skos:related <d> ;
  skos:closeMatch <https://example.org/kompetenzen/schule/DE> , <https://other.org/x> .
<d> a skos:Concept ; skos:topConceptOf <> ; skos:prefLabel "D"@de ; skos:notation "2" .
"""


@pytest.fixture
def skos_file(tmp_path: Path) -> Path:
    path = tmp_path / "subjects.ttl"
    path.write_text(SKOS_FILE)
    return path


def imported(run: Run, tiny: Path, source: Path, *options: object) -> Framework:
    result = run("import", source, "--as", "new", "--project", tiny, *options)
    assert result.exit_code == 0, result.stderr
    return next(f for f in load_publication(tiny).frameworks if f.id == "new")


def test_iris_uuids_and_texts_of_others_are_kept(run: Run, tiny: Path) -> None:
    package = json.loads(CASE.read_bytes())
    framework = imported(run, tiny, CASE)
    assert (framework.iri, framework.uuid) == (
        URIRef(package["CFDocument"]["uri"]),
        package["CFDocument"]["identifier"],
    )
    identities = {(str(s.iri), s.uuid, str(s.text)) for s in framework.statements}
    assert identities == {
        (i["uri"], i["identifier"], i["fullStatement"]) for i in package["CFItems"]
    }


def test_what_was_imported_conforms(run: Run, tiny: Path) -> None:
    imported(run, tiny, CASE)
    result = run("validate", "--project", tiny)
    assert result.exit_code == 0, result.stdout


def test_what_was_imported_goes_out_as_it_came_in(run: Run, tiny: Path, tmp_path: Path) -> None:
    imported(run, tiny, CASE)
    assert run("convert", tiny, tmp_path / "out", "--to", "case-1.1").exit_code == 0
    before, after = (
        json.loads(CASE.read_bytes()),
        json.loads((tmp_path / "out/new.case.json").read_bytes()),
    )
    assert _items(before) == _items(after)
    assert _associations(before) == _associations(after)


def _items(package: dict[str, Any]) -> list[tuple[str, ...]]:
    names = ("identifier", "uri", "fullStatement", "humanCodingScheme", "CFItemType", "notes")
    return sorted(tuple(str(i.get(name, "")) for name in names) for i in package["CFItems"])


def _associations(package: dict[str, Any]) -> Counter[tuple[str, ...]]:
    return Counter(
        (
            a["identifier"],
            a["associationType"],
            a["originNodeURI"]["uri"],
            a["destinationNodeURI"]["uri"],
        )
        for a in package["CFAssociations"]
    )


def test_a_vocabulary_of_several_parents_and_languages(
    run: Run, tiny: Path, skos_file: Path
) -> None:
    framework = imported(run, tiny, skos_file)
    first, second, third, last = framework.statements
    assert framework.polyhierarchical
    assert [s.notation for s in framework.statements] == ["1", "1~2", "c", "2"]
    assert [s.coined_notation for s in framework.statements] == [False, True, True, False]
    assert (third.broader, third.also_broader) == (first.iri, (second.iri,))
    assert (second.text, third.text) == (Literal("B", lang="de"), Literal("C", lang="fr"))
    properties = {(more.property, more.value) for more in third.properties}
    assert (SKOS.altLabel, Literal("c|c", lang="fr")) in properties
    assert (SKOS.altLabel, Literal("C", lang="fr")) in properties
    assert (SKOS.related, last.iri) in properties


def test_what_the_publication_has_is_aligned_as_its_own(
    run: Run, tiny: Path, skos_file: Path
) -> None:
    imported(run, tiny, skos_file)
    publication = load_publication(tiny)
    crosswalk = next(c for c in publication.crosswalks if c.id == "new-associations")
    sources = {str(part.object_source) for part in crosswalk.parts}
    assert "https://example.org/kompetenzen/schule" in sources
    assert [str(e.iri) for e in crosswalk.external] == [
        source for source in sorted(sources) if "kompetenzen" not in source
    ]
    assert run("validate", "--project", tiny).exit_code == 0


def test_what_was_filled_in_is_reported(run: Run, tiny: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    source = tmp_path / "bare.json"
    package = json.loads(CASE.read_bytes())
    package["CFDocument"].pop("publisher", None)
    source.write_text(json.dumps(package))
    framework = imported(run, tiny, source, "--report", report)
    assert str(framework.rights) == "bare.json states no rights."
    remarks = [r["what"] for r in json.loads(report.read_bytes())["imported"]["remarks"]]
    for what in ("rights is not stated", "the publisher is not stated"):
        assert what in remarks


def test_nothing_is_filled_in_for_a_scheme(run: Run, tiny: Path, skos_file: Path) -> None:
    framework = imported(run, tiny, skos_file)
    assert framework.is_as_stated
    assert (framework.creators, framework.publisher, framework.rights_holder) == ((), None, None)
    assert (framework.issued, framework.edition, str(framework.rights)) == ("", "", "")
    assert {more.property for more in framework.properties} == {RDF.type, DCTERMS.title}


def test_what_others_published_gets_the_uuid_of_its_iri(
    run: Run, tiny: Path, skos_file: Path
) -> None:
    framework = imported(run, tiny, skos_file)
    uuids = {s.iri: s.uuid for s in framework.statements} | {framework.iri: framework.uuid}
    assert uuids == {iri: uuid_of_iri(iri) for iri in uuids}
    assert len(set(uuids.values())) == 5


def _state(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_id_that_is_taken_is_refused(run: Run, tiny: Path) -> None:
    before = _state(tiny)
    result = run("import", CASE, "--as", "schule", "--project", tiny)
    assert (result.exit_code, "'schule' is there already" in result.stderr) == (2, True)
    assert _state(tiny) == before


@pytest.mark.parametrize("id", ["Großes", "skos", "../x"])
def test_an_id_that_cannot_be_one_writes_nothing(run: Run, tiny: Path, id: str) -> None:
    before = _state(tiny.parent)
    assert run("import", CASE, "--as", id, "--project", tiny).exit_code in (1, 2)
    assert _state(tiny.parent) == before


def test_a_file_with_nothing_in_it_is_refused(run: Run, tiny: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("<https://e.org/a> <https://e.org/b> <https://e.org/c> .")
    before = _state(tiny)
    result = run("import", empty, "--as", "new", "--project", tiny, "--from", "skos")
    assert result.exit_code in (1, 2)
    assert "empty.ttl" in result.stderr
    assert _state(tiny) == before


@pytest.mark.slow
@pytest.mark.parametrize("format", ["xlsx", "case-1.1", "case-1.0", "ctdl-asn", "sssom", "jskos"])
def test_what_another_publication_publishes_conforms_here(
    run: Run, tiny: Path, flagship: Publication, tmp_path: Path, format: str
) -> None:
    writer = format_by_name(format)
    assert writer.write is not None
    imported = Counter[str]()
    for number, (id, data) in enumerate(writer.write(package_of(flagship)).documents.items()):
        source = tmp_path / f"{id or 'all'}{writer.suffixes[0]}"
        source.write_bytes(data)
        result = run("import", source, "--as", f"new-{number}", "--project", tiny)
        assert result.exit_code == 0, result.stderr
    publication = load_publication(tiny)
    for framework in publication.frameworks:
        imported["statements"] += len(framework.statements) * framework.id.startswith("new-")
    for crosswalk in publication.crosswalks:
        counted = sum(len(part.alignments) for part in crosswalk.parts)
        imported["alignments"] += counted * crosswalk.id.startswith("new-")
    assert imported["statements"] == (0 if format == "sssom" else 262)
    assert imported["alignments"] >= 229
    result = run("validate", "--project", tiny)
    assert result.exit_code == 0, result.stdout


def test_a_concordance_without_mappings_is_named_when_it_is_left_out(
    run: Run, tiny: Path, tmp_path: Path
) -> None:
    concordance = {
        "type": ["http://rdf-vocabulary.ddialliance.org/xkos#Correspondence"],
        "prefLabel": {"en": "Concordance"},
        "fromScheme": {"uri": "https://e.org/a"},
        "toScheme": {"uri": "https://e.org/b"},
    }
    ends = {
        side: {"memberSet": [{"uri": uri}]}
        for side, uri in (("from", "https://e.org/a/1"), ("to", "https://e.org/b/1"))
    }
    exact = {"uri": "https://e.org/m/1", "type": [str(SKOS.exactMatch)], **ends}
    schemes = [
        {
            "uri": f"https://e.org/{name}",
            "type": [str(SKOS.ConceptScheme)],
            "prefLabel": {"en": name},
            "concepts": [{"uri": f"https://e.org/{name}/1", "prefLabel": {"en": name}}],
        }
        for name in ("a", "b")
    ]
    concordances = [
        {"uri": "https://e.org/c/1", **concordance, "mappings": [exact]},
        {"uri": "https://e.org/c/2", **concordance},
    ]
    source = tmp_path / "two.json"
    source.write_text(json.dumps({"concordances": concordances, "schemes": schemes}))
    result = run("import", source, "--as", "new", "--from", "jskos", "--project", tiny)
    assert result.exit_code == 0, result.stderr
    assert "https://e.org/c/2: ignored: has no alignments" in result.stderr
    assert "https://e.org/c/1: ignored" not in result.stderr


def test_data_files_say_what_they_were_imported_from(run: Run, tiny: Path, skos_file: Path) -> None:
    source = imported(run, tiny, skos_file).imported
    assert source is not None
    assert (source.file, source.format) == ("subjects.ttl", "skos")
    assert source.checksum == hashlib.sha256(skos_file.read_bytes()).hexdigest()
    (crosswalk,) = (c for c in load_publication(tiny).crosswalks if c.id == "new-associations")
    assert crosswalk.imported == source
