"""This process as a push names it in a store, and whether a process so named has ended."""

import os
import platform
from pathlib import Path
from typing import Final

_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_NAMESPACE: Final = Path("/proc/self/ns/pid")


def process_name() -> str:
    """Return a name of this process that no other has, or none has that runs at this time.

    Where the system does not say which boot of which machine this is, and in which namespace
    process ids count (Linux does), the name has no machine.
    """
    return f"{_machine()} {os.getpid()}"


def process_title() -> str:
    """Return this process in words."""
    return f"process {os.getpid()} on {platform.node() or 'a machine without a name'}"


def has_ended(name: str) -> bool:
    """Return whether the process called ``name`` has certainly ended; of another machine: False."""
    machine, _, process = name.rpartition(" ")
    if not machine or machine != _machine() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _machine() -> str:
    try:
        return f"{_BOOT.read_text(encoding='ascii').strip()} {_NAMESPACE.readlink()}"
    except OSError:
        return ""
