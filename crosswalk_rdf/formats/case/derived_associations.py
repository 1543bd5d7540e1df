"""The associations that follow from the model, where no document gave them a name."""

from rdflib import URIRef

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import Names
from crosswalk_rdf.model import derived_uuid


def derived(
    origin: URIRef, type: str, destination: URIRef, number: int | None, names: Names, changed: str
) -> Object:
    """Return a CFAssociation whose UUID follows from what it says, under any base IRI."""
    uuid = derived_uuid(names.identifier(origin), f"{type} {names.identifier(destination)}")
    sequence = {} if number is None else {"sequenceNumber": number}
    return {
        "identifier": uuid,
        "associationType": type,
        **sequence,
        "uri": names.address("CFAssociations", uuid),
        "originNodeURI": names.node(origin),
        "destinationNodeURI": names.node(destination),
        "lastChangeDateTime": changed,
    }


def is_derived(clean: Object, expected: Object) -> bool:
    """Return whether ``clean`` is ``expected``, at whatever address and of either version."""
    if clean.get("identifier") != expected["identifier"] or clean.keys() != expected.keys():
        return False
    return all(
        _bare(value) == _bare(clean[key]) for key, value in expected.items() if key != "uri"
    ) and str(clean["uri"]).endswith(expected["identifier"])


def _bare(value: object) -> object:
    """Return ``value``, if it is a link to something in CASE, as CASE 1.0 has it."""
    if isinstance(value, dict) and value.get("targetType") == "CASE":
        return {key: each for key, each in value.items() if key != "targetType"}
    return value


def record(clean: Object, type: str, origin: URIRef, destination: URIRef, names: Names) -> Object:
    """Return what has to be kept of an association that has a name of its own.

    Its ends are left out where the links to them say no more than is known of them.
    """
    association = {"to": str(destination), **clean, "associationType": type}
    for key, iri in (("originNodeURI", origin), ("destinationNodeURI", destination)):
        if _bare(clean.get(key)) == _bare(names.node(iri)):
            del association[key]
    return association


def from_record(record: Object, origin: URIRef, names: Names) -> Object:
    """Return the inverse of :func:`record`."""
    association = {key: value for key, value in record.items() if key != "to"}
    for key, iri in (("originNodeURI", origin), ("destinationNodeURI", URIRef(record["to"]))):
        if key not in association:
            association[key] = names.node(iri)
        elif iri in names.nodes and isinstance(association[key], dict):
            association[key] = {"targetType": "CASE", **association[key]}
    return association
