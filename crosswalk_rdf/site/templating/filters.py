"""Template filters: numbers, dates, words, JSON."""

import html
import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from markupsafe import Markup
from rdflib import Literal

from crosswalk_rdf.display import words
from crosswalk_rdf.serialization.json_text import pretty
from crosswalk_rdf.site.templating.crosswalk_filters import CROSSWALK_FILTERS
from crosswalk_rdf.site.templating.text_direction import is_right_to_left
from crosswalk_rdf.site.views.crosswalks import AlignmentView, PartView
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView
from crosswalk_rdf.site.views.neighborhood import picture

_DENSE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LABEL_PROPERTIES: Final = {
    "prefLabel": "Other label",
    "altLabel": "Alternative label",
    "hiddenLabel": "Hidden label",
}
_RIGHT_TO_LEFT: Final = Markup(' dir="rtl"')
_NOTHING: Final = Markup("")
_JSON_IN_HTML: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def number(value: float) -> str:
    """Return a whole number with thousands set apart."""
    return f"{value:,}"


def percent(share: float) -> str:
    """Return a share of 1 as whole per cent."""
    return f"{share:.0%}"


def size(count: int) -> str:
    """Return a number of bytes in kB or MB (powers of 1,000)."""
    if count < 1_000:
        return f"{count} B"
    return f"{count / 1_000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def lang(literal: Literal | str, page_language: str) -> Markup:
    """Return what an element needs where ``literal`` has another language than the page.

    That is ``lang``, and ``dir`` where the text is written from right to left.
    """
    language = literal.language if isinstance(literal, Literal) else None
    direction = _RIGHT_TO_LEFT if is_right_to_left(literal, language) else _NOTHING
    if not language or language == page_language:
        return direction
    return _lang_attribute(language) + direction


@lru_cache(maxsize=256)
def _lang_attribute(language: str) -> Markup:
    return Markup(' lang="{}"').format(language)


def script_json(value: Any) -> Markup:  # noqa: ANN401 - whatever JSON can hold
    """Return ``value`` as JSON for a data block of a page."""
    text = _DENSE.encode(value)
    for character, escape in _JSON_IN_HTML.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704 - what could end the block is escaped above


def lines(value: tuple[int, int] | None) -> str:
    """Return lines of a source as words: ``line 12``, ``lines 12–14``."""
    if value is None:
        return ""
    first, last = value
    return f"line {first}" if first == last else f"lines {first}–{last}"


def property_words(name: str) -> str:
    """Return what a page calls the property with the local name ``name``."""
    return _LABEL_PROPERTIES.get(name) or words(name).capitalize()


def plural(count: int, singular: str, plural_form: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {singular if count == 1 else plural_form or singular + 's'}"


def shorten_text(text: str, length: int) -> Literal | str:
    """Return ``text`` cut at a word where it is longer than ``length`` characters."""
    if len(text) <= length:
        return text
    cut = text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
    return Literal(cut, lang=text.language) if isinstance(text, Literal) else cut


Aligned = tuple[StatementView, list[AlignmentView]]


def by_framework(
    alignments: Iterable[AlignmentView], statement: StatementView
) -> list[tuple[FrameworkView, list[Aligned], list[Aligned]]]:
    """Return the alignments of ``statement`` under the framework of the other end, and that end.

    First come the ends that some part prints, then those that were only inferred.
    """
    ends: dict[StatementView, list[AlignmentView]] = {}
    for alignment in alignments:
        ends.setdefault(alignment.other(statement), []).append(alignment)
    frameworks: dict[FrameworkView, tuple[list[Aligned], list[Aligned]]] = {}
    for end, links in ends.items():
        printed, inferred = frameworks.setdefault(end.framework, ([], []))
        (inferred if all(a.inferred for a in links) else printed).append((end, links))
    return [(framework, *lists) for framework, lists in frameworks.items()]


def part_name(part: PartView) -> str:
    """Return the id of a part as a name: ``part-1`` to ``Part 1``."""
    name = part.id.replace("-", " ").replace("_", " ")
    return name[:1].upper() + name[1:]


def open_badge(statement: StatementView) -> str:
    """Return the Open Badges 3.0 ``Alignment`` object that points at ``statement``."""
    return pretty(
        {
            "type": ["Alignment"],
            "targetCode": statement.notation,
            "targetName": str(statement.label),
            "targetDescription": str(statement.text),
            "targetFramework": str(statement.framework.title),
            "targetType": "ceasn:Competency",
            "targetUrl": statement.iri,
        }
    )


def alignment_object(statement: StatementView) -> str:
    """Return the schema.org ``AlignmentObject`` that points at ``statement``."""
    return pretty(
        {
            "@context": "https://schema.org",
            "@type": "AlignmentObject",
            "alignmentType": "teaches",
            "educationalFramework": str(statement.framework.title),
            "targetName": f"{statement.notation} {statement.label}",
            "targetDescription": str(statement.text),
            "targetUrl": statement.iri,
        }
    )


def element_text(text: str) -> Markup:
    """Return text as an element has it: quotation marks stand as they are there (HTML §13.1.4)."""
    return Markup(html.escape(text, quote=False))  # noqa: S704 - escaped


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "words": words,
    "number": number,
    "percent": percent,
    "size": size,
    "lang": lang,
    "element_text": element_text,
    "script_json": script_json,
    "lines": lines,
    "plural": plural,
    "property_words": property_words,
    "shortened": shorten_text,
    "by_framework": by_framework,
    "part_name": part_name,
    "picture": picture,
    "open_badge": open_badge,
    "alignment_object": alignment_object,
    **CROSSWALK_FILTERS,
}
