# What is staged, into a graph that is not there yet (§3.1.3).
INSERT { GRAPH ?graph { ?s ?p ?o } } WHERE { GRAPH ?staged { ?s ?p ?o } }
