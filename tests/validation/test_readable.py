"""The report that an editor reads: the row, what to do, the shape, the clause, the sum."""

from crosswalk_rdf.validation import Places, render, validate
from tests.validation.publication import FAULTS, ORIGINS, shapes_named, store_of
from tests.validation.test_engine import ONE_TITLE

PLACES = Places(origins=ORIGINS)
ONE_FAULT = """\
data/frameworks/psel/statements.csv:4: The statement stands below itself: follow its parents \
upwards and correct the one that leads back.
  at https://w3id.org/leadership-crosswalk/psel/1b, skos:broader
  because https://w3id.org/leadership-crosswalk/psel/1b skos:broader \
https://w3id.org/leadership-crosswalk/psel/1b (data/frameworks/psel/statements.csv:4)
  required by HierarchyHasNoCycle (HIE-01)
  see https://www.w3.org/TR/skos-reference/#S24
"""


def test_a_result_is_placed_by_its_value() -> None:
    report = validate(store_of(FAULTS), shapes_named("hierarchy"), places=PLACES)
    assert ONE_FAULT in render(report)


def test_a_result_is_placed_by_its_focus_where_its_value_is_no_row() -> None:
    report = validate(store_of(FAULTS), shapes_named("framework"), places=PLACES)
    text = render(report)
    assert (
        "data/frameworks/psel/framework.toml:1: Name at least one creator, an organization or a "
        'person, in framework.toml.\n  at "NPBEA", dcterms:creator\n'
        "  of https://w3id.org/leadership-crosswalk/psel\n"
    ) in text


def test_a_result_is_placed_by_what_its_message_names() -> None:
    faults = FAULTS + "<psel> skos:hasTopConcept <psel/11> ."
    text = render(validate(store_of(faults), shapes_named("framework"), places=PLACES))
    assert (
        "data/frameworks/psel/framework.toml:1: https://w3id.org/leadership-crosswalk/psel " in text
    )


def test_results_stand_in_the_order_of_the_files() -> None:
    report = validate(store_of(FAULTS), shapes_named("framework", "statement"), places=PLACES)
    places = [line for line in render(report).splitlines() if line.startswith("data/")]
    numbers = [tuple(line.split(":")[:2]) for line in places]
    assert numbers == sorted(numbers)


def test_without_rows_the_message_stands_alone() -> None:
    report = validate(store_of(FAULTS), shapes_named("hierarchy"))
    assert "\nThe statement stands below itself" in "\n" + render(report)


def test_the_last_line_sums_up() -> None:
    good = validate(store_of(""), shapes_named("level"))
    bad = validate(store_of(FAULTS), shapes_named("level"))
    warned = validate(store_of(FAULTS), {"shapes/own.ttl": ONE_TITLE})
    assert render(good) == "conforms: 6 shapes, 0 violations\n"
    assert render(bad).endswith("\ndoes not conform: 6 shapes, 1 violation\n")
    assert render(warned).endswith("\nconforms: 1 shape, 0 violations, 1 warning\n")
