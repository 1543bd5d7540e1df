"""The validation report as a page shows it."""

from dataclasses import replace

from rdflib import RDFS, Literal, URIRef

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Origin
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.references import References
from crosswalk_rdf.site.views.report import report_view
from crosswalk_rdf.validation.report import ValidationResult, report_of

BASE = "https://example.org/k/"
REFERENCES = References(
    addresses=Addresses(BASE),
    names=PrefixedNames({"rdfs": str(RDFS)}),
    paths={"a.html", "shapes.html"},
)


def result(severity: URIRef, **focus: URIRef | Literal) -> ValidationResult:
    return ValidationResult(
        shape=URIRef(f"{BASE}shapes#LabelIsShort"),
        severity=severity,
        focus=URIRef(f"{BASE}a"),
        message="Shorten the label.",
        component=SH.SPARQLConstraintComponent,
        **focus,
    )


def test_results_lead_to_page_property_and_place() -> None:
    results = [
        replace(
            result(SH.Warning, path=RDFS.label, value=Literal("long")),
            origin=Origin("data/frameworks/x/statements.csv", 7),
        ),
        result(SH.Info),
    ]
    view = report_view(report_of(results, 3, BASE), REFERENCES)
    assert (view.conforms, view.shapes, view.total) == (True, 3, 2)
    assert view.counts == [("violation", 0), ("warning", 1), ("info", 1)]
    warning = view.results[0]
    assert (warning.severity, warning.shape) == ("warning", "LabelIsShort")
    assert warning.about is not None and warning.about.path == "a.html"
    assert warning.property is not None and warning.property.text == "rdfs:label"
    assert warning.place == "data/frameworks/x/statements.csv:7"


def test_a_severity_of_ones_own_is_a_violation() -> None:
    view = report_view(report_of([result(URIRef(f"{BASE}Grave"))], 1, BASE), REFERENCES)
    assert not view.conforms
    assert view.counts[0] == ("violation", 1)
    assert view.results[0].place == ""
