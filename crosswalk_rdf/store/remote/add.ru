# What is staged and not in the graph, into the graph (§3.1.3).
INSERT { GRAPH ?_graph { ?s ?p ?o } } WHERE {
  GRAPH ?_staged { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?_graph { ?s ?p ?o } }
}
