"""The coverage of each foreign format, which its code declares, to Markdown."""

from collections.abc import Iterator
from typing import Final

from library_blocks import row, table

from crosswalk_rdf.formats.coverage import (
    LANGUAGE,
    MODEL,
    Carried,
    Coverage,
    Derived,
    Fields,
    Lost,
    Partial,
    Treatment,
    field_names,
    plural,
)
from crosswalk_rdf.formats.format import Format
from crosswalk_rdf.formats.registry import format_by_name, formats

_WORDS: Final = {Carried: "yes", Partial: "part", Derived: "derived", Lost: ""}


def coverage(noun: str) -> str:
    """Return a table of the fields of one class, with what each format does with them."""
    model = next(model for model, name in MODEL.items() if name == noun)
    columns = [(each, _coverage_of(each).of(model)) for each in formats() if each.write]
    head = table("Field", *(f"`{format.name}`" for format, _ in columns))
    return head + "".join(
        row(f"`{noun}.{name}`", *(_WORDS[type(_treatment(t, name))] for _, t in columns))
        for name in field_names(model)
    )


def losses(name: str) -> str:
    """Return what the format ``name`` does not carry, or not as it stands, class by class."""
    declared = _coverage_of(format_by_name(name))
    rows = [
        row(plural(model).capitalize(), *_cells(declared, declared.of(model))) for model in MODEL
    ]
    return table("Of", "Lost", "Carried in part", "Follows from") + "".join(
        line for line in rows if not line.endswith("| — | — | — |\n")
    )


def _cells(declared: Coverage, treatments: Fields | Lost) -> Iterator[str]:
    if isinstance(treatments, Lost):
        yield from (f"all: {treatments.why or declared.why}", "—", "—")
        return
    by_reason: dict[str, list[str]] = {}
    for name, treatment in treatments.items():
        text = treatments.get(name.removesuffix(LANGUAGE))
        if isinstance(treatment, Lost) and not (LANGUAGE in name and isinstance(text, Lost)):
            by_reason.setdefault(treatment.why or declared.why, []).append(f"`{name}`")
    yield "; ".join(f"{', '.join(names)}: {why}" for why, names in by_reason.items()) or "—"
    partial = {n: t.carried for n, t in treatments.items() if isinstance(t, Partial)}
    yield "; ".join(f"`{name}`: {values}" for name, values in partial.items()) or "—"
    derived = {n: t.source for n, t in treatments.items() if isinstance(t, Derived)}
    yield "; ".join(f"`{name}`: {source}" for name, source in derived.items()) or "—"


def _treatment(treatments: Fields | Lost, name: str) -> Treatment:
    return treatments if isinstance(treatments, Lost) else treatments[name]


def _coverage_of(format: Format) -> Coverage:
    if format.coverage is None:
        raise ValueError(f"{format.name}: a format with a writer declares its coverage")
    return format.coverage
