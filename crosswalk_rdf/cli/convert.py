"""``crosswalk-rdf convert``: a file from one format to another."""

from pathlib import Path

import click

from crosswalk_rdf.cli.writing import replace_files
from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.serialization.context import parse_context
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name, by_suffix
from crosswalk_rdf.serialization.write import serialize

_NAMES = click.Choice([syntax.name for syntax in SYNTAXES])


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "read", type=_NAMES, help="Format of SOURCE.  [default: by its suffix]")
@click.option("--to", "write", type=_NAMES, help="Format of TARGET.  [default: by its suffix]")
@click.option("--base", metavar="IRI", help="What relative IRIs of SOURCE are relative to.")
def convert(
    source: Path, target: Path, read: str | None, write: str | None, base: str | None
) -> None:
    """Write the file SOURCE as the file TARGET in another format.

    Formats: Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD.
    """
    before, after = _syntax(read, source), _syntax(write, target)
    context = parse_context(load_library().context)
    quads = list(parse(source.read_bytes(), before, base=base, file=str(source)))
    data = serialize(quads, after, prefixes=PREFIXES, context=context)
    replace_files({target.name: data}, target.parent)


def _syntax(name: str | None, path: Path) -> Syntax:
    return by_name(name) if name else by_suffix(path.name)
