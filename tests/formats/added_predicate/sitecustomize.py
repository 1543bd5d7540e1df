"""A sixth mapping predicate, in the table before any other module reads it: one line.

Python imports this module when it starts, where this folder is in ``PYTHONPATH``.
"""

from rdflib import URIRef

from crosswalk_rdf.model import mapping_predicates
from crosswalk_rdf.model.mapping_predicates import MappingPredicate

mapping_predicates.MAPPING_PREDICATES = (  # type: ignore[misc]
    *mapping_predicates.MAPPING_PREDICATES,
    MappingPredicate(URIRef("https://example.org/terms#partialMatch"), "match in part"),
)
