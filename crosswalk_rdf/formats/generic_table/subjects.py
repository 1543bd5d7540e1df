"""Whose codes the rows of a crosswalk have: a framework that is known already, or a new one."""

from collections.abc import Mapping, Sequence
from typing import Final

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.generic_table.alignments import Subject, Subjects
from crosswalk_rdf.formats.generic_table.headers import words_of
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes, UnknownCode
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.generic_table.sheet_readings import SheetReading
from crosswalk_rdf.formats.shared.tabular import simplified
from crosswalk_rdf.formats.shared.tabular.items import Item
from crosswalk_rdf.model import Statement

_NEARLY_ALL: Final = 0.9


def is_crosswalk(reading: SheetReading) -> bool:
    """Return whether the sheet has codes of another framework, or marks for them."""
    return any(column.role.name in ("codes", "grid") for column in reading.columns)


def known_subject(
    reading: SheetReading, walk: Walk, other_frameworks: Sequence[KnownCodes], file: str
) -> KnownCodes | None:
    """Return the known framework that the rows are about; None for statements of their own.

    Raises InputFaults where the user names one that is not known.
    """
    by_id = {codes.framework.id: codes for codes in other_frameworks}
    if reading.subject:
        if reading.subject not in by_id:
            message = (
                f"code.{reading.subject}: no framework of the publication is called so: "
                f"it has {', '.join(by_id) or 'none'}"
            )
            raise InputFaults([Fault(file, 0, 0, message)])
        return by_id[reading.subject]
    objects = {column.role.of for column in reading.columns}
    nodes = [node for node in walk.nodes if node.notation]
    candidates = [codes for id, codes in by_id.items() if id not in objects]
    return next((c for c in candidates if nodes and _is_about(reading, nodes, c)), None)


def _is_about(reading: SheetReading, nodes: Sequence[Node], codes: KnownCodes) -> bool:
    """Return whether the codes of ``nodes`` are those of a framework, and the texts its texts."""
    statements = {node: codes.statement(node.notation) for node in nodes}
    number = sum(statement is not None for statement in statements.values())
    if number < _NEARLY_ALL * len(nodes):
        return False
    with_texts = [node for node in nodes if node.text]
    if not with_texts:
        return True
    pairs = [(node.text, statements[node]) for node in with_texts]
    same = sum(statement is not None and _same_text(text, statement) for text, statement in pairs)
    code_headers = (c.header for c in reading.columns if c.role.name == "code")
    headers = {word for header in code_headers for word in words_of(header)}
    return same * 2 >= len(with_texts) or codes.is_named_in(frozenset(headers))


def _same_text(text: str, statement: Statement) -> bool:
    """Return whether ``text`` is that of ``statement``, or the beginning of it."""
    own = simplified(text)
    texts = (simplified(str(statement.text)), simplified(str(statement.label or "")))
    return any(own == other or (len(own) > 20 and other.startswith(own[:60])) for other in texts)


def subjects_of(codes: KnownCodes) -> Subjects:
    """Return what gives the statement of a row of a framework that is known."""

    def subject(node: Node) -> Subject | None:
        if not node.notation:
            return None
        statement = codes.statement(node.notation)
        if statement is None:
            near = ", ".join(codes.nearest(node.notation)) or "none that is near"
            raise UnknownCode(
                f"{codes.framework.id} has no statement {node.notation!r}: the nearest are {near}"
            )
        return Subject(statement.iri, str(statement.preferred_label))

    return subject


def subjects_of_items(items: Mapping[Node, Item]) -> Subjects:
    """Return what gives the statement of a row that is a new statement."""

    def subject(node: Node) -> Subject | None:
        item = items[node]
        return Subject(item.iri, str(item.label or item.text))

    return subject
