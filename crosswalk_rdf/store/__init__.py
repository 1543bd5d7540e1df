"""The embedded quad store, and query backends that all return the same answers."""
