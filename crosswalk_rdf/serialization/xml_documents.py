"""XML as others write it to XML that is safe to parse: whole, UTF-8, no entity bombs."""

import re
from typing import Final
from xml.parsers import expat

from crosswalk_rdf.errors import Fault, InputFaults

_DECLARED: Final = re.compile(rb"""(\s*<\?xml[^>]*?encoding\s*=\s*)(["'])([A-Za-z0-9._-]+)\2""")
_ENTITY: Final = re.compile(rb"""<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_SINGLE_QUOTED: Final = re.compile(rb"""(<!ENTITY\s+[^\s%"']+\s+)'([^']*)'""")
_REFERENCE: Final = re.compile(rb"&([^\s&;#]+);")
_DEEPEST: Final = 2_000
_MOST_GROWTH: Final = 1_000_000
"""Bytes that entities may add to a document, beyond ten times its own size."""


def readable_xml(data: bytes, file: str) -> bytes:
    """Return the XML document ``data`` (XML 1.0) in UTF-8.

    Raises InputFaults for an encoding that is not known, for entities whose text is many times
    as large as the document (an "entity bomb"), and with line and column for what is not
    well-formed: the RDF/XML parser takes a document that is cut off for a whole one.
    """
    text = _utf8(data, file)
    if b"<!ENTITY" in text and _expanded(text) > _MOST_GROWTH + 10 * len(text):
        raise _unreadable(file, "its XML entities expand to far more than the file: remove them")
    _check(text, file)
    return _SINGLE_QUOTED.sub(_double_quoted, text) if b"<!ENTITY" in text else text


def _double_quoted(match: re.Match[bytes]) -> bytes:
    """Return the declaration of an entity as the RDF/XML parser takes it: in double quotes."""
    return b'%s"%s"' % (match[1], match[2].replace(b'"', b"&#34;"))


def _check(text: bytes, file: str) -> None:
    parser = expat.ParserCreate()
    depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            message = f"{depth} elements inside each other: flatten it"
            raise _unreadable(file, message, parser.CurrentLineNumber)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        message = f"not XML: {expat.ErrorString(error.code)}; correct it here"
        raise _unreadable(file, message, error.lineno, error.offset + 1) from error


def _utf8(data: bytes, file: str) -> bytes:
    declared = _DECLARED.match(data)
    encoding = declared[3].decode("ascii") if declared else "utf-8"
    if not declared or encoding.lower() == "utf-8":
        return data
    try:
        # the byte-order mark of UTF-16 is already decoded: the text is UTF-8 here
        codec = "utf-8" if encoding.lower().startswith(("utf-16", "utf-32")) else encoding
        text = data.decode(codec)
    except (LookupError, UnicodeDecodeError) as error:
        message = f"its encoding {encoding} cannot be read: save it as UTF-8"
        raise _unreadable(file, message, 1) from error
    return _DECLARED.sub(rb"\1\2UTF-8\2", text.encode(), count=1)


def _expanded(data: bytes) -> int:
    """Return the size of ``data`` with its entities written out; those in a cycle count once."""
    values = {name: one or other for name, one, other in _ENTITY.findall(data)}
    sizes: dict[bytes, int] = {}
    for name in values:
        _measure(name, values, sizes)
    return sum(sizes.get(name, 0) for name in _REFERENCE.findall(_ENTITY.sub(b"", data)))


def _measure(name: bytes, values: dict[bytes, bytes], sizes: dict[bytes, int]) -> None:
    """Note the size of an entity after those that it is made of, without recursion."""
    waiting = [name]
    entered: set[bytes] = set()
    while waiting:
        here = waiting[-1]
        inner = [n for n in _REFERENCE.findall(values[here]) if n in values]
        missing = [n for n in inner if n not in sizes and n not in entered]
        entered.add(here)
        if missing:
            waiting.extend(dict.fromkeys(missing))
        else:
            sizes.setdefault(here, len(values[here]) + sum(sizes.get(n, 0) for n in inner))
            waiting.pop()


def _unreadable(file: str, message: str, line: int = 0, column: int = 0) -> InputFaults:
    return InputFaults([Fault(file, line, column, message)])
