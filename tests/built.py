"""Built sites as tests take them: files in memory and on disk, and a page of each kind."""

import copyreg
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from filelock import FileLock

from crosswalk_rdf.api.atomic_files import atomic_folder
from crosswalk_rdf.model import Publication
from crosswalk_rdf.publish import Build

REPOSITORY = Path(__file__).resolve().parent.parent
KINDS = sorted(file.parent.name for file in REPOSITORY.glob("site/pages/*/page.toml"))
"""The kinds of page, found as the build finds them."""

_KIND = re.compile(rb'<body class="page-([^" ]+)')


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A publication, what was built of it, and the folder that it was written to."""

    name: str
    publication: Publication
    build: Build
    folder: Path
    pages: dict[str, str]
    """The kind of each page that has one, by its path."""

    @property
    def files(self) -> dict[str, bytes]:
        """The files by path."""
        return self.build.files

    @property
    def path(self) -> str:
        """Where a server has it, so that it can have all of them; without slashes around it."""
        path = urlsplit(self.publication.site.url or self.publication.base).path.strip("/")
        return path if self.name != "later" else f"later/{path}"

    def largest(self, kind: str) -> str | None:
        """Return the path of the largest page of a kind: where faults are, it has them."""
        paths = [path for path, page_kind in self.pages.items() if page_kind == kind]
        return max(paths, key=lambda path: (len(self.files[path]), path), default=None)


def written(name: str, publication: Publication, build: Build, folder: Path) -> BuiltSite:
    """Write what was built to ``folder``."""
    with atomic_folder(folder) as fresh:
        fresh.update(build.files)
    matches = {p: _KIND.search(c) for p, c in build.files.items() if p.endswith(".html")}
    kinds = {path: match[1].decode() for path, match in matches.items() if match}
    return BuiltSite(name, publication, build, folder, kinds)


def shared(
    name: str, factory: pytest.TempPathFactory, make: Callable[[Path], BuiltSite]
) -> BuiltSite:
    """Return what ``make`` builds in the folder that it is given, once for all workers.

    The worker of pytest-xdist that needs the site first builds it; the others read it from disk.
    """
    root = factory.getbasetemp()
    if not root.name.startswith(WORKER):
        return make(factory.mktemp(name))
    copy = root.parent / f"{name}.pickle"
    with FileLock(copy.with_suffix(".lock")):
        if copy.is_file():
            site = pickle.loads(copy.read_bytes())
            assert isinstance(site, BuiltSite)
            return site
        folder = root.parent / name
        folder.mkdir()
        site = make(folder)
        copy.write_bytes(pickle.dumps(site))
        return site


WORKER = "popen-"
"""How the name of the folder begins that pytest-xdist gives to a worker."""


def _store(quads: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(input=quads, format=ox.RdfFormat.N_QUADS)
    return store


copyreg.pickle(ox.Store, lambda store: (_store, (store.dump(format=ox.RdfFormat.N_QUADS),)))
