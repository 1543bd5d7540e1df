"""What plain SKOS has no place for: one remark for each kind of thing of a package."""

from collections.abc import Callable, Iterator

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import Alignment, Crosswalk, Framework, Package, Statement

_OF_STATEMENTS: tuple[tuple[str, Callable[[Statement], object]], ...] = (
    ("the lines of the source", lambda s: s.lines),
    ("where the text is printed", lambda s: s.printed_in),
    ("checksums of texts", lambda s: s.checksum),
    ("which of several parents is the first", lambda s: s.also_broader),
    ("that the notation was made here", lambda s: s.coined_notation),
)
_OF_ALIGNMENTS: tuple[tuple[str, Callable[[Alignment], object]], ...] = (
    ("labels as printed", lambda a: a.subject_label or a.object_label),
    ("what the source prints", lambda a: a.printed_text or a.printed_notation or a.lines),
    ("comments", lambda a: a.comment),
    ("further SSSOM slots", lambda a: a.slots),
    ("justifications", lambda a: a.justification),
)


def report_losses(package: Package, report: Report) -> None:
    """Note what of ``package`` is not in its plain triples, and count what is."""
    why = "SKOS has no term for it"
    for framework in package.frameworks:
        for what in framework_losses(framework):
            report.add(str(framework.iri), Action.NOT_CARRIED, what, why)
    for crosswalk in package.crosswalks:
        for what in _of_crosswalk(crosswalk):
            report.add(str(crosswalk.iri), Action.NOT_CARRIED, what, why)
    statements = sum(len(f.statements) for f in package.frameworks)
    report.count("concept schemes", len(package.frameworks), len(package.frameworks))
    report.count("concepts", statements, statements)
    alignments = [a for c in package.crosswalks for part in c.parts for a in part.alignments]
    claims = sum(len(part.claims) for c in package.crosswalks for part in c.parts)
    report.count("mapping relations", len(alignments), claims)


def framework_losses(framework: Framework) -> Iterator[str]:
    """Yield what of ``framework`` has no term in SKOS."""
    for what, get in _OF_STATEMENTS:
        count = sum(1 for s in framework.statements if get(s))
        if count:
            yield f"{what} ({count} statements)"
    levels = [level for level in framework.levels if level.roll_up or level.notation_pattern]
    if levels:
        yield f"labels and rules of levels ({len(levels)} levels)"
    if framework.verbatim:
        yield "that texts must not be changed"


def _of_crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    yield "title, parts, rights and whoever made it"
    alignments = [a for part in crosswalk.parts for a in part.alignments]
    for what, get in _OF_ALIGNMENTS:
        count = sum(1 for a in alignments if get(a))
        if count:
            yield f"{what} ({count} alignments)"
    denials = sum(len(part.denials) for part in crosswalk.parts)
    if denials:
        yield f"negated alignments ({denials})"
    for what, found in (("errata", crosswalk.errata), ("passages", crosswalk.sections)):
        if found:
            yield f"{what} ({len(found)})"
