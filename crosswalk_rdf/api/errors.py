"""What the Python API raises and warns of besides the errors of the layers below."""

from crosswalk_rdf.errors import CrosswalkError


class UnknownQuery(CrosswalkError):
    """A name under which the library has no query."""


class MissingDependency(CrosswalkError, ImportError):
    """A package that is not installed, for something that only it can do."""


class SeveralDocuments(CrosswalkError):
    """A package that becomes several files where one was named."""


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


class LossWarning(UserWarning):
    """Something was left out of what was read or written, and nobody asked for the report."""
