"""What scripts look things up in: the search index, the vocabulary of the SPARQL editor."""
