"""SSSOM as a format of packages: TSV in and out, RDF out."""

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.sssom import write_rdf
from crosswalk_rdf.formats.sssom.read import read, recognises
from crosswalk_rdf.formats.sssom.write import write

FORMATS: tuple[Format, ...] = (
    Format(
        name="sssom",
        title="SSSOM/TSV 1.1",
        suffixes=(".sssom.tsv", ".tsv"),
        media_type="text/tab-separated-values",
        specification="https://mapping-commons.github.io/sssom/spec-formats-tsv/",
        read=read,
        write=write,
        recognises=recognises,
    ),
    Format(
        name="sssom-rdf",
        title="SSSOM/RDF 1.1",
        suffixes=(write_rdf.SUFFIX,),
        media_type="text/turtle",
        specification="https://mapping-commons.github.io/sssom/spec-formats-rdf/",
        write=write_rdf.write,
        publish=write_rdf.publish,
        folder="sssom",
    ),
)
