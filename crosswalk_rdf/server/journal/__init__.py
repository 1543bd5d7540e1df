"""What changed when: the history that harvesters follow."""

from crosswalk_rdf.server.journal.advance import advanced
from crosswalk_rdf.server.journal.entries import Change, Entry, Journal, Log
from crosswalk_rdf.server.journal.state import BrokenJournal, read_journal, write_journal

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
