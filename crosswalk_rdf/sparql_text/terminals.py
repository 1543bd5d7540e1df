"""The terminals of the SPARQL 1.1 grammar (Query §19.8, productions 139 to 173) as one pattern.

Every character is read once: quantifiers are possessive, an unclosed string runs to the end of its
line (a long one to the end of the text), and a run of name characters is split up afterwards.
"""

import re
from typing import Final

_BASE: Final = (  # [164] PN_CHARS_BASE
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_COMBINING_CHARS: Final = "\u00b7\u0300-\u036f\u203f-\u2040"
_CHARS: Final = rf"\-0-9_{_BASE}{_COMBINING_CHARS}"  # [167] PN_CHARS
_ESCAPE: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"  # [170] PLX
_LOCAL: Final = (  # [169] PN_LOCAL
    rf"(?:(?:[:0-9_{_BASE}]|{_ESCAPE})(?:[:{_CHARS}]|{_ESCAPE}|\.++(?=[:{_CHARS}%\\]))*+)?"
)
_WORD: Final = rf"[_{_BASE}][0-9_{_BASE}{_COMBINING_CHARS}]*+"
_NUMBER: Final = (  # [146] to [148]
    r"(?:[0-9]++(?:\.[0-9]++|\.(?=[eE][+-]?[0-9]))?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?"
)

TERMINALS: Final = re.compile(
    rf"""
    (?P<iri>      <(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*+> )
  | (?P<comment>  \#[^\r\n]*+ )
  | (?P<string>   \"{{3}}(?:\"{{0,2}}+(?:[^"\\]|\\.))*+(?:\"{{3}}|\\?\Z)
                | '{{3}}(?:'{{0,2}}+(?:[^'\\]|\\.))*+(?:'{{3}}|\\?\Z)
                | "(?:[^"\\\r\n]|\\.)*+(?:"|(?=[\r\n])|\\?\Z)
                | '(?:[^'\\\r\n]|\\.)*+(?:'|(?=[\r\n])|\\?\Z) )
  | (?P<variable> [?$][0-9_{_BASE}][0-9_{_BASE}{_COMBINING_CHARS}]*+ )
  | (?P<language> @[A-Za-z]++(?:-[A-Za-z0-9]++)*+ )
  | (?P<blank>    _:[0-9_{_BASE}](?:[{_CHARS}]|\.++(?=[{_CHARS}]))*+ )
  | (?P<number>   {_NUMBER} )
  | (?P<word>     {_WORD}(?![.:{_CHARS}]) )
  | (?P<run>      [.{_CHARS}]++(?P<local>:{_LOCAL})? )
  | (?P<name>     :{_LOCAL} )
  | (?P<mark>     \S )
    """,
    re.VERBOSE | re.DOTALL,
)
"""A ``run`` is a prefixed name with what stands close before it, or some words, dots and dashes."""

IN_RUN: Final = re.compile(rf"(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<mark>\S)", re.DOTALL)
"""What a run has before the prefix of its name."""

PREFIX_START: Final = re.compile(rf"[{_BASE}]")
"""The first character of a prefix, [168] PN_PREFIX; the last is not a dot."""
NAME_AT_END: Final = re.compile(rf"(?:[{_BASE}](?:[.{_CHARS}]*[{_CHARS}])?)?:{_LOCAL}\s*\Z")
"""The prefixed name that a text ends with."""
CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")
"""An escape that stands for a character anywhere in a query (§19.2)."""
