"""SSSOM is mapped to the model in one place: one table of slots, one writer for every purpose."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import URIRef

from crosswalk_rdf.formats.format import Unwritable
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.formats.sssom import fields
from crosswalk_rdf.formats.sssom.write import publish, whole_part, write
from crosswalk_rdf.model import Publication, package_of
from crosswalk_rdf.project.crosswalk_writer import crosswalk_files

NAMES = {name for name in (*fields.IN_SET, *fields.IN_RECORD) if "_" in name} | {
    fields.MODIFIER,
    *(extension.slot for extension in (*fields.PRINTED, *fields.LINES)),
}
"""The slots that hold fields of the model."""
SYNTAX = "formats/sssom/tsv/"
"""Rules of SSSOM/TSV name the slots that they are about."""
PROPERTIES = {"subject_source", "object_source", "subject_label", "object_label"}
"""Fields of the model have these names themselves."""


def _strings(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_one_module_names_the_slots(repository: Path) -> None:
    code = repository / "crosswalk_rdf"
    naming: dict[str, set[str]] = {}
    for folder in ("formats/sssom", "project", "publish"):
        for file in (code / folder).rglob("*.py"):
            path = file.relative_to(code).as_posix()
            named = NAMES.intersection(_strings(file)) - PROPERTIES
            if named and not path.startswith(SYNTAX):
                naming[path] = named
    assert set(naming) == {"formats/sssom/fields.py"}


def test_convert_writes_what_a_build_publishes(flagship: Publication) -> None:
    package = package_of(flagship)
    published = {path.rpartition("/")[2]: data for path, data in publish(package)}
    converted = write(package).documents
    assert published == {f"{id}.sssom.tsv": data for id, data in converted.items()}


def test_data_files_are_the_same_without_record_ids(flagship: Publication) -> None:
    (crosswalk,) = flagship.crosswalks
    base, frameworks = flagship.base, flagship.frameworks
    files = crosswalk_files(crosswalk, base, frameworks, "")
    for part in crosswalk.parts:
        data = whole_part(part, crosswalk, base, frameworks, record_ids=False)
        assert files[f"data/crosswalks/{crosswalk.id}/{part.id}.sssom.tsv"] == data


def test_tsv_is_published_by_the_registry() -> None:
    format = format_by_name("sssom")
    assert format.publish is publish
    assert format.always


def test_a_part_that_sssom_cannot_hold_is_refused(flagship: Publication) -> None:
    (crosswalk,) = flagship.crosswalks
    part = crosswalk.parts[0]
    first = replace(part.alignments[0], justification=URIRef("https://example.org/because"))
    changed = replace(part, alignments=(first,))
    with pytest.raises(Unwritable, match=r"part-1\.sssom\.tsv: .*the justification"):
        whole_part(changed, crosswalk, flagship.base, flagship.frameworks)
