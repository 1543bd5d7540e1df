"""The change log in the state folder: what must outlive the process."""

import contextlib
import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.change_log import ChangeLog, read_change_log, write_change_log

FILE_NAME: Final = "journal.jsonl"


class StateNotSaved(CrosswalkError):
    """A folder that the change log cannot be written to, for now."""


class StateInvalid(CrosswalkError):
    """A folder that can never hold the change log, or whose change log cannot be read."""


class StateInUse(CrosswalkError):
    """A folder that another service writes its change log to."""


@contextlib.contextmanager
def locked(state: Path | None) -> Iterator[None]:
    """Let no other service use the folder ``state`` meanwhile; the lock ends with the process.

    A folder that cannot be made, such as on a disk that is full or read-only, is not locked.
    Raises :class:`StateInUse`, :class:`StateInvalid`.
    """
    if state is None or not _is_there(state):
        yield
        return
    descriptor = os.open(state, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(descriptor, state)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, state: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise StateInUse(
            f"--state {state} is that of a service that runs: give each a folder of its own"
        ) from error
    except OSError:  # there are file systems without locks
        return


def _is_there(state: Path) -> bool:
    """Make the folder ``state`` if need be; return whether it is there and can be read."""
    try:
        state.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StateInvalid(f"--state {state} is no folder: name another") from error
    except OSError:
        return False
    return os.access(state, os.R_OK)


def load_change_log(state: Path | None) -> ChangeLog | None:
    """Return the change log in the folder ``state``; None where there is none yet.

    Raises :class:`StateInvalid`, and BrokenChangeLog for a file that is none.
    """
    if state is None:
        return None
    file = state / FILE_NAME
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise StateInvalid(f"{file} is no regular file: remove it")
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or error
        raise StateInvalid(f"--state {state}: the change log cannot be read: {reason}") from error
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
    return StateNotSaved(
        f"--state {state}: the change log cannot be kept there: {reason}; it is tried again"
    )


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
