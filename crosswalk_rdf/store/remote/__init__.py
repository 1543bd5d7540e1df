"""Graphs to a store that others run, over HTTP: transfer, switch, verification."""
