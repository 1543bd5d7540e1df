"""The levels of a sheet: which columns have the codes and the texts of which level."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.generic_table.codes import are_codes, are_numbers, are_split
from crosswalk_rdf.formats.generic_table.columns import Draft
from crosswalk_rdf.formats.generic_table.headers import meaning_of
from crosswalk_rdf.formats.generic_table.level_order import Group, in_order, with_anchor
from crosswalk_rdf.formats.generic_table.roles import LEVELED, Role

_BY_HEADER: Final = "by its header"
_BY_CELLS: Final = "by its cells"
GENERIC: Final = ""
_ONE_EACH: Final = 0.9


@dataclass(frozen=True, slots=True)
class Level:
    """The columns of one level of the hierarchy."""

    name: str
    """The word for it, as the headers have it; empty for none."""
    codes: tuple[int, ...] = ()
    """The columns of which the code is made, in their order."""
    text: int | None = None
    label: int | None = None
    splits: bool = False
    """Whether code and text are in one cell."""


def assign_levels(draft: Draft) -> None:
    """Give the columns of codes, texts and labels their roles, of a level where there are more."""
    if any(role.name == "text" for role, _ in draft.roles.values()):
        _complete_told(draft)
        return
    groups = _groups(draft)
    _attach_generic(groups, draft)
    leveled = [group for name, group in groups.items() if group.texts]
    if not leveled:
        _labels_as_texts(groups, draft)
        return
    ordered = in_order(with_anchor(leveled, draft), draft)
    for number, group in enumerate(ordered, start=1):
        level = str(number) if len(ordered) > 1 else ""
        for name, columns in (("code", group.codes), ("text", group.texts[:1])):
            for column in columns:
                draft.set(column, Role(name, level), _BY_HEADER)
        for column in group.labels[:1]:
            draft.set(column, Role("label", level), _BY_HEADER)


def _complete_told(draft: Draft) -> None:
    """Beside a told column of texts, take the one column that is called a code for that."""
    codes = [n for n in draft.free() if draft.meanings[n].role == "code"]
    if len(codes) == 1 and not draft.with_role("code"):
        draft.set(codes[0], Role("code"), _BY_HEADER)


def _groups(draft: Draft) -> dict[str, Group]:
    """Return the columns by the word for a level in their headers, in the order of columns."""
    groups: dict[str, Group] = {}
    for column in draft.free():
        meaning = draft.meanings[column]
        role = meaning.role
        if role not in (*LEVELED, "bare") or not draft.frame.cells(column):
            continue
        cells = draft.frame.cells(column)
        if role == "bare":
            role = "code" if are_codes(cells) or are_numbers(cells) else "text"
        group = groups.setdefault(meaning.level, Group())
        {"code": group.codes, "text": group.texts, "label": group.labels}[role].append(column)
    for told, (own, _) in draft.roles.items():
        if own.name == "code" and not own.of:
            groups.setdefault(GENERIC, Group()).codes.append(told)
    _drop_shared_labels(groups, draft)
    for group in groups.values():
        if not group.texts and group.labels:
            group.texts, group.labels = group.labels[:1], group.labels[1:]
    return groups


def _drop_shared_labels(groups: dict[str, Group], draft: Draft) -> None:
    """Take no column for titles of the statements that has few texts for many of them."""
    generic = groups.get(GENERIC)
    if generic and any(group.texts for group in groups.values()):
        cells = {column: draft.frame.cells(column) for column in generic.labels}
        generic.labels = [n for n, texts in cells.items() if len(set(texts)) * 2 > len(texts)]


def _attach_generic(groups: dict[str, Group], draft: Draft) -> None:
    """Put columns that name no level, and levels without texts, where they belong."""
    generic = groups.get(GENERIC)
    named = [group for name, group in groups.items() if name != GENERIC]
    with_texts = in_order([group for group in named if group.texts], draft)
    if generic is None:
        return
    _codes_beside(generic, with_texts)
    if _is_label(generic, draft) and with_texts:
        with_texts[-1].labels.extend(generic.texts)
        generic.texts = []
    if not generic.texts and with_texts:
        leaf = _owner(generic.codes, with_texts, draft)
        leaf.codes = leaf.codes or generic.codes
        leaf.labels.extend(generic.labels)
        del groups[GENERIC]
        return
    if generic.texts and not generic.codes and len(with_texts) > 1 and _all_have_codes(named):
        _describe(generic, with_texts[-1], draft)
        del groups[GENERIC]
        return
    without_texts = [group for group in named if not group.texts]
    if generic.texts and without_texts and not generic.codes:
        generic.codes = [column for group in without_texts for column in group.codes]
    for name in [name for name, group in groups.items() if name and not group.texts]:
        del groups[name]
    if len(with_texts) == 1 and generic.texts and _is_title_of(with_texts[0], generic, draft):
        generic.labels = [*with_texts[0].texts, *generic.labels]
        generic.codes = generic.codes or with_texts[0].codes
        groups.pop(next(name for name, group in groups.items() if group is with_texts[0]))


def _all_have_codes(groups: Sequence[Group]) -> bool:
    return all(group.codes and group.texts for group in groups)


def _describe(generic: Group, leaf: Group, draft: Draft) -> None:
    """Read texts beside levels that all have codes as what is said of the statement of the row.

    Where only statements of the last level have one, it is their text, and what they have is the
    title; else it is a note.
    """
    text = generic.texts[0]
    rows = [row for row in draft.frame.data_rows if draft.frame.cell(row, text)]
    if all(draft.frame.cell(row, leaf.texts[0]) for row in rows):
        leaf.labels = [*leaf.texts, *leaf.labels]
        leaf.texts = generic.texts
    else:
        draft.set(text, Role("notes"), _BY_HEADER)


def _codes_beside(generic: Group, with_texts: Sequence[Group]) -> None:
    """Of several columns of codes that name no level, give each text the one on its left."""
    if len(generic.codes) < 2:
        return
    texts = sorted(column for group in (*with_texts, generic) for column in group.texts)
    for group in with_texts:
        before = max((column for column in texts if column < group.texts[0]), default=-1)
        own = [column for column in generic.codes if before < column < group.texts[0]]
        if own and not group.codes:
            group.codes = own
            generic.codes = [column for column in generic.codes if column not in own]


def _owner(codes: Sequence[int], groups: Sequence[Group], draft: Draft) -> Group:
    """Return the group whose texts the codes stand for: the next on the right with one for each."""
    if not codes:
        return groups[-1]
    distinct = len(set(draft.frame.cells(codes[-1])))
    right = sorted(groups, key=lambda group: (group.texts[0] < codes[-1], group.texts[0]))
    for group in right:
        texts = {draft.frame.cell(row, group.texts[0]) for row in draft.frame.data_rows}
        if len(texts - {""}) >= _ONE_EACH * distinct:
            return group
    return groups[-1]


def _is_label(generic: Group, draft: Draft) -> bool:
    """Return whether the generic text is a title or a name only."""
    return bool(generic.texts) and all(draft.meanings[n].role == "label" for n in generic.texts)


def _is_title_of(group: Group, generic: Group, draft: Draft) -> bool:
    """Return whether the text of ``group`` is a short title of each generic text."""
    cells, texts = (draft.frame.cells(each.texts[0]) for each in (group, generic))
    if group.codes and not generic.codes:
        codes = draft.frame.cells(group.codes[-1])
        return len(set(codes)) == len(codes) >= max(len(cells), len(texts))
    each_once = len(set(cells)) == len(cells) == len(texts)
    return each_once and sum(map(len, cells)) < sum(map(len, texts))


def _labels_as_texts(groups: dict[str, Group], draft: Draft) -> None:
    """Where no column is called a text, take the column of the longest texts that has no role.

    Beside codes of other frameworks there need not be any.
    """
    codes = [column for group in groups.values() for column in group.codes]
    for column in codes:
        draft.set(column, Role("code"), _BY_HEADER)
    candidates = [
        n
        for n in draft.free()
        if draft.meanings[n].role not in ("code", "level", "depth")
        and not are_numbers(draft.frame.cells(n))
        and not are_codes(draft.frame.cells(n))
    ]
    if not candidates or draft.with_role("codes") or draft.with_role("grid"):
        return
    longest = max(candidates, key=lambda n: sum(map(len, draft.frame.cells(n))))
    draft.set(longest, Role("text"), _BY_CELLS)
    draft.guesses.append(
        f"no column is called a text: the longest texts are in {draft.frame.headers[longest]!r}; "
        f"say which with --column text=NAME"
    )


def levels_of_columns(draft: Draft) -> tuple[Level, ...]:
    """Return the levels that the roles of the columns make, from the top."""
    numbers = sorted(
        {role.level for role, _ in draft.roles.values() if role.name in LEVELED and _own(role)}
    )
    levels = []
    for number in numbers:
        columns = {
            name: sorted(
                n
                for n, (role, _) in draft.roles.items()
                if role.name == name and role.level == number and _own(role)
            )
            for name in LEVELED
        }
        text, label = (next(iter(columns[role]), None) for role in ("text", "label"))
        text, label = (label, None) if text is None else (text, label)
        name = _name((*columns["text"], *columns["code"]), draft)
        splits = text is not None and not columns["code"] and _splits(draft, text, name)
        levels.append(Level(name, tuple(columns["code"]), text, label, splits))
    return tuple(levels)


def _own(role: Role) -> bool:
    return not role.of or role.of.isdigit() or role.name == "code"


def _name(columns: Iterable[int], draft: Draft) -> str:
    """Return the word for a level, as the headers of its columns spell it."""
    for column in columns:
        meaning = meaning_of(draft.frame.headers[column])
        if meaning.level:
            return " ".join(word.capitalize() for word in meaning.level.split())
    return ""


def _splits(draft: Draft, column: int, name: str) -> bool:
    return are_split(draft.frame.cells(column), name.casefold())
