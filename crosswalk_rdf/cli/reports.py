"""Reports of readers and writers: for people on stderr, for programs in a file."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from crosswalk_rdf.api.atomic_files import replace_files
from crosswalk_rdf.formats.format import Action, Remark, Report

_MAX_SHOWN = 20

option = click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write everything that was repaired, passed over or not carried to FILE, as JSON.",
)


def echo(title: str, report: Report) -> None:
    """Say on stderr what was counted and remarked; what was remarked often, once and how often."""
    for kind, count in sorted(report.counts.items()):
        click.echo(f"{title}: {count.carried:,} of {count.total:,} {kind}", err=True)
    groups: dict[tuple[Action, str, str], list[Remark]] = {}
    for remark in report.remarks:
        key = (remark.action, _pattern(remark.what), _pattern(remark.why))
        groups.setdefault(key, []).append(remark)
    for remarks in list(groups.values())[:_MAX_SHOWN]:
        times = f" ({len(remarks):,} times; this is the first)" if len(remarks) > 1 else ""
        click.echo(f"  {remarks[0]}{times}", err=True)
    if len(groups) > _MAX_SHOWN:
        remaining = sum(map(len, list(groups.values())[_MAX_SHOWN:]))
        click.echo(f"  … and {remaining:,} more remarks: see them all with --report FILE", err=True)


def echo_remarks(title: str, report: Report) -> None:
    """Do the same where something was remarked, and nothing where all went over as it is."""
    if report.remarks:
        echo(title, report)


def _pattern(text: str) -> str:
    """Return ``text`` without its particulars: numbers, IRIs, quoted values."""
    return re.sub(r"\S*://\S*|\"[^\"]*\"|'[^']*'|\d+", "…", text)


def write(file: Path | None, reports: Mapping[str, Report]) -> None:
    """Write ``reports``, by what was done, to ``file``, if there is one."""
    if file is not None:
        content = {name: _values(report) for name, report in reports.items()}
        text = json.dumps(content, ensure_ascii=False, indent=2)
        replace_files({file.name: f"{text}\n".encode()}, file.parent)


def _values(report: Report) -> dict[str, Any]:
    return {
        "counts": {
            kind: {"found": count.total, "carried": count.carried}
            for kind, count in sorted(report.counts.items())
        },
        "remarks": [
            {
                "place": r.place,
                **({"line": r.line} if r.line else {}),
                "action": str(r.action),
                "what": r.what,
                "why": r.why,
            }
            for r in report.remarks
        ],
    }
