"""What SHACL found in a publication, for people, notebooks and programs."""

from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.display import MOST_ROWS, to_html
from crosswalk_rdf.model import local_name
from crosswalk_rdf.validation import Report, ValidationResult


class ValidationReport:
    """What a validation found (SHACL §3.6.1). Print it to read it; it is true if it conforms."""

    def __init__(self, report: Report, text: str) -> None:
        self._report = report
        self._text = text

    @property
    def conforms(self) -> bool:
        """Whether no shape is violated; warnings and remarks do not count."""
        return self._report.conforms

    @property
    def results(self) -> tuple[ValidationResult, ...]:
        """Everything that was found, violations first."""
        return self._report.results

    @property
    def shapes(self) -> int:
        """How many shapes were held against the data."""
        return self._report.shapes

    @property
    def turtle(self) -> str:
        """The SHACL report in Turtle."""
        return self._report.turtle.decode()

    def __bool__(self) -> bool:
        return self.conforms

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"<ValidationReport: {self._summary()}>"

    def _repr_html_(self) -> str:
        rows = [
            (local_name(r.severity), _shown(r.value or r.focus), r.message, local_name(r.shape))
            for r in self.results[:MOST_ROWS]
        ]
        return to_html(
            "validation_report", summary=self._summary(), rows=rows, total=len(self.results)
        )

    def _summary(self) -> str:
        return self._text.rstrip("\n").rpartition("\n")[2]


def _shown(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else node.n3()
