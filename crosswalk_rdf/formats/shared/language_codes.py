"""Names of languages in metadata (codes of ISO 639, IRIs of registries) to tags of BCP 47."""

import re
from typing import Final

from crosswalk_rdf.model.iso_639 import NO_LANGUAGES, two_letter_codes
from crosswalk_rdf.model.lexical import is_language_tag

_REGISTRIES: Final = re.compile(
    r"https?://(?:"
    r"(?:www\.)?lexvo\.org/(?:id|page)/(?:iso639-[1235]|term)/"
    r"|id\.loc\.gov/vocabulary/(?:iso639-[125]|languages)/"
    r"|publications\.europa\.eu/resource/authority/language/"
    r"|iso639-3\.sil\.org/code/"
    r"|(?:www\.)?lingvoj\.org/lang/"
    r"|glottolog\.org/resource/languoid/iso/"
    r"|(?:www\.)?iana\.org/assignments/language-subtag-registry/"
    r"|downlode\.org/rdf/iso-639/languages#"
    r")(?P<code>[A-Za-z0-9-]+)(?:\.(?:html|rdf|json))?/?",
    re.IGNORECASE,
)
"""IRIs of languages whose end is a code, by registry."""
_URN: Final = re.compile(r"urn:(?:iso:639|ietf:bcp:47|lang):(?P<code>[A-Za-z0-9-]+)", re.IGNORECASE)


def language_tag(name: str) -> str:
    """Return the language tag (BCP 47) for what metadata call a language.

    ``name`` is a tag, a code of ISO 639-1, 639-2 (terminological or bibliographic) or 639-3, or
    the IRI of one at lexvo, the Library of Congress, the EU's authority tables, SIL or Lingvoj;
    letters may be of either case, and ``_`` may stand for ``-``. A three-letter code gives the
    two-letter one where there is one (RFC 5646 §2.2.1). Returns "" for anything else, such as
    ``mul``.
    Raises nothing.
    """
    text = name.strip()
    match = _REGISTRIES.fullmatch(text) or _URN.fullmatch(text)
    code = match["code"] if match else text
    head, *rest = code.replace("_", "-").split("-")
    head = head.lower()
    if not (head.isascii() and head.isalpha() and 2 <= len(head) <= 3) or head in NO_LANGUAGES:
        return ""
    tag = "-".join((two_letter_codes().get(head, head), *rest))
    return tag if is_language_tag(tag) else ""
