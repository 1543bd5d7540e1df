"""Commands that installed packages add, and what happens where one cannot be loaded."""

from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from crosswalk_rdf.cli import plugins
from tests.cli.conftest import Run
from tests.docs.pages import blocks


@click.command()
def greet() -> None:
    """Greet whoever runs it."""
    click.echo("hello")


def _install(monkeypatch: pytest.MonkeyPatch, **commands: str) -> None:
    points = [
        EntryPoint(name.rstrip("_"), value, plugins.GROUP) for name, value in commands.items()
    ]
    monkeypatch.setattr(plugins, "entry_points", lambda group: points)


def test_a_command_of_a_plug_in_is_listed_and_run(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch, greet=f"{__name__}:greet")
    assert "Greet whoever runs it." in run("--help").stdout
    assert run("greet").stdout == "hello\n"


def test_own_commands_come_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, info=f"{__name__}:greet")
    assert "hello" not in run("info", "--help").stdout


def test_of_two_of_the_same_name_the_first_is_used(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch, greet_="missing_package:command", greet=f"{__name__}:greet")
    assert [point.value for point in plugins.plugin_entry_points().values()] == sorted(
        ["missing_package:command", f"{__name__}:greet"]
    )[:1]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("missing_package:command", "No module named 'missing_package'"),
        (f"{__name__}:nothing", "nothing"),
        (f"{__name__}:__name__", "is not a click command"),
    ],
)
def test_a_broken_plug_in_breaks_nothing_else(
    run: Run, monkeypatch: pytest.MonkeyPatch, value: str, reason: str
) -> None:
    _install(monkeypatch, greet=value)
    listed = run("--help")
    assert listed.exit_code == 0
    assert "cannot be loaded" in listed.stdout
    result = run("greet", "--option", "value")
    assert result.exit_code == 2
    assert reason in result.stderr


def test_the_example_of_the_documentation_is_a_command(repository: Path, tmp_path: Path) -> None:
    page = (repository / "docs/plug-ins.md").read_text(encoding="utf-8")
    example: dict[str, Any] = {}
    exec(next(blocks(page, "python")), example)
    result = CliRunner().invoke(example["read_minutes"], [str(tmp_path)])
    assert isinstance(result.exception, example["NoMinutes"])


def test_without_its_package_a_command_is_unknown(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch)
    result = run("extract")
    assert result.exit_code == 2
    assert "No such command 'extract'" in result.stderr
