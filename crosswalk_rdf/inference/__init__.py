"""What follows from a publication's graphs: SKOS entailment and the project's own rules.

The rules (:mod:`.rules`) run to a fixpoint on the embedded store (:mod:`.fixpoint`); owlrl
(:mod:`.owl_rl`) is the slow reference implementation that they are compared with.
"""
