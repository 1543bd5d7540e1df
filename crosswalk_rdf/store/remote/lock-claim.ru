# A claim, in the graph of the lock (SPARQL 1.1 Update §3.1.1).
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
INSERT DATA { GRAPH ?_lock {
  ?_push a prov:Activity ; dcterms:title ?_title ; dcterms:identifier ?_process ;
    dcterms:valid ?_seconds ; rdf:value ?_sign .
} }
