"""RDF syntaxes: the same quads give the same bytes, in any of them, and can be read back."""
