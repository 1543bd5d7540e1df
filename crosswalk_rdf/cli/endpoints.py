"""Options of the commands that talk to a SPARQL endpoint, and how a login is given."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.login import Login, login

Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)

VARIABLE = "CROSSWALK_RDF_AUTH"
"""The environment variable that holds what --auth would say."""


class UnreadableLogin(CrosswalkError):
    """A file that is to hold a login, and cannot be read."""


def _login(_context: click.Context, _option: click.Parameter, value: str | None) -> Login | None:
    """Return the login that ``value``, or the file that it names, stands for."""
    if not value:
        return None
    if not value.startswith("@"):
        return login(value)
    try:
        return login(Path(value[1:]).read_text(encoding="utf-8").strip("\r\n"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        message = f"{value[1:]}: {reason}: put user:password or 'Bearer TOKEN' into the file"
        raise UnreadableLogin(message) from error


auth = click.option(
    "--auth",
    metavar="USER:PASSWORD|@FILE",
    envvar=VARIABLE,
    callback=_login,
    help="Login: user:password or 'Bearer TOKEN'; @FILE reads it from a file. Others on the "
    f"machine can see what a command line says: prefer @FILE, or the variable {VARIABLE}.",
)


def timeout(default: float) -> Callable[[Command], Command]:
    """Return the option for the seconds that one request may take."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=default,
        show_default=True,
        metavar="SECONDS",
        help="How long one request may take.",
    )
