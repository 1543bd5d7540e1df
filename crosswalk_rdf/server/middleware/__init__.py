"""What all responses have in common, as ASGI middleware of Starlette's kind."""
