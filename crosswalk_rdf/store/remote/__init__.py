"""Push graphs to a remote store over HTTP: transfer, switch, verification."""
