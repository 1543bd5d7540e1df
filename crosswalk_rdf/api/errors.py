"""Exceptions and warnings of the Python API, in addition to those of the layers below."""

from crosswalk_rdf.errors import CrosswalkError


class UnknownQuery(CrosswalkError):
    """A name under which the library has no query."""


class MissingDependency(CrosswalkError, ImportError):
    """An optional dependency that is required for this call and is not installed."""


class SeveralDocuments(CrosswalkError):
    """A package that is written as several files where the target names one file."""


class IdNeeded(CrosswalkError):
    """An import of something new, without an id to put it under."""


class BadId(CrosswalkError):
    """An id that no framework and no crosswalk can have."""


class AlreadyThere(CrosswalkError):
    """An id under which the publication holds something."""


class NothingToImport(CrosswalkError):
    """A file that holds neither a framework nor an alignment."""


class FolderInUse(CrosswalkError):
    """A folder that holds something already."""


class NoChain(CrosswalkError, ValueError):
    """Frameworks that make up no chain: too few, or two that nothing aligns."""


class NoSingleFramework(CrosswalkError):
    """A file that does not hold exactly one framework where one is asked for."""


class LossWarning(UserWarning):
    """Reading or writing left something out, and no report was passed to collect it."""
