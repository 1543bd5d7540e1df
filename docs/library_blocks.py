"""What travels with the product, ontology, shapes, rules and queries, to Markdown."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from crosswalk_rdf.inference.rules import read_rules
from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import DEFAULT_BASE, PREFIXES, SCHEMA, SH, ontology_namespace
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.queries.parameters import Parameter
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.validation.rules import Catalog, Rule
from crosswalk_rdf.validation.shapes import Shapes, read_shapes

_XW: Final = ontology_namespace(DEFAULT_BASE)
_DCTERMS: Final = "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/#"
_SHORT: Final = {
    **{f"{prefix}:": space for prefix, space in PREFIXES.items()},
    "DCMI ": f"{_DCTERMS}{PREFIXES['dcterms']}",
    "SKOS ": "https://www.w3.org/TR/skos-reference/#",
    "SSSOM ": "https://mapping-commons.github.io/sssom/",
}
"""What stands for the beginning of an IRI in the text of a link."""

_SEVERITIES: Final = {SH.Violation: "error", SH.Warning: "warning", SH.Info: "info"}

library = cache(load_library)
"""The product's own texts, under the default base."""


def row(*cells: str) -> str:
    """Return a row of a table."""
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |\n"


def table(*header: str) -> str:
    """Return the head of a table."""
    return row(*header) + f"|{'---|' * len(header)}\n"


def fenced(language: str, text: str) -> str:
    """Return ``text`` as a block of code."""
    return f"```{language}\n{text.strip()}\n```\n"


def _linked(iri: str) -> str:
    """Return a link to ``iri``; one of our own terms leads to its entry in the page."""
    if iri.startswith(_XW):
        name = local_name(iri)
        kind = "class-xw" if name[0].isupper() else "xw"
        return f"[`xw:{name}`](ontology.md#{kind}{name.lower()})"
    for short, space in _SHORT.items():
        if iri.startswith(space) and iri != space:
            return f"[`{short}{iri[len(space) :]}`]({iri})"
    return f"<{iri}>"


# The ontology

_GROUPS: Final = (
    ("Classes", OWL.Class),
    ("Properties between resources", OWL.ObjectProperty),
    ("Properties with text, numbers, true or false", OWL.DatatypeProperty),
)
_FACTS: Final = (
    ("Subclass of", RDFS.subClassOf),
    ("Subproperty of", RDFS.subPropertyOf),
    ("Domain", RDFS.domain),
    ("Used with", SCHEMA.domainIncludes),
    ("Range", RDFS.range),
    ("Values", SCHEMA.rangeIncludes),
    ("See also", RDFS.seeAlso),
)


def ontology(_: str) -> str:
    """Return every term of our own."""
    graph = Graph()
    for text in library().ontology.values():
        graph.parse(data=text, format="turtle")
    parts: list[str] = []
    for title, kind in _GROUPS:
        terms = _sorted(graph.subjects(RDF.type, kind))
        parts += [f"## {title}\n", *(_term(graph, t) for t in terms if t.startswith(_XW))]
    schemes = _sorted(graph.subjects(RDF.type, SKOS.ConceptScheme))
    return "\n".join([*parts, "## Kinds of errata and of sections\n", *_values(graph, schemes)])


def _sorted(nodes: Iterable[Node]) -> list[URIRef]:
    return sorted({URIRef(str(node)) for node in nodes}, key=lambda iri: (iri.lower(), iri))


def _term(graph: Graph, term: URIRef) -> str:
    lines = [f"- {name}: {iris}\n" for name, p in _FACTS if (iris := _iris(graph, term, p))]
    lines += [f"- Note: {note}\n" for note in graph.objects(term, SKOS.scopeNote)]
    label, comment = graph.value(term, RDFS.label), graph.value(term, RDFS.comment)
    kind = "Class " if (term, RDF.type, OWL.Class) in graph else ""
    return f"### {kind}`xw:{local_name(term)}`\n\n*{label}.* {comment}\n\n{''.join(lines)}"


def _iris(graph: Graph, term: URIRef, property: URIRef) -> str:
    return ", ".join(map(_linked, _sorted(graph.objects(term, property))))


def _values(graph: Graph, schemes: Iterable[URIRef]) -> Iterable[str]:
    for scheme in schemes:
        values = _sorted(graph.subjects(SKOS.inScheme, scheme))
        rows = [row(f"`xw:{local_name(v)}`", f"{graph.value(v, RDFS.comment)}") for v in values]
        heading = f"### `xw:{local_name(scheme)}`\n\n{graph.value(scheme, RDFS.comment)}\n\n"
        yield heading + table("Value", "Meaning") + "".join(rows)


# Shapes, rules and queries


def shapes(_: str) -> str:
    """Return every shape, by file."""
    shapes_graph = read_shapes(library().shapes)
    catalog = Catalog(shapes_graph)
    parts = [f"{len(shapes_graph.named_shapes)} shapes.\n"]
    for file, text in library().shapes.items():
        named = sorted(
            shape for shape in shapes_graph.named_shapes if shapes_graph.files[shape] == file
        )
        if named:
            about = " ".join(re.findall(r"^# ?(.*)", text.partition("@prefix")[0], re.MULTILINE))
            head = table("Shape", "Id", "Imported", "What it tells an editor", "Why")
            rows = "".join(
                _shape(shapes_graph, rule) for rule in catalog.rules if rule.shape in named
            )
            parts.append(f"## {file}\n\n{about}\n\n{head}{rows}")
    return "\n".join(parts)


def _shape(shapes: Shapes, rule: Rule) -> str:
    order = list(_SEVERITIES)
    id = "" if rule.id == rule.name else f"`{rule.id}`"
    severity = rule.imported_severity or max(rule.severity, SH.Warning, key=order.index)
    own = "" if rule.severity == SH.Violation else f" (own: {_SEVERITIES[rule.severity]})"
    why = _iris(shapes.graph, rule.shape, RDFS.seeAlso)
    return row(f"`{rule.name}`", id, _SEVERITIES[severity] + own, rule.message, why)


def rules(_: str) -> str:
    """Return every rule, in the order in which they are asked."""
    rows = [
        row(f"`{rule.name}`", rule.summary, ", ".join(map(_linked, rule.clauses)))
        for rule in read_rules(library().rules)
    ]
    return table("Rule", "What follows", "Clause") + "".join(rows)


def queries(_: str) -> str:
    """Return every query, and which carry which tag."""
    library_queries = parse_queries(library().queries, DEFAULT_BASE)
    tags: dict[str, list[str]] = {}
    for query in library_queries.values():
        for tag in query.tags:
            tags.setdefault(tag, []).append(f"[{query.name}](#{query.name})")
    rows = [row(tag, ", ".join(names)) for tag, names in sorted(tags.items())]
    parts = [f"{len(library_queries)} queries.\n\n{table('Tag', 'Queries')}{''.join(rows)}"]
    return "\n".join(parts + [_query(query) for query in library_queries.values()])


def _query(query: Query) -> str:
    heading = f"### {query.name}\n\n*{query.summary}.* {query.description}\n"
    facts = f"\nForm: {query.form}. Tags: {', '.join(query.tags)}.\n"
    rows = "".join(map(_parameter, query.parameters))
    head = "\n" + table("Parameter", "Type", "Default", "Meaning") if rows else ""
    return heading + facts + head + rows


def _parameter(parameter: Parameter) -> str:
    default = "any" if parameter.default is None else f"`{parameter.default}`"
    default = "none: required" if parameter.required else default
    return row(f"`{parameter.name}`", parameter.type, default, parameter.description)
