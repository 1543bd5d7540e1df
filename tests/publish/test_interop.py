"""What is published, the tools of others read: no row is lost."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sssom_pydantic

from crosswalk_rdf.formats.sssom.write import publish
from crosswalk_rdf.model import MappingSet, Publication, package_of
from tests.machine import program


@pytest.fixture(scope="module")
def published(flagship: Publication, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("sssom")
    paths = []
    for name, content in publish(package_of(flagship)):
        paths.append(folder / Path(name).name)
        paths[-1].write_bytes(content)
    return paths


def _parts(flagship: Publication) -> Iterator[MappingSet]:
    return (part for crosswalk in flagship.crosswalks for part in crosswalk.parts)


def test_sssom_pydantic_reads_every_row(flagship: Publication, published: list[Path]) -> None:
    for path, part in zip(published, _parts(flagship), strict=True):
        mappings, _, mapping_set = sssom_pydantic.read(path)
        assert len(mappings) == len(part.alignments)
        assert str(mapping_set.id) == str(part.iri)


def test_sssom_py_finds_it_valid_and_reads_every_row(
    flagship: Publication, published: list[Path], tmp_path: Path
) -> None:
    sssom = program("sssom", "pip install sssom, in an environment of its own")
    for path, part in zip(published, _parts(flagship), strict=True):
        subprocess.run([sssom, "validate", str(path)], check=True, capture_output=True)
        out = tmp_path / path.name
        subprocess.run([sssom, "parse", str(path), "-o", str(out)], check=True, capture_output=True)
        lines = out.read_text(encoding="utf-8").splitlines()
        rows = [line for line in lines if line and not line.startswith("#")]
        assert len(rows) - 1 == len(part.alignments)
