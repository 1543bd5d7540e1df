"""SSSOM 1.1: TSV to crosswalks and back (:mod:`.tsv` is the syntax), and crosswalks to RDF."""

from crosswalk_rdf.formats.format import Format, MetadataFile
from crosswalk_rdf.formats.sssom import write_rdf
from crosswalk_rdf.formats.sssom.coverage import COVERAGE
from crosswalk_rdf.formats.sssom.read import (
    has_no_metadata,
    metadata_names,
    read,
    read_with,
    recognizes,
)
from crosswalk_rdf.formats.sssom.write import SUFFIX, publish, write

FORMATS: tuple[Format, ...] = (
    Format(
        name="sssom",
        title="SSSOM/TSV 1.1",
        suffixes=(SUFFIX, ".tsv", ".sssom.csv", ".csv"),
        media_type="text/tab-separated-values",
        specification="https://mapping-commons.github.io/sssom/spec-formats-tsv/",
        read=read,
        write=write,
        coverage=COVERAGE,
        recognizes=recognizes,
        metadata=MetadataFile(names=metadata_names, is_missing=has_no_metadata, read=read_with),
        publish=publish,
        folder="sssom",
        always=True,
    ),
    Format(
        name="sssom-rdf",
        title="SSSOM/RDF 1.1",
        suffixes=(write_rdf.SUFFIX,),
        media_type="text/turtle",
        specification="https://mapping-commons.github.io/sssom/spec-formats-rdf/",
        write=write_rdf.write,
        coverage=COVERAGE,
        publish=write_rdf.publish,
        folder="sssom",
    ),
)
