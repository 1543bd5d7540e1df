"""Parse bytes in any RDF syntax of the table into quads, or report all errors together."""

import json
from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.serialization.syntaxes import Syntax

_MOST_FAULTS: Final = 100
_REMOTE: Final = "No LoadDocumentCallback"
_PLACE: Final = "Parser error at "


def parse(
    data: bytes,
    syntax: Syntax,
    *,
    base: str | None = None,
    file: str = "data",
    lenient: bool = False,
) -> tuple[ox.Quad, ...]:
    """Return the quads of ``data``, its blank nodes renamed so that files can be put together.

    Nothing is fetched: a JSON-LD context that is only named is a fault, which names it. Raises
    InputFaults for ``file`` with line and column where the syntax has them, up to 100 faults.
    If ``lenient``, language tags and IRIs need not be well-formed: look at them.
    """
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
