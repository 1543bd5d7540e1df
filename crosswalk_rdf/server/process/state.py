"""The change log in the state folder: what must outlive the process."""

import os
import tempfile
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.change_log import ChangeLog, read_change_log, write_change_log

FILE_NAME: Final = "journal.jsonl"


class StateNotSaved(CrosswalkError):
    """A folder that the change log cannot be read from, or written to."""


def load_change_log(state: Path | None) -> ChangeLog | None:
    """Return the change log in the folder ``state``; None where there is none yet.

    Raises :class:`StateNotSaved`, and BrokenChangeLog for a file that is none.
    """
    if state is None:
        return None
    try:
        content = (state / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _not_saved(error, state) from error
    return read_change_log(content)


def save_change_log(change_log: ChangeLog, state: Path) -> None:
    """Write the change log to the folder ``state``, whole or not at all.

    Raises :class:`StateNotSaved`.
    """
    try:
        _write(write_change_log(change_log), state)
    except OSError as error:
        raise _not_saved(error, state) from error


def _not_saved(error: OSError, state: Path) -> StateNotSaved:
    reason = error.strerror or error
    return StateNotSaved(f"--state {state}: the change log cannot be kept there: {reason}")


def _write(content: bytes, state: Path) -> None:
    state.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{FILE_NAME}-", dir=state)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(state / FILE_NAME)
    finally:
        temporary.unlink(missing_ok=True)
