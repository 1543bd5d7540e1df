"""JSKOS 0.7.1 to packages and back: schemes, concepts, concordances, mappings."""

from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.jskos.coverage import COVERAGE
from crosswalk_rdf.formats.jskos.read import read, recognizes
from crosswalk_rdf.formats.jskos.write import publish, write

FORMATS: tuple[Format, ...] = (
    Format(
        name="jskos",
        title="JSKOS 0.7.1",
        suffixes=(".jskos.ndjson", ".jskos.json", ".ndjson", ".json"),
        media_type="application/x-ndjson",
        specification="https://gbv.github.io/jskos/",
        read=read,
        recognizes=recognizes,
        write=write,
        coverage=COVERAGE,
        publish=publish,
        folder="jskos",
    ),
)
