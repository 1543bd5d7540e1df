"""SPARQL text to a finished answer, in a process that may be stopped at any time."""
