# What is staged and not in the graph, into the graph (§3.1.3).
INSERT { GRAPH ?graph { ?s ?p ?o } } WHERE {
  GRAPH ?staged { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?graph { ?s ?p ?o } }
}
