"""What an example shows, compared with what it prints."""

import re

ELISION = "…"


def pattern(shown: str) -> str:
    """Return the regular expression of what is shown: an elision stands for anything."""
    lines = [line.rstrip() for line in shown.strip().splitlines()]
    return "".join(map(_line_pattern, lines))


def _line_pattern(line: str) -> str:
    if line == ELISION:
        return r"(?:.*\n)*?"
    return ".*".join(map(re.escape, line.split(ELISION))) + r"\n"


def matches(shown: str, printed: str) -> bool:
    """Return whether ``printed`` is what is shown, white space at the ends of lines aside."""
    lines = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return bool(re.fullmatch(pattern(shown), lines + "\n" if lines else ""))
