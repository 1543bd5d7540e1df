"""Every query of the library on the flagship: embedded Oxigraph against rdflib, in one run."""

from benchmarks.measuring import REPOSITORY, warm_median
from benchmarks.tables import figure, table
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish import dataset
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of


def report() -> str:
    """Ask each query with its defaults of both engines and return the times as Markdown."""
    publication = load_publication(REPOSITORY)
    library = load_library(publication.base, (REPOSITORY, publication.written_base))
    store = dataset(publication, library)
    ours, theirs = OxigraphBackend(store), RdflibBackend(dataset_of(store))
    rows = []
    for name, query in sorted(parse_queries(library.queries, publication.base).items()):
        text = bind(query, {}, publication.base)
        if ours.query(text) != theirs.query(text):
            raise SystemExit(f"{name}: the engines answer differently")
        fast = warm_median(lambda text=text: ours.query(text))  # type: ignore[misc]
        slow = warm_median(lambda text=text: theirs.query(text))  # type: ignore[misc]
        rows.append([name, figure(fast * 1000), figure(slow * 1000), f"{slow / fast:.0f}"])
    columns = ["query", "Oxigraph ms", "rdflib ms", "rdflib / Oxigraph"]
    return f"{table(columns, rows)}\nMedians of warm runs; the results were the same.\n"
