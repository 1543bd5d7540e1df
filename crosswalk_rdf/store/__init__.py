"""The embedded quad store, and SPARQL engines that all give the same answers."""
