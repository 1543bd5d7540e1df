"""The kinds of statements as people write them in cells to the levels of a framework."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.publication_workbook.names import long
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.shared.hierarchy import levels_of
from crosswalk_rdf.formats.shared.tabular import Row
from crosswalk_rdf.model import Framework, Level, Statement, local_name, unnamed_iri
from crosswalk_rdf.namespaces import CEASN


class Kinds:
    """What the cells of the column *Kind* mean in one framework."""

    def __init__(self, framework: Framework, context: ReadContext) -> None:
        self._framework = framework
        self._context = context
        self._labels: dict[URIRef, Literal] = {}
        self._kinds: dict[str, URIRef] = {}
        for level in framework.levels:
            self._kinds[level.name.casefold()] = level.kind
        for level in framework.levels:
            for name in (str(level.label), local_name(level.kind)):
                self._kinds.setdefault(name.casefold(), level.kind)

    def assign(self, rows: Sequence[Row], statements: Sequence[Statement]) -> list[Statement]:
        """Return ``statements`` with the kinds of their ``rows``; what is empty is guessed."""
        kinds = {
            s.iri: self._kind(row)
            for row, s in zip(rows, statements, strict=True)
            if row.get("kind")
        }
        siblings: dict[URIRef | None, URIRef] = {}
        for statement in statements:
            if statement.iri in kinds:
                siblings.setdefault(statement.broader, kinds[statement.iri])
        statements_with_kinds = []
        for row, statement in zip(rows, statements, strict=True):
            if statement.iri not in kinds:
                kinds[statement.iri] = self._guess(row, statement, siblings, kinds)
            statements_with_kinds.append(replace(statement, kind=kinds[statement.iri]))
        return statements_with_kinds

    def _kind(self, row: Row) -> URIRef:
        text = row.get("kind")
        kind = self._kinds.get(text.casefold()) or long(text)
        if kind is None:
            kind = unnamed_iri(self._framework.iri, f"kind {text}")
            self._kinds[text.casefold()] = kind
            self._labels[kind] = Literal(text, lang=self._framework.language or None)
            why = "the framework had no such kind: it is taken for a new level"
            self._context.remark(row, "kind", Action.REPAIRED, repr(text), why)
        return kind

    def _guess(
        self,
        row: Row,
        statement: Statement,
        siblings: dict[URIRef | None, URIRef],
        kinds: dict[URIRef, URIRef],
    ) -> URIRef:
        """Return the kind of the siblings, or of the one level below the parent's."""
        kind = siblings.get(statement.broader)
        if kind is None:
            above = kinds.get(statement.broader) if statement.broader else None
            names = {level.name for level in self._framework.levels if level.kind == above}
            fitting = [
                level.kind
                for level in self._framework.levels
                if (names & set(level.broader) if above else level.depth == 1)
            ]
            kind = fitting[0] if len(fitting) == 1 else CEASN.Competency
        if "kind" in row.table.columns and self._framework.levels:
            why = f"taken for {local_name(kind)}, by what stands beside and above it"
            self._context.remark(row, "kind", Action.REPAIRED, "no kind", why)
        return kind

    def levels(self, statements: Sequence[Statement]) -> tuple[Level, ...]:
        """Return the levels that are described, then those of the kinds that are new."""
        own_kinds = {level.kind for level in self._framework.levels}
        if all(statement.kind in own_kinds for statement in statements):
            return self._framework.levels
        labels = {level.kind: level.label for level in self._framework.levels} | self._labels
        labels.setdefault(CEASN.Competency, Literal("Competency", lang="en"))
        new_levels = levels_of(self._framework.iri, statements, labels)
        return (
            *self._framework.levels,
            *(level for level in new_levels if level.kind not in own_kinds),
        )
