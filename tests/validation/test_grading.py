"""How grave a finding is: by whose data it is in, by settings, and by what was accepted."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace

import pytest
from rdflib import DCTERMS, RDF, Graph, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.model import AcceptedFinding, Origin, RuleSetting, Severity, ValidationPolicy
from crosswalk_rdf.namespaces import DEFAULT_BASE, SH
from crosswalk_rdf.validation import (
    Places,
    ValidationReport,
    csv_report,
    json_report,
    quality_document,
    render,
    validate,
    violations,
)
from crosswalk_rdf.validation.quality import DQV
from tests.validation.publication import ORIGINS, SHAPES, store_of

TWO_LABELS = f"{DEFAULT_BASE}psel/1a"
CLASH = """
@base <https://w3id.org/leadership-crosswalk/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ceasn: <https://purl.org/ctdlasn/terms/> .
<psel/1a> skos:prefLabel "one"@en , "two"@en .
"""
WITHOUT_POSITION = "<psel/1b> a ceasn:Competency ."
HERE = Origin("data/publication.toml", 20)
PLACES = Places(origins=ORIGINS, owners={origin.file: "psel" for origin in ORIGINS.values()})


def report(
    policy: ValidationPolicy = ValidationPolicy(),  # noqa: B008
    imported: Iterable[str] = (),
    data: str = CLASH,
) -> ValidationReport:
    return validate(store_of(data), SKOS, policy=policy, imported=imported, places=PLACES)


FILES = ("shapes/skos.ttl", "shapes/hierarchy.ttl", "shapes/prefixes.ttl")
SKOS = {name: SHAPES[name] for name in FILES}


def setting(rule: str, severity: Severity, scope: str = "") -> ValidationPolicy:
    return ValidationPolicy(
        rules=(RuleSetting(rule=rule, severity=severity, scope=scope, origin=HERE),)
    )


def accepted(rule: str, subject: str) -> ValidationPolicy:
    entry = AcceptedFinding(
        rule=rule,
        subject=subject,
        reason="Both are printed",
        who="An Editor",
        when="2026-11-30",
        origin=Origin("data/accepted-findings.csv", 2),
        column=1,
    )
    return ValidationPolicy(accepted=(entry,))


def severities(graded: ValidationReport) -> list[URIRef]:
    return [result.severity for result in graded.results]


def test_own_data_are_held_to_it_and_imported_data_are_reported() -> None:
    assert severities(report()) == [SH.Violation]
    imported = report(imported=["psel"])
    assert severities(imported) == [SH.Warning]
    assert imported.conforms
    assert imported.results[0].owners == ("psel",)


@pytest.mark.slow
@pytest.mark.parametrize("imported", [(), ("psel",)])
@pytest.mark.parametrize(
    ("rule", "severity"),
    [("S14", severity) for severity in Severity] + [("LBL-07", severity) for severity in Severity],
)
def test_violations_alone_are_those_of_the_report(
    rule: str, severity: Severity, imported: tuple[str, ...]
) -> None:
    store, policy = store_of(CLASH + WITHOUT_POSITION), setting(rule, severity)
    report = validate(store, SHAPES, policy=policy, imported=imported, places=PLACES)
    alone = violations(store, SHAPES, policy=policy, imported=imported, places=PLACES)
    expected = [result for result in report.results if result.is_violation]
    assert expected
    assert sorted(alone, key=lambda result: result.rank) == expected


def test_what_cannot_be_published_is_a_violation_in_all_data() -> None:
    graded = report(imported=["psel"], data=CLASH + WITHOUT_POSITION)
    assert {(r.rule, r.severity) for r in graded.results} >= {
        ("StatementHasPosition", SH.Violation),
        ("S14", SH.Warning),
    }


@pytest.mark.parametrize("rule", ["S14", "OnePreferredLabelPerLanguage"])
@pytest.mark.parametrize("imported", [(), ("psel",)])
@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        (Severity.ERROR, [SH.Violation]),
        (Severity.WARNING, [SH.Warning]),
        (Severity.INFO, [SH.Info]),
        (Severity.IGNORE, []),
    ],
)
def test_a_setting_decides(
    rule: str, imported: tuple[str, ...], severity: Severity, expected: list[URIRef]
) -> None:
    for scope in ("", "psel"):
        graded = report(setting(rule, severity, scope), imported)
        assert severities(graded) == expected
        assert graded.ignored == (severity == Severity.IGNORE)
    assert severities(report(setting(rule, severity, "other"), imported)) == severities(
        report(imported=imported)
    )


def test_the_setting_of_a_framework_comes_before_that_of_all() -> None:
    general, special = setting("S14", Severity.IGNORE), setting("S14", Severity.ERROR, "psel")
    both = replace(general, rules=(*general.rules, *special.rules))
    assert severities(report(both)) == [SH.Violation]


def test_a_default_holds_for_every_rule_of_a_framework() -> None:
    strict = ValidationPolicy(defaults={"psel": Severity.ERROR})
    assert severities(report(strict, ["psel"])) == [SH.Violation]
    lenient = ValidationPolicy(defaults={"psel": Severity.INFO})
    assert severities(report(lenient)) == [SH.Info]
    for_all = ValidationPolicy(imported=Severity.ERROR)
    assert severities(report(for_all, ["psel"])) == [SH.Violation]


def test_an_accepted_finding_does_not_count_and_is_shown_with_its_reason() -> None:
    graded = report(accepted("S14", TWO_LABELS))
    assert graded.conforms
    text = render(graded)
    assert "Accepted by An Editor on 2026-11-30: Both are printed." in text
    assert text.endswith("conforms: 21 shapes, 0 violations, 1 accepted\n")
    assert "Accepted by An Editor" in graded.turtle.decode()


def test_an_accepted_finding_that_is_gone_is_a_warning_with_its_row() -> None:
    graded = report(accepted("S14", f"{DEFAULT_BASE}psel/1b"))
    assert severities(graded) == [SH.Violation, SH.Warning]
    assert "data/accepted-findings.csv:2: Accepted S14 does not occur any more" in render(graded)


@pytest.mark.parametrize(
    ("policy", "place", "message"),
    [
        (setting("S72", Severity.ERROR), "data/publication.toml:20", "no rule is called 'S72'"),
        (setting("RelatedIsNotBroader", Severity.ERROR), "data/publication.toml:20",
         "near it: RelatedIsNotBroaderTransitive"),
        (setting("StatementHasPosition", Severity.WARNING), "data/publication.toml:20",
         "StatementHasPosition holds for all data"),
        (accepted("s14", TWO_LABELS), "data/accepted-findings.csv:2:1", "near it: S14"),
        (accepted("StatementHasPosition", TWO_LABELS), "data/accepted-findings.csv:2:1",
         "holds for all data"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_exist_or_cannot_be_set_is_an_error(
    policy: ValidationPolicy, place: str, message: str
) -> None:
    with pytest.raises(InputFaults) as caught:
        report(policy)
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"{place}: ")
    assert message in fault.message


def test_tables_show_severity_place_and_reason() -> None:
    graded = report(accepted("S14", TWO_LABELS), data=CLASH + '<psel/1a> skos:altLabel "one"@en .')
    rows = list(csv.DictReader(io.StringIO(csv_report(graded))))
    assert [(row["severity"], row["rule"], row["reason"]) for row in rows] == [
        ("error", "S13", ""),
        ("accepted", "S14", "Both are printed"),
    ]
    assert rows[0]["subject"] == TWO_LABELS
    assert (rows[0]["file"], rows[0]["line"]) == ("data/frameworks/psel/statements.csv", "3")
    content = json.loads(json_report(graded))
    assert (content["conforms"], len(content["results"])) == (False, 2)
    assert content["summary"].endswith("1 violation, 1 accepted")


def test_measurements_count_each_rule_in_each_framework() -> None:
    graded = report(accepted("S14", TWO_LABELS), data=CLASH + '<psel/1a> skos:altLabel "one"@en .')
    psel = URIRef(f"{DEFAULT_BASE}psel")
    graph = Graph().parse(data=quality_document(graded, DEFAULT_BASE, {"psel": psel}))
    (measurement,) = graph.subjects(DQV.computedOn, psel)
    assert graph.value(measurement, DQV.value) == Literal(1)
    metric = graph.value(measurement, DQV.isMeasurementOf)
    assert graph.value(metric, DCTERMS.identifier) == Literal("S13")
    (annotation,) = graph.subjects(RDF.type, DQV.QualityAnnotation)
    assert graph.value(annotation, DCTERMS.description) == Literal("Both are printed")
    errors = URIRef(f"{DEFAULT_BASE}validation/measurement/all/errors")
    assert graph.value(errors, DQV.value) == Literal(1)
