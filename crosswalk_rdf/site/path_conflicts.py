"""Files that would be published at one path, to an error that names both and their rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model import Publication
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.origins import origins
from crosswalk_rdf.site.templating.rendering import Page


class PathTaken(CrosswalkError):
    """Two files that would be published at the same path."""

    def __init__(self, path: str, first: str, second: str) -> None:
        super().__init__(
            f"{path} would be written twice, for {first} and for {second}: "
            "give one of the two another name"
        )


@dataclass(frozen=True)
class Sources:
    """What files are about, and the rows of the data files that say it."""

    subjects: Mapping[str, str]
    """The IRI of each resource with a page, by the path of that page."""
    publication: Publication

    def check(self, pages: Iterable[Page], index: Index) -> None:
        """Raise :class:`PathTaken` where a page has the path of another, or of a file in ``index``.

        The error names both files, and the row that each is about.
        """
        first_pages: dict[str, Page] = {}
        for page in pages:
            if page.path in index:
                raise PathTaken(page.path, self._file(index[page.path].about), self._page(page))
            first = first_pages.setdefault(page.path, page)
            if first is not page:
                raise PathTaken(page.path, self._page(first), self._page(page))

    def _page(self, page: Page) -> str:
        """Return the kind of ``page``, and what it is about."""
        kind = f"site/pages/{page.name}/page.toml"
        iri = self.subjects.get(f"{getattr(page.item, 'path', '')}.html")
        return f"{kind} about {self._resource(iri)}" if iri else kind

    def _file(self, about: tuple[str, ...]) -> str:
        """Return what a file is about, if it is about a resource."""
        return f"a file about {self._resource(about[0])}" if about else "a file of the product"

    def _resource(self, iri: str) -> str:
        """Return ``iri``, with the row that it was read from."""
        origin = origins(self.publication).get(iri)
        return f"{iri} ({origin.file}:{origin.line})" if origin else iri
