"""What a document describes beside its own resource: a place for each of its fragments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from rdflib import Literal

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.site.paths import anchor
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView


@dataclass(frozen=True, slots=True)
class Fragment:
    """A resource whose IRI is that of a document with a fragment."""

    id: str
    """What leads to its place in the page of the document."""
    text: Literal | str
    path: str | None
    """Of its own page, if it has one."""


def fragments(
    resources: Mapping[str, Sequence[str]],
    addresses: Addresses,
    frameworks: Iterable[FrameworkView],
    statements: Mapping[str, StatementView],
) -> dict[str, list[Fragment]]:
    """Return the fragments of each document that has some, by the path of the document.

    The page of a framework has a place for each of its statements already, called as its notation.
    """
    named = {
        framework.path: {anchor(statement.notation) for statement in framework.statements}
        for framework in frameworks
    }
    places: dict[str, list[Fragment]] = {}
    for name, ids in resources.items():
        path = addresses.own[name]
        for fragment in ids:
            id = unquote(fragment)
            iri = f"{addresses.base}{name}#{fragment}"
            if id and not any(map(str.isspace, id)) and id not in named.get(path, ()):
                view = statements.get(iri)
                own = addresses.others.get(iri, path)
                page = f"{own}.html" if own != path else None
                places.setdefault(path, []).append(Fragment(id, view.label if view else id, page))
    return places
