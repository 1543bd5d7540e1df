"""``crosswalk-rdf serve``: a build as a linked-data service."""

from collections.abc import Callable
from dataclasses import Field, fields
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import click

from crosswalk_rdf.cli import endpoints, options
from crosswalk_rdf.server.process.logs import start_logging
from crosswalk_rdf.server.process.serve import Deployment, run
from crosswalk_rdf.server.settings import Limits, Settings
from crosswalk_rdf.store.login import Login

Command = TypeVar("Command", bound=Callable[..., None])


def _limits(command: Command) -> Command:
    """Add an option for each limit."""
    for limit in reversed(fields(Limits)):
        command = _option(limit)(command)
    return command


def _option(limit: Field[float]) -> Callable[[Command], Command]:
    is_integer = isinstance(limit.default, int)
    minimum = 0 if limit.name.startswith(("rate", "waiting")) else 1 if is_integer else 0.001
    return click.option(
        f"--{limit.name.replace('_', '-')}",
        limit.name,
        type=click.IntRange(min=int(minimum)) if is_integer else click.FloatRange(min=minimum),
        default=limit.default,
        show_default=True,
        help=limit.metadata["text"],
    )


def _url(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return ``value`` where it is a URL of HTTP."""
    if value is not None:
        try:
            parts = urlsplit(value)
        except ValueError as error:
            raise click.BadParameter(f"{value!r} is no URL: {error}") from error
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.query:
            raise click.BadParameter(f"{value!r} is no URL such as https://example.org/standards/")
    return value


@click.command()
@options.project
@click.option(
    "--dist",
    type=click.Path(path_type=Path, file_okay=False),
    help="What build wrote.  [default: dist in the publication's folder]",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option("--watch", is_flag=True, help="Load a new build as soon as it is there.")
@click.option(
    "--state",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for what harvesters are told: when each thing changed. Without it, that "
    "is forgotten when the service ends.",
)
@click.option(
    "--endpoint",
    metavar="URL",
    callback=_url,
    help="Let this SPARQL 1.1 endpoint answer queries, not the embedded store.",
)
@endpoints.auth
@click.option(
    "--public-url",
    metavar="URL",
    callback=_url,
    help="Where clients reach the service.  [default: what they ask for]",
)
@click.option(
    "--contact",
    metavar="E-MAIL",
    help="Whom those who harvest may write to; OAI-PMH names it.",
)
@click.option(
    "--proxies",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESSES",
    help="Whose X-Forwarded-For and -Proto to believe; * for anybody's.",
)
@click.option(
    "--cache-bytes",
    type=click.IntRange(min=0),
    default=Settings().cache_bytes,
    show_default=True,
    help="How much all caches hold: answers, documents, and what names them.",
)
@click.option("--log-queries", is_flag=True, help="Have query strings and queries in the log.")
@_limits
@click.option("--quiet", is_flag=True, help="Leave requests out of the log.")
def serve(
    folder: Path,
    dist: Path | None,
    host: str,
    port: int,
    watch: bool,
    state: Path | None,
    endpoint: str | None,
    auth: Login | None,
    public_url: str | None,
    contact: str | None,
    proxies: str,
    cache_bytes: int,
    log_queries: bool,
    quiet: bool,
    **limits: int,
) -> None:
    """Serve a build: linked data, SPARQL, the CASE API, harvesting.

    Read only. SIGHUP loads a new build, SIGTERM lets requests finish. Logs are lines of JSON on
    stderr.
    """
    settings = Settings(
        limits=Limits(**limits),
        public_url=public_url,
        contact=contact,
        log_requests=not quiet,
        log_queries=log_queries,
        cache_bytes=cache_bytes,
    )
    start_logging()
    run(
        Deployment(
            folder=dist or folder / "dist",
            host=host,
            port=port,
            settings=settings,
            watch=watch,
            state=state,
            endpoint=endpoint,
            login=auth,
            proxies=proxies,
        )
    )
