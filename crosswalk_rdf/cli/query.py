"""``crosswalk-rdf query``: a question, and its answer."""

from collections.abc import Mapping
from pathlib import Path

import click

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.api.publication import Publication
from crosswalk_rdf.api.query_text import run_query
from crosswalk_rdf.cli import endpoints, options
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.queries.header import parse_queries
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.queries.render import FORMATS
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.endpoint_backend import DEFAULT_TIMEOUT, EndpointBackend
from crosswalk_rdf.store.login import Login


class UnclearQuery(CrosswalkError):
    """A command line that asks nothing, or several things at once."""


@click.command()
@click.argument("name", required=False)
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter.")
@click.option("--file", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Ask the SPARQL in this file.")  # fmt: skip
@click.option("--text", help="Ask this SPARQL.")
@click.option("--format", "form", type=click.Choice(FORMATS),
              help="Form of the answer.  [default: table, ttl for triples]")  # fmt: skip
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL 1.1 endpoint instead of the data.")
@click.option("--graph", "graphs", multiple=True, metavar="IRI",
              help="With --endpoint: ask this named graph only; may be repeated.")  # fmt: skip
@endpoints.auth
@endpoints.timeout(DEFAULT_TIMEOUT)
@click.option("--list", "listed", is_flag=True, help="List the queries of the library.")
@options.project
@options.base
@options.quiet
def query(
    name: str | None,
    params: tuple[str, ...],
    file: Path | None,
    text: str | None,
    form: str | None,
    endpoint: str | None,
    graphs: tuple[str, ...],
    auth: Login | None,
    timeout: float,
    listed: bool,
    folder: Path,
    base: str | None,
    quiet: bool,
) -> None:
    """Ask the query NAME of the library, or SPARQL of your own.

    The answer is on the union of all named graphs, inferred ones too.
    """
    if sum(map(bool, (name, file, text, listed))) != 1:
        raise UnclearQuery("give the NAME of a query, --file, --text or --list, and only one")
    publication = _publication(folder, base, local=not endpoint, quiet=quiet)
    iri = publication.base if publication else base or DEFAULT_BASE
    library = publication.queries if publication else parse_queries(load_library(iri).queries, iri)
    if listed:
        click.echo(_query_list(library))
        return
    text_or_name, parameters = _query_and_parameters(name, params, file, text)
    if endpoint or publication is None:
        backend: QueryBackend = EndpointBackend(endpoint or "", timeout, graphs, auth)
        result = run_query(backend, text_or_name, parameters, library, iri)
    else:
        result = publication.query(text_or_name, **parameters)
    click.echo(result.to_text(form or ("ttl" if result.is_graph else "table")), nl=False)


def _publication(folder: Path, base: str | None, *, local: bool, quiet: bool) -> Publication | None:
    """Return the publication in ``folder``, which an endpoint does without."""
    if not local and not (folder / "data/publication.toml").is_file():
        return None
    return open_publication(folder, base=base, progress=options.progress(quiet, after=1))


def _query_and_parameters(
    name: str | None, params: tuple[str, ...], file: Path | None, text: str | None
) -> tuple[str, dict[str, str]]:
    """Return the name of a query and its parameters, or SPARQL."""
    if name is not None:
        return name, _values(params)
    if params:
        raise UnclearQuery("--param goes with the NAME of a query")
    return text or _text(file or Path()), {}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnclearQuery(f"{file}: byte {error.start} is not UTF-8: save it so") from error


def _values(params: tuple[str, ...]) -> dict[str, str]:
    values: dict[str, str] = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or name in values:
            problem = "is given twice" if equals else "has no value"
            raise UnclearQuery(f"--param {name!r} {problem}: write --param NAME=VALUE once")
        values[name] = value
    return values


def _query_list(library: Mapping[str, Query]) -> str:
    width = max(map(len, library))
    lines = [f"{name:<{width}}  {query.summary}" for name, query in sorted(library.items())]
    return "\n".join(line for line in lines)
