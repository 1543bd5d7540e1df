"""Collections and resources of a framework to the rows of their tables.

The inverse of :mod:`crosswalk_rdf.project.collections` and :mod:`crosswalk_rdf.project.resources`.
"""

from urllib.parse import unquote

from rdflib import URIRef

from crosswalk_rdf.formats.sssom.tsv.multi_valued import join_values
from crosswalk_rdf.model import Collection, Framework
from crosswalk_rdf.model.lexical import NO_LANGUAGE
from crosswalk_rdf.project.collections import COLUMNS, collection_iri
from crosswalk_rdf.project.file_values import csv_text
from crosswalk_rdf.project.properties import by_heading, cell, headings


def collections_csv(framework: Framework) -> bytes:
    """Return ``collections.csv`` for the collections of ``framework``."""
    ids = {c.iri: _id(c.iri, framework.iri) for c in framework.collections}
    notations = {s.notation: s.iri for s in framework.statements}
    names = {iri: id for iri, id in ids.items() if id not in notations}
    names |= {iri: notation for notation, iri in notations.items()}
    texts = {*names.values()}
    table = [
        {
            "id": ids[collection.iri],
            "ordered": "true" if collection.ordered else "",
            "notation": collection.notation,
            "label": collection.label or "",
            "language": _language(collection, framework.language),
            "members": join_values(
                names.get(iri) or (f"<{iri}>" if str(iri) in texts else str(iri))
                for iri in collection.members
            ),
            **{name: cell(group) for name, group in by_heading(collection.properties).items()},
        }
        for collection in framework.collections
    ]
    further = headings(collection.properties for collection in framework.collections)
    return csv_text((*COLUMNS, *further), table)


def _id(iri: URIRef, framework: URIRef) -> str:
    """Return the id that :func:`collection_iri` makes ``iri`` of."""
    id = unquote(iri.removeprefix(f"{framework}/collection/"))
    return id if id == id.strip() != "" and collection_iri(framework, id) == iri else str(iri)


def _language(collection: Collection, language: str) -> str:
    if collection.label is None:
        return ""
    tag = str(collection.label.language or "")
    return "" if tag.lower() == language.lower() else tag or NO_LANGUAGE


def resources_csv(framework: Framework) -> bytes:
    """Return ``resources.csv`` for the resources of ``framework``."""
    further = headings(resource.properties for resource in framework.resources)
    table = (
        {
            "iri": str(resource.iri),
            **{name: cell(group) for name, group in by_heading(resource.properties).items()},
        }
        for resource in framework.resources
    )
    return csv_text(("iri", *further), table)
