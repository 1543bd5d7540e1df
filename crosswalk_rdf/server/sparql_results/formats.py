"""What answers are written in, by the form of the query: names, media types, suffixes.

A media type of one format may be asked for by that of a family (``application/json``); it is then
what the answer says that it is, and the bytes are those of the format.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import header

_FORMATS: Final = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True, slots=True)
class Format:
    """One format of answers."""

    label: str
    media_type: str
    iri: str
    """What names it in data: https://www.w3.org/ns/formats/."""
    suffixes: tuple[str, ...]
    """With their dots; the first is the usual one."""
    aliases: tuple[str, ...] = ()
    """Other media types that it may go by."""
    names: tuple[str, ...] = ()
    """Further short names for ``format=``, beside the suffixes."""


RESULTS: Final = (
    Format("JSON", "application/sparql-results+json", f"{_FORMATS}SPARQL_Results_JSON",
           (".json", ".srj"), ("application/json",)),
    Format("XML", "application/sparql-results+xml", f"{_FORMATS}SPARQL_Results_XML",
           (".xml", ".srx"), ("application/xml", "text/xml")),
    Format("CSV", "text/csv", f"{_FORMATS}SPARQL_Results_CSV", (".csv",)),
    Format("TSV", "text/tab-separated-values", f"{_FORMATS}SPARQL_Results_TSV", (".tsv",)),
)  # fmt: skip
"""For SELECT; the first two for ASK, which the CSV and TSV formats do not define."""


def _graph_format(syntax: Syntax) -> Format:
    names = (syntax.name, *syntax.short_names)
    aliases = (*syntax.aliases, *syntax.result_aliases)
    return Format(syntax.label, syntax.media_type, syntax.iri, (syntax.suffix,), aliases, names)


GRAPHS: Final = tuple(map(_graph_format, SYNTAXES))
"""For CONSTRUCT and DESCRIBE: every RDF syntax."""

_OF_FORMS: Final = {"SELECT": RESULTS, "ASK": RESULTS[:2], "CONSTRUCT": GRAPHS, "DESCRIBE": GRAPHS}


@dataclass(frozen=True, slots=True)
class NegotiatedFormat:
    """A format, and the media type under which it was asked for."""

    format: Format
    media_type: str

    @property
    def content_type(self) -> str:
        """What the header says; CSV has a row of names first (RFC 4180 §3)."""
        header = "; header=present" if self.media_type == "text/csv" else ""
        charset = "; charset=utf-8" if self.media_type.startswith("text/") else ""
        return f"{self.media_type}{charset}{header}"


def formats_of(form: str) -> tuple[Format, ...]:
    """Return the formats for the answer to a query of ``form``, the default first."""
    return _OF_FORMS[form]


def offers(formats: Iterable[Format]) -> tuple[str, ...]:
    """Return the media types that ``formats`` may be asked for by, their own ones first."""
    all_formats = tuple(formats)
    aliases = (alias for format in all_formats for alias in format.aliases)
    return (*(format.media_type for format in all_formats), *dict.fromkeys(aliases))


def negotiate_format(
    request: Request, formats: tuple[Format, ...], named: str = ""
) -> NegotiatedFormat:
    """Return the format that ``named`` names (``format=csv``), or else the Accept header prefers.

    A name that none of ``formats`` has is passed over: clients send their own. Raises a 406 Problem
    that lists what there is.
    """
    if format := by_name(named, formats):
        return format
    accepted = acceptable(header(request.headers, "accept"), offers(formats))
    if not accepted:
        raise not_acceptable(formats, "none of the media types in Accept fits this answer")
    return of_media_type(accepted[0], formats)


def by_name(name: str, formats: Iterable[Format]) -> NegotiatedFormat | None:
    """Return the format that ``name`` names, or None.

    It is a media type, a suffix without its dot, or a short name. A plus that was not encoded in a
    query string has become a space.
    """
    normalized = name.strip().lower().replace(" ", "+")
    format = next((format for format in formats if normalized in names_of(format)), None)
    if format is None:
        return None
    return NegotiatedFormat(
        format, normalized if normalized in format.aliases else format.media_type
    )


def of_media_type(media_type: str, formats: Iterable[Format]) -> NegotiatedFormat:
    """Return the first of ``formats`` that goes by ``media_type``, which one of them does."""
    by = (format for format in formats if media_type in (format.media_type, *format.aliases))
    return NegotiatedFormat(next(by), media_type)


def by_suffix(suffix: str, formats: Iterable[Format]) -> Format | None:
    """Return the format whose files end in ``suffix``, or None."""
    return next((format for format in formats if suffix in format.suffixes), None)


def not_acceptable(formats: Iterable[Format], why: str, *further: str) -> Problem:
    """Return the 406 Problem that lists the media types of ``formats`` and ``further`` ones."""
    there_is = [*offers(formats), *further]
    detail = f"{why}: ask for one of {', '.join(there_is)}"
    return Problem(406, detail, headers={"vary": "accept"}, alternatives=there_is)


def names_of(format: Format) -> tuple[str, ...]:
    """Return every name of ``format``, in lower case."""
    short = (suffix[1:] for suffix in format.suffixes)
    return (format.media_type, *format.aliases, *short, *format.names)
