"""The JSON-LD that a page carries about what it shows."""

from collections.abc import Callable

import pyoxigraph as ox
from markupsafe import Markup

from crosswalk_rdf.dataset.finished_dataset import FinishedDataset
from crosswalk_rdf.dataset.naming import publication_naming
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.write import node_description
from crosswalk_rdf.site.templating.filters import script_json
from crosswalk_rdf.site.views.collections import CollectionView
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView

View = StatementView | CollectionView | FrameworkView


def embedded_json_ld(dataset: FinishedDataset) -> Callable[[View], Markup]:
    """Return what gives a view's own triples, as asserted, as JSON-LD for a data block."""
    names = publication_naming(dataset.publication, dataset.library)

    def json_ld(view: View) -> Markup:
        graph = ox.NamedNode(graph_iri(dataset.publication.base, _graph_name(view)))
        quads = dataset.store.quads_for_pattern(ox.NamedNode(view.iri), None, None, graph)
        node = node_description(quads, view.iri, names)
        return script_json(node)

    return json_ld


def _graph_name(view: View) -> str:
    """Return the name of the graph that describes ``view``."""
    return view.id if isinstance(view, FrameworkView) else view.framework.id
