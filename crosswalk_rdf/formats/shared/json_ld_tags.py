"""Language tags of JSON-LD that its parsers drop texts for (JSON-LD 1.1 API §8.2.2), kept."""

import re
from typing import Final

from crosswalk_rdf.model.lexical import is_language_tag

_VALUE: Final = re.compile(rb'("@language"\s*:\s*")([^"\\]+)(?=")')
_KEY: Final = re.compile(rb'(")([a-z]{2,3}_(?:[A-Z]{2}|[A-Z][a-z]{3}))(?="\s*:)')
"""A key of a language map as locales are called."""


def with_well_formed_tags(text: bytes) -> tuple[bytes, dict[str, str]]:
    """Return the JSON-LD ``text`` with a private-use tag for each malformed one, and the latter.

    The lines remain as they are.
    """
    replacements: dict[bytes, bytes] = {}

    def replaced(match: re.Match[bytes]) -> bytes:
        tag = match[2]
        if is_language_tag(tag.decode(errors="replace")):
            return match[0]
        return match[1] + replacements.setdefault(tag, b"x-tag-%d" % len(replacements))

    text = _KEY.sub(replaced, _VALUE.sub(replaced, text))
    return text, {tag.decode(): raw.decode(errors="replace") for raw, tag in replacements.items()}
