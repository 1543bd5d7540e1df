"""Parse a rule file: a CONSTRUCT query with a header that describes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.inference.dependencies import blank_in_template
from crosswalk_rdf.sparql_text.tokens import keywords
from crosswalk_rdf.sparql_text.volatile import volatile_functions
from crosswalk_rdf.store.syntax import syntax_error

_HEADER: Final = re.compile(r"#\+[ \t]*(?P<key>[a-z]+):[ \t]*(?P<value>.*\S)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A set-based CONSTRUCT over the union of all graphs; its triples are added to a graph."""

    name: str
    summary: str
    text: str
    clauses: tuple[str, ...] = ()
    """IRIs of the clauses of the specifications that the rule states."""


@lru_cache(maxsize=256)
def read_rule(name: str, text: str, file: str | None = None) -> Rule:
    """Return the rule in ``text``, the content of ``file`` (by default ``ontology/rules/NAME.rq``).

    Raises InputFaults with every fault found: no ``#+ summary:`` line, a syntax error, another form
    than CONSTRUCT, or an answer that is new at each run, with which the rules would never end.
    """
    file = file or f"ontology/rules/{name}.rq"
    header = [
        match.group("key", "value") for match in map(_HEADER.match, text.splitlines()) if match
    ]
    summaries = [value for key, value in header if key == "summary"]
    faults = [*_form_faults(text, file), *_volatile_faults(text, file)]
    if not summaries:
        advice = "open the file with '#+ summary: what follows from what'"
        faults.append(Fault(file, 1, 0, f"the rule has no summary: {advice}"))
    if faults:
        raise InputFaults(faults)
    return Rule(name, summaries[0], text, tuple(value for key, value in header if key == "clause"))


def read_rules(files: Mapping[str, str]) -> list[Rule]:
    """Return the rules in ``files``, texts by path; raise InputFaults with the faults of all."""
    rules: list[Rule] = []
    faults: list[Fault] = []
    for file, text in files.items():
        try:
            rules.append(read_rule(PurePosixPath(file).stem, text, file))
        except InputFaults as error:
            faults.extend(error.faults)
    if faults:
        raise InputFaults(faults)
    return rules


def _form_faults(text: str, file: str) -> list[Fault]:
    try:
        answer = ox.Store().query(text)
    except SyntaxError as error:
        syntax = syntax_error(error.msg, text)
        message = f"not SPARQL 1.1: {syntax.reason}; correct the query"
        return [Fault(file, syntax.line, syntax.column, message)]
    if isinstance(answer, ox.QueryTriples):
        return []
    return [Fault(file, 0, 0, "a rule must be a CONSTRUCT: write CONSTRUCT { … } WHERE { … }")]


def _volatile_faults(text: str, file: str) -> list[Fault]:
    volatile = sorted({*volatile_functions(text), *keywords(text) & {"SERVICE"}})
    reasons = [f"{name} gives something else at each run" for name in volatile]
    blank = ["its template makes new blank nodes at each run"] if blank_in_template(text) else []
    advice = "name what it makes by an IRI that depends on the data only"
    return [
        Fault(file, 0, 0, f"the rules would never end: {reason}; {advice}")
        for reason in reasons + blank
    ]
