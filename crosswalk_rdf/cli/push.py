"""``crosswalk-rdf push``: the named graphs of a build to a store that others run."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import click

from crosswalk_rdf.cli import endpoints, options
from crosswalk_rdf.project.previous_version import load_dump
from crosswalk_rdf.store.login import Login
from crosswalk_rdf.store.remote.addresses import Addresses, store_addresses
from crosswalk_rdf.store.remote.lock import push_lock
from crosswalk_rdf.store.remote.plan import Fate, Plan, lock_graph, plan
from crosswalk_rdf.store.remote.push import Verification
from crosswalk_rdf.store.remote.push import push as carry_out
from crosswalk_rdf.store.remote.remote_store import DEFAULT_TIMEOUT, RemoteStore

DIFFERENT = 1
NO_GRAPH_STORE = "none"


@click.command()
@click.option("--endpoint", required=True, metavar="URL", help="Where the store answers queries.")
@click.option("--update-endpoint", metavar="URL",
              help="Where it takes updates.  [default: by the kind of store]")  # fmt: skip
@click.option("--graph-store", metavar="URL|none",
              help="Where it has its graphs (Graph Store Protocol); none: send everything as "
                   "updates.  [default: by the kind of store]")  # fmt: skip
@endpoints.auth
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="DIST_OR_DUMP",
              help="Folder that build wrote, or a dump with named graphs, also .gz.  "
                   "[default: dist in the publication's folder]")  # fmt: skip
@options.project
@endpoints.timeout(DEFAULT_TIMEOUT)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")
@options.quiet
@click.pass_context
def push(
    context: click.Context,
    endpoint: str,
    update_endpoint: str | None,
    graph_store: str | None,
    auth: Login | None,
    source: Path | None,
    folder: Path,
    timeout: float,
    dry_run: bool,
    quiet: bool,
) -> None:
    """Put the named graphs of a build into a store, and verify what it holds.

    Every graph is transferred beside the old one first; then all are put in place together, and
    compared by count and checksum. Stopped at any point, it leaves the old graphs readable; run
    again, it goes on. Graphs of the publication that the build no longer has are removed last;
    those of others are left alone. While another push to the same graphs runs, it is refused.

    Exit code 1 when what the store holds is not what was sent.
    """
    progress = options.progress(quiet)
    progress("data")
    dump = load_dump(source or folder / "dist")
    addresses = _addresses(store_addresses(endpoint, timeout, auth), update_endpoint, graph_store)
    remote = RemoteStore(addresses, timeout, auth)
    result: tuple[Verification, ...] = ()
    progress("comparison")
    if dry_run:
        steps = plan(dump, remote)
    else:
        with push_lock(remote, lock_graph(dump), progress) as lock:
            steps = plan(dump, remote)
            result = carry_out(dump, steps, lock, progress)
    click.echo(_table(steps, result), nl=False)
    click.echo(_summary(endpoint, steps, result))
    for verification in result:
        for difference in verification.differences:
            click.echo(f"{verification.graph} {difference}", err=True)
    if any(verification.differences for verification in result):
        click.echo("the store does not hold what was sent; run push again", err=True)
        context.exit(DIFFERENT)


def _addresses(addresses: Addresses, update: str | None, graph_store: str | None) -> Addresses:
    """Return ``addresses`` with what the user says instead."""
    if update:
        addresses = replace(addresses, update=update)
    if graph_store:
        addresses = replace(
            addresses, graph_store=None if graph_store == NO_GRAPH_STORE else graph_store
        )
    return addresses


def _table(steps: Plan, result: Iterable[Verification]) -> str:
    """Return a line for each graph: its size, what becomes of it, how it was verified."""
    verifications = {
        verification.graph: _verification_text(verification) for verification in result
    }
    rows = [
        (step.graph, f"{step.digest.triples:,}", str(step.fate), verifications.get(step.graph, ""))
        for step in steps.steps
    ]
    width, number = (max((len(row[n]) for row in rows), default=0) for n in (0, 1))
    lines = (f"{name:<{width}}  {n:>{number}}  {fate:<9}  {v}" for name, n, fate, v in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _verification_text(verification: Verification) -> str:
    return "differs" if verification.differences else verification.how


def _summary(endpoint: str, steps: Plan, result: tuple[Verification, ...]) -> str:
    count: Callable[[Fate], int] = lambda fate: len(steps.of(fate))  # noqa: E731
    parts = ", ".join(f"{count(fate)} {fate}" for fate in Fate if count(fate))
    total = sum(step.digest.triples for step in steps.steps)
    if not result:
        return f"{endpoint}: {parts}; {total:,} triples; nothing was done"
    methods = sorted({verification.how for verification in result})
    outcome = (
        "differs"
        if any(v.differences for v in result)
        else f"verified by count and {', '.join(methods)}"
    )
    return f"{endpoint}: {parts}; {total:,} triples; {outcome}"
