"""Shapes for what the publication itself describes leave the resources of others alone."""

from pathlib import Path

import pytest

from tests.import_cases.cases import new_project

VOCABULARY = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .

<https://example.net/s> a skos:ConceptScheme ; skos:prefLabel "Scheme"@en .
<https://example.net/s/1> a skos:Concept ;
  skos:inScheme <https://example.net/s> ; skos:prefLabel "One"@en .
<https://example.net/s/c> a skos:Collection , CLASS ;
  skos:prefLabel "Collection"@en ; skos:inScheme <https://example.net/s> ;
  skos:member <https://example.net/s/1> .
"""
CLASSES = (
    "xkos:ClassificationLevel",
    "dcat:Dataset",
    "dcat:Catalog",
    "dcat:Distribution",
    "void:Linkset",
    "foaf:Agent",
    "prov:Agent",
)


@pytest.mark.parametrize("class_", CLASSES)
def test_a_collection_of_any_class_comes_in(class_: str, tmp_path: Path) -> None:
    source = tmp_path / "vocabulary.ttl"
    source.write_text(VOCABULARY.replace("CLASS", class_))
    project = new_project(tmp_path / "project")
    result = project.import_(source)
    assert result.exit_code == 0, result.stderr
    validated = project.run("validate", "--quiet", "--project", project.folder)
    assert validated.exit_code == 0, validated.stdout
