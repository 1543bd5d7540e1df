"""The folder that a build fills, and what becomes of it."""

from pathlib import Path

import pytest

from crosswalk_rdf.api.atomic_files import MARK, FreshFolder, atomic_folder


def test_it_is_a_mapping(tmp_path: Path) -> None:
    files = FreshFolder(tmp_path)
    files["a/b"] = b"1"
    files["c"] = b"22"
    del files["c"]
    assert dict(files) == {"a/b": b"1"}
    assert len(files) == 1
    with pytest.raises(KeyError):
        files["c"]
    assert not (tmp_path / "c").exists()


def test_what_fails_in_between_leaves_the_old(tmp_path: Path) -> None:
    target = tmp_path / "dist"
    with atomic_folder(target) as files:
        files[MARK] = b"old"
    with pytest.raises(ValueError, match="stop"), atomic_folder(target) as files:
        files[MARK] = b"new"
        raise ValueError("stop")
    assert (target / MARK).read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]
