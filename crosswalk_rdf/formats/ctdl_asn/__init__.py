"""CTDL-ASN: competency frameworks and alignment maps as Credential Engine's Registry has them."""

from crosswalk_rdf.formats.ctdl_asn.coverage import COVERAGE
from crosswalk_rdf.formats.ctdl_asn.read import read, recognizes
from crosswalk_rdf.formats.ctdl_asn.write import publish, write
from crosswalk_rdf.formats.format import Format

FORMATS = (
    Format(
        name="ctdl-asn",
        title="CTDL-ASN framework or alignment map",
        suffixes=(
            ".ctdl-asn.jsonld",
            ".alignment-map.jsonld",
            ".jsonld",
            ".json",
            ".ttl",
            ".rdf",
            ".nt",
        ),
        media_type="application/ld+json",
        specification="https://credreg.net/ctdlasn/terms",
        read=read,
        write=write,
        coverage=COVERAGE,
        recognizes=recognizes,
        publish=publish,
        folder="ctdl-asn",
    ),
)
