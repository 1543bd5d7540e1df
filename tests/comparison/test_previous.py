"""An earlier version is read from a built folder, or from a dump in any syntax."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.comparison.changes import Category
from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.dataset.versions import compare_versions
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.previous_version import UnreadablePrevious, load_previous
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.serialization.write import serialize
from tests.comparison.conftest import Built, gone

BASE = "https://example.org/kompetenzen/"


def _dump(folder: Path, quads: Iterable[ox.Quad], syntax: Syntax, packed: bool = False) -> Path:
    context = parse_context(load_library().context)
    data = serialize(quads, syntax, prefixes=PREFIXES, context=context)
    path = folder / f"dump{syntax.suffix}{'.gz' if packed else ''}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if packed else data)
    return path


def _removed(comparison: Comparison) -> list[str]:
    return [change.resource.iri for change in comparison.changes.of(Category.REMOVED)]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
def test_any_dump_will_do(
    tiny: Publication, built: Built, tmp_path: Path, syntax: Syntax, packed: bool
) -> None:
    previous = load_previous(_dump(tmp_path, built(), syntax, packed))
    same = compare_versions(tiny, built(), previous)
    assert same.changes.changes == ()
    assert same.before is not None
    assert (same.before.number, same.before.modified) == ("1.0.0", "2025-06-01")
    assert _removed(compare_versions(tiny, built(**{"02": gone}), previous)) == [f"{BASE}beruf/02"]


def test_of_a_folder_the_dump_with_graphs_is_read(built: Built, tmp_path: Path) -> None:
    for syntax in SYNTAXES:
        _dump(tmp_path / "dumps", built(), syntax)
    assert len(load_previous(tmp_path).quads) == len(built())


def test_a_folder_with_several_publications_is_no_version(built: Built, tmp_path: Path) -> None:
    path = _dump(tmp_path / "dumps", built(), SYNTAXES[3])
    path.with_name("other.nq").write_bytes(path.read_bytes())
    with pytest.raises(UnreadablePrevious, match=r"several dumps \(dump\.nq, other\.nq\)"):
        load_previous(tmp_path)
