"""Publish competency frameworks, and the crosswalks between them, as linked data."""

__version__ = "0.1.0"
