"""How to cite a publication: as text and as BibTeX, from its metadata."""

import re
from typing import Final

from crosswalk_rdf.model import Publication

_BIBTEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citation(publication: Publication) -> str:
    """Return the publication as a list of references names it."""
    title, year = str(publication.title), publication.issued[:4]
    reference = f"{publication.creator.name} ({year}). {title}. Version {publication.version}."
    return f"{reference} Linked data. {publication.base}"


def bibtex(publication: Publication) -> str:
    """Return an entry for BibLaTeX, which BibTeX reads as ``@misc``."""
    fields = {
        "author": f"{{{_escape(publication.creator.name)}}}",
        "title": f"{{{_escape(str(publication.title))}}}",
        "year": publication.issued[:4],
        "version": _escape(publication.version),
        "url": publication.base,
        "note": "Linked data",
    }
    key = re.sub(r"[^a-z0-9-]+", "-", f"{publication.id}-{publication.version}".lower())
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{lines}}}"


def _escape(text: str) -> str:
    return "".join(_BIBTEX.get(character, character) for character in text)
