"""Views of what a build has in addition to its data: ontology, shapes, rules, report."""

from collections.abc import Container, Iterator

from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import prefixes
from crosswalk_rdf.inference.rules import read_rules
from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.downloads import DownloadsView, downloads_view
from crosswalk_rdf.site.views.ontology import OntologyView, ontology_view
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.report import ReportView, report_view
from crosswalk_rdf.site.views.resources import ResourceView, resource_views
from crosswalk_rdf.site.views.rules import RulesView, rules_view
from crosswalk_rdf.site.views.shapes import ShapesView, shapes_view
from crosswalk_rdf.validation.shapes import read_shapes


class SiteLibrary:
    """What makes the views; ``index`` has what the build holds beside the site."""

    def __init__(self, dataset: FinishedDataset, index: Index) -> None:
        self._dataset = dataset
        self._references = References(
            addresses=dataset.addresses,
            names=PrefixedNames(prefixes(dataset.publication)),
            paths=dataset.page_paths | index.keys(),
        )

    def ontology(self) -> OntologyView:
        """Return the terms of the ontology."""
        return ontology_view(
            self._dataset.store,
            self._references,
            language=self._dataset.publication.language,
            prefixes=prefixes(self._dataset.publication),
        )

    def shapes(self) -> ShapesView:
        """Return the shapes."""
        texts = self._dataset.library.shapes
        return shapes_view(read_shapes(texts), texts, self._references)

    def rules(self) -> RulesView:
        """Return the rules and what they made."""
        rules = read_rules(self._dataset.library.rules)
        return rules_view(rules, self._dataset.store, self._references, self._dataset.reasoner)

    def report(self) -> ReportView:
        """Return the validation report."""
        return report_view(self._dataset.report, self._references)

    def resources(self, page_paths: Container[str]) -> Iterator[ResourceView]:
        """Yield each resource whose page is not among ``page_paths``."""
        dataset = self._dataset
        paths = dataset.addresses.own
        names = (name for name in dataset.resources if f"{paths[name]}.html" not in page_paths)
        language = dataset.publication.language
        return resource_views(names, dataset.store, self._references, language)


def downloads(dataset: FinishedDataset, index: Index) -> DownloadsView:
    """Return what can be downloaded as a whole."""
    return downloads_view(index, dataset.store, dataset.publication.base)
