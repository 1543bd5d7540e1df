"""A finished dataset to the context of the site's templates."""

from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

import crosswalk_rdf
from crosswalk_rdf.dataset.distributions import dump_path
from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import prefixes
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.project.library import Library
from crosswalk_rdf.serialization.syntaxes import by_name, document_syntaxes
from crosswalk_rdf.site.json_ld import embedded_json_ld
from crosswalk_rdf.site.library_views import SiteLibrary, downloads
from crosswalk_rdf.site.linkable import is_linkable_reference
from crosswalk_rdf.site.templating.page_kinds import page_kinds
from crosswalk_rdf.site.templating.site_view import Document, SiteView
from crosswalk_rdf.site.views.assembly import Assembly, assemble
from crosswalk_rdf.site.views.changes import ChangesView, changes_view
from crosswalk_rdf.site.views.entailment import entailed_matches
from crosswalk_rdf.site.views.fragments import fragments
from crosswalk_rdf.site.views.notes import note_views
from crosswalk_rdf.site.views.queries import QueryView, query_view


def site_view(dataset: FinishedDataset, index: Index) -> SiteView:
    """Return the context of the templates."""
    publication = dataset.publication
    views = assemble(publication, dataset.store, dataset.addresses)
    library = SiteLibrary(dataset, index)
    return SiteView(
        publication=publication,
        version=crosswalk_rdf.__version__,
        frameworks=views.frameworks,
        crosswalks=views.crosswalks,
        by_iri=views.statements,
        notes=note_views(publication.frameworks),
        entailed=entailed_matches(views, dataset.store),
        documents=[Document(s.label, s.media_type, s.suffix) for s in document_syntaxes()],
        words=_markdown_texts(dataset.library),
        fragments=fragments(
            dataset.resources, dataset.addresses, views.frameworks, views.statements
        ),
        pictures=sorted(pictures(dataset.library)),
        collections=_collections(views, dataset, library),
        browser_dataset=dump_path(publication, by_name("n-quads")),
        json_ld=embedded_json_ld(dataset),
        ontology=library.ontology(),
        shapes=library.shapes(),
        rules=library.rules(),
        report=library.report(),
        downloads=downloads(dataset, index),
        changes=changes_of(dataset),
    )


def changes_of(dataset: FinishedDataset) -> ChangesView:
    """Return what differs from an earlier version, as the site shows it."""
    return changes_view(
        dataset.comparison,
        addresses=dataset.addresses,
        pages=dataset.page_paths,
        prefixes=prefixes(dataset.publication),
        versions=dataset.publication.site.versions,
    )


def pictures(library: Library) -> dict[str, bytes]:
    """Return the publication's own pictures, by the path at which they are published."""
    return {f"pictures/{n}": c for n, c in library.texts.items() if not n.endswith(".md")}


def _collections(
    views: Assembly, dataset: FinishedDataset, library: SiteLibrary
) -> dict[str, list[object]]:
    """Return what there can be a page for each of."""
    views_by_kind: dict[str, list[Any]] = {
        "framework": list(views.frameworks),
        "statement": [s for framework in views.frameworks for s in framework.statements],
        "collection": list(views.collections.values()),
        "crosswalk": list(views.crosswalks),
        "part": list(views.parts.values()),
        "alignment": list(views.alignments.values()),
        "erratum": [erratum for c in views.crosswalks for erratum in c.errata],
        "section": list(views.sections.values()),
    }
    page_paths = {f"{item.path}.html" for items in views_by_kind.values() for item in items}
    page_paths |= {kind.path for kind in page_kinds(dataset.library.site) if kind.each is None}
    return {
        **views_by_kind,
        "query": list(_queries(dataset)),
        "tombstone": list(changes_of(dataset).tombstones),
        "resource": list(library.resources(page_paths)),
    }


def _queries(dataset: FinishedDataset) -> list[QueryView]:
    names, pages = prefixes(dataset.publication), dataset.page_paths
    return [
        query_view(
            query,
            dataset.answers.get(name),
            addresses=dataset.addresses,
            prefixes=names,
            pages=pages,
        )
        for name, query in dataset.queries.items()
    ]


class _Markdown(MarkdownIt):
    """Markdown whose links are those of all pages; images may be data besides."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (as the library has it)
        is_data = url.lower().startswith("data:")
        return super().validateLink(url) if is_data else is_linkable_reference(url)


def _markdown_texts(library: Library) -> dict[str, Markup]:
    """Return the publication's own words as HTML; HTML in them is shown, not interpreted."""
    markdown = _Markdown("commonmark", {"html": False}).enable("table")
    return {
        name.removesuffix(".md"): Markup(markdown.render(content.decode()))  # noqa: S704 - no HTML
        for name, content in library.texts.items()
        if name.endswith(".md")
    }
