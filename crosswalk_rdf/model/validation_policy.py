"""What a publication makes of what validation finds: severities, and findings that it accepts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from crosswalk_rdf.model.metadata import Origin


class Severity(StrEnum):
    """How grave a finding is, as ``[validation]`` of ``publication.toml`` says it."""

    ERROR = "error"
    """It stops the build (``sh:Violation``)."""
    WARNING = "warning"
    """It is reported (``sh:Warning``)."""
    INFO = "info"
    """It is a remark (``sh:Info``)."""
    IGNORE = "ignore"
    """It is counted and not reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """The severity of one rule, everywhere or in one framework or crosswalk."""

    rule: str
    """The id or the name of the rule, as it was written."""
    severity: Severity
    scope: str = ""
    """The id of the framework or crosswalk; empty for all."""
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """A finding that somebody has looked at and lets stand (``accepted-findings.csv``)."""

    rule: str
    subject: str
    """The IRI of what the finding is about."""
    reason: str
    who: str
    when: str
    """``YYYY-MM-DD``."""
    origin: Origin = field(compare=False)
    column: int = field(default=0, compare=False)
    """Where the rule stands in the row, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationPolicy:
    """What decides how grave findings are."""

    imported: Severity = Severity.WARNING
    """What a fault in imported data is, where nothing else is said."""
    defaults: Mapping[str, Severity] = field(default_factory=dict)
    """The same of one framework or crosswalk, by its id; own or imported."""
    rules: tuple[RuleSetting, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
