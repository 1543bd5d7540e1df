"""Collections to JSKOS objects: items that are bundles of concepts (JSKOS, "Concept Bundle")."""

from dataclasses import replace

from rdflib import SKOS

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.jskos.resource_objects import Object, grouped, resource
from crosswalk_rdf.model import Collection, Framework
from crosswalk_rdf.model.collection_triples import collection_triples


def collection_objects(framework: Framework, report: Report) -> list[Object]:
    """Return the collections of ``framework``, members as ``memberSet`` or ``memberList``."""
    return [_collection(collection, report) for collection in framework.collections]


def _collection(collection: Collection, report: Report) -> Object:
    triples = collection_triples(replace(collection, members=()))
    groups = grouped(triple for triple in triples if triple[1] != SKOS.memberList)
    target = resource(collection.iri, groups, report)
    members = [{"uri": str(member)} for member in collection.members]
    target["memberList" if collection.ordered else "memberSet"] = members
    return target
