"""A small site with its recipes on disk, and what its servers are asked."""

import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rdflib import URIRef

from crosswalk_rdf.dataset.addresses import Addresses, addresses
from crosswalk_rdf.model import Publication, Site
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.well_known.recipes import recipe_files

TINY = Path(__file__).parent.parent / "publications/tiny"
SUFFIXES = (".html", ".ttl", ".jsonld", ".rdf", ".nt")
OF_THE_PRODUCT = ("dataset", "ontology", "shapes")
"""Names of what no data file describes; ``shapes`` is a folder as well."""
NAMES = (
    *("schule", "schule/MA", "schule/MA%201", "schule/MA%201%2Fa", "schule/MA%201%2F%C3%A4"),
    *("schule/%C3%84.1.c", "schule/V.ttl.1", "schule/1.es", "schule/100%25", "schule/a%3Fb"),
    *("schule-beruf/alle/DE--02--closeMatch", *OF_THE_PRODUCT),
    *(
        "schule/C%23",
        "schule/Q%3F",
        "schule/a%252Fb",
        "schule/a%2Fb",
        "schule/%09a",
        "schule/a%0Ab",
    ),
    *("schule/a;b", "schule/a,b", "schule/a:b", "schule/a=b&c", "schule/a+b", "schule/a%2Bb"),
    *("schule/it's", "schule/%22x%22", "schule/$x", "schule/%7Bx%7D", "schule/%5Bx%5D", "schule/*"),
    *(
        "schule/a%5Cb",
        "schule/%3Cb%3E",
        "schule/a%7Cb",
        "schule/(a)",
        "schule/@x",
        "schule/!",
        "schule/~",
    ),
    *("schule/%20a%20", "schule/a%C2%A0b", "schule/a%E2%80%89b", "schule/%60a%60", "schule/a%5Eb"),
    *("schule/.x", "schule/x.", "schule/..x", "schule/index", "schule/CON", "schule/aux.1"),
    *(
        "schule/1",
        "schule/1.ttl",
        "schule/1.html",
        "schule/1.json",
        "schule/2.css",
        "schule/3.trig",
    ),
    *(
        "schule/1A",
        "schule/1a",
        "schule/%C3%89",
        "schule/%C3%A9",
        "schule/e%CC%81",
        "schule/%E1%BA%9E",
    ),
    *(
        "schule/ss",
        "schule/%FF",
        "schule/%F0%9F%8E%93",
        f"schule/{'x' * 300}",
        f"schule/{'%C3%A4' * 90}",
    ),
    *(
        "term?id=5",
        "term?id=6&x=a%20b",
        "term",
        "schule/a%3Fid=5",
        "liste/",
        "liste",
        "buch/",
    ),
    *(
        "schule//doppelt",
        "rules",
        "index",
        "sparql/x",
        "about/us",
        "queries.ttl",
        "hefte",
        "hefte.ttl/x",
    ),
)
"""Local names of resources, and those of one of them that could be taken for another or a file."""

PAGES = ("index", "404", "search")
"""Pages that are not resources."""

FILES = {
    "dumps/kompetenzen.nt.gz": b"\x1f\x8b gzip",
    "dumps/kompetenzen.trig": b"",
    "dumps/kompetenzen.nq": b"",
    "sssom/schule-beruf/alle.sssom.tsv": b"",
    "queries/ziele.rq": b"",
    "shapes/level.ttl": b"",
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


def addresses_of(of: Publication) -> Addresses:
    """Return the addresses of :data:`NAMES`, which all stand in data files."""
    statements = tuple(
        replace(of.frameworks[0].statements[0], iri=URIRef(of.base + name))
        for name in NAMES
        if name not in OF_THE_PRODUCT
    )
    frameworks = (replace(of.frameworks[0], statements=statements),)
    return addresses(replace(of, frameworks=frameworks), NAMES)


def recipes(of: Publication) -> dict[str, bytes]:
    """Return the recipes for a site of :data:`NAMES`."""
    return dict(recipe_files(of, addresses_of(of), load_library().site))


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write pages and documents that hold their own path, and ``files``, to ``folder``."""
    paths = addresses_of(publication()).own.values()
    documents = (f"{path}{suffix}" for path in paths for suffix in SUFFIXES)
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
