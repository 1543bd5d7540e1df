"""The whole service as a process: a socket, a build, signals, and an orderly end."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import uvicorn

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.app import Application, Witness
from crosswalk_rdf.server.metrics import Figures
from crosswalk_rdf.server.process.http_protocol import limited
from crosswalk_rdf.server.process.loading import Source, mark_of, service_of
from crosswalk_rdf.server.process.logs import LOGGER, RequestLog
from crosswalk_rdf.server.process.query_backends import starting
from crosswalk_rdf.server.process.reload import Builds, load_journal
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.routing import routes
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.login import Login

BACKLOG: Final = 2048


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
    """Where the journal is kept; in memory where it is None."""
    endpoint: str | None = None
    """A SPARQL endpoint that answers queries in place of the embedded store."""
    login: Login | None = None
    """What that endpoint wants to know first."""
    proxies: str = "127.0.0.1"
    """Addresses of proxies whose X-Forwarded-For and -Proto are believed, with commas; or ``*``."""


def run(deployment: Deployment) -> None:
    """Serve until SIGINT or SIGTERM; SIGHUP takes up a new build.

    Raises :class:`NoAddress`, :class:`CrosswalkError` where the build cannot be served.
    """
    loops = asyncio.Runner(loop_factory=_loop_factory())
    with _listening(deployment) as listener, _quiet_end() as end, loops as runner:
        runner.run(_serve(deployment, listener, end))


async def _serve(deployment: Deployment, listener: socket.socket, end: "_End") -> None:
    settings = deployment.settings
    figures = Figures()
    source = Source(
        folder=deployment.folder,
        settings=settings,
        start_asker=starting(deployment.endpoint, deployment.login, settings, figures),
        now=lambda: datetime.now(UTC),
    )
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGHUP, lambda: None)  # it is on its way to what lies there
    mark = mark_of(source.folder)
    service = await service_of(source, load_journal(deployment.state))
    application = Application(
        service,
        (*routes(), *_own_routes(figures)),
        (figures, *_logs(settings)),
    )
    builds = Builds(source, application, figures, deployment.state, mark)
    reload = _Repeatable(builds)
    loop.add_signal_handler(signal.SIGHUP, reload.start)
    watching = asyncio.create_task(builds.watch()) if deployment.watch else None
    said = {
        "url": settings.public_url or _address(listener),
        "version": service.build.manifest.version,
    }
    LOGGER.info("listening", extra={"fields": said})
    end.is_awaited = True
    try:
        await uvicorn.Server(_configuration(application, deployment)).serve([listener])
    finally:
        if watching:
            watching.cancel()
        await builds.close()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class _Repeatable:
    """Starts to renew on each signal, and keeps the task."""

    def __init__(self, builds: Builds) -> None:
        self._builds = builds
        self._tasks: set[asyncio.Task[bool]] = set()

    def start(self) -> None:
        """Take up the build that lies there now."""
        task = asyncio.create_task(self._builds.renew())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _logs(settings: Settings) -> tuple[Witness, ...]:
    return (RequestLog(queries=settings.log_queries),) if settings.log_requests else ()


def _own_routes(figures: Figures) -> tuple[Route, ...]:
    return (Route("/metrics", figures.answer),)


def _configuration(application: Application, deployment: Deployment) -> uvicorn.Config:
    limits = deployment.settings.limits
    return uvicorn.Config(
        application,
        http=limited(limits),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=deployment.proxies,
        timeout_keep_alive=limits.keep_alive_seconds,
        timeout_graceful_shutdown=limits.shutdown_seconds,
        limit_concurrency=limits.connections,
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


class _End:
    """What a signal to end does: it ends what loads, and nothing once uvicorn awaits it.

    Uvicorn raises it anew when it has come to its end.
    """

    is_awaited = False

    def __call__(self, *_: object) -> None:
        """Take the signal."""
        if not self.is_awaited:
            raise SystemExit(0)


@contextlib.contextmanager
def _quiet_end() -> Iterator[_End]:
    """Let signals to end come to a good end: the exit code is 0."""
    signals, end = (signal.SIGINT, signal.SIGTERM), _End()
    before = {number: signal.signal(number, end) for number in signals}
    try:
        yield end
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _loop_factory() -> type[asyncio.AbstractEventLoop] | None:
    """Return what makes the fastest loop that there is here."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.Loop
