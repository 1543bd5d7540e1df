"""Our rules against owlrl, our writers against rdflib's, on the flagship in one run."""

import pyoxigraph as ox
import rdflib

from benchmarks.measuring import REPOSITORY, cpu_seconds
from benchmarks.tables import figure, table
from crosswalk_rdf.dataset.store import add_asserted, add_inferred
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library, load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish import dataset, serialize_quads
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.store.embedded import new_store
from crosswalk_rdf.store.rdflib_backend import dataset_of

_RDFLIB = {
    "turtle": "turtle",
    "trig": "trig",
    "n-triples": "nt",
    "n-quads": "nquads",
    "rdf-xml": "xml",
    "json-ld": "json-ld",
}


def report() -> str:
    """Return both comparisons as Markdown."""
    publication = load_publication(REPOSITORY)
    library = load_library(publication.base, (REPOSITORY, publication.written_base))
    rows = [_inference(publication, library), *_writers(publication, library)]
    return table(["work on the flagship", "ours CPU s", "reference CPU s", "ratio"], rows)


def _inference(publication: Publication, library: Library) -> list[str]:
    seconds = {}
    for reasoner in ("rules", "owlrl"):
        store = new_store()
        add_asserted(store, publication, library)
        seconds[reasoner] = cpu_seconds(
            lambda store=store, by=reasoner: add_inferred(store, publication, library, by)  # type: ignore[misc]
        )
    return _row("inference, against owlrl", seconds["rules"], seconds["owlrl"])


def _writers(publication: Publication, library: Library) -> list[list[str]]:
    store = dataset(publication, library)
    quads: list[ox.Quad] = list(store)
    theirs = dataset_of(store)
    union = rdflib.Graph()
    for triple in theirs.triples((None, None, None)):
        union.add(triple)
    rows = []
    for syntax in SYNTAXES:
        source = theirs if syntax.quads else union
        ours = cpu_seconds(
            lambda syntax=syntax: serialize_quads(quads, syntax, publication, library)  # type: ignore[misc]
        )
        reference = cpu_seconds(
            lambda source=source, name=_RDFLIB[syntax.name]: source.serialize(format=name)  # type: ignore[misc]
        )
        rows.append(_row(f"{syntax.label}, against rdflib", ours, reference))
    return rows


def _row(name: str, ours: float, reference: float) -> list[str]:
    return [name, figure(ours), figure(reference), f"{reference / ours:.1f}"]
