"""A small site with its recipes on disk, and what its servers are asked."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from crosswalk_rdf.dataset.paths import document_path
from crosswalk_rdf.model import Publication, Site
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.well_known.recipes import recipe_files

TINY = Path(__file__).parent.parent / "publications/tiny"
SUFFIXES = (".html", ".ttl", ".jsonld", ".rdf", ".nt")
NAMES = (
    *("schule", "schule/MA", "schule/MA%201", "schule/MA%201%2Fa", "schule/MA%201%2F%C3%A4"),
    *("schule/%C3%84.1.c", "schule/V.ttl.1", "schule/1.es", "schule/100%25", "schule/a%3Fb"),
    "schule-beruf/alle/DE--02--closeMatch",
)
"""Local names of resources: plain, encoded, an encoded slash, dots, ``%`` and ``?``."""

PAGES = ("index", "404", "search")
"""Pages that are no resources."""

FILES = {
    "dumps/kompetenzen.nt.gz": b"\x1f\x8b gzip",
    "dumps/kompetenzen.trig": b"",
    "dumps/kompetenzen.nq": b"",
    "sssom/schule-beruf/alle.sssom.tsv": b"",
    "queries/ziele.rq": b"",
    "changes.atom": b"<feed/>",
    "assets/engine.wasm": b"",
    "assets/site.js": b"",
    "assets/site.css": b"",
    "sitemap.xml": b"<urlset/>",
    "robots.txt": b"",
    ".well-known/void": b"",
    "ims/case/v1p1/CFDocuments/index.json": b'{"CFDocuments": []}',
    "ims/case/v1p1/CFItems/be2e6bcd-d4a4-4e4b-aabe-9ecbb98d08d0": b'{"identifier": ""}',
    "jskos/schule.jskos.ndjson": b"{}",
    "clr/schule-beruf.clr-associations.json": b"{}",
    "checksums.sha256": b"",
    "spreadsheets/publication.xlsx": b"PK",
}


def publication(url: str | None = None, base: str | None = None) -> Publication:
    """Return the tiny publication, with its site at ``url``."""
    return replace(load_publication(TINY, base), site=Site(url=url))


def recipes(of: Publication) -> dict[str, bytes]:
    """Return the recipes for a site of :data:`NAMES`."""
    return dict(recipe_files(of, NAMES, load_library().site))


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write pages and documents that hold their own path, and ``files``, to ``folder``."""
    documents = (f"{document_path(name)}{suffix}" for name in NAMES for suffix in SUFFIXES)
    own = {path: path.encode() for path in (*documents, *(f"{page}.html" for page in PAGES))}
    for path, content in {**own, **FILES, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says: status, headers by lower-case name, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def location(self) -> str:
        """The path that the answer leads to."""
        return re.sub("^http://127.0.0.1:[0-9]+", "", self.headers.get("location", ""))


@dataclass(frozen=True, slots=True)
class Server:
    """A server on this machine; ``path`` is where it has the site."""

    name: str
    port: int
    path: str

    def get(self, path: str, accept: str | None = None, *, method: str = "GET") -> Answer:
        """Ask for ``path`` below the site as it is written, and follow nothing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.putrequest(method, self.path + path, skip_accept_encoding=True)
        if accept is not None:
            connection.putheader("Accept", accept)
        connection.endheaders()
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, headers, response.read())
        connection.close()
        return answer
