"""What the coverage of each format says is what its writer, and its reader, do."""

import pytest

from crosswalk_rdf.formats.coverage import (
    MODEL,
    Carried,
    Derived,
    Lost,
    Partial,
    Treatment,
    field_names,
    is_filled,
    plural,
    value_of,
)
from crosswalk_rdf.formats.format import Action, Format, Report, Writing
from crosswalk_rdf.formats.registry import formats
from tests.formats.coverage.packages import (
    INTO,
    Sample,
    base,
    instances,
    other,
    samples,
    without_denials,
)
from tests.formats.coverage.reading import (
    DECIDED,
    WRITTEN,
    holds,
    label,
    matches,
    read_back,
    undecided,
    written,
)


@pytest.mark.parametrize("format", WRITTEN, ids=label)
def test_each_format_decides_on_every_field(format: Format) -> None:
    if problems := undecided(format):
        pytest.fail("\n".join(problems), pytrace=False)


def test_a_format_without_a_writer_loses_nothing() -> None:
    assert [entry.name for entry in formats() if entry.coverage and not entry.write] == []


@pytest.mark.parametrize("model", MODEL, ids=MODEL.__getitem__)
@pytest.mark.parametrize("format", DECIDED, ids=label)
def test_each_field_is_kept_or_reported(format: Format, model: type) -> None:
    every = [sample for name in field_names(model) for sample in samples(model, name)]
    assert every
    assert [told for sample in every if (told := contradiction(format, sample))] == []


def contradiction(format: Format, sample: Sample) -> str:
    """Return what becomes of one filled field where it is not what the coverage says, or ""."""
    treatment = treatment_of(format, sample.model, sample.field)
    writing = written(format, sample.package)
    reports = losses(format, sample, writing.report, treatment)
    comes_back = is_kept(format, sample, writing)
    told = f"{sample.field} {value_of(sample.value, sample.field)!r}: kept {comes_back}, {reports}"
    match treatment:
        case Carried():
            right = (comes_back, reports) == (True, [])
        case Derived():
            right = reports == []
        case Lost():
            counts = [what.partition(" (")[2] for what in reports]
            right = (comes_back, counts) == (False, [f"{number(format, sample)})"])
        case Partial():
            right = comes_back == (not reports)
    return "" if right else f"{treatment}: {told}"


def reported(format: Format, sample: Sample) -> str:
    """Return the field under which the loss is reported: a text is lost with its language."""
    text = sample.field.removesuffix(".language")
    return text if isinstance(treatment_of(format, sample.model, text), Lost) else sample.field


def number(format: Format, sample: Sample) -> int:
    """Return how many values are to be reported: those of the field, or all of a lost class."""
    assert format.coverage is not None
    is_class = isinstance(format.coverage.of(sample.model), Lost)
    values = instances(sample.package, sample.model)
    return sum(is_class or is_filled(each, reported(format, sample)) for each in values)


def treatment_of(format: Format, model: type, name: str) -> Treatment:
    assert format.coverage is not None
    treatments = format.coverage.of(model)
    return treatments if isinstance(treatments, Lost) else treatments[name]


def losses(format: Format, sample: Sample, report: Report, treatment: Treatment) -> list[str]:
    """Return what ``report`` says of the losses of a field, or of its class."""
    if isinstance(treatment, Partial) and treatment.losses is None:
        before = {str(remark) for remark in written(format, base(sample)).report.remarks}
        return [r.what for r in report.remarks if str(r) not in before and r.action in CHANGED]
    noun = MODEL[sample.model]
    own = (f"{noun}.{reported(format, sample)} ", f"{plural(sample.model)} (")
    lost = [r.what for r in report.remarks if r.action is Action.NOT_CARRIED]
    return [what for what in lost if what.startswith(own)]


CHANGED = (Action.NOT_CARRIED, Action.REPAIRED)


def is_kept(format: Format, sample: Sample, writing: Writing) -> bool:
    """Return whether the field is read back; where nothing reads it, whether it is written."""
    assert format.coverage is not None
    names = sample.field in ("iri", "id") and MODEL[sample.model] != "agent"
    if format.read is None and names:
        return not isinstance(treatment_of(format, sample.model, sample.field), Lost)
    if format.read is None or MODEL[sample.model] in format.coverage.unread:
        return is_written(format, sample, writing)
    package = read_back(format, writing)
    return any(
        holds(value_of(back, sample.field), value_of(sample.value, sample.field))
        for back in matches(sample.value, instances(package, sample.model))
    )


def is_written(format: Format, sample: Sample, writing: Writing) -> bool:
    """Return whether the documents would be others without the field, or with another value."""
    value, _ = INTO[sample.model]
    is_language = sample.field.endswith(".language")
    if sample.field == "negated":  # a denial is left out as a whole
        changed = written(format, without_denials(sample.package))
    elif value_of(value, sample.field) == value_of(sample.value, sample.field) and not is_language:
        changed = written(format, other(sample.model, sample.field))
    else:
        changed = written(format, base(sample))
    return dict(changed.documents) != dict(writing.documents)
