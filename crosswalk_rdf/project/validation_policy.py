"""``[validation]`` of ``publication.toml`` and ``data/accepted-findings.csv`` to a policy."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from crosswalk_rdf.model import AcceptedFinding, Origin, RuleSetting, Severity, ValidationPolicy
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.project.data_folder import Folder, Row, rows
from crosswalk_rdf.project.toml_table import Table

FILE: Final = "data/accepted-findings.csv"
COLUMNS: Final = ("rule", "subject", "reason", "who", "when")
DEFAULT: Final = "default"
"""The key that stands for every rule of a framework or crosswalk."""


def load_policy(
    folder: Folder,
    publication: Table,
    frameworks: Collection[str],
    crosswalks: Collection[str],
    base: str,
) -> ValidationPolicy:
    """Return the policy of a publication, with the ids of its frameworks and crosswalks.

    Every fault is noted in ``folder``, except for names of rules that do not exist: which do is
    known where the shapes are.
    """
    publication.value("validation", dict, {})
    table = publication.table("validation")
    defaults: dict[str, Severity] = {}
    settings = list(_settings(table, "rules", ""))
    for kind, ids in (("frameworks", frameworks), ("crosswalks", crosswalks)):
        for id in table.value(kind, dict, {}):
            if id not in ids:
                table.fault(f"'{kind}.{id}': the publication has no such id: {_list(ids)}", kind)
            of_scope = table.table(kind, id)
            if of_scope.has(DEFAULT):
                defaults[id] = _severity(of_scope, DEFAULT)
            settings.extend(_settings(table, kind, id))
    imported = _severity(table, "imported") if table.has("imported") else Severity.WARNING
    table.refuse_unknown()
    accepted = tuple(_accepted(folder, base)) if folder.has(FILE) else ()
    return ValidationPolicy(
        imported=imported, defaults=defaults, rules=tuple(settings), accepted=accepted
    )


def _settings(table: Table, kind: str, scope: str) -> Iterator[RuleSetting]:
    """Yield the settings of rules in ``[validation.<kind>]``, or in a table ``scope`` of it."""
    table.value(kind, dict, {})
    settings = table.table(kind, scope) if scope else table.table(kind)
    for rule in settings.names():
        if rule != DEFAULT or not scope:
            severity = _severity(settings, rule)
            yield RuleSetting(
                rule=rule, severity=severity, scope=scope, origin=settings.origin(rule)
            )


def _severity(table: Table, key: str) -> Severity:
    text = table.text(key)
    if text not in list(Severity):
        table.fault(f"'{key}' is {text!r}: write {_list(list(Severity))}", key)
        return Severity.ERROR
    return Severity(text)


def _list(names: Collection[str]) -> str:
    return ", ".join(names) or "there is none"


def _accepted(folder: Folder, base: str) -> Iterator[AcceptedFinding]:
    """Yield each accepted finding; a row with a fault is left out."""
    first_lines: dict[tuple[str, str], int] = {}
    for row in rows(folder, FILE, COLUMNS, ()):
        faults = list(_faults(row))
        key = (row["rule"], row["subject"])
        first = first_lines.setdefault(key, row.line)
        if first != row.line:
            faults.append(("rule", f"the finding is accepted twice: line {first} has it first"))
        for column, message in faults:
            folder.fault(FILE, row.line, row.columns.get(column, 0), message)
        if not faults:
            subject = row["subject"]
            yield AcceptedFinding(
                rule=row["rule"],
                subject=subject if is_iri(subject) else base + subject,
                reason=row["reason"],
                who=row["who"],
                when=row["when"],
                origin=Origin(FILE, row.line),
                column=row.columns.get("rule", 0),
            )


def _faults(row: Row) -> Iterator[tuple[str, str]]:
    for column in COLUMNS:
        if not row[column]:
            yield column, f"'{column}' is empty: {_ADVICE[column]}"
    if row["when"] and not _is_day(row["when"]):
        yield "when", f"'when' is no day: {row['when']!r}; write YYYY-MM-DD"


_ADVICE: Final = {
    "rule": "name the rule as the report does",
    "subject": "give the IRI that the report names, or what follows the base in it",
    "reason": "say why the finding may stand",
    "who": "name who decided it",
    "when": "give the day of the decision as YYYY-MM-DD",
}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
