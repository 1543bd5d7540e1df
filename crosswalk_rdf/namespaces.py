"""Every namespace that the product writes or reads, named once."""

from functools import cache
from typing import Final

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, RDFS, SKOS, VOID, XSD, URIRef
from rdflib import Namespace as RdflibNamespace


class Namespace(RdflibNamespace):
    """A namespace of rdflib that makes each of its IRIs once: a large graph asks for millions."""

    def __getattr__(self, name: str) -> URIRef:
        iri = super().__getattr__(name)
        self.__dict__[name] = iri
        return iri


DEFAULT_BASE: Final = "https://w3id.org/leadership-crosswalk/"
"""The base IRI under which the ontology, the shapes, the rules and the queries are written here.

A publication with another base gets them with this base replaced: see :func:`rebased`.
"""

DCAT: Final = Namespace("http://www.w3.org/ns/dcat#")
"""DCAT 3; the table in rdflib is of version 2."""

AS: Final = Namespace("https://www.w3.org/ns/activitystreams#")
ASN: Final = Namespace("http://purl.org/ASN/schema/core/")
CASE: Final = Namespace("https://purl.imsglobal.org/spec/case/v1p0/vocab#")
"""For what CASE has a word for and no other vocabulary: the one namespace in which CTDL-ASN knows
terms of CASE (``case:educationLevel``); 1EdTech has published no vocabulary of its own."""
CC: Final = Namespace("http://creativecommons.org/ns#")
"""For whom to credit, of which Dublin Core has no term; ASN documents say it with this."""
CEASN: Final = Namespace("https://purl.org/ctdlasn/terms/")
CETERMS: Final = Namespace("https://purl.org/ctdl/terms/")
ISO_THES: Final = Namespace("http://purl.org/iso25964/skos-thes#")
LDES: Final = Namespace("https://w3id.org/ldes#")
PAV: Final = Namespace("http://purl.org/pav/")
SCHEMA: Final = Namespace("https://schema.org/")
SEMAPV: Final = Namespace("https://w3id.org/semapv/vocab/")
SH: Final = Namespace("http://www.w3.org/ns/shacl#")
SKOSXL: Final = Namespace("http://www.w3.org/2008/05/skos-xl#")
SPDX: Final = Namespace("http://spdx.org/rdf/terms#")
SSSOM: Final = Namespace("https://w3id.org/sssom/")
TREE: Final = Namespace("https://w3id.org/tree#")
VANN: Final = Namespace("http://purl.org/vocab/vann/")
XKOS: Final = Namespace("http://rdf-vocabulary.ddialliance.org/xkos#")

PREFIXES: Final = {
    "as": str(AS),
    "asn": str(ASN),
    "case": str(CASE),
    "cc": str(CC),
    "ceasn": str(CEASN),
    "ceterms": str(CETERMS),
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "owl": str(OWL),
    "pav": str(PAV),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "semapv": str(SEMAPV),
    "sh": str(SH),
    "skos": str(SKOS),
    "skosxl": str(SKOSXL),
    "spdx": str(SPDX),
    "sssom": str(SSSOM),
    "vann": str(VANN),
    "void": str(VOID),
    "xkos": str(XKOS),
    "xsd": str(XSD),
}
"""The prefixes of every document that is written, beside those of the publication itself."""

_DESCRIPTION: Final = ("dataset", "catalog", "changes", "agent/crosswalk-rdf")
PARTS_OF_THE_DATASET: Final = ("dataset/", "data/", "dumps/", "graph/", "activity/")
"""Resources that the document of the dataset describes; they have no document of their own."""

PUBLISHED_NAMES: Final = frozenset(
    (
        *("404", "about", "assets", "catalog", "changes", "checksums", "context", "dataset"),
        *("downloads", "dumps", "graph", "index", "ontology", "opensearch", "pictures", "queries"),
        *("recipes", "robots", "rules", "search", "shapes", "sitemap", "sparql", "sssom"),
        "validation",
    )
)
"""Pages, folders and files at the top of a site, without suffix."""
CROSSWALK_PAGES: Final = ("coverage", "disagreements", "errata", "flow", "matrix", "worksheet")
"""Pages of each crosswalk, beside those of its parts, without suffix."""
SERVICE_PATHS: Final = (
    *("activities", "activities/page/{number}", "activities/{activity}", "changes/feed.atom"),
    *("changes/feed/{history}/{number}.atom", "descriptions.ndjson", "favicon.ico", "healthz"),
    *("ims/case/v1p0/{path:path}", "ims/case/v1p1/{path:path}", "ldes"),
    *("ldes/{history}/member/{place}", "ldes/{history}/{number}", "metrics", "oai", "openapi.html"),
    *("openapi.json", "queries", "queries/", "queries/{name:path}", "readyz", "robots.txt"),
    *("sitemap.xml", "sitemap/{number}.xml", "sparql"),
)
"""The paths of the service's endpoints, as Starlette writes them."""
SERVICE_NAMES: Final = frozenset(path.partition("/")[0] for path in SERVICE_PATHS)
"""What the paths of the service's endpoints begin with."""


@cache
def ontology_namespace(base: str) -> Namespace:
    """Return the namespace of the product's own terms (``xw:``) under ``base``."""
    return Namespace(base + "ontology#")


def graph_iri(base: str, name: str) -> URIRef:
    """Return the IRI of the named graph ``name``, such as ``psel-2015`` or ``inferred``."""
    return URIRef(f"{base}graph/{name}")


def is_of_the_dataset(name: str) -> bool:
    """Return whether the resource ``name`` below the base describes how the rest is published."""
    return name in _DESCRIPTION or name.startswith(PARTS_OF_THE_DATASET)


def rebased(text: str, base: str, source_base: str = DEFAULT_BASE) -> str:
    """Return ``text`` (Turtle, SPARQL, JSON-LD) with ``source_base`` replaced by ``base``."""
    return text if base == source_base else text.replace(source_base, base)
