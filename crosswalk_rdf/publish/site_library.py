"""What a build has beside its data, to what pages show of it: ontology, shapes, rules, report."""

from collections.abc import Container, Iterator

from crosswalk_rdf.project.library import library_rules
from crosswalk_rdf.publish.documents import prefixes
from crosswalk_rdf.publish.material import Material
from crosswalk_rdf.publish.origins import origins
from crosswalk_rdf.serialization.names import Names
from crosswalk_rdf.site.paths import document_path
from crosswalk_rdf.site.views.downloads import DownloadsView, downloads_view
from crosswalk_rdf.site.views.ontology import OntologyView, ontology_view
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.report import ReportView, report_view
from crosswalk_rdf.site.views.resources import ResourceView, resource_views
from crosswalk_rdf.site.views.rules import RulesView, rules_view
from crosswalk_rdf.site.views.shapes import ShapesView, shapes_view
from crosswalk_rdf.validation.shapes import read_shapes


class SiteLibrary:
    """What makes the views; ``pages`` are the paths of the pages of resources."""

    def __init__(self, material: Material, pages: frozenset[str]) -> None:
        self._material = material
        self._references = References(
            base=material.publication.base,
            names=Names(prefixes(material.publication)),
            paths=pages | set(material.files),
        )

    def ontology(self) -> OntologyView:
        """Return the terms of the ontology."""
        return ontology_view(
            self._material.store,
            self._references,
            language=self._material.publication.language,
            prefixes=prefixes(self._material.publication),
        )

    def shapes(self) -> ShapesView:
        """Return the shapes."""
        texts = self._material.library.shapes
        return shapes_view(read_shapes(texts), texts, self._references)

    def rules(self) -> RulesView:
        """Return the rules and what they made."""
        rules = library_rules(self._material.library)
        return rules_view(rules, self._material.store, self._references, self._material.reasoner)

    def report(self) -> ReportView:
        """Return the validation report."""
        known = origins(self._material.publication)
        return report_view(self._material.report, known, self._references)

    def resources(self, covered: Container[str]) -> Iterator[ResourceView]:
        """Yield each resource whose page is not ``covered`` by one of another kind."""
        material = self._material
        names = (n for n in material.resources if f"{document_path(n)}.html" not in covered)
        language = material.publication.language
        return resource_views(names, material.store, self._references, language)


def downloads(material: Material) -> DownloadsView:
    """Return what can be downloaded as a whole."""
    return downloads_view(material.files, material.store, material.publication.base)
