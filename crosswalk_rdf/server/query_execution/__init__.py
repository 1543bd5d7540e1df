"""SPARQL requests to results within limits: in worker processes, or at a remote endpoint.

A ``WorkerPool`` starts one fork server (``ForkServerProcess`` is its handle, ``ForkServer`` its
main loop), which loads the data once and forks workers. Each ``WorkerConnection`` carries one
request at a time to ``worker.work``, where a ``QueryEvaluator`` answers it in a sandbox.
"""
