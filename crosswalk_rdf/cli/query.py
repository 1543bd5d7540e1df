"""``crosswalk-rdf query``: a question, and its answer."""

from pathlib import Path

import click

from crosswalk_rdf import publish
from crosswalk_rdf.cli import endpoints, loading, options
from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import DEFAULT_BASE, rebased
from crosswalk_rdf.project.library import Library, library_queries, load_library
from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.queries.render import FORMATS, render
from crosswalk_rdf.store.answers import Triples
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.endpoint_backend import DEFAULT_TIMEOUT, EndpointBackend
from crosswalk_rdf.store.login import Login
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend


class UnclearQuestion(CrosswalkError):
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
        raise UnclearQuestion("give the NAME of a query, --file, --text or --list, and only one")
    publication, library = _loaded(folder, base, local=not endpoint)
    iri = publication.base if publication else base or DEFAULT_BASE
    known = library_queries(library, iri)
    if listed:
        click.echo(_listing(known))
        return
    sparql = _sparql(known, name, params, file, text, iri)
    engine: QueryBackend
    if endpoint or publication is None:
        engine = EndpointBackend(endpoint or "", timeout, graphs, auth)
    else:
        engine = _embedded(publication, library, quiet)
    answer = engine.query(sparql)
    form = form or ("ttl" if isinstance(answer, Triples) else "table")
    click.echo(render(answer, form, iri), nl=False)


def _loaded(folder: Path, base: str | None, *, local: bool) -> tuple[Publication | None, Library]:
    """Return the publication, which an endpoint does without, and the library."""
    if local or (folder / "data/publication.toml").is_file():
        return loading.load(folder, base)
    return None, load_library(base or DEFAULT_BASE)


def _sparql(
    known: dict[str, Query],
    name: str | None,
    params: tuple[str, ...],
    file: Path | None,
    text: str | None,
    base: str,
) -> str:
    if name is None:
        if params:
            raise UnclearQuestion("--param goes with the NAME of a query")
        return rebased(text or _text(file or Path()), base)
    if name not in known:
        raise UnclearQuestion(f"no query is called {name!r}: crosswalk-rdf query --list lists them")
    return bind(known[name], _values(params), base)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnclearQuestion(f"{file}: byte {error.start} is not UTF-8: save it so") from error


def _values(params: tuple[str, ...]) -> dict[str, str]:
    values: dict[str, str] = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or name in values:
            what = "is given twice" if equals else "has no value"
            raise UnclearQuestion(f"--param {name!r} {what}: write --param NAME=VALUE once")
        values[name] = value
    return values


def _embedded(publication: Publication, library: Library, quiet: bool) -> OxigraphBackend:
    tell = options.progress(quiet, after=1)
    return OxigraphBackend(publish.dataset(publication, library, progress=tell))


def _listing(known: dict[str, Query]) -> str:
    width = max(map(len, known))
    lines = [f"{name:<{width}}  {query.summary}" for name, query in sorted(known.items())]
    return "\n".join(line for line in lines)
