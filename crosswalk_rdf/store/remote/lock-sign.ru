# A sign of life in place of the one before; nothing where the claim is gone (§3.1.3).
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
DELETE { GRAPH ?_lock { ?_push rdf:value ?before } }
INSERT { GRAPH ?_lock { ?_push rdf:value ?_sign } }
WHERE { GRAPH ?_lock { ?_push rdf:value ?before } }
