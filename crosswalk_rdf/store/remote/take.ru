# What is in the graph and not staged, out of the graph (§3.1.3).
DELETE { GRAPH ?graph { ?s ?p ?o } } WHERE {
  GRAPH ?graph { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?staged { ?s ?p ?o } }
}
