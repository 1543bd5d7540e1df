"""What is published, the tools of others read: no row is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sssom_pydantic

from crosswalk_rdf.formats.sssom.write import publish
from crosswalk_rdf.model import MappingSet, Publication, package_of
from tests.sssom_py import parsed


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
    counts = [len(lines) - 1 for lines in parsed(published, tmp_path)]
    assert counts == [len(part.alignments) for part in _parts(flagship)]
