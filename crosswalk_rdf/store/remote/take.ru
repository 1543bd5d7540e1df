# What is in the graph and not staged, out of the graph, for the push that has the lock (§3.1.3).
DELETE { GRAPH ?_graph { ?s ?p ?o } } WHERE {
  GRAPH ?_lock { ?_push a <http://www.w3.org/ns/prov#Activity> }
  GRAPH ?_graph { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?_staged { ?s ?p ?o } }
}
