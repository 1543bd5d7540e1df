"""What does not go through, gathered: one remark for many things of the same kind."""

from dataclasses import dataclass, field

from crosswalk_rdf.formats.format import Action, Report


@dataclass(slots=True)
class Remarks:
    """Remarks by what they say; the first place of each is kept, the others are counted."""

    _occurrences: dict[tuple[Action, str, str], list[str | int]] = field(default_factory=dict)

    def add(self, place: str, action: Action, what: str, why: str) -> None:
        """Note that ``what`` stood at ``place``; the same ``what`` and ``why`` are one remark."""
        occurrence = self._occurrences.setdefault((action, what, why), [place, 0])
        occurrence[1] = int(occurrence[1]) + 1

    def into(self, report: Report) -> None:
        """Add one remark for each kind of finding to ``report``, in the order of the first."""
        for (action, what, why), (place, number) in self._occurrences.items():
            repetitions = f" (here and in {int(number) - 1} more places)" if int(number) > 1 else ""
            report.add(str(place), action, what, f"{why}{repetitions}")
