# A claim away (§3.1.3).
DELETE { GRAPH ?_lock { ?_push ?p ?o } } WHERE { GRAPH ?_lock { ?_push ?p ?o } }
