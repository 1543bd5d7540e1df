"""What an ASN file says of itself to what it says of the document in it.

``<D1.xml> foaf:primaryTopic <D1> ; cc:license … ; cc:attributionName …`` states the rights of the
document in the only place where the Achievement Standards Network has them.
"""

from collections.abc import Sequence
from typing import Final

from rdflib import DCTERMS, FOAF, URIRef

from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.vocabulary import LICENSES
from crosswalk_rdf.namespaces import CC

_PRIMARY_TOPIC: Final = FOAF.primaryTopic
_SHARED: Final = (
    (*LICENSES,),
    (CC.attributionName,),
    (CC.attributionURL,),
    (DCTERMS.rights,),
    (DCTERMS.rightsHolder,),
    (DCTERMS.modified,),
)
"""What is true of the document too, unless it says otherwise of itself: each by its properties."""


def with_described_files(nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes``, each framework with what only its file says of its rights and its date.

    A file of which nothing is left is no longer a node; of other files the rest remains.
    """
    frameworks = {node.iri: node for node in nodes if node.is_framework}
    rest: dict[URIRef, Node | None] = {}
    for node in nodes:
        topic = next((iri for iri in node.iris(_PRIMARY_TOPIC) if iri in frameworks), None)
        if topic is not None and not node.types:
            frameworks[topic], rest[node.iri] = _joined(frameworks[topic], node)
    remaining = (frameworks.get(n.iri) or rest.get(n.iri, n) for n in nodes)
    return [node for node in remaining if node is not None]


def _joined(framework: Node, file: Node) -> tuple[Node, Node | None]:
    """Return ``framework`` with what ``file`` alone says, and what is left of ``file``."""
    properties = dict(framework.properties)
    rest = {name: v for name, v in file.properties.items() if name != _PRIMARY_TOPIC}
    for names in _SHARED:
        if not any(framework.properties.get(name) for name in names):
            properties |= {name: rest.pop(name) for name in names if name in rest}
    left = Node(file.iri, file.place, file.types, rest) if rest else None
    return Node(framework.iri, framework.place, framework.types, properties), left
