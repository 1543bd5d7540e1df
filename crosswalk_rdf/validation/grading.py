"""Results to findings: how grave each is in whose data, and whether somebody has accepted it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.model import AcceptedFinding, Severity, ValidationPolicy
from crosswalk_rdf.namespaces import DEFAULT_BASE, SH
from crosswalk_rdf.validation.report import ValidationResult
from crosswalk_rdf.validation.rules import Catalog, Rule

_SHACL: Final[Mapping[Severity, URIRef]] = {
    Severity.ERROR: SH.Violation,
    Severity.WARNING: SH.Warning,
    Severity.INFO: SH.Info,
}
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.IGNORE)
_ACCEPTANCE: Final = URIRef(f"{DEFAULT_BASE}shapes#AcceptedFinding")
"""The component of a warning about ``accepted-findings.csv``, which no shape makes."""


@dataclass(frozen=True)
class Grading:
    """The rules of a publication, its policy, and the ids of what it has imported."""

    catalog: Catalog
    policy: ValidationPolicy
    imported: frozenset[str] = frozenset()

    def check(self) -> None:
        """Raise InputFaults for each rule of the policy that does not exist or cannot be set."""
        places = [
            *((setting.rule, setting.origin, 0) for setting in self.policy.rules),
            *((entry.rule, entry.origin, entry.column) for entry in self.policy.accepted),
        ]
        messages = ((fault, place, column) for name, place, column in places
                    if (fault := self._fault(name)))  # fmt: skip
        faults = [Fault(at.file, at.line, column, fault) for fault, at, column in messages]
        if faults:
            raise InputFaults(faults)

    def _fault(self, name: str) -> str:
        rule = self.catalog.rule(name)
        if rule is None:
            near = ", ".join(self.catalog.near(name))
            hint = f"; near it: {near}" if near else "; docs/shapes.md lists them"
            return f"no rule is called {name!r}{hint}"
        if rule.is_for_every_origin:
            return f"{name} holds for all data: what violates it cannot be published"
        return ""

    def graded(self, results: Iterable[ValidationResult]) -> tuple[list[ValidationResult], int]:
        """Return the findings that are reported, and how many are ignored."""
        findings, ignored = list[ValidationResult](), 0
        used: set[AcceptedFinding] = set()
        for result in results:
            rule = self.catalog.of_shape(result.shape)
            severity = self._severity(result, rule)
            acceptance = self._acceptances.get((result.shape, str(result.subject)))
            if acceptance is not None:
                used.add(acceptance)
            if severity is None:
                ignored += 1
                continue
            id = rule.id if rule is not None else ""
            findings.append(replace(result, severity=severity, rule=id, acceptance=acceptance))
        return [*findings, *self._outdated(used)], ignored

    def can_stop_a_build(self, shape: URIRef) -> bool:
        """Return whether a result of ``shape`` can be an error, in anybody's data.

        ``shape`` is set-based: all its results have the severity of the shape.
        """
        rule = self.catalog.of_shape(shape)
        if rule is None:
            return True
        set_severities = {s for (each, _), s in self._settings.items() if each == shape}
        severities = {rule.severity, rule.imported_severity or rule.severity}
        return Severity.ERROR in set_severities or not severities <= {SH.Warning, SH.Info}

    @cached_property
    def _acceptances(self) -> Mapping[tuple[URIRef, str], AcceptedFinding]:
        rules = ((self.catalog.rule(entry.rule), entry) for entry in self.policy.accepted)
        return {(rule.shape, entry.subject): entry for rule, entry in rules if rule is not None}

    def _outdated(self, used: set[AcceptedFinding]) -> Iterator[ValidationResult]:
        """Yield a warning for each accepted finding that does not occur any more."""
        for entry in self.policy.accepted:
            rule = self.catalog.rule(entry.rule)
            if rule is not None and entry not in used:
                yield ValidationResult(
                    shape=rule.shape,
                    rule=rule.id,
                    severity=SH.Warning,
                    focus=URIRef(entry.subject),
                    message=f"Accepted {entry.rule} does not occur any more: delete the row.",
                    component=_ACCEPTANCE,
                    origin=entry.origin,
                )

    def _severity(self, result: ValidationResult, rule: Rule | None) -> URIRef | None:
        """Return the gravest severity that ``result`` has in the data of its owners."""
        if rule is None:
            return result.severity
        owners: Sequence[str] = result.owners or ("",)
        severities = [self._severity_in(owner, result.severity, rule) for owner in owners]
        gravest = min(severities, key=_rank)
        return None if gravest == Severity.IGNORE else URIRef(gravest)

    def _severity_in(self, owner: str, severity: URIRef, rule: Rule) -> URIRef | Severity:
        setting = self._settings.get((rule.shape, owner), self._settings.get((rule.shape, "")))
        if rule.is_for_every_origin:
            return severity
        if setting is not None:
            return _SHACL.get(setting, setting)
        if owner in self.policy.defaults:
            return _limited(severity, self.policy.defaults[owner])
        if owner not in self.imported:
            return severity
        return _limited(rule.imported_severity or severity, self.policy.imported)

    @cached_property
    def _settings(self) -> Mapping[tuple[URIRef, str], Severity]:
        rules = ((self.catalog.rule(setting.rule), setting) for setting in self.policy.rules)
        return {(r.shape, setting.scope): setting.severity for r, setting in rules if r is not None}


def _limited(severity: URIRef, limit: Severity) -> URIRef | Severity:
    """Return ``severity``, or ``limit`` where that is less grave."""
    limited = _SHACL.get(limit, limit)
    return max(severity, limited, key=_rank)


def _rank(severity: URIRef | Severity) -> int:
    """Return the place of ``severity`` from the gravest on; one of a folder's own is an error."""
    order = [_SHACL.get(each, each) for each in _ORDER]
    return order.index(severity) if severity in order else 0
