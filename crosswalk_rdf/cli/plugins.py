"""Installed packages to further commands: entry points of the group ``crosswalk_rdf.commands``.

Only what is installed is loaded, and only when it is called or listed. Nothing in a publication's
folder is ever executed.
"""

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Final

import click

from crosswalk_rdf.errors import CrosswalkError

GROUP: Final = "crosswalk_rdf.commands"


class BrokenPlugin(CrosswalkError):
    """An installed package whose command cannot be loaded."""


def plugin_entry_points() -> Mapping[str, EntryPoint]:
    """Return the entry point of each command that an installed package adds, by its name.

    Where two packages offer a command of the same name, the first by object reference is used.
    """
    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return {point.name: point for point in reversed(points)}


def plugin_command(name: str) -> click.Command | None:
    """Return the command that an installed package adds under ``name``; None where none does.

    A package that cannot be loaded gives a command that raises :class:`BrokenPlugin` when it is
    called, so that it can be listed beside the others.
    """
    point = plugin_entry_points().get(name)
    if point is None:
        return None
    try:
        command = point.load()
    except (ImportError, AttributeError) as error:
        return _broken(point, str(error))
    if not isinstance(command, click.Command):
        return _broken(point, f"{point.value} is not a click command")
    return command


def _broken(point: EntryPoint, reason: str) -> click.Command:
    package = point.dist.name if point.dist else "an installed package"

    def fail() -> None:
        raise BrokenPlugin(
            f"the command {point.name} of {package} cannot be loaded: {reason}; "
            "install the package again, or remove it"
        )

    return click.Command(
        point.name,
        callback=fail,
        short_help=f"(of {package}; cannot be loaded)",
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
