"""The role of each column of a sheet: as the user says, by its header, by its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.generic_table.degrees import Degrees
from crosswalk_rdf.formats.generic_table.frame import Frame
from crosswalk_rdf.formats.generic_table.headers import Meaning, meaning_of, meanings_of, words_of
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes, is_nothing
from crosswalk_rdf.formats.generic_table.options import SheetOptions
from crosswalk_rdf.formats.generic_table.roles import LEVELED, OTHER, Role
from crosswalk_rdf.formats.shared.tabular.values import is_address
from crosswalk_rdf.model.lexical import uuid_of

_ENOUGH: Final = 0.6
_NEARLY_ALL: Final = 0.8
_LEAST_GRID: Final = 3
_TOLD = "as told"
_BY_HEADER = "by its header"
_BY_CELLS = "by its cells"


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it is read as."""

    index: int
    header: str
    role: Role
    reason: str


@dataclass(slots=True)
class Draft:
    """The roles of the columns of a sheet, while they are being found."""

    frame: Frame
    other_frameworks: Sequence[KnownCodes]
    degrees: Degrees
    roles: dict[int, tuple[Role, str]] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    """What is not clear enough to be right: sentences that say what to do."""
    meanings: dict[int, Meaning] = field(init=False)

    def __post_init__(self) -> None:
        self.meanings = dict(enumerate(meanings_of(self.frame.headers)))

    def set(self, column: int, role: Role, reason: str) -> None:
        """Give ``column`` a role, unless it has one."""
        self.roles.setdefault(column, (role, reason))

    def free(self) -> list[int]:
        """Return the columns without a role, those without any cell left out."""
        return [
            n
            for n in range(len(self.frame.headers))
            if n not in self.roles and (self.frame.cells(n) or self.frame.own_headers[n])
        ]

    def with_role(self, name: str) -> list[int]:
        """Return the columns whose role is called ``name``."""
        return [n for n, (role, _) in self.roles.items() if role.name == name]


def draft_of(
    frame: Frame,
    options: SheetOptions,
    other_frameworks: Sequence[KnownCodes],
    degrees: Degrees,
    file: str,
) -> Draft:
    """Return the roles of columns apart from those of the levels, which depend on each other.

    Raises InputFaults for a column that the user names and the sheet does not have.
    """
    draft = Draft(frame, other_frameworks, degrees)
    for column, role in _told(frame, options, file):
        _check_framework(role, other_frameworks, file)
        draft.set(column, role, _TOLD)
    _other_frameworks(draft)
    _grids(draft)
    _degree(draft)
    for column in draft.free():
        meaning = draft.meanings[column]
        if meaning.exact and meaning.role not in (*LEVELED, "id", "level", "depth"):
            draft.set(column, Role(meaning.role), _BY_HEADER)
    _identifiers(draft)
    _kinds_and_depths(draft)
    return draft


def _told(frame: Frame, options: SheetOptions, file: str) -> Iterator[tuple[int, Role]]:
    for name, role in options.columns.items():
        columns = frame.columns_called(name)
        if not columns and role.name not in ("ignore", "other"):
            sheet = f"sheet {frame.sheet.name}: " if frame.sheet.name else ""
            headers = ", ".join(repr(header) for header in frame.headers)
            message = f"{sheet}no column is called {name!r}: the columns are {headers}"
            raise InputFaults([Fault(file, 0, 0, message)])
        yield from ((column, role) for column in columns)


def _check_framework(role: Role, other_frameworks: Sequence[KnownCodes], file: str) -> None:
    """Raise InputFaults where ``role`` names a framework whose codes are not known."""
    ids = [codes.framework.id for codes in other_frameworks]
    if role.name in ("codes", "grid") and role.of not in ids:
        message = (
            f"{role}: the publication has no framework {role.of!r}: import it first; "
            f"it has {', '.join(ids) or 'none'}"
        )
        raise InputFaults([Fault(file, 0, 0, message)])


def _other_frameworks(draft: Draft) -> None:
    """Find the columns whose headers, or whose cells, are about a framework that is known."""
    for column in draft.free():
        meaning, cells = draft.meanings[column], draft.frame.cells(column)
        named = [codes for codes in draft.other_frameworks if codes.is_named_in(meaning.words)]
        shares = {
            codes.framework.id: codes.share(cells) for codes in named or draft.other_frameworks
        }
        best = max(shares, key=lambda each: shares[each], default="")
        if named and cells and not draft.degrees.knows_all(cells):
            is_text = meaning.role in ("text", "label", "bare") and shares[best] < _ENOUGH
            is_text = is_text or (not shares[best] and _are_sentences(cells))
            draft.set(column, Role("texts" if is_text else "codes", best), _BY_HEADER)
        elif best and not named and _speaks_of_codes(meaning, cells, shares[best]):
            rivals = [id for id, share in shares.items() if share == shares[best]]
            if len(rivals) > 1:
                _say_rivals(draft, column, rivals)
            else:
                draft.set(column, Role("codes", best), _BY_CELLS)


def _speaks_of_codes(meaning: Meaning, cells: list[str], share: float) -> bool:
    """Return whether a column that names no framework has the codes of one all the same."""
    if meaning.exact or meaning.level or meaning.role:
        return False
    if meaning.is_about_alignment:
        return share >= _ENOUGH
    numbers = sum(cell.isdigit() for cell in cells)
    return len(cells) > 1 and numbers * 2 < len(cells) and share >= _NEARLY_ALL


def _say_rivals(draft: Draft, column: int, rivals: list[str]) -> None:
    header = draft.frame.headers[column]
    draft.unclear.append(
        f"column {header!r} may have codes of {' or '.join(rivals)}: say which with "
        f"--column codes.{rivals[0]}={header!r}"
    )


def _are_sentences(cells: list[str]) -> bool:
    return sum(len(cell.split()) > 4 for cell in cells) * 2 > len(cells)


def _grids(draft: Draft) -> None:
    """Find columns of marks whose headers are the codes of one framework each."""
    frame = draft.frame
    for codes in draft.other_frameworks:
        columns = [
            n
            for n in draft.free()
            if frame.own_headers[n]
            and _header_code(codes, frame.own_headers[n])
            and (not frame.cells(n) or draft.degrees.knows_all(frame.cells(n)))
        ]
        named = any(codes.is_named_in(draft.meanings[n].words) for n in columns)
        marked = any(frame.cells(n) for n in columns)
        if marked and (len(columns) >= _LEAST_GRID or (named and columns)):
            for column in columns:
                draft.set(column, Role("grid", codes.framework.id), _BY_HEADER)


def _header_code(codes: KnownCodes, header: str) -> bool:
    first = header.split()[0].rstrip(".:") if header.split() else ""
    return codes.statement(header) is not None or codes.statement(first) is not None


def _degree(draft: Draft) -> None:
    """Find the column that says how well the ends of a row match, beside one of codes."""
    if not draft.with_role("codes") or draft.with_role("degree"):
        return
    for column in draft.free():
        cells = [cell for cell in draft.frame.cells(column) if not is_nothing(cell)]
        meaning = draft.meanings[column]
        if meaning.may_be_degree and not meaning.exact and draft.degrees.knows_all(cells):
            draft.set(column, Role("degree"), _BY_HEADER)
            return
        if meaning.may_be_degree and not meaning.role and cells and len(set(cells)) <= 8:
            draft.set(column, Role("degree"), _BY_HEADER)
            return


def _identifiers(draft: Draft) -> None:
    """Tell identifiers from codes that are headed *ID*."""
    for column in draft.free():
        if draft.meanings[column].role == "id":
            cells = draft.frame.cells(column)
            named = any(uuid_of(cell) or is_address(cell) for cell in cells)
            codes = any(draft.meanings[n].role == "code" for n in draft.free())
            draft.set(column, Role("id" if named or codes else "code"), _BY_HEADER)


def _kinds_and_depths(draft: Draft) -> None:
    """Tell columns of kinds (words) from columns of depths (numbers)."""
    for column in draft.free():
        meaning, cells = draft.meanings[column], draft.frame.cells(column)
        if _lists_kinds(meaning, cells) and not draft.with_role("level"):
            draft.set(column, Role("level"), _BY_CELLS)
        elif meaning.role in ("level", "depth") and cells:
            numbers = all(cell.split()[-1].isdigit() for cell in cells)
            role = "depth" if numbers and not draft.with_role("depth") else "level"
            draft.set(column, Role(role), _BY_HEADER)
        elif meaning.level in ("category", "task", "concept") and not meaning.exact:
            words = sum(bool(meaning_of(cell).level) for cell in set(cells))
            if words * 2 > len(set(cells)) and not draft.with_role("level"):
                draft.set(column, Role("level"), _BY_CELLS)


def _lists_kinds(meaning: Meaning, cells: list[str]) -> bool:
    """Return whether a header lists what its cells say: *Knowledge, skill or attitude*."""
    kinds = {frozenset(words_of(cell)) for cell in cells}
    return len(kinds) > 1 and all(kind and kind < meaning.words for kind in kinds)


def finished(draft: Draft) -> tuple[Column, ...]:
    """Return the columns with their roles; those that have none are kept as they are."""
    columns = []
    for n, header in enumerate(draft.frame.headers):
        if n not in draft.roles and not draft.frame.cells(n):
            continue
        role, reason = draft.roles.get(n, (OTHER, "its header says nothing that is known"))
        columns.append(Column(n, header, role, reason))
    return tuple(columns)
