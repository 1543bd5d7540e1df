"""SKOS in any RDF syntax to packages, and packages to SKOS that needs nothing else."""

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.skos.coverage import COVERAGE
from crosswalk_rdf.formats.skos.read import read, recognizes
from crosswalk_rdf.formats.skos.write import publish, write

FORMATS: tuple[Format, ...] = (
    Format(
        name="skos",
        title="SKOS",
        suffixes=(
            *(".skos.ttl", ".ttl", ".rdf", ".xml", ".owl"),
            *(".nt", ".nq", ".trig", ".jsonld", ".n3"),
        ),
        media_type="text/turtle",
        specification="https://www.w3.org/TR/skos-reference/",
        read=read,
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="skos",
        recognizes=recognizes,
        concatenates=True,
    ),
)
