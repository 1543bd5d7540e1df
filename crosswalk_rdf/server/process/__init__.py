"""The service as a process: ASGI, signals, new builds, logs, figures."""
