"""Whatever the bytes: a document, or faults with places; never another error."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.tsv.yaml_text import scalar

from .files import GOOD, NAME

PIECES = [
    *'#:-|>"&*!%@`,[]{}?\\ \t\n\r',
    "\n#",
    "\n\n",
    "'",
    "\x00",
    "\x85",
    "\ufeff",
    "é",
    "- ",
    ": ",
]
PIECES += ["null", "~", "---", "...", "<<", "=", "a:", "skos:x", "1e3", "0o7", "yes", "\U0001f600"]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(GOOD)), st.integers(0, 9), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    )
)
def test_altered_files(changes: list[tuple[int, int, str]]) -> None:
    text = GOOD
    for position, length, piece in changes:
        text = text[:position] + piece + text[position + length :]
    lines = text.split("\n")
    try:
        document = tsv.read(text.encode("utf-8"), NAME)
    except InputFaults as error:
        for fault in error.faults:
            assert 1 <= fault.line <= len(lines) + 1
            assert fault.column >= 1
    else:
        written = tsv.write(document)
        assert tsv.write(tsv.read(written, NAME)) == written


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    try:
        tsv.read(data, NAME)
    except InputFaults as error:
        assert error.faults


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1).map("".join))
def test_any_text_in_the_metadata(text: str) -> None:
    text = text.replace("\r", "") or "x"
    header = GOOD.partition("#license")
    line = f"#comment: {scalar(text)}\n"
    document = tsv.read("".join((header[0], line, *header[1:])).encode("utf-8"), NAME)
    assert document.value("comment") == text
