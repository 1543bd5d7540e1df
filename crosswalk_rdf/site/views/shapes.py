"""The shapes as a page: by file, each with what it asks for and how."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import RDFS, URIRef
from rdflib.term import Node

from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.site.views.references import Reference, References
from crosswalk_rdf.validation.shapes import Shapes

_TARGETS: Final = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_PLACEHOLDER: Final = re.compile(r"\{[?$](\w+)\}")
_COMMENT: Final = re.compile(r"^#[ \t]?(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeView:
    """One requirement."""

    name: str
    iri: str
    message: str
    """The message for editors; ``[end]`` marks a value that a result fills in."""
    severity: str
    """``violation``, ``warning`` or ``info``."""
    about: Sequence[Reference]
    """What it is validated against: classes, nodes or properties."""
    clauses: Sequence[Reference]
    sparql: Sequence[str]
    """Its constraints in SPARQL, if that is what it is written in."""
    source: str
    """The statement of its file, where it begins with the name of the shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeFile:
    """A file of shapes."""

    name: str
    path: str
    about: str
    shapes: Sequence[ShapeView]

    @property
    def anchor(self) -> str:
        """Its anchor: no shape is called so."""
        return f"file-{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapesView:
    """All shapes."""

    files: Sequence[ShapeFile]

    @property
    def count(self) -> int:
        """The number of shapes."""
        return sum(len(file.shapes) for file in self.files)


def shapes_view(shapes: Shapes, texts: Mapping[str, str], references: References) -> ShapesView:
    """Return ``shapes`` under the files that hold one; ``texts`` is their Turtle by file name."""
    files = []
    for file, text in sorted(texts.items()):
        shapes_of_file = sorted(
            shape for shape in shapes.named_shapes if shapes.files.get(shape) == file
        )
        if shapes_of_file:
            name = file.rpartition("/")[2]
            files.append(
                ShapeFile(
                    name=name.removesuffix(".ttl"),
                    path=f"shapes/{name}",
                    about=" ".join(_COMMENT.findall(text.partition("@prefix")[0])),
                    shapes=[_shape(shapes, shape, text, references) for shape in shapes_of_file],
                )
            )
    return ShapesView(files=files)


def _shape(shapes: Shapes, shape: URIRef, text: str, references: References) -> ShapeView:
    graph = shapes.graph
    severity = graph.value(shape, SH.severity)
    return ShapeView(
        name=local_name(shape),
        iri=str(shape),
        message=_PLACEHOLDER.sub(r"[\1]", str(graph.value(shape, SH.message) or "")),
        severity=local_name(str(severity)).lower() if severity else "violation",
        about=_references(shapes, shape, _TARGETS, references),
        clauses=_references(shapes, shape, (RDFS.seeAlso,), references),
        sparql=_selects(shapes, shape),
        source=statement(text, local_name(shape)),
    )


def _references(
    shapes: Shapes, shape: URIRef, properties: Sequence[URIRef], references: References
) -> list[Reference]:
    objects = {o for p in properties for o in shapes.graph.objects(shape, p)}
    return [references.reference(iri) for iri in sorted(map(str, objects))]


def _selects(shapes: Shapes, shape: URIRef) -> list[str]:
    constraints: list[Node] = list(shapes.graph.objects(shape, SH.sparql))
    selects = [str(s) for c in constraints for s in shapes.graph.objects(c, SH.select)]
    return sorted(textwrap.dedent(select.strip("\n")).rstrip() for select in selects)


def statement(text: str, name: str) -> str:
    """Return the statement of Turtle that begins a line with ``name``; empty if none does."""
    start = re.search(
        rf"^(?:[\w.-]*:|<[^>\n]*[/#]){re.escape(name)}>?(?=[ \t\n])", text, re.MULTILINE
    )
    if start is None:
        return ""
    lines: list[str] = []
    for line in text[start.start() :].splitlines():
        lines.append(line)
        statement_text = "\n".join(lines)
        if line.rstrip().endswith(".") and statement_text.count('"""') % 2 == 0:
            return statement_text
    return "\n".join(lines)
