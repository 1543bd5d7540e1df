"""A finished build to a linked-data service: HTTP requests to responses.

``app`` is a Starlette application. The route of a request (``endpoints``, collected by folder)
returns a ``Response``, made from what the ``Service`` has: the files of the build (``content``) and
the results of SPARQL queries (``query_execution``). ``middleware`` does what all responses have in
common (validators, ranges, encodings, headers), and ``process`` runs the application.
"""
