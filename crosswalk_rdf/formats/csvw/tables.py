"""Frameworks and crosswalks to flat tables: one row a statement, one row an alignment.

The names of the columns, what they hold, and which property of RDF that is, stand here once; the
files, their descriptions and the reader all follow them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef

from crosswalk_rdf.model import NOT, Alignment, Crosswalk, Framework, MappingSet, Statement
from crosswalk_rdf.namespaces import CEASN, SSSOM, ontology_namespace

IRI: Final = "anyURI"
STRING: Final = "string"
INTEGER: Final = "integer"
BOOLEAN: Final = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table (CSVW, *Metadata Vocabulary for Tabular Data*, §5.6)."""

    name: str
    property: str = ""
    """The property that its values are of; empty where they are not triples."""
    datatype: str = STRING
    reference: bool = False
    """Whether its values are things and not literals."""
    text: bool = False
    """Whether its values are in the language of the table."""


def statement_columns(base: str) -> tuple[Column, ...]:
    """Return the columns of statements; those of the product's own terms need its ``base``."""
    own = _own_terms(base)
    return (
        Column("iri", datatype=IRI),
        Column("uuid", str(DCTERMS.identifier)),
        Column("notation", str(SKOS.notation)),
        Column("kind"),
        Column("kind_iri", str(RDF.type), IRI, reference=True),
        Column("broader_notation"),
        Column("broader", str(SKOS.broader), IRI, reference=True),
        Column("in_scheme", str(SKOS.inScheme), IRI, reference=True),
        Column("depth", datatype=INTEGER),
        Column("position", own("position"), INTEGER),
        Column("label"),
        Column("pref_label", str(SKOS.prefLabel), text=True),
        Column("text", str(CEASN.competencyText), text=True),
        Column("language"),
        Column("deprecated", str(OWL.deprecated), BOOLEAN),
        Column("replaced_by", str(DCTERMS.isReplacedBy), IRI, reference=True),
    )


def _own_terms(base: str) -> Callable[[str], str]:
    """Return what gives the IRI of a term of the product; empty without a ``base``."""
    xw = ontology_namespace(base) if base else None
    return lambda name: str(xw[name]) if xw else ""


def alignment_columns(base: str) -> tuple[Column, ...]:
    """Return the columns of alignments; those of the product's own terms need its ``base``."""
    own = _own_terms(base)
    return (
        Column("record", datatype=IRI),
        Column("crosswalk", datatype=IRI),
        Column("part", str(DCTERMS.isPartOf), IRI, reference=True),
        Column("part_id"),
        Column("subject", str(OWL.annotatedSource), IRI, reference=True),
        Column("subject_notation"),
        Column("subject_text", str(SSSOM.subject_label)),
        Column("subject_source", str(SSSOM.subject_source), IRI, reference=True),
        Column("predicate", str(OWL.annotatedProperty), IRI, reference=True),
        Column("predicate_modifier"),
        Column("object", str(OWL.annotatedTarget), IRI, reference=True),
        Column("object_notation"),
        Column("object_text", str(SSSOM.object_label)),
        Column("object_source", str(SSSOM.object_source), IRI, reference=True),
        Column("printed_subject_notation", own("printedSubjectNotation")),
        Column("printed_notation", own("printedNotation")),
        Column("printed_text", own("printedText")),
        Column("first_line", own("sourceLine"), INTEGER),
        Column("last_line", own("sourceLineEnd"), INTEGER),
        Column("comment", str(RDFS.comment)),
        Column("justification", str(SSSOM.mapping_justification), IRI, reference=True),
    )


def statement_rows(framework: Framework) -> Iterator[list[str]]:
    """Yield the rows of ``framework``, in the order of its statements."""
    kinds = {level.kind: level.name for level in framework.levels}
    statements = {s.iri: s for s in framework.statements}
    depth = _depths(statements)
    for s in framework.statements:
        above = statements.get(s.broader) if s.broader else None
        yield [
            str(s.iri),
            s.uuid,
            s.notation,
            kinds.get(s.kind, ""),
            str(s.kind),
            above.notation if above else "",
            str(s.broader or ""),
            str(framework.iri),
            str(depth(s)),
            str(s.position),
            str(s.label or ""),
            str(s.preferred_label),
            str(s.text),
            str(s.text.language or ""),
            "true" if s.deprecated else "",
            str(s.replaced_by or ""),
        ]


def _depths(statements: dict[URIRef, Statement]) -> Callable[[Statement], int]:
    """Return what tells the depth of a statement, 1 for those at the top."""
    depths: dict[URIRef, int] = {}

    def depth(statement: Statement) -> int:
        path: list[Statement] = []
        here: Statement | None = statement
        while here is not None and here.iri not in depths and len(path) <= len(statements):
            path.append(here)
            here = statements.get(here.broader) if here.broader else None
        start = depths.get(here.iri, 0) if here is not None else 0
        for number, each in enumerate(reversed(path), start + 1):
            depths[each.iri] = number
        return depths[statement.iri]

    return depth


def alignment_rows(crosswalk: Crosswalk, frameworks: Iterable[Framework]) -> Iterator[list[str]]:
    """Yield the rows of all parts of ``crosswalk``, in their order."""
    statements = {s.iri: s for framework in frameworks for s in framework.statements}
    for part in crosswalk.parts:
        for alignment in part.alignments:
            yield _alignment_row(crosswalk, part, alignment, statements)


def _alignment_row(
    crosswalk: Crosswalk,
    part: MappingSet,
    alignment: Alignment,
    statements: dict[URIRef, Statement],
) -> list[str]:
    subject, object = statements.get(alignment.subject), statements.get(alignment.object)
    first, last = alignment.lines or ("", "")
    return [
        str(alignment.iri),
        str(crosswalk.iri),
        str(part.iri),
        part.id,
        str(alignment.subject),
        subject.notation if subject else "",
        alignment.subject_label or (str(subject.preferred_label) if subject else ""),
        str(part.subject_source),
        str(alignment.predicate),
        NOT if alignment.negated else "",
        str(alignment.object),
        object.notation if object else "",
        alignment.object_label or (str(object.preferred_label) if object else ""),
        str(part.object_source),
        alignment.printed_subject_notation or "",
        alignment.printed_notation or "",
        alignment.printed_text or "",
        str(first),
        str(last),
        alignment.comment or "",
        str(alignment.justification),
    ]
