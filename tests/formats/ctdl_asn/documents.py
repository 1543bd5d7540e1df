"""Small documents as producers write them, and what was read of them."""

import json
from collections import Counter
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn import read
from crosswalk_rdf.formats.format import Reading
from crosswalk_rdf.model import Framework, Package, Statement

CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"
BASE = "https://example.org/"
UUID = "07c27a0f-9119-41e8-b852-782bcb5df6ac"
Json = dict[str, Any]


def framework(**more: Any) -> Json:
    return {
        "@id": f"{BASE}f",
        "@type": "ceasn:CompetencyFramework",
        "ceasn:name": {"en-us": "Framework"},
        "ceasn:inLanguage": ["en-us"],
        **_terms(more),
    }


def competency(name: str, **more: Any) -> Json:
    return {
        "@id": BASE + name,
        "@type": "ceasn:Competency",
        "ceasn:competencyText": {"en-us": f"Text of {name}"},
        **_terms(more),
    }


def _terms(more: dict[str, Any]) -> Json:
    return {key.replace("__", ":") if "__" in key else f"ceasn:{key}": v for key, v in more.items()}


def reading(*nodes: Any, context: Any = CONTEXT) -> Reading:
    document = {"@context": context, "@graph": list(nodes)}
    return read(json.dumps(document).encode(), "file.json")


def the_framework(result: Reading) -> Framework:
    [one] = result.package.frameworks
    return one


def statements(result: Reading) -> dict[str, Statement]:
    return {s.iri.removeprefix(BASE): s for f in result.package.frameworks for s in f.statements}


def triples(package: Package) -> Counter[tuple[str, str, str]]:
    return Counter(
        (a.subject.removeprefix(BASE), a.predicate.rsplit("#")[-1], a.object.removeprefix(BASE))
        for c in package.crosswalks
        for p in c.parts
        for a in p.alignments
    )


def properties_of(statement: Statement | Framework) -> list[tuple[URIRef, URIRef | Literal]]:
    return [(p.property, p.value) for p in statement.properties]


def remarks(result: Reading) -> list[str]:
    return [str(remark) for remark in result.report.remarks]
