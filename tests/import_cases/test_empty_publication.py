"""The first import into a publication that holds no framework."""

import shutil
import tomllib
from pathlib import Path

from tests.import_cases.cases import files, new_project

SET = """\
#curie_map:
#  HP: http://purl.obolibrary.org/obo/HP_
#  MP: http://purl.obolibrary.org/obo/MP_
#mapping_set_id: https://example.org/sets/hp-mp
#license: https://creativecommons.org/publicdomain/zero/1.0/
subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tsubject_source
HP:0009124\tskos:exactMatch\tMP:0000003\tsemapv:ManualMappingCuration\t0.840714406\tZFS
"""


def test_a_mapping_set_between_frameworks_of_others(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    for name in ("frameworks", "crosswalks"):
        shutil.rmtree(project.folder / "data" / name, ignore_errors=True)
    source = tmp_path / "hp-mp.sssom.tsv"
    source.write_text(SET, encoding="utf-8")
    result = project.import_(source)
    assert result.exit_code == 0, result.stderr
    folder = project.folder / "data/crosswalks/new"
    stated = tomllib.loads((folder / "crosswalk.toml").read_text(encoding="utf-8"))
    assert stated["license"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert not {"creators", "publisher", "rights"} & stated.keys(), "nothing is invented"
    assert stated["external"]["hp"]["title"] == "Human Phenotype Ontology (HP)"
    (part,) = folder.glob("*.sssom.tsv")
    text = part.read_text(encoding="utf-8")
    assert "mapping_set_title" not in text
    assert "#mapping_set_source:\n#  - https://example.org/sets/hp-mp\n" in text
    assert "0.840714406" in text
    assert "ZFS" in text
    options = ("--project", project.folder, "--out", tmp_path / "dist", "--quiet")
    assert project.run("build", *options).exit_code == 0


DIVIDED = """\
#curie_map:
#  a: https://example.org/a/
#  b: https://example.org/b/
#  c: https://example.org/c/
#mapping_set_id: https://example.org/sets/a-bc
subject_id\tpredicate_id\tobject_id\tmapping_justification\tmapping_cardinality
a:1\tskos:exactMatch\tb:1\tsemapv:ManualMappingCuration\t1:n
a:1\tskos:exactMatch\tc:1\tsemapv:ManualMappingCuration\t1:n
"""


def test_a_set_that_is_divided_says_that_cardinality_counts_anew(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    source = tmp_path / "a-bc.sssom.tsv"
    source.write_text(DIVIDED, encoding="utf-8")
    result = project.import_(source)
    assert result.exit_code == 0, result.stderr
    assert "mapping_cardinality of 2 records: the set becomes 2 parts" in result.stderr
    texts = [part.read_text(encoding="utf-8") for part in project.folder.glob("data/*/new/*.tsv")]
    assert [text.count("\t1:1\n") for text in texts] == [1, 1]


def test_an_import_may_bring_the_first_framework(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    for name in ("frameworks", "crosswalks"):
        shutil.rmtree(project.folder / "data" / name, ignore_errors=True)
    result = project.import_(files("skos")[0])
    assert result.exit_code == 0, result.stderr
    assert (project.folder / "data/frameworks/new/framework.toml").is_file()
