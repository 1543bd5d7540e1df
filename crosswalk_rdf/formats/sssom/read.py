"""SSSOM/TSV to a package: one crosswalk, a part for each pair of sources."""

from pathlib import PurePath

from crosswalk_rdf.formats.format import Reading, Report, Supplement
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.fields import SET_ID
from crosswalk_rdf.formats.sssom.to_crosswalk import crosswalk_of
from crosswalk_rdf.formats.sssom.tsv.split import names_columns
from crosswalk_rdf.model import Package

_SUFFIXES = (".sssom", ".tsv", ".csv", ".json", ".ttl", ".rdf", ".jsonld")


def read(data: bytes, file: str, supplement: Supplement | None = None) -> Reading:
    """Return the mapping set in ``data`` (SSSOM/TSV 1.0, 1.1) as a crosswalk.

    ``supplement`` is what is said of the set elsewhere. Its sources are external frameworks; a
    record that names none is of the namespace of its prefix. What the specification does not allow
    is repaired where that can be done, and reported. Raises InputFaults with every fault that is
    left, each with its place.
    """
    report = Report()
    document = tsv.read_leniently(data, file, report, supplement)
    crosswalk = crosswalk_of(document, id_of_file(file), file)
    return Reading(Package(crosswalks=(crosswalk,)), report)


def has_no_metadata(data: bytes) -> bool:
    """Return whether ``data`` begins with the table."""
    text = data[:100_000].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return names_columns(text.lstrip().partition("\n")[0])


def id_of_file(file: str) -> str:
    """Return the id of a crosswalk of which only the name of its file is known."""
    name = PurePath(file).name.lower()
    for suffix in reversed(_SUFFIXES):
        name = name.removesuffix(suffix)
    return slug(name, "mappings")


def metadata_names(file: str) -> tuple[str, ...]:
    """Return the names that the file of metadata beside the table ``file`` may have."""
    name = PurePath(file).name
    stem = name
    for suffix in reversed(_SUFFIXES):
        stem = stem.removesuffix(suffix)
    ends = (".sssom.yml", ".sssom.yaml", ".yml", ".yaml", "-meta.yml", "-meta.yaml")
    whole = name.rpartition(".")[0]
    names = (*(stem + end for end in ends), *(whole + end for end in ends[2:]))
    return tuple(dict.fromkeys(names))


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is SSSOM/TSV: a block of metadata, or a table of mappings."""
    start = data[:100_000].removeprefix(b"\xef\xbb\xbf")
    is_block = start.lstrip().startswith(b"#") and SET_ID.encode() in start
    return is_block or names_columns(start.decode("utf-8", "replace"))
