"""SSSOM 1.1: TSV and RDF to crosswalks and back, JSON to crosswalks."""

from crosswalk_rdf.formats.format import Format, MetadataFile
from crosswalk_rdf.formats.sssom import read_json, read_rdf, write_rdf
from crosswalk_rdf.formats.sssom.coverage import COVERAGE
from crosswalk_rdf.formats.sssom.read import (
    has_no_metadata,
    metadata_names,
    read,
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
        read_supplemented=read,
        write=write,
        coverage=COVERAGE,
        recognizes=recognizes,
        metadata=MetadataFile(names=metadata_names, is_missing=has_no_metadata),
        publish=publish,
        folder="sssom",
        always=True,
    ),
    Format(
        name="sssom-json",
        title="SSSOM/JSON",
        suffixes=(".sssom.json", ".json"),
        media_type="application/json",
        specification="https://mapping-commons.github.io/sssom/spec-formats-json/",
        read=read_json.read,
        read_supplemented=read_json.read,
        recognizes=read_json.recognizes,
    ),
    Format(
        name="sssom-rdf",
        title="SSSOM/RDF 1.1",
        suffixes=(write_rdf.SUFFIX, ".sssom.rdf", ".sssom.jsonld"),
        media_type="text/turtle",
        specification="https://mapping-commons.github.io/sssom/spec-formats-rdf/",
        read=read_rdf.read,
        recognizes=read_rdf.recognizes,
        write=write_rdf.write,
        coverage=COVERAGE,
        publish=write_rdf.publish,
        folder="sssom",
    ),
)
