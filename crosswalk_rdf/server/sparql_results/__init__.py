"""SPARQL, wherever it comes from, to a response in the format that was asked for."""
