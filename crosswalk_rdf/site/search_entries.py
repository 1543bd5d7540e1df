"""Pages to what the site's search finds them by."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.display import words
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import SKOSXL
from crosswalk_rdf.site.search_index.search import Entry
from crosswalk_rdf.site.templating.rendering import Page
from crosswalk_rdf.site.views.collections import CollectionView
from crosswalk_rdf.site.views.frameworks import StatementView
from crosswalk_rdf.site.views.notes import NoteView

_SHOWN: Final = (SKOS.prefLabel, SKOSXL.prefLabel, SKOS.altLabel, SKOSXL.altLabel)
_HIDDEN: Final = (SKOS.hiddenLabel, SKOSXL.hiddenLabel)

Notes = Mapping[str, NoteView]


def search_entry(page: Page, notes: Notes) -> Entry:
    """Return how ``page`` is found: a statement or a collection by its labels in all languages.

    ``notes`` has the labels that are resources (SKOS-XL), by IRI.
    """
    if isinstance(page.item, StatementView):
        return _statement_entry(page, page.item, notes)
    if isinstance(page.item, CollectionView):
        return _collection_entry(page, page.item, notes)
    return Entry(path=page.path, title=page.title, text=page.description, kind=_kind_label(page))


def _statement_entry(page: Page, statement: StatementView, notes: Notes) -> Entry:
    properties = statement.statement.properties
    shown = [str(statement.text), *_labels(properties, _SHOWN, notes)]
    return Entry(
        path=page.path,
        title=str(statement.label),
        notation=statement.notation,
        text=_joined(shown, statement.label),
        hidden=_joined(_labels(properties, _HIDDEN, notes)),
        kind=str(statement.level.label),
        context=str(statement.framework.title),
    )


def _collection_entry(page: Page, collection: CollectionView, notes: Notes) -> Entry:
    properties = collection.collection.properties
    return Entry(
        path=page.path,
        title=str(collection.label),
        notation=collection.notation or None,
        text=_joined(_labels(properties, _SHOWN, notes), collection.label),
        hidden=_joined(_labels(properties, _HIDDEN, notes)),
        kind=_kind_label(page),
        context=str(collection.framework.title),
    )


def _labels(
    values: Sequence[PropertyValue], properties: Iterable[URIRef], notes: Notes
) -> list[str]:
    """Return the labels among ``values``, in all languages and the order of ``properties``."""
    labels: list[str] = []
    for value in (v.value for p in properties for v in values if v.property == p):
        note = notes.get(str(value))
        texts = note.texts if note is not None else [value]
        labels.extend(str(text) for text in texts if isinstance(text, Literal))
    return labels


def _joined(texts: Iterable[str], title: str = "") -> str:
    """Return ``texts`` as one, each once, without what is the title already."""
    return " · ".join(text for text in dict.fromkeys(texts) if text != str(title))


def _kind_label(page: Page) -> str:
    return words(page.name.replace("-", " ")).capitalize()
