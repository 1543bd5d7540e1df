"""``python -m benchmarks [PART …] [--factors 1 10 100]``: figures as Markdown on stdout."""

import argparse
from collections.abc import Callable

from benchmarks import (
    flagship,
    library,
    peers,
    references,
    scaling,
    service,
    sites,
    spreadsheets,
)

PARTS = (
    *("flagship", "sites", "scaling", "queries", "references", "peers", "spreadsheets"),
    "service",
)


def main() -> None:
    """Run the parts that are asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure")
    parser.add_argument("--factors", nargs="+", type=int, default=list(scaling.FACTORS))
    parser.add_argument("--ontospy", default="ontospy", help="the program ontospy, for peers")
    parser.add_argument("--seconds", type=int, default=service.SECONDS, help="of load, for service")
    arguments = parser.parse_args()
    reports: dict[str, Callable[[], str]] = {
        "flagship": flagship.report,
        "sites": sites.report,
        "scaling": lambda: scaling.report(arguments.factors),
        "queries": library.report,
        "references": references.report,
        "peers": lambda: peers.report(arguments.ontospy),
        "spreadsheets": spreadsheets.report,
        "service": lambda: service.report(arguments.seconds),
    }
    for part in arguments.parts or PARTS:
        print(f"## {part}\n\n{reports[part]()}", flush=True)


if __name__ == "__main__":
    main()
