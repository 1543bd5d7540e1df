# What is staged and not in the graph, into the graph, for the push that has the lock (§3.1.3).
INSERT { GRAPH ?_graph { ?s ?p ?o } } WHERE {
  GRAPH ?_lock { ?_push a <http://www.w3.org/ns/prov#Activity> }
  GRAPH ?_staged { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?_graph { ?s ?p ?o } }
}
