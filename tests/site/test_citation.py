"""How to cite a publication."""

from dataclasses import replace

from rdflib import Literal

from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.citation import bibtex, citation


def test_citation(flagship: Publication) -> None:
    text = citation(replace(flagship, title=Literal("Title", lang="en"), version="2.1"))
    assert text == (
        "The crosswalk-rdf project (2026). Title. Version 2.1. Linked data. "
        "https://w3id.org/leadership-crosswalk/"
    )


def test_bibtex_escapes_what_means_something_to_tex(flagship: Publication) -> None:
    text = bibtex(replace(flagship, title=Literal(r"50 % {of} R&D_#1 \x", lang="en")))
    assert r"title = {{50 \% \{of\} R\&D\_\#1 \textbackslash{}x}}," in text
    assert text.startswith("@misc{leadership-crosswalk-1-0-0,\n")
    assert text.endswith("}") and text.count("{") == text.count("}")
    assert "doi" not in text.lower()
