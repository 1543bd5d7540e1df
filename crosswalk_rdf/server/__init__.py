"""A finished build to a linked-data service: HTTP requests to responses.

A request becomes a :class:`~crosswalk_rdf.server.messages.Request`; the route that fits it
(``endpoints``, found by folder) makes a ``Response`` of it with what the ``Service`` has: the files
of the build (``content``) and answers to SPARQL (``query_execution``). ``delivery`` then does what
every response has in common (validators, ranges, encodings, headers), and ``running`` runs all of
it.
"""
