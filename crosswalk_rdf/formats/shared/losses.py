"""A package and the coverage of a format to the report of what the format loses of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crosswalk_rdf.formats.coverage import (
    LANGUAGE,
    MODEL,
    Coverage,
    Fields,
    Lost,
    Partial,
    Treatment,
    field_names,
    is_filled,
    plural,
    value_of,
)
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import (
    Agent,
    Alignment,
    Collection,
    Crosswalk,
    Erratum,
    ExternalFramework,
    Framework,
    Level,
    MappingSet,
    Package,
    PropertyValue,
    Resource,
    Section,
    Slot,
    SourceDocument,
    Statement,
)


def report_losses(package: Package, coverage: Coverage, report: Report) -> None:
    """Add to ``report`` what of ``package`` a format with this ``coverage`` loses.

    There is one remark for each field of each framework and crosswalk, with the number of values:
    ``statement.lines (83)``. A class that is lost as a whole is one: ``errata (48)``.
    """
    for framework in package.frameworks:
        groups: dict[type, Iterable[Any]] = {
            Framework: (framework,),
            Level: framework.levels,
            Statement: framework.statements,
            Collection: framework.collections,
            Resource: framework.resources,
            Agent: _agents(*framework.creators, framework.publisher, framework.rights_holder),
        }
        _report(str(framework.iri), groups, package, coverage, report)
    for crosswalk in package.crosswalks:
        groups = {
            Crosswalk: (crosswalk,),
            MappingSet: crosswalk.parts,
            Alignment: [a for part in crosswalk.parts for a in part.alignments],
            ExternalFramework: crosswalk.external,
            Erratum: crosswalk.errata,
            Section: crosswalk.sections,
            SourceDocument: (crosswalk.source,) if crosswalk.source else (),
            Agent: _agents(*crosswalk.creators, crosswalk.publisher),
        }
        _report(str(crosswalk.iri), groups, package, coverage, report)


def _agents(*agents: Agent | None) -> tuple[Agent, ...]:
    return tuple(dict.fromkeys(agent for agent in agents if agent))


def _report(
    place: str,
    groups: Mapping[type, Iterable[Any]],
    package: Package,
    coverage: Coverage,
    report: Report,
) -> None:
    for model, of_model in groups.items():
        instances = tuple(of_model)
        losses = _losses(model, instances, package, coverage.of(model))
        if isinstance(coverage.of(model), Lost) and losses:
            report.count(plural(model), losses.total(), 0)
        losses += _without_claim(instances, coverage)
        for (what, why), number in losses.items():
            report.add(place, Action.NOT_CARRIED, f"{what} ({number:,})", why or coverage.why)


def _without_claim(instances: tuple[Any, ...], coverage: Coverage) -> Counter[tuple[str, str]]:
    """Return how many alignments a format leaves out that carries only matches of two terms."""
    losses: Counter[tuple[str, str]] = Counter()
    if isinstance(coverage.alignment, Lost) or not isinstance(
        coverage.alignment.get("negated"), Lost
    ):
        return losses
    for alignment in (a for a in instances if isinstance(a, Alignment) and not a.negated):
        if alignment.unmapped and not coverage.carries_no_match:
            losses["alignments of no match", "they are left out: it has matches only"] += 1
        elif alignment.literal:
            losses["alignments of a text", "they are left out: it has matches of terms only"] += 1
    return losses


def _losses(
    model: type, instances: tuple[Any, ...], package: Package, treatments: Fields | Lost
) -> Counter[tuple[str, str]]:
    """Return how many values of ``instances`` are lost, by what they are and why."""
    if isinstance(treatments, Lost):
        return Counter({(plural(model), treatments.why): len(instances)} if instances else {})
    losses: Counter[tuple[str, str]] = Counter()
    for name in field_names(model):
        if isinstance(treatments.get(name.removesuffix(LANGUAGE)), Lost) and LANGUAGE in name:
            continue  # the text itself is lost
        for value in _values(instances, name, package, treatments[name]):
            losses[f"{MODEL[model]}.{name} {value}".rstrip(), _why(treatments[name])] += 1
    return losses


def _values(
    instances: Iterable[Any], name: str, package: Package, treatment: Treatment
) -> Iterator[str]:
    """Yield the name of each value of a field that is lost; ``""`` where it has none."""
    match treatment:
        case Lost():
            for instance in instances:
                if is_filled(instance, name):
                    yield from _names(value_of(instance, name))
        case Partial(losses=losses) if losses:
            lost = losses(package)
            for instance in instances:
                yield from lost(instance)


def _names(value: object) -> Iterable[str]:
    """Return the properties or slots of which ``value`` holds values, or else no name."""
    each = value if isinstance(value, tuple) else ()
    properties = [str(v.property) for v in each if isinstance(v, PropertyValue)]
    return properties or [v.name for v in each if isinstance(v, Slot)] or ("",)


def _why(treatment: Treatment) -> str:
    return treatment.why if isinstance(treatment, Lost | Partial) else ""
