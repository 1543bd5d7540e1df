"""A framework to the view of it: statements below their parents, without alignments."""

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Framework
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView


def framework_view(framework: Framework, addresses: Addresses) -> FrameworkView:
    """Return ``framework`` as a tree, without alignments."""
    view = FrameworkView(framework=framework, path=addresses.path(str(framework.iri)))
    levels = {level.kind: level for level in framework.levels}
    by_iri: dict[str, StatementView] = {}
    for statement in framework.statements:
        iri = str(statement.iri)
        by_iri[iri] = StatementView(
            statement=statement,
            framework=view,
            level=levels[statement.kind],
            path=addresses.path(iri),
        )
    for child in by_iri.values():
        broader = child.statement.broader
        child.broader = by_iri[str(broader)] if broader else None
        (child.broader.narrower if child.broader else view.top).append(child)
    for siblings in (view.top, *(s.narrower for s in by_iri.values())):
        siblings.sort(key=lambda s: s.statement.position)
    view.statements = [statement for top in view.top for statement in top.branch]
    return view
