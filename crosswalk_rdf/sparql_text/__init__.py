"""SPARQL text without its data: tokens, form, clauses, parameters and volatile functions."""
