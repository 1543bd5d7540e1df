"""Publish competency frameworks, and the crosswalks between them, as linked data.

``import crosswalk_rdf as xw``, then ``xw.open(folder)`` opens a publication, ``xw.read`` and
``xw.write`` convert frameworks between formats. docs/python.md documents the whole API; semantic
versioning protects the names in ``__all__``.

A name is loaded on first use, so that importing the package is fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from crosswalk_rdf.api.atomic_files import NotABuild
    from crosswalk_rdf.api.build_result import BuildResult
    from crosswalk_rdf.api.conversion import (
        Conversion,
        convert,
        list_formats,
        parse,
        read,
        serialize,
        write,
    )
    from crosswalk_rdf.api.errors import (
        AlreadyThere,
        BadId,
        FolderInUse,
        IdNeeded,
        LossWarning,
        MissingDependency,
        NoChain,
        NoSingleFramework,
        NothingToImport,
        SeveralDocuments,
        UnknownQuery,
    )
    from crosswalk_rdf.api.evaluation import EvaluationResult, evaluate
    from crosswalk_rdf.api.linking import ComposedCrosswalk, Suggestions, compose, suggest
    from crosswalk_rdf.api.open_publication import open  # noqa: A004 (as in sqlite3.connect, tarfile.open)
    from crosswalk_rdf.api.package_import import ImportResult
    from crosswalk_rdf.api.publication import Publication
    from crosswalk_rdf.api.query_result import QueryResult
    from crosswalk_rdf.api.starter import init
    from crosswalk_rdf.dataset.finished_dataset import NotConforming
    from crosswalk_rdf.dataset.store import UnknownReasoner
    from crosswalk_rdf.errors import CrosswalkError, DoesNotConform, Fault, InputFaults, NotFound
    from crosswalk_rdf.formats.format import Action, Count, Format, Remark, Report, Unwritable
    from crosswalk_rdf.formats.registry import UnknownFormat
    from crosswalk_rdf.linking.candidates import Candidate
    from crosswalk_rdf.linking.composition import Chain, Clash, DerivedMapping
    from crosswalk_rdf.linking.evaluation import Difference, Evaluation, Interval
    from crosswalk_rdf.linking.grades import NoGrades
    from crosswalk_rdf.linking.relation import ProposedRelation
    from crosswalk_rdf.linking.sentence_model import NoModel
    from crosswalk_rdf.model import (
        Agent,
        Alignment,
        Crosswalk,
        Erratum,
        ExternalFramework,
        Framework,
        Level,
        MappingSet,
        Origin,
        Package,
        PropertyValue,
        Section,
        Slot,
        SourceDocument,
        Statement,
    )
    from crosswalk_rdf.project.previous_version import UnreadablePrevious
    from crosswalk_rdf.project.publication import NoPublication
    from crosswalk_rdf.queries.agreement import Contingency
    from crosswalk_rdf.queries.binding import (
        BadParameterValue,
        MissingParameter,
        UnknownParameter,
    )
    from crosswalk_rdf.queries.parameters import Parameter
    from crosswalk_rdf.queries.query import Query
    from crosswalk_rdf.queries.render import NotApplicable, UnknownResultFormat
    from crosswalk_rdf.serialization.document import UnwritableGraph
    from crosswalk_rdf.serialization.syntaxes import UnknownSyntax
    from crosswalk_rdf.store.backend import QueryFailed, QuerySyntaxError
    from crosswalk_rdf.validation import BrokenShapes, ValidationReport, ValidationResult

__version__ = "1.0.0"

_NAMES: Final = {
    "api.atomic_files": "NotABuild",
    "api.build_result": "BuildResult",
    "api.conversion": "Conversion convert list_formats parse read serialize write",
    "api.errors": (
        "AlreadyThere BadId FolderInUse IdNeeded LossWarning MissingDependency NoChain "
        "NoSingleFramework NothingToImport SeveralDocuments UnknownQuery"
    ),
    "api.evaluation": "EvaluationResult evaluate",
    "api.linking": "ComposedCrosswalk Suggestions compose suggest",
    "api.open_publication": "open",
    "api.package_import": "ImportResult",
    "api.publication": "Publication",
    "api.query_result": "QueryResult",
    "api.starter": "init",
    "dataset.finished_dataset": "NotConforming",
    "dataset.store": "UnknownReasoner",
    "errors": "CrosswalkError DoesNotConform Fault InputFaults NotFound",
    "formats.format": "Action Count Format Remark Report Unwritable",
    "formats.registry": "UnknownFormat",
    "linking.candidates": "Candidate",
    "linking.composition": "Chain Clash DerivedMapping",
    "linking.evaluation": "Difference Evaluation Interval",
    "linking.grades": "NoGrades",
    "linking.relation": "ProposedRelation",
    "linking.sentence_model": "NoModel",
    "model": (
        "Agent Alignment Crosswalk Erratum ExternalFramework Framework Level MappingSet "
        "Origin Package PropertyValue Section Slot SourceDocument Statement"
    ),
    "project.previous_version": "UnreadablePrevious",
    "project.publication": "NoPublication",
    "queries.agreement": "Contingency",
    "queries.binding": "BadParameterValue MissingParameter UnknownParameter",
    "queries.parameters": "Parameter",
    "queries.query": "Query",
    "queries.render": "NotApplicable UnknownResultFormat",
    "serialization.document": "UnwritableGraph",
    "serialization.syntaxes": "UnknownSyntax",
    "store.backend": "QueryFailed QuerySyntaxError",
    "validation": "BrokenShapes ValidationReport ValidationResult",
}
"""Each module that public names come from, and the names."""

_MODULES: Final = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Action",
    "Agent",
    "Alignment",
    "AlreadyThere",
    "BadId",
    "BadParameterValue",
    "BrokenShapes",
    "BuildResult",
    "Candidate",
    "Chain",
    "Clash",
    "ComposedCrosswalk",
    "Contingency",
    "Conversion",
    "Count",
    "Crosswalk",
    "CrosswalkError",
    "DerivedMapping",
    "Difference",
    "DoesNotConform",
    "Erratum",
    "Evaluation",
    "EvaluationResult",
    "ExternalFramework",
    "Fault",
    "FolderInUse",
    "Format",
    "Framework",
    "IdNeeded",
    "ImportResult",
    "InputFaults",
    "Interval",
    "Level",
    "LossWarning",
    "MappingSet",
    "MissingDependency",
    "MissingParameter",
    "NoChain",
    "NoGrades",
    "NoModel",
    "NoPublication",
    "NoSingleFramework",
    "NotABuild",
    "NotApplicable",
    "NotConforming",
    "NotFound",
    "NothingToImport",
    "Origin",
    "Package",
    "Parameter",
    "PropertyValue",
    "ProposedRelation",
    "Publication",
    "Query",
    "QueryFailed",
    "QueryResult",
    "QuerySyntaxError",
    "Remark",
    "Report",
    "Section",
    "SeveralDocuments",
    "Slot",
    "SourceDocument",
    "Statement",
    "Suggestions",
    "UnknownFormat",
    "UnknownParameter",
    "UnknownQuery",
    "UnknownReasoner",
    "UnknownResultFormat",
    "UnknownSyntax",
    "UnreadablePrevious",
    "Unwritable",
    "UnwritableGraph",
    "ValidationReport",
    "ValidationResult",
    "compose",
    "convert",
    "evaluate",
    "init",
    "list_formats",
    "open",
    "parse",
    "read",
    "serialize",
    "suggest",
    "write",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever the name stands for)
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
