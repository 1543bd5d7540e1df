"""What one reading of a workbook gathers: the report, and the faults that stop it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import URIRef

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.model.lexical import is_iri


@dataclass(slots=True)
class ReadContext:
    """The file that is read, the remarks about it, its faults."""

    file: str
    report: Report = field(default_factory=Report)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: Row, name: str, message: str) -> None:
        """Note what is wrong in a field of ``row``."""
        self.faults.append(row.fault(self.file, name, message))

    def remark(self, row: Row, name: str, action: Action, what: str, why: str) -> None:
        """Note what was done with a field of ``row``."""
        self.report.add(row.place(name), action, what, why)

    def own_iri(self, row: Row) -> URIRef | None:
        """Return the IRI that ``row`` states; an invalid one is a fault."""
        text = row.get("iri")
        if text and not is_iri(text):
            self.fault(row, "iri", f"{text!r} is no IRI: write it in full, or empty the cell")
        return URIRef(text) if is_iri(text) else None

    def finish(self) -> None:
        """Raise InputFaults with every fault found, if there is one."""
        if self.faults:
            raise InputFaults(self.faults)

    def look(self, table: Table, texts: Iterable[str]) -> None:
        """Report cells of the fields ``texts`` that hold no text, and columns of no field."""
        names = [name for name in texts if name in table.columns]
        for row in table.rows:
            for name in names:
                odd = row.odd(name)
                if odd:
                    self._odd(row, name, odd)
        for header, column in table.others.items():
            ignored_cells = sum(header in row.others for row in table.rows)
            if ignored_cells:
                place = table.sheet.place(table.header, column)
                what = f"column {header!r}, {ignored_cells} cells"
                self.report.add(place, Action.NOT_CARRIED, what, "no field of the workbook")

    def _odd(self, row: Row, name: str, odd: str) -> None:
        text = row.get(name)
        if not text:
            self.fault(row, name, f"{odd} without a value: type what is meant as text")
        elif odd == "a formula":
            why = f"its last result is taken: {text!r}; type it as text if that is wrong"
            self.remark(row, name, Action.REPAIRED, odd, why)
        elif odd == "a date":
            why = f"taken as {text!r}; format the column as text and type it anew if that is wrong"
            self.remark(row, name, Action.REPAIRED, odd, why)
        else:
            self.remark(row, name, Action.REPAIRED, odd, f"taken as the text {text!r}")
