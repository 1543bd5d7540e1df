"""Code, ontology, shapes, rules and queries to the generated blocks of the pages in this folder.

``python docs/generate.py`` writes anew what stands between ``<!-- generated: NAME -->`` and
``<!-- end -->`` in each page; the rest of a page is written by hand.
"""

import importlib
import inspect
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from click.testing import CliRunner
from coverage_blocks import coverage, losses
from library_blocks import fenced, library, ontology, queries, row, rules, shapes, table

import crosswalk_rdf
from crosswalk_rdf import publish
from crosswalk_rdf.cli import main as command_line
from crosswalk_rdf.dataset.descriptions import Describer, resource_names
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, by_name

REPOSITORY: Final = Path(__file__).resolve().parent.parent
_BLOCK: Final = re.compile(r"(<!-- generated: (\S+) ?([^\n]*?) -->\n).*?(<!-- end -->)", re.DOTALL)


def pages() -> dict[Path, str]:
    """Return each page that holds generated blocks, as it should be."""
    texts = {path: path.read_text(encoding="utf-8") for path in _files()}
    return {path: _BLOCK.sub(_filled, text) for path, text in texts.items() if _BLOCK.search(text)}


def _files() -> list[Path]:
    docs = REPOSITORY / "docs"
    return [
        REPOSITORY / "CONTRIBUTING.md",
        *sorted(docs.glob("*.md")),
        *sorted((docs / "formats").glob("*.md")),
    ]


def _filled(match: re.Match[str]) -> str:
    return f"{match[1]}{_MAKERS[match[2]](match[3]).strip()}\n{match[4]}"


# The graph


@cache
def _flagship() -> tuple[Publication, Mapping[str, str]]:
    """Return the flagship, and the Turtle of each of its resources by local name."""
    publication = load_publication(REPOSITORY)
    texts, turtle, base = library(), by_name("turtle"), publication.base
    store = publish.dataset(publication, texts)
    names = {match[3] for path in _files() for match in _BLOCK.finditer(path.read_text("utf-8"))}
    resources = resource_names(store, base)
    return publication, {
        name: publish.serialize_quads(quads, turtle, publication, texts).decode()
        for name, quads in Describer(store, publication).descriptions(resources)
        if name in names
    }


def _turtle(name: str) -> str:
    """Return the triples of one resource; those of the alignments beside it are left out."""
    publication, resources = _flagship()
    blocks = resources[name].split("\n\n")
    iri = publication.base + name
    folder, _, last = name.rpartition("/")
    own = (f"<{iri}> ", f"{folder}:{last} ")
    return fenced("turtle", next(block for block in blocks if block.startswith(own)))


def _syntaxes(_: str) -> str:
    cells = [(s.name, s.label, s.media_type, s.suffix, "yes" if s.quads else "") for s in SYNTAXES]
    rows = [row(f"`{name}`", *rest) for name, *rest in cells]
    return table("Name", "Syntax", "Media type", "Suffix", "Named graphs") + "".join(rows)


# The command line and the code


def _help(command: str) -> str:
    arguments = [*command.split(), "--help"]
    result = CliRunner().invoke(
        command_line, arguments, prog_name="crosswalk-rdf", terminal_width=80
    )
    return fenced("text", result.output)


_FAULTS: Final = {
    "input": (
        ("frameworks/psel-2015/statements.csv", "\n1b,Element,1,", "\n1b,Element,11,"),
        ("crosswalks/crosswalk-2017/errata.csv", ",false,false,", ",no,false,"),
        ("crosswalks/crosswalk-2017/part-3.sssom.tsv", "\tpsel-2015:4\t", "\tpsel-2015:4z\t"),
    ),
    "shape": (("frameworks/psel-2015/statements.csv", "with feeder and", "with feeding and"),),
}


def _faults(kind: str) -> str:
    """Return what ``build`` says of a copy of the flagship in which something is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        data = shutil.copytree(REPOSITORY / "data", Path(folder) / "data")
        for file, right, wrong in _FAULTS[kind]:
            text = (data / file).read_text(encoding="utf-8")
            (data / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
        arguments = ["build", "--quiet", "--project", folder]
        return fenced("text", CliRunner().invoke(command_line, arguments).output)


def _formats(_: str) -> str:
    """Return a row for each foreign format of the registry."""
    rows = [
        row(
            f"`{format.name}`",
            f"[{format.title}]({format.specification})",
            "yes" if format.read else "",
            "yes" if format.write else "",
            "yes" if format.publish else "",
            " ".join(f"`{suffix}`" for suffix in format.suffixes),
        )
        for format in formats()
    ]
    return table("Name", "Format", "Read", "Written", "Published", "Suffixes") + "".join(rows)


def _layers(_: str) -> str:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    rows = []
    for number, layer in enumerate(contract["layers"], start=1):
        for name in layer.split(" | "):
            text = importlib.import_module(f"crosswalk_rdf.{name}").__doc__ or ""
            rows.append(row(str(number), f"`{name}`", " ".join(text.split("\n\n")[0].split())))
    return table("Layer", "Module", "What it is") + "".join(rows)


# The Python API


def _api(kind: str) -> str:
    """Return a row for each public name of a kind: ``functions``, ``values`` or ``errors``."""
    names = {name: getattr(crosswalk_rdf, name) for name in crosswalk_rdf.__all__}
    chosen = {name: value for name, value in names.items() if _kind(value) == kind}
    rows = [row(f"`{name}{_call(value)}`", _summary(value)) for name, value in chosen.items()]
    return table("Name", "What it is") + "".join(rows)


def _kind(value: object) -> str:
    if not isinstance(value, type):
        return "functions"
    return "errors" if issubclass(value, Exception) else "values"


def _members(name: str) -> str:
    """Return a row for each attribute and method of a public class."""
    owners = [c for c in getattr(crosswalk_rdf, name).__mro__ if c.__module__ in _API_MODULES]
    members = {n: m for c in reversed(owners) for n, m in vars(c).items() if not n.startswith("_")}
    rows = [row(f"`.{n}{_call(member)}`", _summary(member)) for n, member in members.items()]
    return table("Member", "What it is") + "".join(rows)


_API_MODULES: Final = tuple(
    f"crosswalk_rdf.api.{name}" for name in ("contents", "graphs", "publication", "query_result")
)


def _call(member: object) -> str:
    """Return the parameters of a method in parentheses, "" for an attribute."""
    if not inspect.isfunction(member):
        return ""
    parameters = inspect.signature(member).parameters.values()
    names = [str(p.replace(annotation=p.empty, default=p.empty)) for p in parameters]
    return f"({', '.join(name for name in names if name != 'self')})"


def _summary(value: object) -> str:
    """Return the first sentence of a docstring, without its marks of reStructuredText."""
    first = (inspect.getdoc(value) or "").split("\n\n")[0]
    return re.sub(r":\w+:`([^`]*)`", r"`\1`", " ".join(first.split())).replace("``", "`")


_MAKERS: Final[Mapping[str, Callable[[str], str]]] = {
    "api": _api,
    "coverage": coverage,
    "faults": _faults,
    "formats": _formats,
    "help": _help,
    "layers": _layers,
    "losses": losses,
    "members": _members,
    "ontology": ontology,
    "queries": queries,
    "rules": rules,
    "shapes": shapes,
    "syntaxes": _syntaxes,
    "turtle": _turtle,
}
"""What fills a block, by the first word of its name; the rest of the name is the argument."""

if __name__ == "__main__":
    for page, content in pages().items():
        page.write_text(content, encoding="utf-8")
