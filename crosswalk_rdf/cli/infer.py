"""``crosswalk-rdf infer``: what follows from what the data say."""

from pathlib import Path

import click
import pyoxigraph as ox

from crosswalk_rdf import publish
from crosswalk_rdf.cli import loading, options
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.serialization.syntaxes import by_name


@click.command()
@options.project
@options.base
@loading.reasoner
@click.option("--format", "name", default="turtle", show_default=True, help="RDF syntax.")
@options.quiet
def infer(folder: Path, base: str | None, reasoner: str, name: str, quiet: bool) -> None:
    """Print what was inferred: the SKOS entailments and the rolled-up alignments."""
    syntax = by_name(name)
    tell = options.progress(quiet)
    tell("data")
    publication, library = loading.load(folder, base)
    store = publish.dataset(publication, library, reasoner=reasoner, progress=tell)
    graph = ox.NamedNode(graph_iri(publication.base, publish.INFERRED))
    quads = store.quads_for_pattern(None, None, None, graph)
    click.echo(publish.serialized(quads, syntax, publication, library), nl=False)
