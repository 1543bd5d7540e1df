"""The group of commands, and how errors become messages and exit codes."""

from typing import Any

import click

from crosswalk_rdf import __version__
from crosswalk_rdf.cli.build import build
from crosswalk_rdf.cli.convert import convert
from crosswalk_rdf.cli.extract import Outdated, extract
from crosswalk_rdf.cli.import_ import import_
from crosswalk_rdf.cli.infer import infer
from crosswalk_rdf.cli.info import info
from crosswalk_rdf.cli.init import init
from crosswalk_rdf.cli.push import push
from crosswalk_rdf.cli.query import query
from crosswalk_rdf.cli.serve import serve
from crosswalk_rdf.cli.validate import validate
from crosswalk_rdf.errors import CrosswalkError, InputFaults
from crosswalk_rdf.publish import NotConforming

NOT_CONFORMING = 1
MISUSE = 2


class _Commands(click.Group):
    """A group whose commands end with one message and an exit code, never with a trace."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (as click has it)
        try:
            return super().invoke(ctx)
        except CrosswalkError as error:
            click.echo(str(error), err=True)
            conforms = not isinstance(error, InputFaults | NotConforming | Outdated)
            ctx.exit(MISUSE if conforms else NOT_CONFORMING)
        except BrokenPipeError:
            raise  # whoever read the answer has enough of it; click ends quietly
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            reason = error.strerror or str(error)
            click.echo(f"{place}{reason}: nothing was written; mend that and run again", err=True)
            ctx.exit(MISUSE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosswalk-rdf")
def main() -> None:
    """Publish competency frameworks, and the crosswalks between them, as linked data.

    Exit codes: 0 done, 1 the data do not conform, 2 the command could not be carried out.
    """


for _command in (
    init,
    build,
    validate,
    query,
    serve,
    push,
    extract,
    infer,
    convert,
    import_,
    info,
):
    main.add_command(_command)
