# Triples, lines of N-Triples, into a graph (SPARQL 1.1 Update §3.1.1).
INSERT DATA { GRAPH ?_graph {
?_lines} }
