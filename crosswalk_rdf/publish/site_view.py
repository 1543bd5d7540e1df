"""What a build has to what the templates of its site see."""

from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

import crosswalk_rdf
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.publish.documents import prefixes
from crosswalk_rdf.publish.embedded import embedded_json_ld
from crosswalk_rdf.publish.layout import TRIPLE_SYNTAXES, dump_path
from crosswalk_rdf.publish.material import Material
from crosswalk_rdf.publish.site_library import SiteLibrary, downloads
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.site.templating.site_view import Document, SiteView
from crosswalk_rdf.site.templating.sources import page_kinds
from crosswalk_rdf.site.views.assembly import Assembly, assemble
from crosswalk_rdf.site.views.changes import ChangesView, changes_view
from crosswalk_rdf.site.views.entailment import entailed_matches
from crosswalk_rdf.site.views.queries import QueryView, query_view


def site_view(material: Material) -> SiteView:
    """Return what the templates see."""
    publication = material.publication
    found = assemble(publication, material.store)
    library = SiteLibrary(material, material.page_paths)
    return SiteView(
        publication=publication,
        version=crosswalk_rdf.__version__,
        frameworks=found.frameworks,
        crosswalks=found.crosswalks,
        by_iri=found.statements,
        entailed=entailed_matches(found, material.store),
        documents=[Document(s.label, s.media_type, s.suffix) for s in TRIPLE_SYNTAXES],
        words=_words(material.library),
        pictures=sorted(pictures(material.library)),
        collections=_collections(found, material, library),
        browser_dataset=dump_path(publication, by_name("n-quads")),
        json_ld=embedded_json_ld(material),
        ontology=library.ontology(),
        shapes=library.shapes(),
        rules=library.rules(),
        report=library.report(),
        downloads=downloads(material),
        changes=changes_of(material),
    )


def changes_of(material: Material) -> ChangesView:
    """Return what differs from an earlier version, as the site shows it."""
    return changes_view(
        material.comparison,
        pages=material.page_paths,
        prefixes=prefixes(material.publication),
        versions=material.publication.site.versions,
    )


def pictures(library: Library) -> dict[str, bytes]:
    """Return the publication's own pictures, by the path at which they are published."""
    return {f"pictures/{n}": c for n, c in library.words.items() if not n.endswith(".md")}


def _collections(
    found: Assembly, material: Material, library: SiteLibrary
) -> dict[str, list[object]]:
    """Return what there can be a page for each of."""
    described: dict[str, list[Any]] = {
        "framework": list(found.frameworks),
        "statement": [s for framework in found.frameworks for s in framework.statements],
        "crosswalk": list(found.crosswalks),
        "part": list(found.parts.values()),
        "alignment": list(found.alignments.values()),
        "erratum": [erratum for c in found.crosswalks for erratum in c.errata],
        "section": list(found.sections.values()),
    }
    covered = {f"{item.path}.html" for items in described.values() for item in items}
    covered |= {kind.path for kind in page_kinds(material.library.site) if kind.each is None}
    return {
        **described,
        "query": list(_queries(material)),
        "tombstone": list(changes_of(material).tombstones),
        "resource": list(library.resources(covered)),
    }


def _queries(material: Material) -> list[QueryView]:
    publication, pages = material.publication, material.page_paths
    names = prefixes(publication)
    return [
        query_view(
            query,
            material.answers.get(name),
            base=publication.base,
            prefixes=names,
            pages=pages,
        )
        for name, query in material.queries.items()
    ]


def _words(library: Library) -> dict[str, Markup]:
    """Return the publication's own words as HTML; HTML in them is shown, not interpreted."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    return {
        name.removesuffix(".md"): Markup(markdown.render(content.decode()))  # noqa: S704 - no HTML
        for name, content in library.words.items()
        if name.endswith(".md")
    }
