"""The command line: ``crosswalk-rdf``. Results go to stdout, remarks to stderr.

Exit codes: 0 done, 1 the data do not conform, 2 the command could not be carried out as given.
"""

from crosswalk_rdf.cli.main import main

__all__ = ["main"]
