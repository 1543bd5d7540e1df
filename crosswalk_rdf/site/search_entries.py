"""Pages to what the site's search finds them by."""

from crosswalk_rdf.display import words
from crosswalk_rdf.site.search_index.search import Entry
from crosswalk_rdf.site.templating.rendering import Page
from crosswalk_rdf.site.views.collections import CollectionView
from crosswalk_rdf.site.views.frameworks import StatementView


def search_entry(page: Page) -> Entry:
    """Return how ``page`` is found."""
    if isinstance(page.item, StatementView):
        return _statement_entry(page, page.item)
    if isinstance(page.item, CollectionView):
        return _collection_entry(page, page.item)
    return Entry(path=page.path, title=page.title, text=page.description, kind=_kind_label(page))


def _statement_entry(page: Page, statement: StatementView) -> Entry:
    return Entry(
        path=page.path,
        title=str(statement.label),
        notation=statement.notation,
        text="" if statement.text == statement.label else str(statement.text),
        kind=str(statement.level.label),
        context=str(statement.framework.title),
    )


def _collection_entry(page: Page, collection: CollectionView) -> Entry:
    return Entry(
        path=page.path,
        title=str(collection.label),
        notation=collection.notation or None,
        kind=_kind_label(page),
        context=str(collection.framework.title),
    )


def _kind_label(page: Page) -> str:
    return words(page.name.replace("-", " ")).capitalize()
