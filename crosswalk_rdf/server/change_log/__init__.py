"""What changed when: the history that harvesters follow."""

from crosswalk_rdf.server.change_log.entries import Change, Entry, Journal, Log
from crosswalk_rdf.server.change_log.storage import BrokenJournal, read_journal, write_journal
from crosswalk_rdf.server.change_log.update import advanced

__all__ = [
    "BrokenJournal",
    "Change",
    "Entry",
    "Journal",
    "Log",
    "advanced",
    "read_journal",
    "write_journal",
]
