"""SSSOM/TSV files for the tests: one that is in order, and the faults of altered ones."""

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.sssom import tsv

NAME = "part.sssom.tsv"

GOOD = """\
#sssom_version: "1.1"
#curie_map:
#  a: https://example.org/a/
#  b: https://example.org/b/
#  xw: https://example.org/ontology#
#mapping_set_id: https://example.org/set
#license: https://example.org/license
#subject_source: a:scheme
#extension_definitions:
#  - slot_name: ext_source_line
#    property: xw:sourceLine
#    type_hint: xsd:integer
subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\text_source_line
a:1\tOne\tskos:relatedMatch\tb:1\tsemapv:ManualMappingCuration\t7
a:2\tTwo\tskos:relatedMatch\tb:1\tsemapv:ManualMappingCuration\t8
"""


def altered(*changes: tuple[str, str]) -> bytes:
    """Return the good file with each old text, which must stand in it, replaced by the new one."""
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode("utf-8")


def with_column(name: str, *values: str) -> bytes:
    """Return the good file with one more column at the end."""
    lines = GOOD.splitlines()
    lines[-3:] = [f"{line}\t{cell}" for line, cell in zip(lines[-3:], (name, *values), strict=True)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def faults(data: bytes) -> list[str]:
    """Return the faults of ``data`` as the user reads them, without the name of the file."""
    try:
        tsv.read(data, NAME)
    except InputFaults as error:
        return [str(fault).removeprefix(f"{NAME}:") for fault in error.faults]
    return []
