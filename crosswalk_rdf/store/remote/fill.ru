# What is staged, into a graph that is not there yet (§3.1.3).
INSERT { GRAPH ?_graph { ?s ?p ?o } } WHERE { GRAPH ?_staged { ?s ?p ?o } }
