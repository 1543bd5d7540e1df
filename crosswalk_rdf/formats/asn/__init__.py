"""ASN: standards documents of the Achievement Standards Network, in RDF/XML, Turtle or RDF/JSON."""

from crosswalk_rdf.formats.asn.read import read, recognizes
from crosswalk_rdf.formats.format import Format

FORMATS = (
    Format(
        name="asn",
        title="ASN standards document",
        suffixes=(".asn.rdf", ".rdf", ".xml", ".ttl", ".rj", ".json", ".jsonld", ".nt"),
        media_type="application/rdf+xml",
        specification="http://purl.org/ASN/schema/core/",
        read=read,
        recognizes=recognizes,
    ),
)
