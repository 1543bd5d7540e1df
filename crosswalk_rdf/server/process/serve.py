"""The whole service as a process: a socket, a build, signals, and an orderly end."""

import asyncio
import contextlib
import gc
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

import uvicorn
from starlette.applications import Starlette

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.middleware.request_context import Observer
from crosswalk_rdf.server.process.connection_phases import Connection, Timeouts
from crosswalk_rdf.server.process.http_protocol import limited
from crosswalk_rdf.server.process.loading import Source, build_mark, load_service
from crosswalk_rdf.server.process.logs import LOGGER, RequestLog
from crosswalk_rdf.server.process.query_backends import backend_starter
from crosswalk_rdf.server.process.reload import Reloader
from crosswalk_rdf.server.process.shutdown import Shutdown
from crosswalk_rdf.server.process.state import load_change_log, locked
from crosswalk_rdf.server.service import CurrentService
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.login import Login

BACKLOG: Final = 2048
_EXIT_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class NoAddress(CrosswalkError):
    """An address that the service cannot listen on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """How the process is to run."""

    folder: Path
    """What ``crosswalk-rdf build`` wrote."""
    host: str = "127.0.0.1"
    port: int = 8000
    settings: Settings = field(default_factory=Settings)
    watch: bool = False
    state: Path | None = None
    """Where the change log is kept; in memory where it is None."""
    endpoint: str | None = None
    """A SPARQL endpoint that answers queries in place of the embedded store."""
    login: Login | None = None
    """What that endpoint wants to know first."""
    proxies: str = "127.0.0.1"
    """Addresses of proxies whose X-Forwarded-For and -Proto are believed, with commas; or ``*``."""


_SWITCH_SECONDS: Final = 0.0005
"""How long the event loop waits for a thread that renders or loads."""


def run(deployment: Deployment) -> None:
    """Serve until SIGINT or SIGTERM; SIGHUP loads a new build.

    Raises :class:`NoAddress`, :class:`CrosswalkError` where the build cannot be served, or its
    change log not be kept.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)
    loops = asyncio.Runner(loop_factory=_loop_factory())
    with (
        locked(deployment.state),
        _listening(deployment) as listener,
        _exit_on_signals(),
        loops as runner,
    ):
        runner.run(_serve(deployment, listener))


async def _serve(deployment: Deployment, listener: socket.socket) -> None:
    """Load the build and serve it until the process is asked to end."""
    gc.freeze()  # modules live as long as the process: what is freed with a build is found sooner
    settings, metrics = deployment.settings, Metrics()
    source = _source(deployment, metrics)
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, lambda: None)  # the build is being loaded as it is
    mark, change_log = build_mark(source.folder), load_change_log(deployment.state)
    shutdown = Shutdown(loop.create_task(load_service(source, change_log)))
    for number in _EXIT_SIGNALS:
        loop.add_signal_handler(number, shutdown.request)
    service = await shutdown.loaded()
    if service is None:
        return
    current = CurrentService(service)
    del service  # a reload replaces it
    app = create_app(current, settings, metrics=metrics, observers=_observers(settings))
    server = uvicorn.Server(_configuration(app, deployment))
    shutdown.hand_over(server)
    url, version = settings.public_url or _address(listener), current.service.build.manifest.version
    connections = cast("set[Connection]", server.server_state.connections)
    reloader = Reloader(source, current, metrics, deployment.state, mark)
    await reloader.begin()
    async with (
        _reloading(reloader, deployment),
        _meanwhile(Timeouts(settings.limits).watch(connections)),
    ):
        LOGGER.info("listening", extra={"fields": {"url": url, "version": version}})
        await server.serve([listener])


def _source(deployment: Deployment, metrics: Metrics) -> Source:
    settings = deployment.settings
    return Source(
        folder=deployment.folder,
        settings=settings,
        start_backend=backend_starter(deployment.endpoint, deployment.login, settings, metrics),
        now=lambda: datetime.now(UTC),
    )


@contextlib.asynccontextmanager
async def _reloading(reloader: Reloader, deployment: Deployment) -> AsyncIterator[None]:
    """Load new builds meanwhile, on SIGHUP and, where the deployment says so, as they appear."""
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, reloader.start)
    watching = _meanwhile(reloader.watch()) if deployment.watch else contextlib.nullcontext()
    try:
        async with watching:
            yield
    finally:
        await reloader.close()


@contextlib.asynccontextmanager
async def _meanwhile(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Do ``work``, which has no end, until the block is left."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _observers(settings: Settings) -> tuple[Observer, ...]:
    return (RequestLog(queries=settings.log_queries),) if settings.log_requests else ()


def _configuration(app: Starlette, deployment: Deployment) -> uvicorn.Config:
    limits = deployment.settings.limits
    return uvicorn.Config(
        app,
        http=limited(limits),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=deployment.proxies,
        timeout_keep_alive=limits.keep_alive_seconds,
        timeout_graceful_shutdown=limits.shutdown_seconds,
        backlog=BACKLOG,
    )


@contextlib.contextmanager
def _listening(deployment: Deployment) -> Iterator[socket.socket]:
    """Give the socket; clients wait in its queue until the build is there."""
    host, port = deployment.host, deployment.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NoAddress(
            f"cannot listen on {host}:{port}: {reason}; name another --host or --port"
        ) from error
    with listener:
        yield listener


@contextlib.contextmanager
def _exit_on_signals() -> Iterator[None]:
    """Exit with code 0 on a signal that comes before the event loop takes signals, or after it."""
    before = {number: signal.signal(number, _exit) for number in _EXIT_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit(*_: object) -> None:
    raise SystemExit(0)


def _loop_factory() -> type[asyncio.AbstractEventLoop] | None:
    """Return what makes the fastest loop that there is here."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.Loop
