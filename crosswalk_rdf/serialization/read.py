"""Parse bytes in any RDF syntax of the table into quads, or report all errors together."""

import json
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.serialization.json_nesting import json_nesting
from crosswalk_rdf.serialization.syntaxes import Syntax
from crosswalk_rdf.serialization.xml_documents import readable_xml

_MOST_FAULTS: Final = 100
_REMOTE: Final = "No LoadDocumentCallback"
_PLACE: Final = "Parser error at "
_DEEPEST_JSON: Final = 500
"""Oxigraph's parser of JSON-LD ends the process at some thousands."""
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte-order marks and what they tell, the longer first."""


def parse(
    data: bytes,
    syntax: Syntax,
    *,
    base: str | None = None,
    file: str = "data",
    lenient: bool = False,
) -> tuple[ox.Quad, ...]:
    """Return the quads of ``data``, its blank nodes renamed so that files can be put together.

    Nothing is fetched: a JSON-LD context that is only named is a fault, which names it. XML that is
    cut off, or whose entities expand without end, is a fault, and so is what is nested too deep.
    Raises InputFaults for ``file`` with line and column where the syntax has them, at most 100.
    If ``lenient``, language tags and IRIs need not be well-formed: look at them.
    """
    text = utf8(data, file)
    if syntax.parser == ox.RdfFormat.RDF_XML:
        text = readable_xml(text, file)
    if syntax.parser == ox.RdfFormat.JSON_LD and json_nesting(text) > _DEEPEST_JSON:
        raise _too_deep(syntax, file)
    try:
        return _parsed(text, syntax, base, file, lenient)
    except RecursionError as error:
        raise _too_deep(syntax, file) from error
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg}; correct it here"
        raise InputFaults([Fault(file, error.lineno, error.colno, message)]) from error


def utf8(data: bytes, file: str) -> bytes:
    """Return ``data`` as UTF-8 without a byte-order mark, which Turtle has no place for.

    Raises InputFaults where it is not what its mark says.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data.removeprefix(mark)
            try:
                return rest if encoding == "utf-8" else rest.decode(encoding).encode()
            except UnicodeDecodeError as error:
                message = f"byte {error.start + 1} is not {encoding.upper()}: save it as UTF-8"
                raise InputFaults([Fault(file, 0, 0, message)]) from error
    return data


def _parsed(
    data: bytes, syntax: Syntax, base: str | None, file: str, lenient: bool
) -> tuple[ox.Quad, ...]:
    quads: list[ox.Quad] = []
    faults: list[Fault] = []
    for result in _results(data, syntax, base, lenient):
        if isinstance(result, ox.Quad):
            quads.append(result)
        else:
            faults.append(_fault(result, data, syntax, file))
            if len(faults) == _MOST_FAULTS:
                break
    if faults:
        raise InputFaults(faults)
    return tuple(quads)


def _results(
    data: bytes, syntax: Syntax, base: str | None, lenient: bool
) -> Iterator[ox.Quad | SyntaxError]:
    """Yield quads and errors; line-based parsers go on after an error."""
    quads = _quads(data, syntax, base, lenient)
    while True:
        try:
            yield next(quads)
        except StopIteration:
            return
        except SyntaxError as error:
            yield error


def _quads(data: bytes, syntax: Syntax, base: str | None, lenient: bool) -> Iterator[ox.Quad]:
    if isinstance(syntax.parser, ox.RdfFormat):
        return ox.parse(
            data, syntax.parser, base_iri=base, rename_blank_nodes=True, lenient=lenient
        )
    return syntax.parser(data, base)


def _too_deep(syntax: Syntax, file: str) -> InputFaults:
    return InputFaults([Fault(file, 0, 0, f"{syntax.label} nested too deep: flatten it")])


def _fault(error: SyntaxError, data: bytes, syntax: Syntax, file: str) -> Fault:
    if _REMOTE in error.msg:
        contexts = " and ".join(sorted(set(_remote_contexts(json.loads(data)))))
        message = (
            f"the JSON-LD context {contexts} is named only and contexts are not fetched; "
            "put it in the file, under '@context'"
        )
        return Fault(file, 0, 0, message)
    reason = error.msg.partition(": ")[2] if error.msg.startswith(_PLACE) else error.msg
    message = f"not {syntax.label}: {reason.rstrip('.')}; correct it here"
    return Fault(file, error.lineno or 0, error.offset or 0, message)


def _remote_contexts(value: object) -> Iterator[str]:
    """Yield the IRI of every context in ``value`` that is named and not written out."""
    if isinstance(value, list):
        for item in value:
            yield from _remote_contexts(item)
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "@context":
                yield from (
                    c for c in (item if isinstance(item, list) else [item]) if isinstance(c, str)
                )
            yield from _remote_contexts(item)
