"""The query library: files of SPARQL with a header, their parameters, and answers as text.

A query is a file ``queries/<name>.rq`` that any SPARQL 1.1 tool runs as it stands. What its header
says is described in :mod:`crosswalk_rdf.queries.header`, how a parameter gets its value in
:mod:`crosswalk_rdf.queries.binding`.
"""
