# A graph away, if it is there (§3.2.2).
DROP SILENT GRAPH ?_graph
