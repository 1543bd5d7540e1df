"""What changed when: the history that harvesters follow."""

from crosswalk_rdf.server.change_log.entries import Change, ChangeLog, Entry, Log
from crosswalk_rdf.server.change_log.storage import (
    BrokenChangeLog,
    read_change_log,
    write_change_log,
)
from crosswalk_rdf.server.change_log.update import updated_change_log

__all__ = [
    "BrokenChangeLog",
    "Change",
    "ChangeLog",
    "Entry",
    "Log",
    "read_change_log",
    "updated_change_log",
    "write_change_log",
]
