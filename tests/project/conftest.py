import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.project.publication import load_publication

TINY = Path(__file__).parent.parent / "publications/tiny"

Faults = Callable[[str, bytes | str, bytes | str], list[Fault]]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny publication, to be spoilt."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def faults_of(tiny: Path) -> Faults:
    """Replace something in a file of the tiny publication and return the faults of loading it."""

    def spoil(file: str, old: bytes | str, new: bytes | str) -> list[Fault]:
        old, new = (t.encode() if isinstance(t, str) else t for t in (old, new))
        content = (tiny / file).read_bytes()
        assert content.count(old) == 1
        (tiny / file).write_bytes(content.replace(old, new))
        with pytest.raises(InputFaults) as raised:
            load_publication(tiny)
        return list(raised.value.faults)

    return spoil
