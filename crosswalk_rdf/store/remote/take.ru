# What is in the graph and not staged, out of the graph (§3.1.3).
DELETE { GRAPH ?_graph { ?s ?p ?o } } WHERE {
  GRAPH ?_graph { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?_staged { ?s ?p ?o } }
}
