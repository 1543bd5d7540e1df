"""The group of commands, and how errors become messages and exit codes."""

import logging
from importlib import import_module
from typing import Any, Final

import click

from crosswalk_rdf import __version__
from crosswalk_rdf.cli.plugins import plugin_command, plugin_entry_points
from crosswalk_rdf.cli.termination import ended_by_signals
from crosswalk_rdf.errors import CrosswalkError, DoesNotConform

NOT_CONFORMING = 1
MISUSE = 2

COMMANDS: Final = {
    "build": "build",
    "compose": "compose",
    "convert": "convert",
    "evaluate": "evaluate",
    "import": "import_",
    "infer": "infer",
    "info": "info",
    "init": "init",
    "push": "push",
    "query": "query",
    "serve": "serve",
    "suggest": "suggest",
    "validate": "validate",
}
"""Each command of our own, and its name in this folder: the module, and the command in it."""
HANDLES_SIGNALS: Final = frozenset({"serve"})
"""Commands for which a signal does not mean the end."""


class _Commands(click.Group):
    """A group whose commands end with one message and an exit code, never with a trace.

    A command is loaded when it is called, so that ``serve`` does not import what a build needs.
    """

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted({*COMMANDS, *plugin_entry_points()})

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if (name := COMMANDS.get(cmd_name)) is None:
            return plugin_command(cmd_name)
        command: click.Command = getattr(import_module(f"crosswalk_rdf.cli.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        # a value that is none of its datatype is the data's, kept as it is: readers report it
        logging.getLogger("rdflib.term").setLevel(logging.ERROR)
        try:
            return super().invoke(ctx)
        except CrosswalkError as error:
            click.echo(str(error), err=True)
            ctx.exit(NOT_CONFORMING if isinstance(error, DoesNotConform) else MISUSE)
        except BrokenPipeError:
            raise  # the reader closed the pipe; click exits quietly
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            reason = error.strerror or str(error)
            click.echo(f"{place}{reason}: nothing was written; mend that and run again", err=True)
            ctx.exit(MISUSE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosswalk-rdf")
@click.pass_context
def main(context: click.Context) -> None:
    """Publish competency frameworks, and the crosswalks between them, as linked data.

    Exit codes: 0 done, 1 the data do not conform, 2 the command could not be carried out.
    """
    if context.invoked_subcommand not in HANDLES_SIGNALS:
        context.with_resource(ended_by_signals())
