"""The prefixes and the JSON-LD context of a publication's documents."""

from collections.abc import Iterable

import pyoxigraph as ox

from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import Syntax
from crosswalk_rdf.serialization.write import serialize


def prefixes(publication: Publication) -> dict[str, str]:
    """Return the prefixes of the publication's documents."""
    return {**PREFIXES, **own_prefixes(publication)}


def own_prefixes(publication: Publication) -> dict[str, str]:
    """Return the prefixes that are specific to the publication."""
    publication_prefixes = {"xw": str(ontology_namespace(publication.base))}
    publication_prefixes |= {
        framework.id: f"{framework.iri}/" for framework in publication.frameworks
    }
    publication_prefixes |= {
        crosswalk.id: f"{crosswalk.iri}/" for crosswalk in publication.crosswalks
    }
    return publication_prefixes


def publication_naming(publication: Publication, library: Library) -> Naming:
    """Return the prefixes and the context for the publication's documents."""
    return Naming(prefixes(publication), parse_context(library.context))


def serialize_quads(
    quads: Iterable[ox.Quad], syntax: Syntax, publication: Publication, library: Library
) -> bytes:
    """Return ``quads`` in ``syntax`` with the publication's prefixes and context."""
    context = parse_context(library.context)
    return serialize(quads, syntax, prefixes=prefixes(publication), context=context)
