"""Text to a YAML scalar: plain where that is possible, otherwise double-quoted."""

import re
from typing import Final

import yaml

_INDICATORS: Final = "[]{},#&*!|>'\"%@`"
_NUMBER_OF_1_2: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+")
_STRING: Final = "tag:yaml.org,2002:str"
_UNSAFE: Final = re.compile(
    "[^\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]"
)
"""Line breaks, tabs, and what YAML calls unprintable."""

_ESCAPED: Final = re.compile(rf'["\\\\]|{_UNSAFE.pattern}')
_LATIN_1_END: Final = 0xFF
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(text: str, *, is_text: bool = True) -> str:
    """Return ``text`` as a scalar that stands after ``key: `` or ``- ``.

    Plain style is possible where readers of YAML 1.1 and 1.2 alike get ``text`` back, and, if
    ``is_text``, as text: not as a number, date, boolean or null.
    """
    node = _plain_node(text)
    is_typed = node is not None and (node.tag != _STRING or bool(_NUMBER_OF_1_2.fullmatch(text)))
    if node is None or (is_text and is_typed):
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    return text


def _plain_node(text: str) -> yaml.ScalarNode | None:
    """Return what a reader makes of ``text`` in plain style; None where that is other text."""
    if not text or text[0] in _INDICATORS or _UNSAFE.search(text):
        return None
    try:
        node = yaml.compose(f"key: {text}", Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError:
        return None
    value = node.value[0][1] if isinstance(node, yaml.MappingNode) else None
    is_same = isinstance(value, yaml.ScalarNode) and value.style is None and value.value == text
    return value if is_same else None


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02X}" if code <= _LATIN_1_END else f"\\u{code:04X}"
