"""Concept schemes as triples (SKOS) to packages and back, for every format that is SKOS."""
